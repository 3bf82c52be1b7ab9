import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAMS = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
/** What WebDriver calls keys: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const KEY = { shift: '\uE008', tab: '\uE004', enter: '\uE007' } as const;
/** The name under which WebDriver hands elements out. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE = 60_000;

/** The system's Firefox, driven by its own protocol, Marionette: Playwright's is a patched one, which people do not have. */
export type Firefox = {
  go(address: string): Promise<void>;
  /** Where going back leads, once that has settled. */
  back(): Promise<{ readonly title: string; readonly address: string }>;
  title(): Promise<string>;
  /** Waits for a page of this title. */
  untilTitle(title: string): Promise<void>;
  /** Waits for an element that is shown, and gives its text. */
  text(css: string): Promise<string>;
  /** The value of a field, as it stands. */
  value(css: string): Promise<string>;
  type(css: string, text: string): Promise<void>;
  click(css: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  cookies(): Promise<readonly { readonly name: string; readonly secure: boolean }[]>;
  close(): Promise<void>;
};

type Preferences = Readonly<Record<string, string | number | boolean>>;
type Answer = { readonly value?: unknown };

/** Messages are JSON behind their length: `[kind, number, command or error, content]`. */
function talk(socket: Socket): (command: string, parameters?: object) => Promise<Answer> {
  const open = new Map<number, { resolve: (answer: Answer) => void; reject: (reason: Error) => void }>();
  let received = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const colon = received.indexOf(58);
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString()) as
        | object
        | [kind: number, number: number, error: { readonly message: string } | null, result: Answer];
      received = received.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, number, error, result] = message;
      const waiting = open.get(number);
      open.delete(number);
      if (error === null) waiting?.resolve(result);
      else waiting?.reject(new Error(error.message));
    }
  });
  let numbered = 0;
  return (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      numbered += 1;
      open.set(numbered, { resolve, reject });
      const message = Buffer.from(JSON.stringify([0, numbered, command, parameters]));
      socket.write(`${message.length}:`);
      socket.write(message);
    });
}

/** Tries again until it comes, or patience ends. */
async function until<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; await sleep(100)) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
  }
  throw new Error(`Firefox never showed ${what}`);
}

/** Starts Firefox on a profile of its own. Throws a sentence where there is none. */
export async function openFirefox(preferences: Preferences): Promise<Firefox> {
  const program = PROGRAMS.find((file) => existsSync(file));
  if (program === undefined) throw new Error('Firefox is needed. Type: apt-get install firefox-esr');
  const profile = mkdtempSync(join(tmpdir(), 'romduol-firefox-'));
  const settings: Preferences = {
    'marionette.port': 0,
    'app.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    ...preferences,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const browser: ChildProcess = spawn(program, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    env: { PATH: process.env['PATH'], HOME: profile, MOZ_HEADLESS: '1' },
    stdio: 'ignore',
  });
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(async () => {
    const written = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
    return written > 0 ? written : null;
  }, 'a port to drive it by');
  const socket = connect(port, '127.0.0.1');
  const command = talk(socket);
  await once(socket, 'connect');
  await command('WebDriver:NewSession', { strictFileInteractability: true });

  const find = (css: string): Promise<string> =>
    until(async () => {
      const { value } = await command('WebDriver:FindElement', { using: 'css selector', value: css });
      return (value as Readonly<Record<string, string>>)[ELEMENT] ?? null;
    }, css);
  const textOf = async (name: string, parameters: object = {}): Promise<string> =>
    String((await command(name, parameters)).value ?? '');
  const title = (): Promise<string> => textOf('WebDriver:GetTitle');
  return {
    go: async (url) => void (await command('WebDriver:Navigate', { url })),
    async back() {
      await command('WebDriver:Back').catch(() => undefined);
      // A page that leads elsewhere at once is not where it ends.
      await sleep(700);
      return { title: await title(), address: await textOf('WebDriver:GetCurrentURL') };
    },
    title,
    untilTitle: async (wanted) => void (await until(async () => ((await title()) === wanted ? true : null), wanted)),
    text: (css) =>
      until(async () => {
        const text = await textOf('WebDriver:GetElementText', { id: await find(css) });
        return text === '' ? null : text;
      }, css),
    value: async (css) => textOf('WebDriver:GetElementProperty', { id: await find(css), name: 'value' }),
    type: async (css, text) => void (await command('WebDriver:ElementSendKeys', { id: await find(css), text })),
    click: async (css) => void (await command('WebDriver:ElementClick', { id: await find(css) })),
    async press(...keys) {
      const actions = keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await command('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    cookies: async () =>
      (await command('WebDriver:GetCookies')) as unknown as { readonly name: string; readonly secure: boolean }[],
    async close() {
      const ended = once(browser, 'exit');
      await command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => browser.kill());
      await ended;
      socket.destroy();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
