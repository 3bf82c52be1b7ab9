import { digestReleases } from '../../unit/statistics/digest-releases.ts';
import { expect, watched as test } from '../fixtures.ts';
import { serveDigest } from './serve-digest.ts';

test('Node and Chromium make the same releases of the same cohorts, to the byte, in whatever order records come', async ({
  page,
  ours: asked,
}) => {
  const site = await serveDigest();
  asked.push(new URL(site.addressOf(3)).origin);
  try {
    const ours = digestReleases(1);
    expect(digestReleases(2)).toBe(ours);
    for (const order of [3, 4]) {
      await page.goto(site.addressOf(order));
      await expect(page).toHaveTitle(/^[0-9a-f]{64}$/);
      expect(await page.title()).toBe(ours);
    }
  } finally {
    await site.close();
  }
});
