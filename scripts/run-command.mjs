import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Our environment without what npm put there: an inner npx or pnpm would take it for settings of its own. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
environment.PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/** Runs a command in the project's folder and tells whether it succeeded. */
export function run(command, parameters, more = {}) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    env: { ...environment, ...more },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`${command} could not be run: ${error.message}`);
  return status === 0;
}

/** The same for a command without which nothing else makes sense. */
export function must(command, parameters, more) {
  if (!run(command, parameters, more)) process.exit(1);
}
