import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { type Keyring, type Member, verifyKeyring } from '@romduol/shared/sealing/keyring';
import type { Database } from '../database/database.ts';
import type { Clock } from '../mount.ts';
import { readNewestVersion, readVersion } from './store.ts';

/** A verified version of the keyring with what is asked of it again and again. */
export type CurrentKeyring = {
  readonly file: KeyringFile;
  readonly keyring: Keyring;
  readonly members: ReadonlyMap<MemberId, Member>;
  readonly organisationOf: ReadonlyMap<TeamId, OrganisationId>;
};

/** The root key that this program was built for, if it was for one. */
export type Pinned = { readonly pinnedRoot?: Uint8Array };

/**
 * The keyring in force. A version never changes, so the verified one is kept; which is the newest only the database
 * knows, since another process may have published.
 */
export type KeyringReader = {
  /** Null before the deployment is founded. */
  current(): Promise<CurrentKeyring | null>;
  /** The same for whoever has just read the newest version's number. */
  at(version: number): Promise<CurrentKeyring | null>;
  /** The newest that this process has seen, without asking the database. */
  lastSeen(): CurrentKeyring | null;
};

/** `pinned`: the root key that this program was built for; a keyring of another throws `wrong_root`. */
export function readKeyrings(db: Database, clock: Clock, pinned: Pinned = {}): KeyringReader {
  let kept: CurrentKeyring | null = null;
  const at = async (version: number): Promise<CurrentKeyring | null> => {
    if (version === 0) return null;
    if (kept?.keyring.version === version) return kept;
    const file = await readVersion(db, version);
    if (file === null) return null;
    const read = indexKeyring(file, dayAt(clock()), pinned);
    if (kept === null || read.keyring.version > kept.keyring.version) kept = read;
    return read;
  };
  return { at, current: async () => at(await readNewestVersion(db)), lastSeen: () => kept };
}

/** Verifies a file and indexes it. Throws `SealingError`. */
export function indexKeyring(file: KeyringFile, today: Day, pinned: Pinned = {}): CurrentKeyring {
  const { keyring } = verifyKeyring(file, { today, ...pinned });
  return {
    file,
    keyring,
    members: new Map(keyring.members.map((member) => [member.id, member])),
    organisationOf: new Map(keyring.teams.map((team) => [team.id, team.organisation])),
  };
}
