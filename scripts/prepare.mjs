import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from './run-command.mjs';

const PNPM = 'pnpm@12.21.0';
const STAMPS = join(root, '.stamps');
const MANIFESTS = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...['shared', 'web', 'server', 'tests'].map((name) => `${name}/package.json`),
];

/** Installs what the lock file names, when it names something else than last time. */
export function install() {
  const present = existsSync(join(root, 'node_modules/.modules.yaml'));
  once(
    'install',
    present,
    () => hashFiles(MANIFESTS),
    () => {
      must('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], { CI: 'true' });
    },
  );
}

/** Builds pages, console and server, when a source of theirs has changed. */
export function build() {
  const present = existsSync(join(root, 'server/dist/program')) && existsSync(join(root, 'web/dist/public'));
  once(
    'build',
    present,
    () => hashFiles(sources()),
    () => {
      must('vite', ['build', '-c', 'web/vite.config.ts', '--logLevel', 'warn']);
      must('vite', ['build', '-c', 'server/vite.config.ts', '--logLevel', 'warn']);
    },
  );
}

/** Builds the programs among the tests, which are run seldom: each time. */
export function buildPrograms() {
  must('vite', ['build', '-c', 'tests/vite.config.ts', '--logLevel', 'warn']);
}

/** Does work unless it was done for exactly this state and its results are still there. */
function once(name, present, stateNow, work) {
  const stamp = join(STAMPS, name);
  const state = stateNow();
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(STAMPS, { recursive: true });
  // The state before the work: what somebody changed meanwhile is done next time.
  writeFileSync(stamp, state);
}

function hashFiles(paths) {
  const hash = createHash('sha256').update(`${process.version} ${process.env['ROOT_KEY'] ?? ''}`);
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => /\.\w+$/.test(path));

function sources() {
  const configs = ['web', 'server'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  return [...MANIFESTS, ...configs, ...['shared/src', 'web/src', 'server/src'].flatMap(filesBelow)].sort();
}
