import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A line of `demo-accounts.json`. */
export type DemoAccount = {
  readonly handle: string;
  readonly roles: readonly string[];
  readonly team: string;
  readonly passphrase: string;
};

export type Demo = {
  readonly origin: string;
  readonly accounts: readonly DemoAccount[];
  stop(): Promise<void>;
};

/** Starts the built demo on a data folder of its own and waits until it answers. `root` is the project's folder. */
export async function startDemo(root: string): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'romduol-demo-'));
  const server = spawn(process.execPath, [join(root, 'server/dist/program/demo.js')], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let origin = '';
  for await (const line of createInterface({ input: server.stdout })) {
    origin = /^Ready: (\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1') ?? '';
    if (origin !== '') break;
  }
  if (origin === '') throw new Error('the demo did not start');
  server.stdout.resume();
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Demo['accounts'];
  return {
    origin,
    accounts,
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
