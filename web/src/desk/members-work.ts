import {
  dropProposal as dropOperation,
  liftSuspension as liftOperation,
  listSuspensions,
  readProposal,
  secondKeyring,
  suspendMember as suspendOperation,
} from '@romduol/shared/api/keyring';
import type { MemberId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, type Member, type Name, hashKeyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { changesBetween } from '@romduol/shared/sealing/keyring-changes';
import { type TeamToSign, addSignature } from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import type { KeyringFile } from '@romduol/shared/api/keyring';
import { ApiRefusal } from './caller.ts';
import { tellChanges } from './confirm.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { type Outcome, newestFile, refreshKeyring, signKeyring, signerOf } from './keyring-work.ts';
import { handleOf } from './members.ts';
import type { ProposalView } from './views.ts';

/** What an administrator may change of a member. Keys and id are the member's own. */
export type MemberChange = Partial<Pick<Member, 'handle' | 'roles' | 'teams' | 'publisher' | 'status'>>;

/** Signs a member into other roles or teams, or out: `status` `suspended` is how somebody leaves. */
export async function changeMember(
  desk: Desk,
  id: MemberId,
  change: MemberChange,
  rootSeed?: Uint8Array,
): Promise<Outcome> {
  if (!desk.keyring.members.some((member) => member.id === id)) throw new DeskRefusal('not_a_member');
  const members = (own: readonly Member[]): Member[] =>
    own.map((member) => (member.id === id ? { ...member, ...change } : member));
  return signKeyring(desk, { members, ...(rootSeed !== undefined && { rootSeed }) });
}

/**
 * Signs the organisation's teams: names, provinces, which of them has duty. `version` is the one that they were changed
 * from: throws `keyring_outdated` when a colleague has signed another since.
 */
export async function changeTeams(desk: Desk, teams: readonly TeamToSign[], version: number): Promise<Outcome> {
  await newestFile(desk);
  if (desk.keyring.version !== version) throw new ApiRefusal('keyring_outdated', null);
  return signKeyring(desk, { teams });
}

/** Signs another name for the organisation. The root's list has it, so the root's card is at hand. */
export const renameOrganisation = (desk: Desk, name: Name, rootSeed?: Uint8Array): Promise<Outcome> =>
  signKeyring(desk, { name, ...(rootSeed !== undefined && { rootSeed }) });

type Waiting = {
  readonly file: KeyringFile;
  readonly keyring: Keyring;
  readonly proposedBy: MemberId;
  readonly day: string;
};

/** What waits for a second signature, judged as if it had it: nothing that could not be published is shown. */
async function readWaiting(desk: Desk): Promise<Waiting | null> {
  await newestFile(desk);
  const { proposal } = await desk.call(readProposal);
  if (proposal === null) return null;
  const { file, proposedBy, day } = proposal;
  const { keyring } = verifyKeyring(file, { today: dayAt(desk.clock()) });
  try {
    verifySuccession(desk.keyring, keyring, file);
  } catch (error) {
    if (!(error instanceof SealingError && error.code === 'second_signature_missing')) throw error;
  }
  // The signature covers one organisation's part: a second hand must not be lent to anything else.
  const own = desk.member.organisation;
  if (changesBetween(desk.keyring, keyring).some(({ organisation }) => organisation !== own)) {
    throw new SealingError('unknown_signer');
  }
  if (file.index.signatures[0]?.member !== proposedBy) throw new SealingError('unknown_signer');
  return { file, keyring, proposedBy, day };
}

export async function readProposed(desk: Desk): Promise<ProposalView | null> {
  const waiting = await readWaiting(desk);
  if (waiting === null) return null;
  return {
    id: toBase64url(hashKeyring(waiting.file)),
    proposedBy: handleOf(desk, waiting.proposedBy),
    own: waiting.proposedBy === desk.member.id,
    changes: tellChanges(desk.keyring, waiting.keyring),
  };
}

/** Gives the second signature to the very version that was looked at. Throws `keyring_outdated` by the server's word. */
export async function secondProposed(desk: Desk, id: string): Promise<void> {
  const waiting = await readWaiting(desk);
  if (waiting === null || toBase64url(hashKeyring(waiting.file)) !== id) throw new DeskRefusal('proposal_gone');
  if (waiting.proposedBy === desk.member.id) throw new DeskRefusal('own_signature');
  const body = addSignature(waiting.file, desk.member.organisation, signerOf(desk));
  verifySuccession(desk.keyring, waiting.keyring, body);
  await desk.call(secondKeyring, { body });
  await refreshKeyring(desk);
}

export async function dropProposed(desk: Desk): Promise<void> {
  await desk.call(dropOperation);
}

export async function readSuspended(desk: Desk): Promise<readonly MemberId[]> {
  const mayAsk = desk.member.roles.some((role) => role === 'supervisor' || role === 'administrator');
  return mayAsk ? (await desk.call(listSuspensions)).members : [];
}

export async function suspend(desk: Desk, member: MemberId): Promise<void> {
  await desk.call(suspendOperation, { params: { member } });
}

export async function liftSuspension(desk: Desk, member: MemberId): Promise<void> {
  await desk.call(liftOperation, { params: { member } });
}
