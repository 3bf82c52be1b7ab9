import { makeSessions } from '@romduol/server/accounts/sessions';
import { readOwnAccount } from '@romduol/shared/api/accounts';
import {
  publishKeyring,
  readKeyring,
  readKeyringHistory,
  readMemberKeys,
  readTeamKeys,
} from '@romduol/shared/api/keyring';
import { listCohorts } from '@romduol/shared/api/statistics';
import type { MemberId, TeamId } from '@romduol/shared/ids';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import { compareBytes } from '@romduol/shared/sealing/bytes';
import { hashKeyring } from '@romduol/shared/sealing/keyring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import type { Handle } from './people.ts';
import { currentKeyring, partWith, renewAs, signerOf } from './renew-keyring.ts';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const current = () => currentKeyring(fresh);
  const signer = (handle: Handle) => signerOf(fresh, handle);
  const today = () => dayAt(fresh.clock.now);
  const renew = (handle: Handle, more: Parameters<typeof renewAs>[2] = {}) => renewAs(fresh, handle, more);
  const changePart = (handle: Handle, change: object) => partWith(fresh, handle, change);

  test("a team's keys are those of everybody who reads its reports, and no others", async () => {
    const { keys } = await fresh.call(readTeamKeys, { query: { team: 'phnom-penh' as TeamId } });
    const expected = (['sok.dara', 'chan.lina', 'vann.sopheap'] as const).map(
      (one) => fresh.people[one].identity.kem.publicKey,
    );
    expect([...keys].sort(compareBytes)).toEqual(expected.sort(compareBytes));
    await expect(fresh.call(readTeamKeys, { query: { team: 'nowhere' as TeamId } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('members read keys by id; an unknown id has none', async () => {
    const call = await fresh.as('ros.chenda');
    const wanted = fresh.people['sok.dara'];
    const { keys } = await call(readMemberKeys, { body: { members: [wanted.id, crypto.randomUUID() as MemberId] } });
    expect(keys).toEqual([{ member: wanted.id, key: wanted.identity.kem.publicKey }]);
  });

  test('an administrator publishes the next version, and everybody is served it', async () => {
    const before = await fresh.call(readKeyring);
    const call = await fresh.as('ly.bopha');
    const next = await renew('ly.bopha');
    expect(await call(publishKeyring, { body: next })).toEqual({ version: before.version + 1 });
    const after = await fresh.call(readKeyring);
    expect(after.version).toBe(before.version + 1);
    expect(hashKeyring(after.file ?? next)).toEqual(hashKeyring(next));
    const { files } = await fresh.call(readKeyringHistory, { query: { after: before.version - 1 } });
    expect(files.map((file) => hashKeyring(file))).toEqual(
      [before.file, after.file].map((file) => hashKeyring(file ?? next)),
    );
  });

  test('of two who publish at once one is told that there is a newer version', async () => {
    const next = { rainbow: await renew('ly.bopha'), micro: await renew('heng.vuth') };
    const calls = [await fresh.as('ly.bopha'), await fresh.as('heng.vuth')];
    const outcomes = await Promise.all(
      Object.values(next).map((body, at) =>
        (calls[at] ?? fresh.call)(publishKeyring, { body }).then(
          () => 'published',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['keyring_outdated', 'published']);
  });

  test('refuses a version that was not signed by an administrator of what it changes', async () => {
    const call = await fresh.as('ly.bopha');
    const foreign = await changePart('tep.srey', { roles: ['administrator'] });
    const grabbed = { ...foreign, signers: [signer('ly.bopha')] as const };
    // Good in itself, but it follows another version than the one in force.
    const { files } = await fresh.call(readKeyringHistory, { query: { after: 0 } });
    const aside = await renew('ly.bopha', { previous: files.at(-2) ?? (await current()), day: addDays(today(), -1) });
    const attempts = [
      await renew('sok.dara'),
      await renew('ly.bopha', { parts: [grabbed] }),
      { ...(await renew('ly.bopha')), root: new Uint8Array(32) },
      await renew('ly.bopha', { day: addDays(today(), -200) }),
      await renew('ly.bopha', { previous: aside }),
    ];
    for (const body of attempts)
      await expect(call(publishKeyring, { body })).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('refuses the same version again', async () => {
    const call = await fresh.as('ly.bopha');
    await expect(call(publishKeyring, { body: await current() })).rejects.toMatchObject({ code: 'keyring_outdated' });
  });

  test('who is given more than a passphrase alone shall open signs in anew', async () => {
    const kosal = await fresh.as('noy.kosal');
    const rise = async (change: object) => {
      const part = await changePart('noy.kosal', change);
      const signers = [signer('ly.bopha'), signer('vann.sopheap')] as const;
      const body = await renew('ly.bopha', { parts: [{ ...part, signers }] });
      await (
        await fresh.as('ly.bopha')
      )(publishKeyring, { body });
    };
    await rise({ roles: ['advocate', 'caseworker'] });
    await expect(kosal(readOwnAccount)).resolves.toBeDefined();
    await rise({ roles: ['advocate', 'caseworker'], publisher: true });
    await expect(kosal(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
    await rise({ roles: ['advocate'], publisher: false });
  });

  test('a member loses what the keyring takes, at once: a role, or everything', async () => {
    const administrator = await fresh.as('ly.bopha');
    const kosal = await fresh.as('noy.kosal');
    await expect(kosal(listCohorts)).resolves.toBeDefined();
    const withoutRole = await renew('ly.bopha', { parts: [await changePart('noy.kosal', { roles: [] })] });
    await administrator(publishKeyring, { body: withoutRole });
    await expect(kosal(listCohorts)).rejects.toMatchObject({ code: 'forbidden' });

    const suspended = await renew('ly.bopha', { parts: [await changePart('noy.kosal', { status: 'suspended' })] });
    await administrator(publishKeyring, { body: suspended });
    await expect(kosal(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(fresh.as('noy.kosal')).rejects.toThrow('401');
    // One that began in the very moment of the suspension.
    const sessions = makeSessions(fresh.database.db, fresh.secret, () => fresh.clock.now);
    const late = fresh.withCookie(await sessions.start(fresh.database.db, fresh.people['noy.kosal'].id));
    await expect(late(readOwnAccount)).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
