import { expect, test } from 'vitest';
import { serveDigest } from '../../end-to-end/statistics/serve-digest.ts';
import { digestReleases } from '../../unit/statistics/digest-releases.ts';
import { openFirefox } from '../firefox/firefox.ts';

test('Node and Firefox make the same releases of the same cohorts, to the byte, in whatever order records come', async () => {
  const site = await serveDigest();
  const firefox = await openFirefox({});
  try {
    const ours = digestReleases(1);
    for (const order of [5, 6]) {
      await firefox.go(site.addressOf(order));
      await firefox.untilTitle(ours);
    }
    expect(await firefox.title()).toBe(ours);
  } finally {
    await firefox.close();
    await site.close();
  }
});
