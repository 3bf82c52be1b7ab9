import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeCaller, type Caller } from '@romduol/web/desk/caller';

const PROGRAM = join(import.meta.dirname, '../../server/dist/program/main.js');

export type RunningServer = {
  readonly origin: string;
  readonly foundingToken: string | null;
  /** Everything it has written. */
  output(): string;
  /** Sends a signal and waits for the end; null when a signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
};

/** Starts the built server as its own process. Rejects with what it wrote when it ends before it is ready. */
export async function startProcess(dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, SECOND_FACTOR: 'offered', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        written += text.toString();
        // The last line that every start on the built-in database writes.
        if (/^Using the built-in database/m.test(written)) resolve();
      });
  });
  const outcome = await Promise.race([ready.then(() => 'ready'), ended.then(([code]) => `ended with ${code}`)]);
  if (outcome !== 'ready') throw new Error(`${outcome}: ${written.trim()}`);
  return {
    origin: /^Ready: \S* ?(http:\/\/127\S+)/m.exec(written)?.[1] ?? '',
    foundingToken: /#found=(\S+)/.exec(written)?.[1] ?? null,
    output: () => written,
    async end(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** Calls a running server, keeping the session's cookie. */
export function callServer(origin: string): Caller {
  let cookie = '';
  return makeCaller(async ({ method, path, body }) => {
    const headers = { origin, cookie, ...(body === null ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(origin + path, { method, headers, body });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return { status: answer.status, text: await answer.text() };
  });
}
