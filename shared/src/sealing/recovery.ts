import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { checkSignature, signParts } from './signature.ts';
import type { KeyPair } from './sodium.ts';

// Words and checksum of a recovery card are BIP 39's (English list), from a library that does only this: a list of words
// whose first four letters tell them apart, and eight bits that find a word misread.

/** A member's identity seed (32 bytes) as 24 words: whoever holds them is that member. */
export function recoveryWords(seed: Uint8Array): string[] {
  return entropyToMnemonic(seed, wordlist).split(' ');
}

/** The seed. Throws `bad_recovery_words` for a word that is not in the list, another number of words, or a wrong checksum. */
export function readRecoveryWords(text: string): Uint8Array {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  try {
    if (words.length === 24) return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    // The library's own words quote what was typed.
  }
  throw new SealingError('bad_recovery_words');
}

/** Shows to the server, without telling it, that the member's own key is at hand: Ed25519 over its challenge, 64 bytes. */
export function signRecovery(handle: string, challenge: Uint8Array, signing: KeyPair): Uint8Array {
  return signParts('recovery', [utf8(handle), challenge], signing.secretKey);
}

/** Throws `bad_signature`. */
export function verifyRecovery(
  handle: string,
  challenge: Uint8Array,
  signature: Uint8Array,
  signerKey: Uint8Array,
): void {
  checkSignature('recovery', [utf8(handle), challenge], signature, signerKey);
}
