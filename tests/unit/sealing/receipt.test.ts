import { deriveReceipt, formatReceipt, generateReceipt, normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOf, seedOf } from './fixtures.ts';

/** Nineteen digits with the check digit that makes them a receipt. */
const receipts = fc
  .array(fc.nat(9), { minLength: 19, maxLength: 19 })
  .map((digits) => digits.join(''))
  .map(
    (digits) =>
      [...'0123456789'].map((check) => digits + check).find((one) => normaliseReceipt(one) !== null) as string,
  );

test('makes receipts of twenty digits, each different, whose digits come up evenly', () => {
  const made = Array.from({ length: 2000 }, generateReceipt);
  expect(new Set(made).size).toBe(made.length);
  for (const receipt of made) expect(normaliseReceipt(receipt)).toBe(receipt);
  const counts = Array.from({ length: 10 }, () => 0);
  for (const digit of made.map((receipt) => receipt.slice(0, 19)).join(''))
    counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
  // 3,800 of each expected, standard deviation 58: six of them.
  for (const count of counts) expect(Math.abs(count - 3800)).toBeLessThan(350);
});

test('draws again where a byte would favour the lower digits', () => {
  const draws = [new Uint8Array(24).map((_, at) => 250 + (at % 6)), new Uint8Array(24).fill(207)];
  const build = sodium();
  try {
    useSodium({ ...build, randomBytes: () => draws.shift() ?? new Uint8Array(24) });
    expect(generateReceipt().slice(0, 19)).toBe('7'.repeat(19));
  } finally {
    useSodium(build);
  }
});

test('has exactly one check digit for any nineteen', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const fitting = [...'0123456789'].filter((check) => normaliseReceipt(receipt.slice(0, 19) + check) !== null);
      expect(fitting).toHaveLength(1);
    }),
  );
  // The example of Damm's thesis: 572 takes the check digit 4.
  expect(normaliseReceipt('00000000000000005724')).toBe('00000000000000005724');
});

test('finds every wrong digit and every swap of neighbours', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      for (let at = 0; at < 20; at += 1) {
        for (const digit of '0123456789') {
          const wrong = receipt.slice(0, at) + digit + receipt.slice(at + 1);
          expect(normaliseReceipt(wrong) === null).toBe(wrong !== receipt);
        }
        const swapped = receipt.slice(0, at) + (receipt[at + 1] ?? '') + (receipt[at] ?? '') + receipt.slice(at + 2);
        expect(normaliseReceipt(swapped) === null).toBe(swapped !== receipt);
      }
    }),
    { numRuns: 20 },
  );
});

test('reads a receipt in Latin or Khmer digits, however it is spaced', () => {
  const between = fc.constantFrom(
    '',
    ' ',
    '  ',
    '-',
    ' – ',
    '\u00a0',
    '\u200b',
    '\u202f',
    '\t',
    '\n',
    '\ufeff',
    '\u2060',
  );
  fc.assert(
    fc.property(
      receipts,
      fc.array(between, { minLength: 21, maxLength: 21 }),
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      (receipt, gaps, khmer) => {
        const typed = [...receipt]
          .map((digit, at) => (khmer[at] ? '០១២៣៤៥៦៧៨៩'[Number(digit)] : digit) + (gaps[at] ?? ''))
          .join('');
        expect(normaliseReceipt((gaps[20] ?? '') + typed)).toBe(receipt);
      },
    ),
  );
  fc.assert(
    fc.property(receipts, fc.constantFrom('latin' as const, 'khmer' as const), (receipt, numerals) => {
      const shown = formatReceipt(receipt, numerals);
      expect(shown.split(' ').map((group) => group.length)).toEqual([4, 4, 4, 4, 4]);
      expect(normaliseReceipt(shown)).toBe(receipt);
    }),
  );
});

test('refuses anything else', () => {
  for (const text of [
    '',
    '1234',
    '0'.repeat(19),
    '0'.repeat(21),
    `${'0'.repeat(19)}x`,
    '0'.repeat(20).replace('0', '๐'),
  ]) {
    expect(normaliseReceipt(text)).toBeNull();
    expect(refusalOf(() => deriveReceipt(text, seedOf(1)))).toBe('bad_receipt');
  }
});

test('derives the same keys from both numerals, and others at another deployment', () => {
  const receipt = '00000000000000005724';
  const keys = deriveReceipt(receipt, seedOf(1));
  expect(deriveReceipt(formatReceipt(receipt, 'khmer'), seedOf(1))).toEqual(keys);
  const elsewhere = deriveReceipt(receipt, seedOf(2));
  expect(elsewhere.lookup).not.toEqual(keys.lookup);
  const all = [keys.lookup, keys.copyKey, keys.withdrawal, keys.kem.secretKey].map((key) =>
    Buffer.from(key).toString('hex'),
  );
  expect(new Set(all).size).toBe(4);
});
