import type { CaseId } from '../ids.ts';
import { concat, fromBase64url, pae, toBase64url, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { byteString, fields, text } from './fields.ts';
import { label } from './labels.ts';
import { pad, unpad } from './padding.ts';
import { decodeJson, encodeJson, open, seal } from './sealed.ts';
import { checkCommit, commitTo, keyId, slotContext } from './slot.ts';
import { type KeyPair, sodium } from './sodium.ts';

const FLOOR = 1024;
const KEY_ID = 16;
const CIPHERTEXT = 1120;

/** Whose words: those that one consent of a case would let a recipient hear. */
export type WordsOwner = {
  readonly caseId: CaseId;
  readonly consentId: string;
  /** Of the epoch in which the message is sealed that carries them. */
  readonly conversationKey: Uint8Array;
};

/** As it stands in a message: base64url. */
export type SharedWords = {
  readonly commit: string;
  readonly slot: string;
  readonly nonce: string;
  readonly sealed: string;
};

const bindWords = ({ caseId, consentId }: WordsOwner): Uint8Array => pae(label('words'), utf8(caseId), utf8(consentId));

/** Both are needed: the second word's secret, which a finder of the receipt lacks, and the conversation's key. */
function wrappingKey(
  owner: WordsOwner,
  parts: { commit: Uint8Array; kid: Uint8Array; ct: Uint8Array; pk: Uint8Array; ss: Uint8Array },
) {
  const { commit, kid, ct, pk, ss } = parts;
  const context = slotContext({ purpose: 'conversation', objectId: owner.consentId, epoch: 0 }, commit, kid, ct, pk);
  return { context, key: sodium().hash(32, context, concat(ss, owner.conversationKey)) };
}

/**
 * Seals the words of a packet so that the reporter reads them with the second word beside the receipt, and nobody who
 * found the receipt alone. `secondWordKey` stands in the report's body.
 */
export function sealSharedWords(owner: WordsOwner, secondWordKey: Uint8Array, content: unknown): SharedWords {
  const key = sodium().randomBytes(32);
  const commit = commitTo(key);
  const kid = keyId(secondWordKey);
  const { ciphertext: ct, sharedSecret: ss } = sodium().kemEncapsulate(secondWordKey);
  const wrapping = wrappingKey(owner, { commit, kid, ct, pk: secondWordKey, ss });
  // The zero nonce is safe because the wrapping key is used once: the shared secret is fresh.
  const wrapped = sodium().aeadSeal(wrapping.key, new Uint8Array(24), wrapping.context, key);
  const { nonce, ciphertext } = seal(key, bindWords(owner), pad(encodeJson(content), FLOOR));
  return {
    commit: toBase64url(commit),
    slot: toBase64url(concat(kid, ct, wrapped)),
    nonce: toBase64url(nonce),
    sealed: toBase64url(ciphertext),
  };
}

/** Whoever has sealed it may have written anything there. */
function bytesIn(encoded: string): Uint8Array {
  try {
    return fromBase64url(encoded);
  } catch {
    throw new SealingError('malformed');
  }
}

/** Null: another second word. Throws `damaged`, `commit_mismatch`, `malformed`, `wrong_length`. */
export function openSharedWords(owner: WordsOwner, keys: KeyPair, words: SharedWords): unknown {
  const slot = bytesIn(words.slot);
  if (slot.length !== KEY_ID + CIPHERTEXT + 48) throw new SealingError('wrong_length');
  const kid = slot.subarray(0, KEY_ID);
  if (!sodium().equal(kid, keyId(keys.publicKey))) return null;
  const ct = slot.subarray(KEY_ID, KEY_ID + CIPHERTEXT);
  const commit = bytesIn(words.commit);
  const ss = sodium().kemDecapsulate(ct, keys.secretKey);
  const wrapping = wrappingKey(owner, { commit, kid, ct, pk: keys.publicKey, ss });
  const key = sodium().aeadOpen(wrapping.key, new Uint8Array(24), wrapping.context, slot.subarray(KEY_ID + CIPHERTEXT));
  if (key === null) throw new SealingError('damaged');
  checkCommit(key, commit);
  const sealed = { nonce: bytesIn(words.nonce), ciphertext: bytesIn(words.sealed) };
  return decodeJson(unpad(open(key, bindWords(owner), sealed)));
}

/** Reads what stood in a message. Throws `malformed`. */
export function readSharedWords(value: unknown): SharedWords {
  const { commit, slot, nonce, sealed } = fields(value);
  byteString(commit, 32);
  byteString(slot, KEY_ID + CIPHERTEXT + 48);
  byteString(nonce, 24);
  return { commit: text(commit), slot: text(slot, /^[\w-]+$/), nonce: text(nonce), sealed: text(sealed, /^[\w-]+$/) };
}
