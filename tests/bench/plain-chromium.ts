import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** One page of a browser that holds nothing yet: commands of the DevTools protocol go to it, and to nothing beside it. */
export type PlainPage = {
  send(command: string, parameters?: object): Promise<Readonly<Record<string, unknown>>>;
  /** The value of an expression in the page. Throws when it throws. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
};

/**
 * Chromium as people have it, spoken to over a pipe. Playwright puts 330 kB of script and a second world into every page
 * it watches, which on a slow telephone takes an eighth of the time that is to be measured.
 */
export type PlainChromium = {
  newPage(): Promise<PlainPage>;
  /** The processes that draw pages. */
  rendererIds(): Promise<number[]>;
  close(): Promise<void>;
};

type Answer = { readonly id?: number; readonly error?: { readonly message: string }; readonly result?: object };

export async function openPlainChromium(program: string, parameters: readonly string[]): Promise<PlainChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'romduol-chromium-'));
  // What a new profile sets about by itself would be measured as well.
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-extensions',
  ];
  const own = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...quiet];
  const browser: ChildProcess = spawn(program, [...own, ...parameters, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(browser, 'exit');
  const toBrowser = browser.stdio[3] as Writable;
  const waiting = new Map<number, { resolve: (result: object) => void; reject: (reason: Error) => void }>();
  let received = '';
  (browser.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
    const messages = (received + text).split('\0');
    received = messages.pop() ?? '';
    for (const message of messages) {
      const { id, error, result } = JSON.parse(message) as Answer;
      const asker = id === undefined ? undefined : waiting.get(id);
      if (id === undefined || asker === undefined) continue;
      waiting.delete(id);
      if (error === undefined) asker.resolve(result ?? {});
      else asker.reject(new Error(error.message));
    }
  });
  browser.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
  });
  let numbered = 0;
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      numbered += 1;
      waiting.set(numbered, { resolve: (result) => resolve({ ...result }), reject });
      toBrowser.write(`${JSON.stringify({ id: numbered, method, params, sessionId })}\0`);
    });

  return {
    async newPage() {
      const { browserContextId } = await send('Target.createBrowserContext');
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const sendHere: PlainPage['send'] = (command, given) => send(command, given, String(sessionId));
      return {
        send: sendHere,
        async evaluate(expression) {
          const answer = await sendHere('Runtime.evaluate', { expression, returnByValue: true });
          if ('exceptionDetails' in answer) throw new Error(`the page threw at: ${expression}`);
          return (answer['result'] as { readonly value?: unknown }).value;
        },
        close: async () => void (await send('Target.disposeBrowserContext', { browserContextId })),
      };
    },
    async rendererIds() {
      const { processInfo } = await send('SystemInfo.getProcessInfo');
      return (processInfo as { type: string; id: number }[])
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => id);
    },
    async close() {
      await send('Browser.close').catch(() => browser.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
