import { pad, padmeLength, padToLength, padToStep, unpad } from '@romduol/shared/sealing/padding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOf } from './fixtures.ts';

const bytes = fc.uint8Array({ maxLength: 12_000 });

test('takes off exactly what it put on', () => {
  fc.assert(
    fc.property(bytes, (message) => {
      expect(unpad(pad(message, 4096))).toEqual(message);
      expect(unpad(padToStep(message, 1024))).toEqual(message);
      expect(unpad(padToLength(message, 12_001))).toEqual(message);
    }),
  );
});

test('pads to Padmé lengths above the floor', () => {
  // Padmé keeps the ⌊log2 ⌊log2 L⌋⌋ + 1 leading bits; examples worked by hand.
  expect([1, 4095, 4096, 4097, 8193, 9000, 9216, 9217, 100_000].map((length) => padmeLength(length, 4096))).toEqual([
    4096, 4096, 4096, 4352, 8704, 9216, 9216, 9728, 100_352,
  ]);
});

test('never costs more than an eighth, never goes below the length, and has few sizes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4097, max: 2 ** 30 }), (length) => {
      const padded = padmeLength(length, 4096);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded / length).toBeLessThan(1.12);
      expect(padmeLength(padded, 4096)).toBe(padded);
    }),
  );
  const sizes = new Set(Array.from({ length: 96 * 1024 }, (_, length) => padmeLength(length, 4096)));
  expect(sizes.size).toBeLessThan(100);
});

test('gives a text one byte longer than fits the next size', () => {
  expect(pad(new Uint8Array(4095), 4096)).toHaveLength(4096);
  expect(pad(new Uint8Array(4096), 4096)).toHaveLength(4352);
  expect(padToStep(new Uint8Array(1023), 1024)).toHaveLength(1024);
  expect(padToStep(new Uint8Array(1024), 1024)).toHaveLength(2048);
  expect(refusalOf(() => padToLength(new Uint8Array(2048), 2048))).toBe('too_long');
});

test('refuses bytes that nobody padded', () => {
  expect(refusalOf(() => unpad(new Uint8Array()))).toBe('bad_padding');
  expect(refusalOf(() => unpad(new Uint8Array(64)))).toBe('bad_padding');
  expect(refusalOf(() => unpad(Uint8Array.of(0x80, 0, 1)))).toBe('bad_padding');
});
