import { concat, pae } from './bytes.ts';
import { SealingError } from './errors.ts';
import { padToStep, unpad } from './padding.ts';
import { decodeJson, encodeJson, open, seal, type Sealed } from './sealed.ts';
import { sodium, type KeyPair } from './sodium.ts';

/** Bytes; one step is a sentence or two, so that a note's length tells little. */
const STEP = 1024;
const SIGNATURE = 64;

/** Seals JSON with its author's signature inside the ciphertext, over the additional data and the JSON. */
export function sealSigned(key: Uint8Array, additional: Uint8Array, content: unknown, signing: KeyPair): Sealed {
  const json = encodeJson(content);
  const signature = sodium().sign(pae(additional, json), signing.secretKey);
  return seal(key, additional, padToStep(concat(signature, json), STEP));
}

/** Throws `damaged`, `bad_padding`, `bad_signature`, `malformed`. */
export function openSigned(key: Uint8Array, additional: Uint8Array, sealed: Sealed, signerKey: Uint8Array): unknown {
  const message = unpad(open(key, additional, sealed));
  const signature = message.subarray(0, SIGNATURE);
  const json = message.subarray(SIGNATURE);
  if (signature.length !== SIGNATURE || !sodium().verify(signature, pae(additional, json), signerKey)) {
    throw new SealingError('bad_signature');
  }
  return decodeJson(json);
}
