import { EFF_WORDS } from '@romduol/shared/sealing/eff-words';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import { expect, test } from 'vitest';
import { flipBit, seedOf } from './fixtures.ts';

test('a fingerprint reads as the same ten words for ever', () => {
  expect(fingerprintWords(new Uint8Array(32))).toEqual(Array.from({ length: 10 }, () => EFF_WORDS[0]));
  const seven = new Uint8Array(32);
  seven[31] = 7;
  expect(fingerprintWords(seven)[0]).toBe(EFF_WORDS[7]);
});

test('a fingerprint that differs in any bit has other words in some place', () => {
  const words = fingerprintWords(seedOf(9)).join(' ');
  // The upper 127 bits lie beyond ten words; none of the lower ones does.
  for (let bit = 16 * 8; bit < 256; bit += 1)
    expect(fingerprintWords(flipBit(seedOf(9), bit)).join(' ')).not.toBe(words);
});
