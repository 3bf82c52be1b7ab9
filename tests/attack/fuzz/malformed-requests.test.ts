import { expect, test } from 'vitest';
import { type Answering, fuzz, tellFuzzed } from './malformed-requests.ts';

test('two thousand malformed requests over every route make the server neither fail nor grow', async () => {
  const seed = Date.now() % 2 ** 31;
  const fuzzed = await fuzz(2_000, seed);
  console.log(tellFuzzed(fuzzed, seed));
  expect([fuzzed.failures, fuzzed.reported]).toEqual([[], []]);
  expect(fuzzed.growth).toBeLessThan(50 * 2 ** 20);
  // The control: they came as far as each kind of refusal, and some were well formed after all.
  expect([...fuzzed.statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
});

test('the control: a server that reads without a schema and keeps what it is sent is found to fail and to grow', async () => {
  const kept: Uint8Array[] = [];
  const careless: Answering = (_, { body }) => {
    kept.push(new Uint8Array(64 * 1024));
    const read = JSON.parse(typeof body === 'string' ? body : '{"lookup":""}') as { lookup: string };
    return new Response(read.lookup.slice(0, 1));
  };
  const { failures, growth } = await fuzz(2_000, 1, careless);
  console.log(`the control: ${failures.length} failures, memory grew by ${(growth / 2 ** 20).toFixed(1)} MiB`);
  expect(failures.length).toBeGreaterThan(100);
  expect(growth).toBeGreaterThan(50 * 2 ** 20);
  expect(kept.length).toBeGreaterThan(1_000);
});
