import { expect, test } from 'vitest';
import { fuzz, tellFuzzed } from './malformed-requests.ts';

test('two thousand malformed requests over every route make the server neither fail nor grow', async () => {
  const seed = Date.now() % 2 ** 31;
  const fuzzed = await fuzz(2_000, seed);
  console.log(tellFuzzed(fuzzed, seed));
  expect([fuzzed.failures, fuzzed.reported]).toEqual([[], []]);
  expect(fuzzed.growth).toBeLessThan(50 * 2 ** 20);
  // The control: they came as far as each kind of refusal, and some were well formed after all.
  expect([...fuzzed.statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
});
