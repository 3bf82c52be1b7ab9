import { publishKeyring, readKeyring, readKeyringHistory } from '@romduol/shared/api/keyring';
import type { Day } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { renewKeyring as signRenewal } from '@romduol/shared/sealing/keyring-signing';
import type { Caller } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';

export type LoadedKeyring = { readonly keyring: Keyring; readonly expired: boolean };

/**
 * The newest keyring, verified. An expired one comes back marked, since an administrator must be able to renew it; every
 * act that seals or opens refuses it (`requireCurrent`). Throws `DeskRefusal` `not_a_member` when there is none.
 */
export async function loadKeyring(
  call: Caller,
  day: Day,
  pinnedRoot?: Uint8Array,
  minimumVersion = 1,
): Promise<LoadedKeyring> {
  const { file } = await call(readKeyring);
  if (file === null) throw new DeskRefusal('not_a_member', 'no_keyring');
  return verifyKeyring(file, { today: day, minimumVersion, ...(pinnedRoot === undefined ? {} : { pinnedRoot }) });
}

/** Throws `keyring_expired` where the desk's keyring is past its last day. */
export function requireCurrent(desk: Desk): void {
  if (dayAt(desk.clock()) > desk.keyring.expires) throw new SealingError('keyring_expired');
}

/**
 * The keyring of an earlier version, for an entry written under it: fetched with everything since, each version verified
 * by itself, with the chain of hashes up to the desk's own. Throws `keyring_broken`.
 */
export async function loadEarlierKeyrings(desk: Desk): Promise<void> {
  if (desk.earlier.size >= desk.keyring.version) return;
  let version = 0;
  while (version < desk.keyring.version) {
    const { files } = await desk.call(readKeyringHistory, { query: { after: version } });
    if (files.length === 0) throw new SealingError('keyring_broken');
    for (const file of files) {
      // Judged on the day it was made: an old version has rightly expired.
      const { keyring } = verifyKeyring(file, { today: '0000-01-01' as Day });
      const before = desk.earlier.get(keyring.version - 1);
      const follows = keyring.version === version + 1 && (version === 0 || sameBytes(keyring.previous, before?.hash));
      if (!follows || !sameBytes(keyring.fingerprint, desk.keyring.fingerprint))
        throw new SealingError('keyring_broken');
      const known = desk.earlier.get(keyring.version);
      if (known !== undefined && !sameBytes(known.hash, keyring.hash)) throw new SealingError('keyring_broken');
      desk.earlier.set(keyring.version, keyring);
      version = keyring.version;
    }
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Prolongs the keyring by 90 days from today. For administrators. */
export async function renewKeyring(desk: Desk): Promise<void> {
  if (!desk.member.roles.includes('administrator')) throw new DeskRefusal('not_permitted');
  const { file } = await desk.call(readKeyring);
  if (file === null) throw new DeskRefusal('not_a_member', 'no_keyring');
  const day = dayAt(desk.clock());
  verifyKeyring(file, { today: day, minimumVersion: desk.keyring.version });
  const next = signRenewal({ previous: file, day, signer: { member: desk.member.id, signing: desk.identity.signing } });
  await desk.call(publishKeyring, { body: next });
  const { keyring } = verifyKeyring(next, { today: day });
  desk.keyring = keyring;
  desk.earlier.set(keyring.version, keyring);
}
