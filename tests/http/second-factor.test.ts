import { readOwnAccount } from '@romduol/shared/api/accounts';
import { liftSuspension, suspendMember } from '@romduol/shared/api/keyring';
import {
  agreeFactorReset,
  askFactorReset,
  dropFactorReset,
  listFactorResets,
  readFactors,
} from '@romduol/shared/api/passkeys';
import { answerFactor, confirmTotp, offerTotp, signIn, startEnrolment } from '@romduol/shared/api/second-factor';
import { authKey } from '@romduol/shared/sealing/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { HALF_MINUTE, enrolments, ticketOf } from './enrolments.ts';
import { type FreshApp, freshApp, signInAs } from './fresh-app.ts';
import type { Handle } from './people.ts';

describe.each(kinds)('the second factor, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind, { factorRequired: true });
  });
  afterAll(() => fresh.close());

  const { codeOf, wrongOf, begin, post, enrol, secretOf, giveCode } = enrolments(() => fresh);

  test('is asked of supervisors, publishers and administrators, and of nobody else', async () => {
    const steps: Record<string, string> = {};
    for (const handle of Object.keys(fresh.people) as Handle[]) steps[handle] = (await begin(handle)).step;
    expect(steps).toEqual({
      'sok.dara': 'open',
      'chan.lina': 'open',
      'keo.rith': 'open',
      'noy.kosal': 'open',
      'pich.rany': 'open',
      'tep.srey': 'open',
      'vann.sopheap': 'enrol',
      'meas.phalla': 'enrol',
      'ly.bopha': 'enrol',
      'ros.chenda': 'enrol',
      'heng.vuth': 'enrol',
    });
  });

  test('nothing of the account is handed out, and no session begins, before the code', async () => {
    const before = await post(signIn.path, {
      handle: 'ly.bopha',
      auth: authKey(fresh.people['ly.bopha'].root),
    });
    expect(before.cookie).toBe('');
    expect(Object.keys(before.said as object).sort()).toEqual(['step', 'ticket']);
    const cookie = await enrol('ly.bopha');
    await expect(fresh.withCookie(cookie)(readOwnAccount)).resolves.toMatchObject({ handle: 'ly.bopha' });
    await expect(fresh.withCookie(cookie)(readFactors)).resolves.toEqual({ totp: true, required: true, passkeys: [] });
    const again = await begin('ly.bopha');
    expect(again.step).toBe('factor');
    await expect(fresh.call(offerTotp, { body: { ticket: ticketOf(again) } })).rejects.toMatchObject({
      code: 'ticket_void',
    });
  });

  test('a code opens once; one before it never again, and who tries is written down', async () => {
    const failures = async (): Promise<number> =>
      (await query(fresh.database.db)`select from audit_log where act = 'sign_in_failed'`).length;
    const before = await failures();
    fresh.clock.now += 2 * HALF_MINUTE;
    const code = codeOf(secretOf('ly.bopha'));
    const [first, second] = [ticketOf(await begin('ly.bopha')), ticketOf(await begin('ly.bopha'))];
    await expect(fresh.call(answerFactor, { body: { ticket: first, code } })).resolves.toMatchObject({ step: 'open' });
    const third = ticketOf(await begin('ly.bopha'));
    for (const [ticket, given] of [
      [third, code],
      [third, codeOf(secretOf('ly.bopha'), -1)],
    ] as const) {
      await expect(fresh.call(answerFactor, { body: { ticket, code: given } })).rejects.toMatchObject({
        code: 'factor_refused',
      });
    }
    expect(await failures()).toBe(before + 2);
    // What else was under way ended with the sign-in.
    await expect(fresh.call(answerFactor, { body: { ticket: second, code } })).rejects.toMatchObject({
      code: 'ticket_void',
    });
  });

  test('a ticket is void after five wrong codes, after five minutes, and for anybody else', async () => {
    fresh.clock.now += 2 * HALF_MINUTE;
    const ticket = ticketOf(await begin('ly.bopha'));
    const code = codeOf(secretOf('ly.bopha'));
    const refusals: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = fresh.call(answerFactor, { body: { ticket, code: wrongOf(code) } });
      refusals.push(
        await answer.then(
          () => 'open',
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(refusals).toEqual([...Array.from({ length: 5 }, () => 'factor_refused'), 'ticket_void']);
    await expect(fresh.call(answerFactor, { body: { ticket, code } })).rejects.toMatchObject({ code: 'ticket_void' });
    await expect(fresh.call(answerFactor, { body: { ticket: new Uint8Array(32), code } })).rejects.toMatchObject({
      code: 'ticket_void',
    });
    const late = ticketOf(await begin('ly.bopha'));
    fresh.clock.now += 10 * HALF_MINUTE;
    await expect(
      fresh.call(answerFactor, { body: { ticket: late, code: codeOf(secretOf('ly.bopha')) } }),
    ).rejects.toMatchObject({ code: 'ticket_void' });
  });

  test('ticket after ticket does not help who guesses', async () => {
    fresh.clock.now += 20 * HALF_MINUTE;
    const codes = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const ticket = ticketOf(await begin('ly.bopha'));
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const code = wrongOf(codeOf(secretOf('ly.bopha')));
        const answer = fresh.call(answerFactor, { body: { ticket, code } });
        codes.add(
          await answer.then(
            () => 'open',
            (error: { code: string }) => error.code,
          ),
        );
      }
    }
    expect([...codes].sort()).toEqual(['factor_refused', 'too_many_attempts']);
    fresh.clock.now += 12 * HALF_MINUTE;
  });

  test('rows tell no secret, and one member’s is no other’s', async () => {
    const rows = await query(fresh.database.db)<{ secret: Uint8Array }>`select secret from second_factors`;
    expect(rows.length).toBeGreaterThan(0);
    const secret = Buffer.from(secretOf('ly.bopha'));
    expect(rows.every((row) => !Buffer.from(row.secret).includes(secret))).toBe(true);
    const sealed = fresh.secret.sealFactor(fresh.people['ly.bopha'].id, secret);
    expect(() => fresh.secret.openFactor(fresh.people['sok.dara'].id, sealed)).toThrow('damaged');
    const hashes = await query(fresh.database.db)<{ hash: Uint8Array }>`select hash from sign_in_steps`;
    for (const { hash } of hashes) {
      const code = codeOf(secretOf('ly.bopha'));
      await expect(fresh.call(answerFactor, { body: { ticket: new Uint8Array(hash), code } })).rejects.toMatchObject({
        code: 'ticket_void',
      });
    }
  });

  test('who need not may have one, by proving the passphrase once more; earlier sessions end', async () => {
    const cookie = await signInAs(fresh, 'sok.dara');
    const dara = fresh.withCookie(cookie);
    const auth = authKey(fresh.people['sok.dara'].root);
    await expect(dara(startEnrolment, { body: { auth: new Uint8Array(32) } })).rejects.toMatchObject({
      code: 'credentials_refused',
    });
    const { ticket } = await dara(startEnrolment, { body: { auth } });
    const { secret } = await dara(offerTotp, { body: { ticket } });
    expect((await dara(offerTotp, { body: { ticket } })).secret).toEqual(secret);
    await expect(fresh.call(confirmTotp, { body: { ticket, code: wrongOf(codeOf(secret)) } })).rejects.toMatchObject({
      code: 'factor_refused',
    });
    const next = await post(confirmTotp.path, { ticket, code: codeOf(secret) });
    await expect(dara(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(fresh.withCookie(next.cookie)(readOwnAccount)).resolves.toBeDefined();
    expect((await begin('sok.dara')).step).toBe('factor');
  });

  test('a lost one is reset when one colleague asks and another agrees, and both are written down', async () => {
    const bopha = fresh.withCookie(await giveCode('ly.bopha'));
    const sopheap = fresh.withCookie(await enrol('vann.sopheap'));
    const vuth = fresh.withCookie(await enrol('heng.vuth'));
    const member = fresh.people['sok.dara'].id;
    const code = (refused: Promise<unknown>): Promise<string> =>
      refused.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    // Not of another organisation, not for oneself, not by a caseworker.
    expect(await code(vuth(askFactorReset, { body: { member } }))).toBe('not_found');
    expect(await code(bopha(askFactorReset, { body: { member: fresh.people['ly.bopha'].id } }))).toBe('forbidden');
    const lina = fresh.withCookie(await signInAs(fresh, 'chan.lina'));
    expect(await code(lina(askFactorReset, { body: { member } }))).toBe('forbidden');
    // Nothing to agree to yet; and whoever asked is not the one who agrees.
    expect(await code(sopheap(agreeFactorReset, { params: { member } }))).toBe('not_found');
    expect(await bopha(askFactorReset, { body: { member } })).toEqual({ done: false });
    expect(await code(bopha(agreeFactorReset, { params: { member } }))).toBe('forbidden');
    expect((await begin('sok.dara')).step).toBe('factor');
    expect((await sopheap(listFactorResets)).resets).toMatchObject([{ member, askedBy: fresh.people['ly.bopha'].id }]);
    expect((await vuth(listFactorResets)).resets).toEqual([]);
    // Refused, nothing happens; asked again and agreed to, it is done.
    await sopheap(dropFactorReset, { params: { member } });
    expect(await code(sopheap(agreeFactorReset, { params: { member } }))).toBe('not_found');
    await sopheap(askFactorReset, { body: { member } });
    await bopha(agreeFactorReset, { params: { member } });
    expect((await begin('sok.dara')).step).toBe('open');
    const rows = await query(fresh.database.db)<{ act: string; member: string; object: string }>`
      select act, member, object from audit_log where act like 'factor_reset%' order by number`;
    const [b, v] = [fresh.people['ly.bopha'].id, fresh.people['vann.sopheap'].id];
    expect(rows.map((row) => [row.act, row.member, row.object])).toEqual([
      ['factor_reset_asked', b, member],
      ['factor_reset_dropped', v, member],
      ['factor_reset_asked', v, member],
      ['factor_reset', b, member],
    ]);
  });

  test('a wish for a reset counts for nothing while whoever asked is shut out', async () => {
    const bopha = fresh.withCookie(await giveCode('ly.bopha'));
    const sopheap = fresh.withCookie(await giveCode('vann.sopheap'));
    const member = fresh.people['sok.dara'].id;
    const shutOut = { params: { member: fresh.people['ly.bopha'].id } };
    await bopha(askFactorReset, { body: { member } });
    await sopheap(suspendMember, shutOut);
    expect((await sopheap(listFactorResets)).resets).toEqual([]);
    await expect(sopheap(agreeFactorReset, { params: { member } })).rejects.toMatchObject({ code: 'not_found' });
    await sopheap(liftSuspension, shutOut);
    expect((await sopheap(listFactorResets)).resets).toHaveLength(1);
    await sopheap(agreeFactorReset, { params: { member } });
  });

  test('a wish for a reset is void after a week; where nobody could agree, one person does it and that is marked', async () => {
    const bopha = fresh.withCookie(await giveCode('ly.bopha'));
    const member = fresh.people['sok.dara'].id;
    await bopha(askFactorReset, { body: { member } });
    fresh.clock.now += 8 * 86_400_000;
    const sopheap = fresh.withCookie(await giveCode('vann.sopheap'));
    await expect(sopheap(agreeFactorReset, { params: { member } })).rejects.toMatchObject({ code: 'not_found' });
    // In the other organisation the administrator has only the supervisor who lost it.
    const vuth = fresh.withCookie(await giveCode('heng.vuth'));
    const chenda = fresh.people['ros.chenda'].id;
    expect(await vuth(askFactorReset, { body: { member: chenda } })).toEqual({ done: true });
    const [row] = await query(fresh.database.db)<{ member: string; object: string }>`
      select member, object from audit_log where act = 'factor_reset_alone'`;
    expect(row).toEqual({ member: fresh.people['heng.vuth'].id, object: chenda });
  });
});
