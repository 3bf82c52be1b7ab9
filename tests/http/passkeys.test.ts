import { readOwnAccount } from '@romduol/shared/api/accounts';
import type { Answer } from '@romduol/shared/api/contract';
import { MOST_PASSKEYS, namePasskey, readFactors, removeFactor, storeQuickWrap } from '@romduol/shared/api/passkeys';
import { answerPasskey, confirmPasskey, offerPasskey, signIn, startEnrolment } from '@romduol/shared/api/second-factor';
import { authKey } from '@romduol/shared/sealing/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { enrolments, ticketOf } from './enrolments.ts';
import { type FreshApp, freshApp, signInAs } from './fresh-app.ts';
import { type Handle } from './people.ts';
import { type SoftPasskey, softPasskey } from './soft-passkey.ts';

describe.each(kinds)('passkeys, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind, { factorRequired: true });
  });
  afterAll(() => fresh.close());
  const { begin, post, enrol } = enrolments(() => fresh);

  /** Makes a passkey with this ticket; the session's cookie. */
  async function add(ticket: Uint8Array, passkey: SoftPasskey): Promise<string> {
    const { challenge } = await fresh.call(offerPasskey, { body: { ticket } });
    const { cookie, status } = await post(confirmPasskey.path, { ticket, made: passkey.make({ challenge }) });
    if (status !== 200) throw new Error(`enrolling answered ${status}`);
    return cookie;
  }
  const addAtWork = async (handle: Handle, cookie: string, passkey = softPasskey()): Promise<string> => {
    const auth = authKey(fresh.people[handle].root);
    return add((await fresh.withCookie(cookie)(startEnrolment, { body: { auth } })).ticket, passkey);
  };
  const askOf = (step: Answer<typeof signIn>) => {
    if (step.step !== 'factor' || step.passkey === null) throw new Error(`no passkey asked for at ${step.step}`);
    return { ticket: step.ticket, totp: step.totp, ...step.passkey };
  };
  const codeOf = (refused: Promise<unknown>): Promise<string> =>
    refused.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  test('one is set up at the first sign-in and asked for at the next; nothing is handed out before it', async () => {
    const passkey = softPasskey();
    const cookie = await add(ticketOf(await begin('ly.bopha')), passkey);
    await expect(fresh.withCookie(cookie)(readOwnAccount)).resolves.toMatchObject({ quickUnlock: false });
    const step = await begin('ly.bopha');
    expect(Object.keys(step).sort()).toEqual(['passkey', 'step', 'ticket', 'totp']);
    const { ticket, challenge, credentials, totp } = askOf(step);
    expect([totp, credentials]).toEqual([false, [passkey.credentialId]]);
    const proof = passkey.sign({ challenge });
    const entered = await post(answerPasskey.path, { ticket, proof });
    expect(entered.said).toMatchObject({ step: 'open' });
    await expect(fresh.withCookie(entered.cookie)(readOwnAccount)).resolves.toMatchObject({ handle: 'ly.bopha' });
    // The answer is to this one question.
    expect(await codeOf(fresh.call(answerPasskey, { body: { ticket, proof } }))).toBe('ticket_void');
    const again = askOf(await begin('ly.bopha'));
    expect(again.challenge).not.toEqual(challenge);
    expect(await codeOf(fresh.call(answerPasskey, { body: { ticket: again.ticket, proof } }))).toBe('passkey_refused');
  });

  test('somebody else’s passkey, a cloned one and one that did not know its owner are refused, and written down', async () => {
    const [passkey, stranger] = [softPasskey(), softPasskey()];
    await add(ticketOf(await begin('vann.sopheap')), passkey);
    const answer = async (by: SoftPasskey, said: { counter?: number; flags?: number } = {}): Promise<string> => {
      const { ticket, challenge } = askOf(await begin('vann.sopheap'));
      return codeOf(fresh.call(answerPasskey, { body: { ticket, proof: by.sign({ challenge, ...said }) } }));
    };
    const failures = async (): Promise<number> =>
      (await query(fresh.database.db)`select from audit_log where act = 'sign_in_failed'`).length;
    const before = await failures();
    expect(await answer(stranger)).toBe('passkey_refused');
    expect(
      await answer({ ...stranger, sign: (said) => ({ ...stranger.sign(said), credentialId: passkey.credentialId }) }),
    ).toBe('passkey_refused');
    expect(await answer(passkey, { flags: 0x01 })).toBe('passkey_refused');
    expect(await failures()).toBe(before + 3);
    expect(await answer(passkey, { counter: 7 })).toBe('done');
    expect(await answer(passkey, { counter: 7 })).toBe('passkey_refused');
    expect(await answer(passkey, { counter: 0 })).toBe('passkey_refused');
    expect(await failures()).toBe(before + 5);
    expect(await answer(passkey, { counter: 8 })).toBe('done');
  });

  test('a ticket is void after five wrong answers, and for another stage', async () => {
    const { ticket, challenge } = askOf(await begin('vann.sopheap'));
    const proof = softPasskey().sign({ challenge });
    const said: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      said.push(await codeOf(fresh.call(answerPasskey, { body: { ticket, proof } })));
    }
    expect(said).toEqual([...Array.from({ length: 5 }, () => 'passkey_refused'), 'ticket_void']);
    const asked = askOf(await begin('vann.sopheap'));
    expect(await codeOf(fresh.call(offerPasskey, { body: { ticket: asked.ticket } }))).toBe('ticket_void');
    const made = softPasskey().make({ challenge: asked.challenge });
    expect(await codeOf(fresh.call(confirmPasskey, { body: { ticket: asked.ticket, made } }))).toBe('ticket_void');
  });

  test('a member has several beside a code generator; earlier sessions end; one credential is one member’s', async () => {
    const handle = 'meas.phalla';
    const first = await enrol(handle);
    const passkey = softPasskey();
    const second = await addAtWork(handle, first, passkey);
    await expect(fresh.withCookie(first)(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
    const third = await addAtWork(handle, second);
    const { totp, passkeys } = await fresh.withCookie(third)(readFactors);
    expect([totp, passkeys.length]).toEqual([true, 2]);
    expect(askOf(await begin(handle))).toMatchObject({ totp: true, credentials: { length: 2 } });
    // The same authenticator a second time, and for another member.
    await expect(addAtWork(handle, third, passkey)).rejects.toThrow('409');
    const bopha = ticketOf(await begin('ros.chenda'));
    await expect(add(bopha, passkey)).rejects.toThrow('409');
    let cookie = third;
    for (let more = 2; more < MOST_PASSKEYS; more += 1) cookie = await addAtWork(handle, cookie);
    await expect(addAtWork(handle, cookie)).rejects.toThrow('409');
  });

  test('one is named, lets unlock and is taken away by its member alone, the last never where one is needed', async () => {
    const [dara, lina] = await Promise.all([signInAs(fresh, 'sok.dara'), signInAs(fresh, 'chan.lina')]);
    const own = fresh.withCookie(await addAtWork('sok.dara', dara));
    const other = fresh.withCookie(lina);
    const [passkey] = (await own(readFactors)).passkeys;
    const id = passkey?.id ?? '';
    const [name, quick] = [new Uint8Array(168).fill(1), new Uint8Array(72).fill(2)];
    const auth = authKey(fresh.people['sok.dara'].root);
    expect(await codeOf(other(namePasskey, { params: { id }, body: { name } }))).toBe('not_found');
    expect(await codeOf(other(storeQuickWrap, { params: { id }, body: { quick } }))).toBe('not_found');
    const linas = authKey(fresh.people['chan.lina'].root);
    expect(await codeOf(other(removeFactor, { body: { auth: linas, factor: id } }))).toBe('not_found');
    await own(namePasskey, { params: { id }, body: { name } });
    await own(storeQuickWrap, { params: { id }, body: { quick } });
    expect((await own(readFactors)).passkeys).toMatchObject([{ name, quick }]);
    await expect(own(readOwnAccount)).resolves.toMatchObject({ quickUnlock: true });
    // A wrap is not handed to whoever has given only the passphrase.
    expect(JSON.stringify(await begin('sok.dara'))).not.toContain(Buffer.from(quick).toString('base64url'));
    expect(await codeOf(own(removeFactor, { body: { auth: new Uint8Array(32), factor: id } }))).toBe(
      'credentials_refused',
    );
    await own(removeFactor, { body: { auth, factor: id } });
    // Whoever came in by it, on a device that was lost, is out.
    expect(await codeOf(own(readOwnAccount))).toBe('not_signed_in');
    expect((await begin('sok.dara')).step).toBe('open');
    await expect((await fresh.as('sok.dara'))(readOwnAccount)).resolves.toMatchObject({ quickUnlock: false });

    const vuth = await enrol('heng.vuth');
    const needed = authKey(fresh.people['heng.vuth'].root);
    expect(await codeOf(fresh.withCookie(vuth)(removeFactor, { body: { auth: needed, factor: 'totp' } }))).toBe(
      'last_factor',
    );
    const next = fresh.withCookie(await addAtWork('heng.vuth', vuth));
    await next(removeFactor, { body: { auth: needed, factor: 'totp' } });
    expect(askOf(await begin('heng.vuth')).totp).toBe(false);
  });
});
