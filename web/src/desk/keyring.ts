import { readKeyringHistory } from '@romduol/shared/api/keyring';
import type { Day } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import type { Caller } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';

/** Every version so far, by version. The way from the first to the newest is what makes the newest believable. */
export type Keyrings = Map<number, Keyring>;

/** Whether a version has expired is asked of the newest only: earlier ones have, and rightly so. */
const ANY_DAY = '0000-01-01' as Day;

/**
 * Fetches the versions after those already known and verifies each: by itself, and by the one before it. Without the
 * second a suspended administrator could sign themselves back in. Answers the newest. Throws `SealingError`, and
 * `DeskRefusal` `not_a_member` when there is no keyring at all.
 */
export async function followKeyrings(call: Caller, known: Keyrings, pinnedRoot?: Uint8Array): Promise<Keyring> {
  const pinned = pinnedRoot === undefined ? {} : { pinnedRoot };
  for (let newest = known.get(known.size); ;) {
    const { files } = await call(readKeyringHistory, { query: { after: newest?.version ?? 0 } });
    for (const file of files) {
      const { keyring } = verifyKeyring(file, { today: ANY_DAY, ...pinned });
      if (newest !== undefined) verifySuccession(newest, keyring, file);
      else if (keyring.version !== 1) throw new SealingError('keyring_broken');
      known.set(keyring.version, keyring);
      newest = keyring;
    }
    if (files.length === 0) {
      if (newest === undefined) throw new DeskRefusal('not_a_member', 'no_keyring');
      return newest;
    }
  }
}

/** Throws `keyring_expired` where the desk's keyring is past its last day. */
export function requireCurrent(desk: Desk): void {
  if (dayAt(desk.clock()) > desk.keyring.expires) throw new SealingError('keyring_expired');
}
