import type { GrantPurpose } from '../api/grants.ts';
import { concat, le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { sodium, type KeyPair } from './sodium.ts';

const KEY_ID = 16;
const CIPHERTEXT = 1120;
const SLOT = KEY_ID + CIPHERTEXT + 32 + 16;

/** What a wrapped key belongs to. `objectId`: a case, a member (statistics), an organisation (directory), a cohort. */
export type KeyOwner = { readonly purpose: GrantPurpose; readonly objectId: string; readonly epoch: number };

/** 16 bytes that name a public KEM key. */
export function keyId(publicKey: Uint8Array): Uint8Array {
  return sodium().hash(16, pae(label('keyid'), publicKey));
}

/**
 * 32 bytes that only this key gives. XChaCha20-Poly1305 does not commit to its key: one ciphertext can be made to open
 * under two. So the commitment is checked before anything is opened with a key that came in a slot.
 */
export function commitTo(key: Uint8Array): Uint8Array {
  return sodium().deriveKey(1, 'rdcommit', key);
}

/** Throws `commit_mismatch`. Constant time. */
export function checkCommit(key: Uint8Array, commit: Uint8Array): void {
  if (!sodium().equal(commitTo(key), commit)) throw new SealingError('commit_mismatch');
}

/** What a slot is bound to: the additional data of its sealing and half of its key. */
export function slotContext(
  owner: KeyOwner,
  commit: Uint8Array,
  kid: Uint8Array,
  ct: Uint8Array,
  pk: Uint8Array,
): Uint8Array {
  return pae(label('slot'), utf8(owner.purpose), utf8(owner.objectId), le64(owner.epoch), commit, kid, ct, pk);
}

/** `previousKey`: what the recipient must hold already, 32 bytes, where anybody could make a slot for a public key. */
function wrappingKey(context: Uint8Array, sharedSecret: Uint8Array, previousKey?: Uint8Array): Uint8Array {
  return sodium().hash(32, context, previousKey === undefined ? sharedSecret : concat(sharedSecret, previousKey));
}

/** The key wrapped for one recipient: key id 16 ‖ X-Wing ciphertext 1120 ‖ sealed key 48. */
export function wrapKey({
  key,
  publicKey,
  previousKey,
  ...owner
}: KeyOwner & { key: Uint8Array; publicKey: Uint8Array; previousKey?: Uint8Array | undefined }): Uint8Array {
  const kid = keyId(publicKey);
  const { ciphertext, sharedSecret } = sodium().kemEncapsulate(publicKey);
  const context = slotContext(owner, commitTo(key), kid, ciphertext, publicKey);
  // The zero nonce is safe because this key is used once: the shared secret is fresh.
  const wrapping = wrappingKey(context, sharedSecret, previousKey);
  const sealed = sodium().aeadSeal(wrapping, new Uint8Array(24), context, key);
  return concat(kid, ciphertext, sealed);
}

/**
 * The key from the first slot that bears the key id of `keys`; null when no slot does. Throws `damaged`,
 * `wrong_length` or `commit_mismatch` when ours is not what `commit` and the owner say.
 */
export function unwrapKey({
  commit,
  slots,
  keys,
  previousKey,
  ...owner
}: KeyOwner & {
  commit: Uint8Array;
  slots: readonly Uint8Array[];
  keys: KeyPair;
  previousKey?: Uint8Array | undefined;
}): Uint8Array | null {
  const kid = keyId(keys.publicKey);
  const slot = slots.find((candidate) => sodium().equal(candidate.subarray(0, KEY_ID), kid));
  if (slot === undefined) return null;
  if (slot.length !== SLOT) throw new SealingError('wrong_length');
  const ciphertext = slot.subarray(KEY_ID, KEY_ID + CIPHERTEXT);
  const context = slotContext(owner, commit, kid, ciphertext, keys.publicKey);
  const wrapping = wrappingKey(context, sodium().kemDecapsulate(ciphertext, keys.secretKey), previousKey);
  const key = sodium().aeadOpen(wrapping, new Uint8Array(24), context, slot.subarray(KEY_ID + CIPHERTEXT));
  if (key === null) throw new SealingError('damaged');
  checkCommit(key, commit);
  return key;
}
