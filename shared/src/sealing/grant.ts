import type { Grant, GrantPurpose } from '../api/grants.ts';
import type { MemberId } from '../ids.ts';
import { compareBytes, pae, toBase64url } from './bytes.ts';
import { SealingError } from './errors.ts';
import { byteString, fields, list, malformed, text, whole } from './fields.ts';
import { label } from './labels.ts';
import { decodeJson, encodeJson } from './sealed.ts';
import { checkSignature, signParts } from './signature.ts';
import { commitTo, unwrapKey, wrapKey, type KeyOwner } from './slot.ts';
import { sodium, type KeyPair } from './sodium.ts';

declare const verified: unique symbol;

/**
 * Where a new key of a conversation begins: the key's commitment, and how many messages stood in each direction then (from
 * the reporter, from the organisation). What came later under an older key did not come from somebody who knew the new one.
 */
export type Turn = { readonly commit: Uint8Array; readonly after: readonly [number, number] };

/** What a grant says, its signature having been checked. Whether its author may say so is for the caller to judge. */
export type VerifiedGrant = KeyOwner & {
  readonly commit: Uint8Array;
  /** Commitment of the key of the epoch before; null for the first key of an object. */
  readonly previousCommit: Uint8Array | null;
  /** Key ids of everybody who was given the key, sorted. */
  readonly kids: readonly Uint8Array[];
  readonly slotsHash: Uint8Array;
  /** Of a case: the hash of the key before as it is sealed under this one (`sealPreviousKey`). */
  readonly previousKeyHash?: Uint8Array;
  /** Of a conversation: every turn so far, this grant's own last. */
  readonly turns?: readonly Turn[];
  readonly keyringVersion: number;
  readonly keyringHash: Uint8Array;
  readonly author: MemberId;
  /** H(32, PAE(…grant-hash, statement)): what a log entry or another grant names this one by. */
  readonly hash: Uint8Array;
  readonly [verified]: true;
};

export type GrantToSign = KeyOwner & {
  readonly key: Uint8Array;
  readonly previousCommit: Uint8Array | null;
  /** KEM public keys, checked against the keyring. */
  readonly recipients: readonly Uint8Array[];
  readonly keyringVersion: number;
  readonly keyringHash: Uint8Array;
  readonly author: MemberId;
  readonly signing: KeyPair;
  readonly previousKeyHash?: Uint8Array;
  readonly turns?: readonly Turn[];
  /** What every recipient must hold already to open their slot; see `wrapKey`. */
  readonly previousKey?: Uint8Array;
};

const PURPOSE = /^(case|conversation|statistics|directory|cohort)$/;

const kidOf = (slot: Uint8Array): Uint8Array => slot.slice(0, 16);

function hashSlots(slots: readonly Uint8Array[]): Uint8Array {
  return sodium().hash(32, pae(label('slots'), ...slots));
}

/**
 * Wraps a key for its recipients and signs that it was wrapped for exactly these. Slots come back in the order of their
 * key ids, which is part of what is signed. Throws `no_recipient`.
 */
export function signGrant(input: GrantToSign): { grant: Grant; slots: Uint8Array[] } {
  const { purpose, objectId, epoch, key, previousCommit, keyringVersion, keyringHash, author, signing } = input;
  const { previousKey, previousKeyHash, turns } = input;
  const slots = input.recipients
    .map((publicKey) => wrapKey({ purpose, objectId, epoch, key, publicKey, previousKey }))
    .sort(compareBytes);
  if (slots.length === 0) throw new SealingError('no_recipient');
  const statement = encodeJson({
    v: 1,
    purpose,
    object: objectId,
    epoch,
    commit: toBase64url(commitTo(key)),
    previousCommit: previousCommit && toBase64url(previousCommit),
    kids: slots.map((slot) => toBase64url(kidOf(slot))),
    slots: toBase64url(hashSlots(slots)),
    ...(previousKeyHash && { previousKey: toBase64url(previousKeyHash) }),
    ...(turns && { turns: turns.map(({ commit, after }) => [toBase64url(commit), ...after]) }),
    keyringVersion,
    keyringHash: toBase64url(keyringHash),
    author,
  });
  return { grant: { statement, author, signature: signParts('grant', [statement], signing.secretKey) }, slots };
}

/**
 * Checks a grant's signature and, where all its slots are at hand, that they are the signed ones. `slots` is null for a
 * client that is served its own slot only. Throws `bad_signature`, `malformed`, `damaged`.
 */
export function openGrant(grant: Grant, slots: readonly Uint8Array[] | null, signerKey: Uint8Array): VerifiedGrant {
  checkSignature('grant', [grant.statement], grant.signature, signerKey);
  return readGrant(grant, slots) as VerifiedGrant;
}

/** What a grant says, whoever signed it. Throws `malformed`, `damaged` as `openGrant`. */
export function readGrant(grant: Grant, slots: readonly Uint8Array[] | null): Omit<VerifiedGrant, typeof verified> {
  const statement = fields(decodeJson(grant.statement));
  // The row's author chose the key that is checked; another name inside would let one member speak for another.
  if (statement['v'] !== 1 || statement['author'] !== grant.author) malformed();
  const kids = list(statement['kids'], (kid) => byteString(kid, 16));
  const slotsHash = byteString(statement['slots'], 32);
  if (slots !== null) {
    const sorted = [...slots].sort(compareBytes);
    const same =
      sorted.length === kids.length && sorted.every((slot, at) => compareBytes(kidOf(slot), kids[at] ?? slot) === 0);
    if (!same || !sodium().equal(hashSlots(sorted), slotsHash)) throw new SealingError('damaged');
  }
  return {
    purpose: text<GrantPurpose>(statement['purpose'], PURPOSE),
    objectId: text(statement['object']),
    epoch: whole(statement['epoch']),
    commit: byteString(statement['commit'], 32),
    previousCommit: statement['previousCommit'] === null ? null : byteString(statement['previousCommit'], 32),
    kids,
    slotsHash,
    ...(statement['previousKey'] !== undefined && { previousKeyHash: byteString(statement['previousKey'], 32) }),
    ...(statement['turns'] !== undefined && { turns: list(statement['turns'], readTurn) }),
    keyringVersion: whole(statement['keyringVersion']),
    keyringHash: byteString(statement['keyringHash'], 32),
    author: grant.author,
    hash: sodium().hash(32, pae(label('grant-hash'), grant.statement)),
  };
}

function readTurn(value: unknown): Turn {
  const parts = list(value, (part) => part);
  if (parts.length !== 3) malformed();
  return { commit: byteString(parts[0], 32), after: [whole(parts[1]), whole(parts[2])] };
}

/** The granted key from the caller's slot; null when no slot is theirs. Throws as `unwrapKey`. */
export function openGrantedKey(grant: VerifiedGrant, slots: readonly Uint8Array[], keys: KeyPair): Uint8Array | null {
  const { purpose, objectId, epoch, commit } = grant;
  return unwrapKey({ purpose, objectId, epoch, commit, slots, keys });
}
