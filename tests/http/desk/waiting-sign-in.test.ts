import { callInProcess } from '@romduol/server/demo/member-desks';
import { recoveryWords } from '@romduol/shared/sealing/recovery';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type WaitingSignIn, giveCode, recover, signIn } from '@romduol/web/desk/sign-in';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { HALF_MINUTE, enrolments } from '../enrolments.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';

const TYPED = 'ominous prune coherent mourner default dreadlock';

/** Every string and every byte string that can be reached from a value. */
function reachedFrom(value: unknown, seen = new Set<unknown>()): unknown[] {
  if (typeof value === 'string' || value instanceof Uint8Array) return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const parts: unknown[] =
    value instanceof Map ? [...value].flat() : Reflect.ownKeys(value).map((key) => Reflect.get(value, key));
  return parts.flatMap((part) => reachedFrom(part, seen));
}
const textIn = (value: unknown): string =>
  reachedFrom(value)
    .map((one) => (one instanceof Uint8Array ? Buffer.from(one).toString('latin1') : one))
    .join('\n');

describe.each(mainKinds)('a sign-in that waits for a second proof, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind, { factorRequired: true });
  });
  afterAll(() => fresh.close());
  const { codeOf, enrol, secretOf } = enrolments(() => fresh);

  /** Signing in from a browser of its own, which works a passphrase out as the test says. */
  const wayOf = (handle: 'ly.bopha', root: Uint8Array) => ({
    call: callInProcess(fresh.app).call,
    clock: () => fresh.clock.now,
    handle,
    deriveRoot: () => Promise.resolve(root),
  });
  const waits = (entered: object): WaitingSignIn => {
    if ('identity' in entered) throw new Error('it did not wait');
    return entered as WaitingSignIn;
  };

  test('has nothing in hand of what was typed, whether it is to be set up or given', async () => {
    const { root } = fresh.people['ly.bopha'];
    const first = waits(await signIn({ ...wayOf('ly.bopha', root), passphrase: TYPED }));
    expect(first.waitsFor).toBe('enrol');
    await enrol('ly.bopha');
    const again = waits(await signIn({ ...wayOf('ly.bopha', root), passphrase: TYPED }));
    expect(again.waitsFor).toBe('factor');
    for (const waiting of [first, again]) {
      expect(textIn(waiting)).toContain('ly.bopha');
      for (const word of TYPED.split(' ')) expect(textIn(waiting)).not.toContain(word);
    }
  });

  test('nor has one with a recovery card, and it ends with the passphrase that was typed before it waited', async () => {
    const { identity } = fresh.people['ly.bopha'];
    const words = recoveryWords(identity.seed);
    const root = sodium().randomBytes(32);
    const way = { ...wayOf('ly.bopha', root), words: words.join(' '), passphrase: TYPED };
    const waiting = waits(await recover(way));
    expect(waiting.waitsFor).toBe('factor');
    const text = textIn(waiting);
    for (const word of [...TYPED.split(' '), words.join(' '), words.slice(0, 3).join(' ')])
      expect(text).not.toContain(word);
    fresh.clock.now += 2 * HALF_MINUTE;
    const desk = await giveCode(waiting, codeOf(secretOf('ly.bopha')));
    expect(desk).toMatchObject({ member: { handle: 'ly.bopha' } });
    // What opens the account from now on is what that passphrase gave.
    expect(waits(await signIn({ ...wayOf('ly.bopha', root), passphrase: TYPED })).waitsFor).toBe('factor');
    const { root: before } = fresh.people['ly.bopha'];
    await expect(signIn({ ...wayOf('ly.bopha', before), passphrase: TYPED })).rejects.toMatchObject({
      code: 'credentials_refused',
    });
  });
});
