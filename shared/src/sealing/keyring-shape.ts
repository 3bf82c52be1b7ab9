import type { Role } from '../api/contract.ts';
import type { Day, MemberId, OrganisationId, TeamId } from '../ids.ts';

export type Name = { readonly en: string; readonly km: string };

export type Team = {
  readonly id: TeamId;
  readonly organisation: OrganisationId;
  readonly name: Name;
  /** Codes of the provinces it covers; no province lies with two teams. */
  readonly provinces: readonly string[];
  /** Takes whatever no team covers: other places, abroad, no answer. Exactly one team of a keyring does. */
  readonly duty: boolean;
  /** Its organisation lets reporters see its members' handles, so that they can strike somebody off. */
  readonly showsHandles?: true;
};

export type Member = {
  readonly id: MemberId;
  readonly handle: string;
  readonly organisation: OrganisationId;
  readonly teams: readonly TeamId[];
  readonly roles: readonly Role[];
  /** May open cohorts and sign releases. */
  readonly publisher: boolean;
  readonly status: 'active' | 'suspended';
  /** Key id of the KEM key, 16 bytes, and its full hash, 32: the keys are 1216 bytes each and served by team. */
  readonly kemId: Uint8Array;
  readonly kemHash: Uint8Array;
  /** Ed25519 public key. */
  readonly signing: Uint8Array;
};

/**
 * An organisation's way back to cases whose readers are all lost: the public keys of a card that lies in a safe. No member
 * has the private ones. Reports and cases' keys are sealed to it beside their readers; it opens nothing by itself, for
 * whoever uses it needs a session too.
 */
export type Recovery = {
  /** X-Wing public key, whole: nothing is fetched that a server could exchange. */
  readonly kemKey: Uint8Array;
  /** Its key id, 16 bytes. */
  readonly kemId: Uint8Array;
  /** Ed25519 public key: the card signs each use of itself. */
  readonly signing: Uint8Array;
};

/** One version of the keyring, its signatures checked. */
export type Keyring = {
  readonly version: number;
  readonly day: Day;
  /** Last day on which members' clients accept it. */
  readonly expires: Day;
  /** Names this version in everything signed under it. */
  readonly hash: Uint8Array;
  /** Hash of the version before; 32 zero bytes in the first. */
  readonly previous: Uint8Array;
  /** H(32, PAE(…root, root key)): on posters, pinned in builds, salt of the receipts. */
  readonly fingerprint: Uint8Array;
  /** Number of the root-signed list of organisations and their administrators. */
  readonly authority: number;
  /** Whom that list names, with their signing keys: only these propose versions and parts. */
  readonly administrators: ReadonlyMap<MemberId, Uint8Array>;
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: Name }[];
  readonly teams: readonly Team[];
  readonly members: readonly Member[];
  /** At most one an organisation. */
  readonly recoveries: ReadonlyMap<OrganisationId, Recovery>;
  /** Hash of each organisation's signed part: tells which of them a version changed. */
  readonly partHashes: ReadonlyMap<OrganisationId, Uint8Array>;
};

/** Days that a version lasts unless it is renewed, and that a root signature does. */
export const KEYRING_DAYS = 90;
export const AUTHORITY_DAYS = 730;
