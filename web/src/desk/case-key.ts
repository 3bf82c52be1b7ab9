import type { Access } from '@romduol/shared/api/cases';
import type { CaseGrant, Grant } from '@romduol/shared/api/grants';
import type { CaseId, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { checkGrantChain, openPreviousKeys } from '@romduol/shared/sealing/case-epoch';
import { SealingError } from '@romduol/shared/sealing/errors';
import { openGrant, type VerifiedGrant } from '@romduol/shared/sealing/grant';
import type { Keyring, Member } from '@romduol/shared/sealing/keyring';
import { isSameCard } from '@romduol/shared/sealing/keyring-changes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type KeyOwner, unwrapKey } from '@romduol/shared/sealing/slot';
import { unwrapFromVault, wrapForVault } from '@romduol/shared/sealing/vault';
import { type Desk, DeskRefusal, type HeldKey } from './desk.ts';

/** What of a case its keys are bound to. */
export type KeyedCase = { readonly caseId: CaseId; readonly team: TeamId; readonly commit: Uint8Array };

/** Active, and doing casework. */
export function doesCasework(member: Member | undefined): member is Member {
  return member?.status === 'active' && member.roles.some((role) => role === 'caseworker' || role === 'supervisor');
}

export const organisationOf = (keyring: Keyring, team: TeamId): OrganisationId | undefined =>
  keyring.teams.find(({ id }) => id === team)?.organisation;

export function memberByKid({ members }: Keyring, kid: Uint8Array): Member | undefined {
  return members.find(({ kemId }) => sodium().equal(kemId, kid));
}

/**
 * A grant of a case's key or its conversation's, judged as far as it can be by itself: signed by somebody who did casework
 * for the team's organisation under the keyring that it names. Throws `SealingError`.
 */
export function openCasesGrant(desk: Desk, team: TeamId, grant: Grant): VerifiedGrant {
  const verified = openGrant(grant, null, signingKeyOf(desk, grant));
  const then = desk.keyrings.get(verified.keyringVersion);
  if (!then || !sodium().equal(then.hash, verified.keyringHash)) throw new SealingError('unknown_signer');
  const author = then.members.find(({ id }) => id === grant.author);
  if (!doesCasework(author) || author.organisation !== organisationOf(then, team)) {
    throw new SealingError('unknown_signer');
  }
  return verified;
}

/** Of whoever the grant says it is by: as they are now, else as they last were. Members keep their signing key. */
function signingKeyOf({ keyring, keyrings }: Desk, { author }: Grant): Uint8Array {
  const versions = [keyring, ...[...keyrings.values()].reverse()];
  for (const { members } of versions) {
    const member = members.find(({ id }) => id === author);
    if (member !== undefined) return member.signing;
  }
  throw new SealingError('unknown_signer');
}

/**
 * Whom a grant of a case's key names: people of the organisation who did casework then. The organisation's recovery card of
 * then is named beside them, and nobody else's. Throws `grant_refused`.
 */
export function readersOfGrant(desk: Desk, team: TeamId, grant: VerifiedGrant): MemberId[] {
  const then = desk.keyrings.get(grant.keyringVersion);
  if (then === undefined) throw new SealingError('unknown_signer');
  const organisation = organisationOf(then, team);
  const card = organisation === undefined ? undefined : then.recoveries.get(organisation);
  const people = grant.kids.filter((kid) => card === undefined || !sodium().equal(kid, card.kemId));
  if (card !== undefined && people.length === grant.kids.length) throw new SealingError('grant_refused');
  return people.map((kid) => {
    const member = memberByKid(then, kid);
    if (!doesCasework(member) || member.organisation !== organisation) throw new SealingError('grant_refused');
    return member.id;
  });
}

/**
 * The keys of a case: from memory, from the wrap of an earlier opening, or from a slot; the earlier ones from the newest.
 * Each is checked against the commitment that the report or a verified grant names, never against anything beside it. Whether
 * the grants stand in the log, and were their authors' to give, `verifyCase` finds out before anything is written.
 *
 * Throws `DeskRefusal` `no_key` when the member has neither wrap nor slot, `SealingError` when what they have is damaged or
 * another case's, and `case_rolled_back` when the newest key is older than one that this desk has held.
 */
export function holdCaseKey(desk: Desk, keyed: KeyedCase, access: Access): HeldKey {
  const { caseId } = keyed;
  const held = desk.caseKeys.get(caseId);
  if (held !== undefined && held.epoch > access.epoch) throw new SealingError('case_rolled_back');
  if (held !== undefined && held.epoch === access.epoch && access.grants.length === held.epoch) return held;
  const fresh = openCaseKeys(desk, keyed, access, (owner, newest) => openAccess(desk, owner, newest, access));
  desk.caseKeys.set(caseId, fresh);
  return fresh;
}

/** The same by whatever opens the newest key, and without keeping it. `open` is given the key's commitment. */
export function openCaseKeys(
  desk: Desk,
  keyed: KeyedCase,
  access: Access,
  open: (owner: KeyOwner, commit: Uint8Array) => Uint8Array | null,
): HeldKey {
  const { caseId, commit } = keyed;
  const grants = access.grants.map(({ grant }: CaseGrant) => openCasesGrant(desk, keyed.team, grant));
  grants.forEach((grant) => readersOfGrant(desk, keyed.team, grant));
  checkGrantChain(keyed, grants);
  // A slot of an earlier key: whoever holds only that is not among the case's readers any more.
  if (access.epoch !== grants.length) throw new DeskRefusal('no_key', 'epoch_without_grant');
  const owner = { purpose: 'case', objectId: caseId, epoch: access.epoch } as const;
  const key = open(owner, grants.at(-1)?.commit ?? commit);
  if (key === null) throw new DeskRefusal('no_key');
  const sealed = access.grants.map(({ previousKey }) => previousKey);
  return { epoch: access.epoch, key, all: openPreviousKeys(keyed, grants, sealed, key), grants };
}

function openAccess(desk: Desk, owner: KeyOwner, commit: Uint8Array, access: Access): Uint8Array | null {
  if (access.wrap !== null) {
    const { vaultKey } = desk.identity;
    return unwrapFromVault({ ...owner, vaultKey, memberId: desk.member.id, commit, wrap: access.wrap });
  }
  if (access.slot === null) return null;
  return unwrapKey({ ...owner, commit, slots: [access.slot], keys: desk.identity.kem });
}

/**
 * Whether a key that was given out under this version of the keyring went to another recovery card than the organisation has
 * now: to none, to one that was renewed, or to one that was given up.
 */
export function isForAnotherCard({ keyring, keyrings }: Desk, team: TeamId, version: number): boolean {
  const organisation = organisationOf(keyring, team);
  if (organisation === undefined) return false;
  return !isSameCard(keyrings.get(version)?.recoveries.get(organisation), keyring.recoveries.get(organisation));
}

/** The version under which the newest key was given out; the report's own, under the one it was sealed by. */
export const versionOfKey = ({ grants }: HeldKey, reportVersion: number): number =>
  grants.at(-1)?.keyringVersion ?? reportVersion;

/** The member's own wrap of a case key, for the server to keep. */
export function wrapCaseKey(desk: Desk, caseId: CaseId, { epoch, key }: Pick<HeldKey, 'epoch' | 'key'>): Uint8Array {
  const { vaultKey } = desk.identity;
  return wrapForVault({ purpose: 'case', objectId: caseId, epoch, vaultKey, memberId: desk.member.id, key });
}
