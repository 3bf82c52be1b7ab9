import { expect, test } from 'vitest';
import { fuzz, tellFuzzed } from '../../attack/fuzz/malformed-requests.ts';

test('a hundred thousand malformed requests over every route make the server neither fail nor grow', async () => {
  const seed = Date.now() % 2 ** 31;
  const fuzzed = await fuzz(100_000, seed);
  console.log(tellFuzzed(fuzzed, seed));
  expect([fuzzed.failures, fuzzed.reported]).toEqual([[], []]);
  expect(fuzzed.growth).toBeLessThan(50 * 2 ** 20);
});
