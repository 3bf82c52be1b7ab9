import { readKeyrings } from '@romduol/server/keyring/current';
import { makePageStore } from '@romduol/server/pages/page-store';
import { readPublished } from '@romduol/server/pages/published-releases';
import { readSiteItems } from '@romduol/server/site/reader';
import { utf8 } from '@romduol/shared/sealing/bytes';
import { textItem } from '@romduol/shared/site/items';
import { publishEdition } from '@romduol/web/desk/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { sampleDeployment } from '../unit/pages/sample-deployment.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { openDesk } from './open-desk.ts';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  test('a page that another process keeps drawn is drawn anew after an edition, and only then', async () => {
    const { db } = fresh.database;
    const clock = (): number => fresh.clock.now;
    const { assets, neutralSite } = sampleDeployment;
    const other = makePageStore({
      db,
      assets,
      demo: false,
      neutralSite,
      publicOrigin: null,
      onionOrigin: null,
      keyrings: readKeyrings(db, clock),
      releases: readPublished(db),
      site: readSiteItems(db),
      clock,
    });
    const draw = () => other.page('next', 'en', 'identity');
    const before = await draw();
    expect(await draw()).toBe(before);
    const desk = await openDesk(fresh, 'ly.bopha');
    await publishEdition(desk, { item: textItem('next'), language: 'en', after: 0, content: utf8('Told elsewhere.') });
    const after = await draw();
    expect(new TextDecoder('utf-8').decode(after)).toContain('<p>Told elsewhere.</p>');
    expect(await draw()).toBe(after);
  });
});
