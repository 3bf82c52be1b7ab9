import { chachaStream } from '@romduol/shared/sealing/random-stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOf, seedOf } from './fixtures.ts';

test('gives the same numbers for the same seed and label, others for another', () => {
  const take = (seed: number, label: string) => {
    const stream = chachaStream(seedOf(seed), label);
    return Array.from({ length: 3000 }, () => stream.u32());
  };
  expect(take(1, 'type')).toEqual(take(1, 'type'));
  expect(take(1, 'type')).not.toEqual(take(1, 'domain'));
  expect(take(1, 'type')).not.toEqual(take(2, 'type'));
  expect(new Set(take(1, 'type')).size).toBeGreaterThan(2990);
});

test('draws below m evenly, also where 2^32 is no multiple of m', () => {
  const stream = chachaStream(seedOf(3), 'even');
  for (const m of [1, 2, 3, 5, 7]) {
    const counts = Array.from({ length: m }, () => 0);
    for (let draw = 0; draw < 20_000; draw += 1) {
      const number = stream.below(m);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    const expected = 20_000 / m;
    // Six standard deviations; a fixed seed, so this never fails by chance.
    for (const count of counts)
      expect(Math.abs(count - expected)).toBeLessThanOrEqual(6 * Math.sqrt(expected * (1 - 1 / m)));
  }
  // Here a plain remainder would favour the lower half two to one.
  const m = 3 * 2 ** 30;
  const lower = Array.from({ length: 20_000 }, () => stream.below(m)).filter((number) => number < 2 ** 30).length;
  expect(Math.abs(lower - 20_000 / 3)).toBeLessThan(400);
});

test('stays below m and takes nothing but a whole m from 1 to 2^32', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.nat(255), (m, seed) => {
      const number = chachaStream(seedOf(seed), 'bound').below(m);
      expect(Number.isInteger(number) && number >= 0 && number < m).toBe(true);
    }),
  );
  const stream = chachaStream(seedOf(1), 'bad');
  for (const bad of [0, -1, 0.5, 2 ** 32 + 1, Number.NaN])
    expect(refusalOf(() => stream.below(bad))).toBe('wrong_length');
});
