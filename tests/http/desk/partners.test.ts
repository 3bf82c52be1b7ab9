import { answerInvitation as answerOperation } from '@romduol/shared/api/invitations';
import type { TeamId } from '@romduol/shared/ids';
import { invitationToken } from '@romduol/shared/sealing/invitation';
import { signFirstPart } from '@romduol/shared/sealing/keyring-signing';
import { findBrokenAudit } from '@romduol/server/audit/store';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeAccount } from '@romduol/web/desk/new-account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { type Office, openOffice } from './office.ts';

const WORDS = 'correct unusual elephants dance quietly behind nineteen lanterns';

describe.each(mainKinds)('partners, passphrases and cards, on %s', (kind) => {
  let office: Office;
  let admin: DeskActs;
  beforeAll(async () => {
    office = await openOffice(kind, '2026-06-01');
    admin = await office.console('admin');
    await office.console('rith');
  }, 120_000);
  afterAll(() => office.close());

  /** Of the newest keyring, as a page opened now shows it. */
  const versionOf = async (acts: DeskActs): Promise<number> => {
    await acts.proposal();
    return (await acts.look()).keyring.version;
  };
  const visitor = (): DeskActs => office.visitor();
  const open = (handle: string, passphrase: string) => office.enter(handle, passphrase);

  test('a partner organisation joins with its own administrator, who alone signs its part', async () => {
    const east = { id: 'east' as never, name: { en: 'East', km: 'កើត' } };
    const code = await admin.invite({
      handle: 'admin-east',
      roles: ['administrator'],
      publisher: false,
      teams: [],
      organisation: east,
    });
    const { words } = await visitor().answerInvitation(code, WORDS);
    const id = (await admin.invitations())[0]?.id ?? '';
    await expect(admin.admit(id, words, null)).rejects.toMatchObject({ code: 'root_needed' });
    expect((await admin.admit(id, words, office.rootSeed)).outcome).toBe('published');
    const partner = await open('admin-east', WORDS);
    expect((await partner.look()).organisation.name.en).toBe('East');
    // What another covers cannot be taken.
    const team = { id: 'east-all' as TeamId, name: east.name, duty: false };
    await expect(
      partner.changeTeams([{ ...team, provinces: ['KH-1'] }], await versionOf(partner)),
    ).rejects.toMatchObject({
      code: 'keyring_broken',
    });
    const given = (await admin.look()).allTeams.filter(({ id: one }) => one.startsWith('north'));
    const released = given.map((one) => ({ ...one, provinces: one.provinces.filter((p) => p !== 'KH-1') }));
    await admin.changeTeams(released, await versionOf(admin));
    expect((await partner.changeTeams([{ ...team, provinces: ['KH-1'] }], await versionOf(partner))).outcome).toBe(
      'published',
    );
    await expect(admin.changeTeams(released, 1)).rejects.toMatchObject({ code: 'keyring_outdated' });
    // Alone in its organisation, the administrator signs alone, and everybody is told so.
    const invited = await partner.invite({
      handle: 'lida',
      roles: ['caseworker'],
      publisher: false,
      teams: [team.id],
      organisation: null,
    });
    const answered = await visitor().answerInvitation(invited, WORDS);
    const place = (await partner.invitations())[0]?.id ?? '';
    expect((await partner.admit(place, answered.words, null)).outcome).toBe('published');
    const changes = (await (await office.console('rith')).look()).changes;
    expect(changes.filter((one) => one.member?.handle === 'lida')).toMatchObject([{ signedByOne: true }]);
    expect(changes.map((one) => one.kind)).toContain('organisation_joined');
  });

  test('a partner’s part that says more than was agreed on is not signed in', async () => {
    const organisation = { id: 'west' as never, name: { en: 'West', km: 'លិច' } };
    const agreed = { handle: 'admin-west', roles: ['administrator' as const], publisher: false };
    const code = await admin.invite({ ...agreed, teams: [], organisation });
    const { account, identity } = makeAccount(agreed.handle, WORDS);
    const { handle: _, ...sent } = account;
    const signing = identity.signing.publicKey;
    const member = {
      ...agreed,
      id: account.memberId,
      publisher: true,
      teams: [],
      status: 'active' as const,
      kemKey: account.key,
      signingKey: signing,
    };
    const signer = { member: account.memberId, signing: identity.signing };
    const part = signFirstPart({ organisation: organisation.id, teams: [], members: [member], signers: [signer] });
    const token = invitationToken(code) ?? new Uint8Array(32);
    await office.line().call(answerOperation, { body: { token, answer: { ...sent, signing, part } } });
    const [waiting] = await admin.invitations();
    await expect(admin.admit(waiting?.id ?? '', waiting?.words ?? [], office.rootSeed)).rejects.toMatchObject({
      code: 'malformed',
    });
    await admin.withdrawInvitation(waiting?.id ?? '');
  });

  test('a passphrase is changed, and a card gives another; sessions before end', async () => {
    const rith = await office.console('rith');
    const other = await office.console('rith');
    const old = office.passphrases.get('rith') ?? '';
    await expect(rith.changePassphrase('not it', WORDS)).rejects.toMatchObject({ code: 'wrong_passphrase' });
    const card = await rith.recoveryCard(old);
    expect(card).toHaveLength(24);
    await rith.changePassphrase(old, WORDS);
    await expect(other.queue()).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(rith.queue()).resolves.toBeDefined();
    await expect(open('rith', old)).rejects.toMatchObject({ code: 'credentials_refused' });
    await open('rith', WORDS);

    const swapped = [...card.slice(1), card[0]].join(' ');
    await expect(visitor().recover('rith', swapped, `${WORDS} again`)).rejects.toMatchObject({
      code: 'bad_recovery_words',
    });
    await expect(visitor().recover('dara', card.join(' '), `${WORDS} again`)).rejects.toMatchObject({
      code: 'credentials_refused',
    });
    await expect(visitor().recover('nobody', card.join(' '), `${WORDS} again`)).rejects.toMatchObject({
      code: 'credentials_refused',
    });
    const recovered = visitor();
    expect(await recovered.recover('rith', card.join('\n').toUpperCase(), `${WORDS} again`)).toMatchObject({
      at: 'open',
    });
    await expect(rith.queue()).rejects.toMatchObject({ code: 'not_signed_in' });
    await open('rith', `${WORDS} again`);
  });

  test('the audit log holds every act, and whole', async () => {
    expect(await findBrokenAudit(office.db)).toBeNull();
    const acts = await office.audit();
    for (const act of ['passphrase_changed', 'recovery_started', 'identity_recovered']) expect(acts).toContain(act);
  });
});
