import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSums } from '@romduol/shared/statistics/trend';
import { arbitraryBase } from './arbitrary-counts.ts';

const total = (sum: number, values = 1) => ({ sum, values });

test('a clear rise and a clear fall are named, a small step is not', () => {
  expect(compareSums(total(60), total(120), 5)).toBe('rose');
  expect(compareSums(total(120), total(60), 5)).toBe('fell');
  expect(compareSums(total(60), total(75), 5)).toBe('no_clear_change');
  expect(compareSums(total(0), total(10), 5)).toBe('no_clear_change');
});

test('a difference below three bases is never named', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100 }), fc.integer({ min: 0, max: 2 }), arbitraryBase, (multiple, steps, base) => {
      const before = total(multiple * base);
      expect(compareSums(before, total((multiple + steps) * base), base)).toBe('no_clear_change');
    }),
  );
});

test('it is the rule of the method, exactly, on both sides of its bound', () => {
  const bound = (p1: number, p2: number, m1: number, m2: number, b: number) =>
    4.2 * (p1 + p2 + b + ((m1 + m2) * (b * b - 1)) / 6);
  fc.assert(
    fc.property(
      fc.nat({ max: 500 }),
      fc.nat({ max: 500 }),
      fc.integer({ min: 1, max: 16 }),
      fc.integer({ min: 1, max: 16 }),
      arbitraryBase,
      (a, c, m1, m2, base) => {
        const [p1, p2] = [a * base, c * base];
        const square = (p1 - p2) ** 2;
        const limit = bound(p1, p2, m1, m2, base);
        fc.pre(Math.abs(square - limit) > 1e-6);
        const clear = Math.abs(p1 - p2) >= 3 * base && square > limit;
        const expected = !clear ? 'no_clear_change' : p2 > p1 ? 'rose' : 'fell';
        expect(compareSums(total(p1, m1), total(p2, m2), base)).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});
