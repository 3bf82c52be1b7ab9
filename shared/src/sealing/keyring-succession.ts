import type { KeyringFile } from '../api/keyring.ts';
import type { MemberId, OrganisationId } from '../ids.ts';
import { SealingError } from './errors.ts';
import { hashKeyring, type Keyring } from './keyring.ts';
import { sodium } from './sodium.ts';

/**
 * Judges a version by the one before it: numbered and chained to it, under the same root and no older list of
 * administrators, its index and every changed part signed by somebody who was an active administrator *then*. Without
 * this a suspended administrator could sign themselves back in. Only the root can go past it, by a newer list that names
 * somebody new: that is how an organisation joins, and how one goes on that has lost its last administrator.
 *
 * `next` must be what `verifyKeyring` made of `nextFile`. Throws `keyring_rolled_back`, `keyring_broken`, `wrong_root`,
 * `unknown_signer`.
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

  const mayPropose = (id: MemberId | undefined, organisation?: OrganisationId): boolean => {
    const now = next.members.find((member) => member.id === id);
    if (!now) return false;
    const namedBefore = previous.administrators.get(now.id);
    if (next.authority > previous.authority && !(namedBefore && equal(namedBefore, now.signing))) return true;
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
    if (!mayPropose(nextFile.parts[at]?.signatures[0]?.member, organisation)) {
      throw new SealingError('unknown_signer');
    }
  });
  // Nobody but the root can let an organisation go, by a list that no longer names it.
  if (next.authority === previous.authority && previous.organisations.some(({ id }) => !next.partHashes.has(id))) {
    throw new SealingError('keyring_broken');
  }
}
