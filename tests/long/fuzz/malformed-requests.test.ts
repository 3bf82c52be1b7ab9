import { expect, test } from 'vitest';
import { fuzz, tellFuzzed } from '../../attack/fuzz/malformed-requests.ts';

const AN_HOUR = 3_600_000;

test(
  'a hundred thousand malformed requests over every route make the server neither fail nor grow',
  { timeout: AN_HOUR },
  async () => {
    const seed = Date.now() % 2 ** 31;
    const fuzzed = await fuzz(100_000, seed);
    console.log(tellFuzzed(fuzzed, seed));
    expect([fuzzed.failures, fuzzed.reported]).toEqual([[], []]);
    expect(fuzzed.routes.asked).toBe(fuzzed.routes.all);
    expect(fuzzed.growth).toBeLessThan(50 * 2 ** 20);
  },
);
