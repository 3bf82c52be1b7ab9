import { EFF_WORDS } from './eff-words.ts';

/** Ten words of the EFF list: 129 of the fingerprint's 256 bits, out of anybody's reach to imitate. */
const WORDS = 10;

/**
 * The root key's fingerprint (32 bytes) as words, to be compared by eye or read aloud: on the public pages, posters and
 * the root card. The same bytes give the same words for ever.
 */
export function fingerprintWords(fingerprint: Uint8Array): string[] {
  const count = BigInt(EFF_WORDS.length);
  let number = fingerprint.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Array.from({ length: WORDS }, () => {
    const word = EFF_WORDS[Number(number % count)];
    number /= count;
    return word as string;
  });
}
