import { readOwnAccount, readParameters } from '@romduol/shared/api/accounts';
import { type InvitationPlan, createInvitation, readInvitation } from '@romduol/shared/api/invitations';
import { offerTotp, signIn, startEnrolment } from '@romduol/shared/api/second-factor';
import { authKey } from '@romduol/shared/sealing/identity';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { makeActs } from '@romduol/web/desk/make-acts';
import { makeCaller } from '@romduol/web/desk/caller';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { type FreshApp, freshApp, send, signInAs } from '../../http/fresh-app.ts';

/** As a thief might write bytes where a text is wanted. */
const spellings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (!(value instanceof Uint8Array)) return [];
  const bytes = Buffer.from(value);
  return [bytes.toString('base64url'), bytes.toString('base64'), bytes.toString('hex'), bytes.toString('latin1')];
};

describe.each(kinds)('rows stolen from the database, on %s', (kind) => {
  let fresh: FreshApp;
  let cookie: string;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    cookie = await signInAs(fresh, 'sok.dara');
  });
  afterAll(() => fresh.close());

  const ask = (text: TemplateStringsArray) => query(fresh.database.db)<Record<string, unknown>>(text);
  const spell = (rows: readonly Record<string, unknown>[]): string[] =>
    rows.flatMap((row) => Object.values(row)).flatMap(spellings);

  const isSignedIn = async (value: string): Promise<boolean> => {
    const headers = { cookie: `__Host-session=${encodeURIComponent(value)}`, 'sec-fetch-site': 'same-origin' };
    const plain = { ...headers, cookie: `__Host-session=${value.replaceAll(/[^\x21-\x7e]/g, '')}` };
    const answers = await Promise.all(
      [headers, plain].map((one) => send(fresh.app, 'GET', readOwnAccount.path, { headers: one })),
    );
    return answers.some(({ status }) => status === 200);
  };

  test('open no session', async () => {
    const values = spell(await ask`select * from sessions`);
    expect(values.length).toBeGreaterThan(3);
    for (const value of values) expect(await isSignedIn(value)).toBe(false);
    console.log(`${values.length} spellings of what a stored session holds presented as a session: none taken`);
    // The control: what the member’s browser holds.
    expect(await isSignedIn(cookie.replace(/^[^=]+=/, ''))).toBe(true);
  });

  test('are no authentication key', async () => {
    const values = spell(await ask`select * from members`).map((one) => one.slice(0, 64));
    const attempt = (auth: string) =>
      send(fresh.app, 'POST', signIn.path, { body: JSON.stringify({ handle: 'chan.lina', auth }) });
    const taken: string[] = [];
    let tried = 0;
    for (const auth of new Set(values)) {
      tried += 1;
      // Guessing is slowed; a thief with patience waits.
      fresh.clock.now += 60 * 60_000;
      if ((await attempt(auth)).status === 200) taken.push(auth);
    }
    console.log(`${tried} values of stored accounts presented as authentication key: ${taken.length} taken`);
    expect(tried).toBeGreaterThan(20);
    expect(taken).toEqual([]);
    fresh.clock.now += 60 * 60_000;
    // The control: what the passphrase gives.
    const real = Buffer.from(authKey(fresh.people['chan.lina'].root)).toString('base64url');
    expect((await attempt(real)).status).toBe(200);
  });

  /** What could be presented where 32 bytes are wanted. */
  const keysIn = (rows: readonly Record<string, unknown>[]): Uint8Array[] =>
    rows
      .flatMap((row) => Object.values(row))
      .flatMap((value) => (value instanceof Uint8Array && value.length === 32 ? [new Uint8Array(value)] : []));

  test('are no invitation', async () => {
    const token = sodium().randomBytes(32);
    const plan: InvitationPlan = {
      handle: 'mealea',
      roles: ['advocate'],
      publisher: false,
      teams: [],
      organisation: null,
    };
    const bopha = await fresh.as('ly.bopha');
    await bopha(createInvitation, { body: { id: crypto.randomUUID(), token, plan } });
    const stored = keysIn(await ask`select * from invitations`);
    expect(stored.length).toBeGreaterThan(0);
    for (const one of stored)
      await expect(fresh.call(readInvitation, { body: { token: one } })).rejects.toMatchObject({
        code: 'invitation_void',
      });
    // The control: what the invitation holds.
    expect((await fresh.call(readInvitation, { body: { token } })).plan.handle).toBe('mealea');
  });

  test('are no ticket between two proofs', async () => {
    const dara = await fresh.as('sok.dara');
    const { ticket } = await dara(startEnrolment, { body: { auth: authKey(fresh.people['sok.dara'].root) } });
    const stored = keysIn(await ask`select * from sign_in_steps`);
    expect(stored.length).toBeGreaterThan(0);
    for (const one of stored)
      await expect(fresh.call(offerTotp, { body: { ticket: one } })).rejects.toMatchObject({ code: 'ticket_void' });
    // The control: what the member’s browser was given.
    expect((await fresh.call(offerTotp, { body: { ticket } })).secret).toHaveLength(20);
  });

  test('a server that offers cheap parameters learns nothing by it: the client refuses them', async () => {
    useSodium(await loadSumoSodium());
    const asked: string[] = [];
    const offer = (operations: number, memory: number) =>
      makeActs({
        clock: () => fresh.clock.now,
        call: makeCaller(({ path }) => {
          asked.push(path);
          const answer = { salt: 'A'.repeat(22), operations, memory };
          return Promise.resolve({ status: 200, text: JSON.stringify(answer) });
        }),
      });
    for (const [operations, memory] of [
      [1, 2 ** 27],
      [2, 2 ** 27],
      [3, 2 ** 27 - 1],
      [3, 8192],
      [0, 0],
    ] as const)
      await expect(offer(operations, memory).signIn('sok.dara', 'correct horse')).rejects.toMatchObject({
        code: expect.stringMatching(/weak_parameters|answer_malformed/) as string,
      });
    expect(new Set(asked)).toEqual(new Set([readParameters.path]));
    // The control: with parameters that cost enough it goes on and sends what it derived.
    await offer(3, 2 ** 27)
      .signIn('sok.dara', 'correct horse')
      .catch(() => undefined);
    expect(asked.at(-1)).toBe(signIn.path);
  });
});
