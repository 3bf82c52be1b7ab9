import { API_SLICE, PAGE_SLICE } from '@romduol/server/conversation/time-slices';
import { sodium } from '@romduol/shared/sealing/sodium';
import { afterEach, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { type FreshApp, freshApp } from '../../http/fresh-app.ts';
import { apiShot, drawReceipt, handInUnder, measure, pageShot, sayWelch } from './timing.ts';

/** |t| above this in one of a few tests would come by chance less than once in ten thousand. */
const TOLD = 4.5;

describe.each(mainKinds)('whether a receipt exists, on %s', (kind) => {
  let fresh: FreshApp;
  afterEach(() => fresh.close());

  test('shows neither in the time nor in the length of 2,000 answers each of the API', async () => {
    fresh = await freshApp(kind, { slices: { api: API_SLICE, page: PAGE_SLICE } });
    const { lookup } = await handInUnder(fresh);
    const unknown = apiShot(fresh, sodium().randomBytes(32));
    const measured = await measure(apiShot(fresh, lookup), unknown, 2_000, 80);
    expect(measured.lengths.size).toBe(1);
    expect(Math.abs(sayWelch(`API, ${kind}`, measured))).toBeLessThan(TOLD);
  });
});

describe('whether a receipt exists, with the database in this process', () => {
  let fresh: FreshApp;
  afterEach(() => fresh.close());

  // In this process the database adds no noise of its own: what tells here may tell anybody who measures for longer.
  test('the control: without slices of time the same measurement of the API tells', async () => {
    fresh = await freshApp('pglite', { slices: { api: 0, page: 0 } });
    const { lookup } = await handInUnder(fresh);
    const unknown = apiShot(fresh, sodium().randomBytes(32));
    // A third is enough to tell.
    const measured = await measure(apiShot(fresh, lookup), unknown, 600, 1);
    expect(Math.abs(sayWelch('API without slices', measured))).toBeGreaterThan(TOLD);
  });

  test('shows neither in the time nor in the length of 8 pages each without script', async () => {
    fresh = await freshApp('pglite', { slices: { api: API_SLICE, page: PAGE_SLICE } });
    const { receipt } = await handInUnder(fresh);
    const measured = await measure(pageShot(fresh, receipt), pageShot(fresh, await drawReceipt()), 8, 2);
    expect([...measured.lengths]).toEqual([32 * 1024]);
    expect(Math.abs(sayWelch('page without script', measured))).toBeLessThan(TOLD);
  });
});
