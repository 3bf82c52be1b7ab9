import { SealingError } from './errors.ts';

export type KeyPair = { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };

/** Seals the pieces of one file, in their order. */
export interface StreamSealer {
  /** 17 bytes longer than `message`. Nothing may follow the last. */
  push(message: Uint8Array, additional: Uint8Array, last: boolean): Uint8Array;
}

export interface StreamOpener {
  /** Null when it does not authenticate, or is not the next: the whole file is then worth nothing. */
  pull(ciphertext: Uint8Array, additional: Uint8Array): { message: Uint8Array; last: boolean } | null;
}

/**
 * The calls of libsodium that the protocol is made of. Three builds implement it (`sodium-standard`, `sodium-sumo`,
 * `sodium-thin`), bit for bit alike; each program installs the one it can afford. Wrong lengths throw `wrong_length`.
 */
export interface Sodium {
  randomBytes(length: number): Uint8Array;
  /** BLAKE2b, 16 to 64 bytes out; key, if any, 16 to 64 bytes. */
  hash(length: number, message: Uint8Array, key?: Uint8Array): Uint8Array;
  /** 32 bytes by `crypto_kdf`; `context` is exactly eight ASCII characters, `key` 32 bytes. */
  deriveKey(id: number, context: string, key: Uint8Array): Uint8Array;
  /** XChaCha20-Poly1305: 32-byte key, 24-byte nonce; 16 bytes longer than the message. */
  aeadSeal(key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, message: Uint8Array): Uint8Array;
  /** Null when it does not authenticate. */
  aeadOpen(key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, ciphertext: Uint8Array): Uint8Array | null;
  /** X-Wing from a 32-byte seed: public key 1216 bytes, secret key 32. */
  kemKeypair(seed: Uint8Array): KeyPair;
  /** Ciphertext 1120 bytes, shared secret 32. */
  kemEncapsulate(publicKey: Uint8Array): { ciphertext: Uint8Array; sharedSecret: Uint8Array };
  /** Never fails on bytes of the right length: a changed ciphertext gives another secret. */
  kemDecapsulate(ciphertext: Uint8Array, secretKey: Uint8Array): Uint8Array;
  /** Ed25519 from a 32-byte seed: public key 32 bytes, secret key 64. */
  signKeypair(seed: Uint8Array): KeyPair;
  sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array;
  verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  /** 32 bytes by Argon2id; salt 16 bytes, memory in bytes. Throws `not_in_this_build` or `out_of_memory`. */
  passwordHash(password: Uint8Array, salt: Uint8Array, operations: number, memory: number): Uint8Array;
  /** The first `length` bytes of ChaCha20 (RFC 8439): 12-byte nonce, 32-byte key. */
  chacha20(length: number, nonce: Uint8Array, key: Uint8Array): Uint8Array;
  /**
   * XChaCha20-Poly1305's secret stream (`crypto_secretstream`): 32-byte key, 24 bytes of `header`, drawn at random and
   * never used twice with one key.
   */
  streamSealer(key: Uint8Array, header: Uint8Array): StreamSealer;
  streamOpener(key: Uint8Array, header: Uint8Array): StreamOpener;
  /** Takes as long for a difference in the first byte as in the last. False for different lengths. */
  equal(a: Uint8Array, b: Uint8Array): boolean;
}

let installed: Sodium | undefined;

/** Installs the build that this program, worker or worker thread uses; call it once, before anything else here. */
export function useSodium(implementation: Sodium): void {
  installed = implementation;
}

/** The installed build. Throws `not_in_this_build` when there is none. */
export function sodium(): Sodium {
  if (installed === undefined) throw new SealingError('not_in_this_build');
  return installed;
}
