import { execFile } from 'node:child_process';

/** What a tool wrote and how it ended. */
export type ToolRun = { readonly code: number; readonly output: string; readonly errors: string };

/** Runs a program. Throws with its name when the machine has not got it: a judge that did not judge has failed. */
export function runTool(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 64 * 1024 * 1024, timeout: 600_000, env: { ...process.env, ...environment } };
    execFile(command, [...parameters], options, (error, output, errors) => {
      if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') {
        reject(new Error(`not run: this machine has no ${command}`));
        return;
      }
      resolve({ code: Number(error?.code ?? 0), output, errors });
    });
  });
}

/** Runs a package's program by npx, fetched in this version when it is not at hand. It is no dependency of ours. */
export const runPackage = (
  nameAtVersion: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolRun> =>
  runTool('npx', ['--yes', nameAtVersion, ...parameters], { npm_config_loglevel: 'error', ...environment });
