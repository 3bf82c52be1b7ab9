import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SealedReport } from '@romduol/shared/api/reports';
import { identityFromSeed, newIdentitySeed } from '@romduol/shared/sealing/identity';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { compileSodium } from '@romduol/server/intake/compile-sodium';
import type { SealedForm } from '@romduol/server/intake/form-messages';
import { type FormThreads, startFormThreads } from '@romduol/server/intake/form-threads';
import { type FormAnswer, type TakeFormDeps, takeForm } from '@romduol/server/intake/take-form';
import { UNTOLD, makeStanding } from '@romduol/server/web-security/standing';
import { processTimer } from '@romduol/server/web-security/timer';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { BLANK_SITE } from '@romduol/web/pages/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDeployment } from './sample-deployment.ts';
import { type FormSample, TODAY, makeFormSample } from './sample-keyring.ts';

const ROOT = join(import.meta.dirname, '../../..');
const BUILT = pathToFileURL(join(ROOT, 'server/dist/program/form-worker.js'));

describe('forms taken by threads', () => {
  let sample: FormSample;
  let wasm: WebAssembly.Module;
  const opened: FormThreads[] = [];
  const open = ({ places = 2, ...given }: { worker?: URL; places?: number; queue?: number } = {}): FormThreads => {
    const standing = makeStanding(processTimer);
    const options = {
      worker: BUILT,
      wasm,
      places: { short: places, long: 1 },
      queue: 8,
      standing,
      timer: processTimer,
    };
    const threads = startFormThreads({ ...options, ...given });
    opened.push(threads);
    return threads;
  };
  const plainDeps = (): Omit<TakeFormDeps, 'threads'> => ({
    asker: { tag: UNTOLD },
    now: () => 0,
    keysOf: async () => [sample.key],
    store: async () => 'stored',
    storeChunk: async () => 'stored',
  });
  const take = (
    deps: Partial<TakeFormDeps> & Pick<TakeFormDeps, 'threads'>,
    body: URLSearchParams | ReadableStream<Uint8Array> = new URLSearchParams({ narrative: 'words' }),
    type = 'application/x-www-form-urlencoded',
  ): Promise<FormAnswer> =>
    takeForm(
      body instanceof ReadableStream ? body : new Request('http://localhost/', { method: 'POST', body }).body,
      {
        contentType: type,
        language: 'en',
        encoding: 'identity',
        today: TODAY,
        keyring: sample.keyring,
        deployment: sampleDeployment,
        numbers: SAMPLE_HELP_NUMBERS,
        site: BLANK_SITE,
      },
      { ...plainDeps(), ...deps },
    );
  const textOf = (answer: FormAnswer): string =>
    answer.kind === 'page' ? Buffer.from(answer.html).toString() : answer.trouble;

  beforeAll(async () => {
    useSodium(await loadSumoSodium());
    sample = makeFormSample();
    wasm = await compileSodium(ROOT);
  });
  afterAll(async () => {
    for (const threads of opened) await threads.close();
  });

  test('the receipt is shown when the report is stored, and not before', async () => {
    let stored: (outcome: string) => void = () => undefined;
    let report: SealedReport | undefined;
    const store = (sealed: SealedForm): Promise<string> => {
      ({ report } = sealed);
      return new Promise((resolve) => {
        stored = resolve;
      });
    };
    const answering = take({ threads: open(), store });
    await expect.poll(() => report?.sealedBy).toBe('server');
    const early = await Promise.race([answering, new Promise((later) => setTimeout(later, 300, 'nothing yet'))]);
    expect(early).toBe('nothing yet');
    stored('stored');
    expect(textOf(await answering)).toMatch(/id="receipt"[^>]*>(\d{4} ){4}\d{4}</);
  });

  test('no receipt is shown for a report that could not be stored', async () => {
    const store = (): Promise<never> => Promise.reject(new Error('no room'));
    expect(await take({ threads: open(), store })).toEqual({ kind: 'trouble', trouble: 'fault' });
  });

  test('keys that the keyring does not name are not sealed to', async () => {
    const other = identityFromSeed(newIdentitySeed()).kem.publicKey;
    let stored = 0;
    const store = async (): Promise<void> => {
      stored += 1;
    };
    expect(textOf(await take({ threads: open(), keysOf: async () => [other], store }))).toBe('fault');
    expect(stored).toBe(0);
  });

  test('forms beyond the places wait, and beyond the queue are told that many are sending', async () => {
    const threads = open({ places: 1, queue: 1 });
    const answers = await Promise.all([take({ threads }), take({ threads }), take({ threads })]);
    expect(answers.map((answer) => (answer.kind === 'page' ? answer.status : answer.trouble))).toEqual([
      200,
      200,
      'busy',
    ]);
    // The place is free again.
    expect((await take({ threads })).kind).toBe('page');
  });

  test('a thread serves one form: each is answered by another', async () => {
    const threads = open({ places: 1 });
    const receipts = [await take({ threads }), await take({ threads })].map(
      (answer) => /receipt"[^>]*>([\d ]{24})</.exec(textOf(answer))?.[1],
    );
    expect(new Set(receipts).size).toBe(2);
  });

  test('threads that fail, at once or while they wait, are a fault and hold nobody up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'romduol-'));
    for (const [name, code] of [
      ['at-once.mjs', 'process.exit(1);'],
      [
        'when-asked.mjs',
        "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('x'); });",
      ],
    ] as const) {
      writeFileSync(join(folder, name), code);
      const threads = open({ worker: pathToFileURL(join(folder, name)), places: 1 });
      await new Promise((later) => setTimeout(later, 300));
      expect(textOf(await take({ threads }))).toBe('fault');
      expect(textOf(await take({ threads }))).toBe('fault');
    }
    rmSync(folder, { recursive: true });
  });

  test('a body that breaks off is a fault, and its thread is free again', async () => {
    const threads = open({ places: 1 });
    let pulls = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        if (pulls > 3) controller.error(new Error('gone'));
        else controller.enqueue(new TextEncoder().encode(`narrative=${'x'.repeat(40_000)}`));
      },
    });
    const answer = await takeForm(
      broken,
      {
        contentType: 'application/x-www-form-urlencoded',
        language: 'en',
        encoding: 'identity',
        today: TODAY,
        keyring: sample.keyring,
        deployment: sampleDeployment,
        numbers: [],
        site: BLANK_SITE,
      },
      { ...plainDeps(), threads },
    );
    expect(answer).toEqual({ kind: 'trouble', trouble: 'fault' });
    expect((await take({ threads })).kind).toBe('page');
  });

  /** A form longer than is held, whose end comes when it is told to. */
  function slowForm(): { readonly body: ReadableStream<Uint8Array>; more(): void; finish(): void } {
    let sending: ReadableStreamDefaultController<Uint8Array> | undefined;
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    return {
      body: new ReadableStream<Uint8Array>({
        start(controller) {
          sending = controller;
          controller.enqueue(bytes(`narrative=words&unknown=${'x'.repeat(70_000)}`));
        },
      }),
      more: () => sending?.enqueue(bytes('x')),
      finish: () => sending?.close(),
    };
  }

  test('lines that are slow to send long forms hold up nobody whose form is there', async () => {
    const threads = open({ places: 3 });
    const slow = Array.from({ length: 5 }, slowForm);
    const answers = slow.map(({ body }) => take({ threads }, body));
    await new Promise((later) => setTimeout(later, 100));
    expect((await take({ threads })).kind).toBe('page');
    for (const { finish } of slow) finish();
    expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(answers.map(() => 'page'));
  });

  test('while somebody waits for its thread a long form must come at a pace', async () => {
    const threads = open({ places: 2 });
    let now = 0;
    const [stalling, waiting] = [slowForm(), slowForm()];
    const first = take({ threads, now: () => now }, stalling.body);
    await new Promise((later) => setTimeout(later, 100));
    now = 10 * 60_000;
    stalling.more();
    // Nobody waits: it may take all the time that it needs.
    expect(await Promise.race([first, new Promise((later) => setTimeout(later, 300, 'still taken'))])).toBe(
      'still taken',
    );
    const second = take({ threads }, waiting.body);
    await new Promise((later) => setTimeout(later, 100));
    expect(threads.wanted).toBe(true);
    stalling.more();
    expect(await first).toEqual({ kind: 'trouble', trouble: 'busy' });
    waiting.finish();
    expect((await second).kind).toBe('page');
  });

  test('a form with the field filled in that nobody sees lets others go first, and is stored all the same', async () => {
    const threads = open({ places: 1 });
    const stored: string[] = [];
    const store = (who: string) => async (): Promise<void> => void stored.push(who);
    const trapped = new URLSearchParams({ narrative: 'words', website: 'https://example.org' });
    const machine = take({ threads, store: store('machine') }, trapped);
    const answers = await Promise.all([
      machine,
      ...['first', 'second'].map((who) => take({ threads, store: store(who) })),
    ]);
    expect(answers.map(textOf).filter((html) => /receipt"[^>]*>[\d ]{24}</.test(html))).toHaveLength(3);
    // Behind whoever waited before it; the pauses between such forms come on top.
    expect(stored.indexOf('machine')).toBeGreaterThan(stored.indexOf('first'));
  });

  test('a long form in many pieces arrives whole', async () => {
    const narrative = 'ពាក្យ '.repeat(8_000);
    const answer = await take({ threads: open() }, new URLSearchParams({ narrative }));
    expect(answer).toMatchObject({ kind: 'page', status: 422 });
    expect(textOf(answer)).toContain(narrative);
  });
});
