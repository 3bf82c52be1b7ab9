import { SealingError } from './errors.ts';
import type { Sodium } from './sodium.ts';

/** Throws `wrong_length`. */
export function need(bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new SealingError('wrong_length');
}

function needHashLength(length: number): void {
  if (length < 16 || length > 64) throw new SealingError('wrong_length');
}

/** The calls as a build binds them; comparing needs no library. */
export type UncheckedSodium = Omit<Sodium, 'equal' | keyof Streams>;
/** What a page without files never calls: the secret stream and the bare cipher, signing and opening. */
export type Streams = Pick<
  Sodium,
  'aeadOpen' | 'streamSealer' | 'streamOpener' | 'chacha20' | 'sign' | 'signKeypair' | 'kemDecapsulate'
>;

/**
 * Puts the length checks before a build's calls. The raw library has none and would read past the end of a short key;
 * the wrapped ones throw errors of their own. Checked in one place, all builds refuse alike.
 */
export function checkLengths(unchecked: UncheckedSodium): Omit<Sodium, keyof Streams> {
  return {
    randomBytes: unchecked.randomBytes,
    hash(length, message, key) {
      needHashLength(length);
      if (key !== undefined) needHashLength(key.length);
      return unchecked.hash(length, message, key);
    },
    deriveKey(id, context, key) {
      if (!Number.isSafeInteger(id) || id < 0 || context.length !== 8) throw new SealingError('wrong_length');
      need(key, 32);
      return unchecked.deriveKey(id, context, key);
    },
    aeadSeal(key, nonce, additional, message) {
      need(key, 32);
      need(nonce, 24);
      return unchecked.aeadSeal(key, nonce, additional, message);
    },
    kemKeypair(seed) {
      need(seed, 32);
      return unchecked.kemKeypair(seed);
    },
    kemEncapsulate(publicKey) {
      need(publicKey, 1216);
      return unchecked.kemEncapsulate(publicKey);
    },
    verify(signature, message, publicKey) {
      need(signature, 64);
      need(publicKey, 32);
      return unchecked.verify(signature, message, publicKey);
    },
    passwordHash(password, salt, operations, memory) {
      need(salt, 16);
      return unchecked.passwordHash(password, salt, operations, memory);
    },
    equal(a, b) {
      let difference = a.length ^ b.length;
      for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
      return difference === 0;
    },
  };
}
