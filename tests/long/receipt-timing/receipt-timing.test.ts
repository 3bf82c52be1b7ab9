import { API_SLICE, PAGE_SLICE } from '@romduol/server/conversation/time-slices';
import { expect, test } from 'vitest';
import { freshApp } from '../../http/fresh-app.ts';
import { drawReceipt, handInUnder, measure, pageShot, sayWelch } from '../../attack/receipt-timing/timing.ts';

/** A second each, and threads for a few at a time: three quarters of an hour. */
const HOUR = 3_600_000;

test(
  'whether a receipt exists shows in none of 2,000 pages each without script',
  async () => {
    const fresh = await freshApp('pglite', { slices: { api: API_SLICE, page: PAGE_SLICE } });
    try {
      const { receipt } = await handInUnder(fresh);
      const measured = await measure(pageShot(fresh, receipt), pageShot(fresh, await drawReceipt()), 2_000, 2);
      expect([...measured.lengths]).toEqual([32 * 1024]);
      expect(Math.abs(sayWelch('page without script', measured))).toBeLessThan(4.5);
    } finally {
      await fresh.close();
    }
  },
  HOUR,
);
