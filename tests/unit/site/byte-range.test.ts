import { readByteRange } from '@romduol/server/site/byte-range';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('reads the ranges that players ask for', () => {
  expect(readByteRange('bytes=0-', 10)).toEqual({ first: 0, last: 9 });
  expect(readByteRange('bytes=2-4', 10)).toEqual({ first: 2, last: 4 });
  expect(readByteRange('bytes=2-400', 10)).toEqual({ first: 2, last: 9 });
  expect(readByteRange('bytes=-3', 10)).toEqual({ first: 7, last: 9 });
  expect(readByteRange('bytes=-300', 10)).toEqual({ first: 0, last: 9 });
});

test('answers with everything what it does not understand, and refuses what lies past the end', () => {
  for (const header of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'])
    expect(readByteRange(header, 10)).toBeNull();
  for (const header of ['bytes=10-', 'bytes=11-12', 'bytes=-0'])
    expect(readByteRange(header, 10)).toBe('unsatisfiable');
});

test('never leaves the content', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 20 }), (odd, a, b, length) => {
      for (const header of [odd, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
        const range = readByteRange(header, length);
        if (range === null || range === 'unsatisfiable') continue;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.last).toBeGreaterThanOrEqual(range.first);
        expect(range.last).toBeLessThan(length);
      }
    }),
  );
});
