import {
  answerFactor,
  confirmTotp,
  offerTotp,
  proveRecovery,
  rewrapIdentity,
  signIn,
  startRecovery,
} from '@romduol/shared/api/second-factor';
import { LEAST_PARAMETERS, authKey, wrapIdentity } from '@romduol/shared/sealing/identity';
import { signRecovery } from '@romduol/shared/sealing/recovery';
import { sodium } from '@romduol/shared/sealing/sodium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { HALF_MINUTE, enrolments, ticketOf } from './enrolments.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';

describe.each(kinds)('recovery, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind, { factorRequired: true });
  });
  afterAll(() => fresh.close());
  const { codeOf, begin, enrol, secretOf } = enrolments(() => fresh);

  test('a recovery card alone opens nothing: the code comes after it, and a new wrap after that', async () => {
    await enrol('ly.bopha');
    fresh.clock.now += 2 * HALF_MINUTE;
    const { identity, id } = fresh.people['ly.bopha'];
    const handle = 'ly.bopha';
    const stolen = await fresh.call(startRecovery, { body: { handle } });
    const foreign = signRecovery(handle, stolen.challenge, fresh.people['sok.dara'].identity.signing);
    await expect(
      fresh.call(proveRecovery, { body: { ticket: stolen.ticket, signature: foreign } }),
    ).rejects.toMatchObject({ code: 'credentials_refused' });
    const { ticket, challenge } = await fresh.call(startRecovery, { body: { handle } });
    const signature = signRecovery(handle, challenge, identity.signing);
    const proven = await fresh.call(proveRecovery, { body: { ticket, signature } });
    expect(proven.step).toBe('factor');
    // A proof is used once.
    await expect(fresh.call(proveRecovery, { body: { ticket, signature } })).rejects.toMatchObject({
      code: 'credentials_refused',
    });
    const root = sodium().randomBytes(32);
    const parameters = { salt: sodium().randomBytes(16), ...LEAST_PARAMETERS };
    const wrap = {
      parameters,
      auth: authKey(root),
      identity: { epoch: 0, wrapped: wrapIdentity(root, identity.seed, { memberId: id, epoch: 0, parameters }) },
    };
    await expect(fresh.call(rewrapIdentity, { body: { ticket: ticketOf(proven), ...wrap } })).rejects.toMatchObject({
      code: 'ticket_void',
    });
    const coded = await fresh.call(answerFactor, {
      body: { ticket: ticketOf(proven), code: codeOf(secretOf(handle)) },
    });
    expect(coded).toMatchObject({ step: 'rewrap', memberId: id });
    await expect(fresh.call(rewrapIdentity, { body: { ticket: ticketOf(coded), ...wrap } })).resolves.toMatchObject({
      step: 'open',
    });
    await expect(begin(handle)).rejects.toMatchObject({ code: 'credentials_refused' });
    await expect(fresh.call(signIn, { body: { handle, auth: wrap.auth } })).resolves.toMatchObject({ step: 'factor' });
  });

  test('a generator set up on the way ends whatever else was under way', async () => {
    const handle = 'heng.vuth';
    const earlier = ticketOf(await begin(handle));
    const { ticket, challenge } = await fresh.call(startRecovery, { body: { handle } });
    const signature = signRecovery(handle, challenge, fresh.people[handle].identity.signing);
    const proven = ticketOf(await fresh.call(proveRecovery, { body: { ticket, signature } }));
    const { secret } = await fresh.call(offerTotp, { body: { ticket: proven } });
    const body = { ticket: proven, code: codeOf(secret) };
    expect((await fresh.call(confirmTotp, { body })).step).toBe('rewrap');
    await expect(fresh.call(offerTotp, { body: { ticket: earlier } })).rejects.toMatchObject({ code: 'ticket_void' });
  });

  test('unknown handles are given a challenge like any other', async () => {
    const { challenge, ticket } = await fresh.call(startRecovery, { body: { handle: 'nobody.here' } });
    expect([challenge.length, ticket.length]).toEqual([32, 32]);
    await expect(fresh.call(proveRecovery, { body: { ticket, signature: new Uint8Array(64) } })).rejects.toMatchObject({
      code: 'credentials_refused',
    });
  });
});
