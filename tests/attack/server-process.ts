import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** The built server, as its own process, on a data folder that outlives it. */
export type ServerProcess = {
  readonly origin: string;
  readonly pid: number;
  /** Null when the database was founded already. */
  readonly foundingToken: string | null;
  /** Everything it has written to its two outputs. */
  output(): string;
  /** As a loss of power does, without a word to the process. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts `npm start`'s program and waits until it answers. Settings of this process do not reach it. */
export async function startServer(options: {
  /** The project's folder. */
  readonly root: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly environment?: Readonly<Record<string, string>>;
  /** What to put before it, such as `taskset -c 0`. */
  readonly under?: readonly string[];
}): Promise<ServerProcess> {
  const [command = process.execPath, ...parameters] = [
    ...(options.under ?? []),
    process.execPath,
    join(options.root, 'server/dist/program/main.js'),
  ];
  const child = spawn(command, parameters, {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: options.dataDir,
      SECOND_FACTOR: 'offered',
      ...(options.databaseUrl === null ? {} : { DATABASE_URL: options.databaseUrl }),
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stderr.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const origin = await untilReady(child, () => written);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    origin,
    pid: child.pid ?? 0,
    foundingToken: /#found=(\S+)/.exec(written)?.[1] ?? null,
    output: () => written,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** The first address that it names. Waits for the link that founds an empty database as well: it is told a line later. */
async function untilReady(
  child: ChildProcess & { readonly stdout: NodeJS.ReadableStream },
  written: () => string,
): Promise<string> {
  let origin: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    origin = /^Ready: (\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1') ?? origin;
    if (origin === undefined) continue;
    if (line.includes('#found=') || (await isFounded(origin))) return origin;
  }
  throw new Error(`the server did not start: ${written()}`);
}

/** On a connection of its own: one that is kept would be found dead after the founder's long computing. */
function isFounded(origin: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    get(`${origin}/api/keyring`, { agent: false }, (answer) => {
      text(answer).then(
        (body) => resolve((JSON.parse(body) as { readonly file: object | null }).file !== null),
        reject,
      );
    }).once('error', reject);
  });
}
