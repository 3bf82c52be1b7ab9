import { toBase64url } from '@romduol/shared/sealing/bytes';
import { keysWithoutReceipt } from '@romduol/server/demo/send-report';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { findBrokenAudit } from '@romduol/server/audit/store';
import { readInvited } from '@romduol/web/desk/invitations';
import type { DeskActs } from '@romduol/web/desk/acts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { type Office, openOffice } from './office.ts';

const WORDS = 'correct unusual elephants dance quietly behind nineteen lanterns';
const EAST = 'north-east' as TeamId;
const plan = (handle: string) => ({
  handle,
  roles: ['caseworker' as const],
  publisher: false,
  teams: [EAST],
  organisation: null,
});

describe.each(mainKinds)('members, on %s', (kind) => {
  let office: Office;
  let admin: DeskActs;
  let caseId: CaseId;
  /** Dara's console of before anybody joined. */
  let early: DeskActs;
  beforeAll(async () => {
    office = await openOffice(kind, '2026-06-01');
    admin = await office.console('admin');
    early = await office.console('dara');
    caseId = await office.reporter.send(
      {
        answers: { narrative: 'They shouted.', categories: ['emotional_threat'], province: 'KH-12' },
        contact: {},
      } as never,
      keysWithoutReceipt(),
    );
  }, 120_000);
  afterAll(() => office.close());

  const visitor = (): DeskActs => office.visitor();
  const open = (handle: string, passphrase: string) => office.enter(handle, passphrase);

  test('somebody comes in by an invitation, compared words and two signatures, and by nothing less', async () => {
    const code = await admin.invite(plan('mealea'));
    const invitee = visitor();
    expect(await invitee.readInvited(code.toUpperCase().replaceAll('-', ' '))).toMatchObject({
      handle: 'mealea',
      roles: ['caseworker'],
      organisation: { en: 'North' },
      expires: '2026-06-08',
    });
    await expect(invitee.answerInvitation(code, 'password12')).rejects.toMatchObject({ code: 'weak_passphrase' });
    const { words } = await invitee.answerInvitation(code, WORDS);
    expect(words).toHaveLength(10);
    // Made, and worth nothing before it is signed.
    await expect(open('mealea', WORDS)).rejects.toMatchObject({ code: 'credentials_refused' });
    await expect(visitor().answerInvitation(code, WORDS)).rejects.toMatchObject({ code: 'invitation_void' });

    const [invitation] = await admin.invitations();
    expect(invitation?.words).toEqual(words);
    const id = invitation?.id ?? '';
    await expect(admin.admit(id, ['other', ...words.slice(1)], null)).rejects.toMatchObject({ code: 'keys_differ' });
    expect((await admin.admit(id, words, null)).outcome).toBe('proposed');
    await expect(open('mealea', WORDS)).rejects.toMatchObject({ code: 'credentials_refused' });

    const supervisor = await office.console('sophea');
    const proposal = await supervisor.proposal();
    expect(proposal).toMatchObject({ proposedBy: 'admin', own: false, changes: [{ kind: 'member_added' }] });
    await expect(admin.secondProposal(proposal?.id ?? '')).rejects.toMatchObject({ code: 'own_signature' });
    await expect(supervisor.secondProposal('another')).rejects.toMatchObject({ code: 'proposal_gone' });
    await supervisor.secondProposal(proposal?.id ?? '');
    const mealea = await open('mealea', WORDS);
    expect((await mealea.look()).member).toMatchObject({ handle: 'mealea', teams: [EAST] });
    expect(await admin.invitations()).toEqual([]);
    expect(await supervisor.proposal()).toBeNull();
  });

  test('whoever has not confirmed a change seals nothing until they have', async () => {
    const code = await admin.invite(plan('pisey'));
    const { words } = await visitor().answerInvitation(code, WORDS);
    const id = (await admin.invitations())[0]?.id ?? '';
    await admin.admit(id, words, null);
    const supervisor = await office.console('vanna');
    await supervisor.secondProposal((await supervisor.proposal())?.id ?? '');

    const again = await office.console('dara');
    expect((await again.look()).changes).toMatchObject([
      { version: 2, kind: 'member_added', member: { handle: 'mealea' }, signedByOne: false },
      { version: 3, kind: 'member_added', member: { handle: 'pisey' }, signedByOne: false },
    ]);
    const note = { kind: 'note', text: 'Called back.' } as const;
    await expect(again.record(caseId, note)).rejects.toMatchObject({ code: 'keyring_unconfirmed' });
    // Who was at work before is told that there is another list by now: nothing is sealed under an old one.
    await expect(early.record(caseId, note)).rejects.toMatchObject({ code: 'keyring_outdated' });
    expect((await again.confirmKeyring()).changes).toEqual([]);
    await again.record(caseId, note);
    expect((await (await office.console('dara')).look()).changes).toEqual([]);
    // A server that hides what was confirmed has them look again, from the version they came in by.
    // As a restored backup may lack them: the database itself lets go of none.
    await query(office.db)`alter table keyring_confirmations disable trigger keyring_confirmations_stay`;
    await query(office.db)`delete from keyring_confirmations`;
    await query(office.db)`alter table keyring_confirmations enable trigger keyring_confirmations_stay`;
    expect((await (await office.console('dara')).look()).changes.map(({ version }) => version)).toEqual([2, 3]);
  });

  test('an invitation lasts a week, is taken back, and asks for a handle of its own', async () => {
    await expect(admin.invite(plan('dara'))).rejects.toMatchObject({ code: 'already_exists' });
    const code = await admin.invite(plan('chenda'));
    await expect(admin.invite(plan('chenda'))).rejects.toMatchObject({ code: 'already_exists' });
    const south = await office.console('admin-south');
    await expect(south.invite(plan('somebody'))).rejects.toMatchObject({ code: 'bad_input' });
    const id = (await admin.invitations())[0]?.id ?? '';
    await expect(south.withdrawInvitation(id)).rejects.toMatchObject({ code: 'not_found' });
    await admin.withdrawInvitation(id);
    await expect(readInvited(office.line().call, office.clock, code)).rejects.toMatchObject({
      code: 'invitation_void',
    });
    // A name that PostgreSQL's own JSON does not take keeps nobody else from inviting.
    const odd = { id: 'odd' as never, name: { en: 'Odd\u0000', km: 'ឆ្គង' } };
    await south.invite({ ...plan('odd'), roles: ['administrator'], teams: [], organisation: odd });
    const late = await admin.invite(plan('chenda'));
    office.setToday('2026-06-09');
    await expect(visitor().answerInvitation(late, WORDS)).rejects.toMatchObject({ code: 'invitation_void' });
    admin = await office.console('admin');
    expect(await admin.invitations()).toEqual([]);
    await expect(visitor().readInvited('one two')).rejects.toMatchObject({ code: 'not_a_code' });
  });

  test('a supervisor shuts somebody out at once, and lets them in again', async () => {
    const bopha = await office.console('bopha');
    const supervisor = await office.console('sophea');
    const { member } = await bopha.look();
    expect(await supervisor.suspend(member.id)).toEqual([member.id]);
    await expect(bopha.queue()).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(office.console('bopha')).rejects.toMatchObject({ code: 'credentials_refused' });
    const own = (await supervisor.look()).member.id;
    await expect(supervisor.suspend(own)).rejects.toMatchObject({ code: 'forbidden' });
    const south = await office.console('rith');
    await expect(south.suspend(member.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await supervisor.liftSuspension(member.id)).toEqual([]);
    await office.console('bopha');
  });

  test('who leaves loses session, slots and wraps; the last reader of a team and the last administrator stay', async () => {
    const chan = await office.console('chan');
    const { member } = await chan.look();
    expect((await admin.changeMember(member.id, { status: 'suspended' }, null)).outcome).toBe('published');
    await expect(chan.releases()).resolves.toBeDefined();
    await expect(chan.recoveryCard('anything')).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(office.console('chan')).rejects.toMatchObject({ code: 'credentials_refused' });
    const self = (await admin.look()).member.id;
    await expect(admin.changeMember(self, { roles: ['advocate'] }, null)).rejects.toMatchObject({
      reason: 'last_administrator',
    });
    const bopha = (await (await office.console('bopha')).look()).member.id;
    const sophea = (await (await office.console('sophea')).look()).member.id;
    await admin.changeMember(bopha, { teams: [EAST] }, null);
    const second = await office.console('vanna');
    const proposal = await second.proposal();
    await second.secondProposal(proposal?.id ?? '');
    await expect(admin.changeMember(sophea, { teams: [EAST] }, null)).rejects.toMatchObject({ reason: 'last_reader' });
  });

  test('only the root key names an administrator, and only its own seed is the root key', async () => {
    const vanna = (await (await office.console('vanna')).look()).member.id;
    const roles = ['supervisor', 'administrator'] as const;
    await expect(admin.changeMember(vanna, { roles }, null)).rejects.toMatchObject({ code: 'root_needed' });
    const wrong = toBase64url(new Uint8Array(32));
    await expect(admin.changeMember(vanna, { roles }, wrong)).rejects.toMatchObject({ code: 'wrong_root_key' });
    await expect(admin.changeMember(vanna, { roles }, 'no seed')).rejects.toMatchObject({ code: 'wrong_root_key' });
    expect((await admin.changeMember(vanna, { roles }, office.rootSeed)).outcome).toBe('proposed');
    const sophea = await office.console('sophea');
    await sophea.secondProposal((await sophea.proposal())?.id ?? '');
    // Named by the root and signed in: from now on they sign as well as the first.
    const next = await office.console('vanna');
    expect((await next.renewKeyring(null)).outcome).toBe('published');
  });

  test('the organisation is renamed by its administrator with the root key, and everybody is told', async () => {
    const name = { en: 'Northern Centre', km: 'មជ្ឈមណ្ឌលខាងជើង' };
    await expect(admin.renameOrganisation(name, null)).rejects.toMatchObject({ code: 'root_needed' });
    const wrong = toBase64url(new Uint8Array(32));
    await expect(admin.renameOrganisation(name, wrong)).rejects.toMatchObject({ code: 'wrong_root_key' });
    const supervisor = await office.console('sophea');
    await expect(supervisor.renameOrganisation(name, office.rootSeed)).rejects.toMatchObject({ code: 'not_permitted' });
    const south = (await (await office.console('admin-south')).look()).organisation;
    const { outcome, view } = await admin.renameOrganisation(name, office.rootSeed);
    expect(outcome).toBe('published');
    expect(view.organisation.name).toEqual(name);
    const told = await (await office.console('admin-south')).look();
    expect(told.organisation).toEqual(south);
    expect(told.changes.at(-1)).toMatchObject({ kind: 'organisation_renamed', organisation: name, signedByOne: false });
    const later = await (await office.console('dara')).look();
    expect(later.organisation).toEqual({ ...view.organisation, name });
    expect(later.changes).toContainEqual(told.changes.at(-1));
  });

  test('a new quarter lets in whoever has yet to confirm, and its cohorts open when they have', async () => {
    office.setToday('2026-07-02');
    const publisher = await office.console('sophea');
    expect((await publisher.look()).changes).not.toEqual([]);
    const due = async () => (await publisher.cohorts()).cohorts.map(({ cohort }) => cohort);
    expect(await due()).not.toContain('2026-Q4');
    await publisher.confirmKeyring();
    expect(await due()).toContain('2026-Q4');
  });

  test('the audit log holds every act, and whole', async () => {
    expect(await findBrokenAudit(office.db)).toBeNull();
    const acts = await office.audit();
    for (const act of [
      'member_invited',
      'invitation_answered',
      'invitation_withdrawn',
      'keyring_proposed',
      'keyring_published',
      'keyring_confirmed',
      'member_suspended',
      'suspension_lifted',
    ]) {
      expect(acts).toContain(act);
    }
  });
});
