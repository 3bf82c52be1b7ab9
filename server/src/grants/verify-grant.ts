import type { Grant } from '@romduol/shared/api/grants';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type VerifiedGrant, openGrant } from '@romduol/shared/sealing/grant';
import type { Member } from '@romduol/shared/sealing/keyring';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { Refusal } from '../refusal.ts';

/**
 * Checks what the server can see of a grant: that the caller signed it, for exactly these slots, under the keyring in
 * force, and that nobody receives it whom its purpose does not name. Throws `Refusal`.
 */
export function verifyGrant(grant: Grant, slots: readonly Uint8Array[], caller: SignedIn): VerifiedGrant {
  const verified = openCallersGrant(grant, slots, caller);
  if (!isGrantedBy(caller, verified)) throw new Refusal('forbidden');
  if (!isAddressedWell(caller, verified)) throw new Refusal('bad_input');
  return verified;
}

/** The same for a case's key, which is its readers' to grant: the route has made sure that the caller is one. */
export function verifyCaseGrant(grant: Grant, slots: readonly Uint8Array[], caller: SignedIn): VerifiedGrant {
  const verified = openCallersGrant(grant, slots, caller);
  if (verified.purpose !== 'case' || !isAddressedWell(caller, verified)) throw new Refusal('bad_input');
  return verified;
}

/** That the caller signed it, for exactly these slots, under the keyring in force. Throws `Refusal`. */
export function openCallersGrant(grant: Grant, slots: readonly Uint8Array[], caller: SignedIn): VerifiedGrant {
  if (grant.author !== caller.id) throw new Refusal('forbidden');
  let verified: VerifiedGrant;
  try {
    verified = openGrant(grant, slots, caller.signing);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
  const { keyring } = caller.keyring;
  const current = verified.keyringVersion === keyring.version && sodium().equal(verified.keyringHash, keyring.hash);
  if (!current) throw new Refusal('keyring_outdated');
  return verified;
}

/** Whose key it is to give: authors grant their statistics key, publishers cohorts, administrators the directory. */
function isGrantedBy(caller: SignedIn, { purpose, objectId }: VerifiedGrant): boolean {
  if (purpose === 'statistics') return objectId === caller.id && caller.holds(['caseworker', 'supervisor']);
  if (purpose === 'directory') return objectId === caller.organisation && caller.holds(['administrator']);
  if (purpose === 'cohort') return caller.holds(['publisher']);
  return false;
}

function isAddressedWell(caller: SignedIn, grant: VerifiedGrant): boolean {
  const card = grant.purpose === 'case' ? caller.keyring.keyring.recoveries.get(caller.organisation) : undefined;
  const people = grant.kids.filter((kid) => card === undefined || !sodium().equal(kid, card.kemId));
  // A case's key goes to somebody, and to the organisation's recovery card where there is one.
  if (people.length === 0 || (card !== undefined && people.length === grant.kids.length)) return false;
  const recipients = people.map((kid) => findByKid(caller, kid));
  const distinct = new Set(grant.kids.map((kid) => toBase64url(kid)));
  return (
    distinct.size === grant.kids.length &&
    recipients.every((member) => member !== undefined && mayReceive(caller, grant, member))
  );
}

function findByKid(caller: SignedIn, kid: Uint8Array): Member | undefined {
  return caller.keyring.keyring.members.find((member) => sodium().equal(member.kemId, kid));
}

function mayReceive(caller: SignedIn, { purpose }: VerifiedGrant, member: Member): boolean {
  if (member.organisation !== caller.organisation || member.status !== 'active') return false;
  if (purpose === 'case') return member.roles.some((role) => role === 'caseworker' || role === 'supervisor');
  if (purpose === 'directory') return member.roles.some((role) => role !== 'auditor');
  return member.publisher || (purpose === 'statistics' && member.id === caller.id);
}
