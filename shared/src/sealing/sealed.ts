import { fromUtf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { sodium } from './sodium.ts';

/** A nonce with what it sealed. */
export type Sealed = { nonce: Uint8Array; ciphertext: Uint8Array };

/** Seals under a fresh random nonce: two in 2^96 would meet, so a key may seal without counting. */
export function seal(key: Uint8Array, additional: Uint8Array, message: Uint8Array): Sealed {
  const nonce = sodium().randomBytes(24);
  return { nonce, ciphertext: sodium().aeadSeal(key, nonce, additional, message) };
}

/** Throws `damaged`, also for a nonce of another length, which no sealing has made. */
export function open(key: Uint8Array, additional: Uint8Array, sealed: Sealed): Uint8Array {
  const message =
    sealed.nonce.length === 24 ? sodium().aeadOpen(key, sealed.nonce, additional, sealed.ciphertext) : null;
  if (message === null) throw new SealingError('damaged');
  return message;
}

/**
 * JSON in UTF-8, each text in it in normal form C. Never normalise the JSON itself: an accent that begins a line would
 * join the `n` of the `\\n` before it, and the report could not be read again.
 */
export function encodeJson(value: unknown): Uint8Array {
  const json = JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? one.normalize('NFC') : one));
  return new TextEncoder().encode(json);
}

/** Throws `malformed` on bytes that are not JSON in UTF-8. Call it only on what has been authenticated. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes)) as unknown;
  } catch {
    throw new SealingError('malformed');
  }
}
