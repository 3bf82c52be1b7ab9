import type { KeyringFile } from '../api/keyring.ts';
import type { MemberId, OrganisationId } from '../ids.ts';
import { SealingError } from './errors.ts';
import { fields } from './fields.ts';
import { hashKeyring, type Keyring } from './keyring.ts';
import type { Member } from './keyring-shape.ts';
import { addsRecipient, possibleSeconds } from './keyring-changes.ts';
import { decodeJson } from './sealed.ts';
import { sodium } from './sodium.ts';

/** The version that a signed part was made for; undefined in a first version, and in the part of one that joins. */
const versionOf = (part: Uint8Array): unknown => fields(decodeJson(part))['version'];

/**
 * Judges a version by the one before it: numbered and chained to it, under the same root and no older list of
 * administrators, its index and every changed part signed by somebody who was an active administrator *then*. Without
 * this a suspended administrator could sign themselves back in. A part that lets somebody read more needs the signature of
 * a second administrator or supervisor of *then*, where its organisation had one beside the proposer. A changed part is
 * made for this very version: one of earlier, whose signatures are still good, cannot be put back by anybody. Only the
 * root can go past all this, by a newer list that names somebody new: that is how an organisation joins, and how one goes on that has
 * lost its last administrator.
 *
 * `next` must be what `verifyKeyring` made of `nextFile`. Throws `keyring_rolled_back`, `keyring_broken`, `wrong_root`,
 * `unknown_signer`,
 * `second_signature_missing`.
 */
export function verifySuccession(previous: Keyring, next: Keyring, nextFile: KeyringFile): void {
  const { equal } = sodium();
  if (!equal(hashKeyring(nextFile), next.hash)) throw new SealingError('keyring_broken');
  if (!equal(previous.fingerprint, next.fingerprint)) throw new SealingError('wrong_root');
  if (next.version <= previous.version || next.authority < previous.authority || next.day < previous.day) {
    throw new SealingError('keyring_rolled_back');
  }
  if (next.version !== previous.version + 1 || !equal(next.previous, previous.hash)) {
    throw new SealingError('keyring_broken');
  }

  const namedByRoot = ({ id, signing }: Member): boolean => {
    const before = previous.administrators.get(id);
    return next.authority > previous.authority && !(before && equal(before, signing));
  };
  const mayPropose = (id: MemberId | undefined, organisation?: OrganisationId): boolean => {
    const now = next.members.find((member) => member.id === id);
    if (!now) return false;
    if (namedByRoot(now)) return true;
    const then = previous.members.find((member) => member.id === id);
    return (
      then?.status === 'active' &&
      then.roles.includes('administrator') &&
      equal(then.signing, now.signing) &&
      (organisation === undefined || then.organisation === organisation)
    );
  };
  if (!mayPropose(nextFile.index.signatures[0]?.member)) throw new SealingError('unknown_signer');
  // Parts and their hashes stand in the same order: `verifyKeyring` filled the map while it read them.
  [...next.partHashes].forEach(([organisation, hash], at) => {
    const before = previous.partHashes.get(organisation);
    if (before && equal(before, hash)) return;
    const part = nextFile.parts[at];
    const signers = (part?.signatures ?? []).flatMap(
      ({ member }) => next.members.find(({ id }) => id === member) ?? [],
    );
    const [proposer, ...others] = signers;
    if (!mayPropose(proposer?.id, organisation)) throw new SealingError('unknown_signer');
    if (before && part && versionOf(part.bytes) !== next.version) throw new SealingError('keyring_rolled_back');
    if (!before || !proposer || namedByRoot(proposer) || !addsRecipient(previous, next, organisation)) return;
    const seconds = possibleSeconds(previous, organisation, proposer.id);
    const seconded = others.some((one) =>
      seconds.some(({ id, signing }) => id === one.id && equal(signing, one.signing)),
    );
    if (seconds.length > 0 && !seconded) throw new SealingError('second_signature_missing');
  });
  // Nobody but the root can let an organisation go, by a list that no longer names it.
  if (next.authority === previous.authority && previous.organisations.some(({ id }) => !next.partHashes.has(id))) {
    throw new SealingError('keyring_broken');
  }
}
