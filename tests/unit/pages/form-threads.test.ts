import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SealedReport } from '@romduol/shared/api/reports';
import type { Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { identityFromSeed, newIdentitySeed } from '@romduol/shared/sealing/identity';
import { type Keyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { makeKeyring } from '@romduol/shared/sealing/keyring-signing';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { compileSodium } from '@romduol/server/intake/compile-sodium';
import { type FormThreads, startFormThreads } from '@romduol/server/intake/form-threads';
import { type FormAnswer, type TakeFormDeps, takeForm } from '@romduol/server/intake/take-form';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { BLANK_SITE } from '@romduol/web/pages/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDeployment } from './sample-deployment.ts';

const ROOT = join(import.meta.dirname, '../../..');
const BUILT = pathToFileURL(join(ROOT, 'server/dist/program/form-worker.js'));
const TODAY = '2026-03-01' as Day;

type Sample = { readonly keyring: Keyring; readonly key: Uint8Array };
function makeSample(): Sample {
  const identity = identityFromSeed(newIdentitySeed());
  const member = crypto.randomUUID() as MemberId;
  const file = makeKeyring({
    root: sodium().signKeypair(sodium().randomBytes(32)),
    day: TODAY,
    organisations: [
      {
        organisation: 'sample' as OrganisationId,
        name: { en: 'Sample', km: 'គំរូ' },
        teams: [{ id: 'duty' as TeamId, name: { en: 'Duty', km: 'ប្រចាំការ' }, provinces: [], duty: true }],
        members: [
          {
            id: member,
            handle: 'sophea',
            teams: ['duty' as TeamId],
            roles: ['administrator', 'caseworker'],
            publisher: false,
            status: 'active',
            kemKey: identity.kem.publicKey,
            signingKey: identity.signing.publicKey,
          },
        ],
        signers: [{ member, signing: identity.signing }],
      },
    ],
  });
  return { keyring: verifyKeyring(file, { today: TODAY }).keyring, key: identity.kem.publicKey };
}

describe('forms taken by threads', () => {
  let sample: Sample;
  let wasm: WebAssembly.Module;
  const opened: FormThreads[] = [];
  const open = (given: { worker?: URL; places?: number; queue?: number } = {}): FormThreads => {
    const threads = startFormThreads({ worker: BUILT, wasm, places: 2, queue: 8, ...given });
    opened.push(threads);
    return threads;
  };
  const take = (
    deps: Partial<TakeFormDeps> & Pick<TakeFormDeps, 'threads'>,
    body: BodyInit = new URLSearchParams({ narrative: 'words' }),
    type = 'application/x-www-form-urlencoded',
  ): Promise<FormAnswer> =>
    takeForm(
      new Request('http://localhost/', { method: 'POST', body }).body,
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
      { keysOf: async () => [sample.key], store: async () => 'stored', ...deps },
    );
  const textOf = (answer: FormAnswer): string =>
    answer.kind === 'page' ? Buffer.from(answer.html).toString() : answer.trouble;

  beforeAll(async () => {
    useSodium(await loadSumoSodium());
    sample = makeSample();
    wasm = await compileSodium(ROOT);
  });
  afterAll(async () => {
    for (const threads of opened) await threads.close();
  });

  test('the receipt is shown when the report is stored, and not before', async () => {
    let stored: (outcome: string) => void = () => undefined;
    let report: SealedReport | undefined;
    const store = (sealed: SealedReport): Promise<string> => {
      report = sealed;
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
      { threads, keysOf: async () => [sample.key], store: async () => 'stored' },
    );
    expect(answer).toEqual({ kind: 'trouble', trouble: 'fault' });
    expect((await take({ threads })).kind).toBe('page');
  });

  test('a long form in many pieces arrives whole', async () => {
    const narrative = 'ពាក្យ '.repeat(8_000);
    const answer = await take({ threads: open() }, new URLSearchParams({ narrative }));
    expect(answer).toMatchObject({ kind: 'page', status: 422 });
    expect(textOf(answer)).toContain(narrative);
  });
});
