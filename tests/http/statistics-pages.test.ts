import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { listReleases } from '@romduol/shared/api/statistics';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { type Figures, figuresOf } from '@romduol/shared/statistics/figures';
import { parseRelease } from '@romduol/shared/statistics/release-file';
import { writeChart } from '@romduol/web/exports/chart-file';
import { FORMATS, MEDIA_TYPES } from '@romduol/web/exports/format-names';
import { writeFigures } from '@romduol/web/exports/formats';
import { countersign, freezeCohort, proposeFrozen } from '@romduol/web/desk/freeze';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { type FreshCohort, NAME, RIPE, freshCohort } from './fresh-cohort.ts';

const AT = `/en/statistics/${NAME.series}/incident/2026-q1`;

describe.each(kinds)('%s', (kind) => {
  let cohort: FreshCohort;
  let figures: Figures;
  let before: number;
  const get = async (path: string) => cohort.fresh.app.request(path);

  beforeAll(async () => {
    cohort = await freshCohort(kind);
    await cohort.goTo(RIPE);
    const { sopheap, phalla } = cohort.desks;
    await proposeFrozen(sopheap, await freezeCohort(sopheap, { ...NAME, kind: 'incident' }));
    before = (await get(AT)).status;
    await countersign(phalla, { ...NAME, kind: 'incident' });
    const [published] = (await cohort.fresh.call(listReleases)).releases;
    figures = figuresOf({ release: parseRelease(published!.file), hash: toBase64url(published!.hash) });
  });
  afterAll(() => cohort.fresh.close());

  test.each(['en', 'km'] as const)(
    'a release is a page without script, with the way to what it leads to (%s)',
    async (language) => {
      const answer = await get(AT.replace('en', language));
      expect(answer.status).toBe(200);
      const html = await answer.text();
      expect(html).toContain(`<html lang="${language}">`);
      const links = [...html.matchAll(/href="(\/[^"]*statistics[^"]*)"/g)].map(([, link]) => link!);
      expect(links.length).toBeGreaterThan(10);
      for (const link of links) expect([link, (await get(link)).status]).toEqual([link, 200]);
    },
  );

  test.each(FORMATS)('%s is the file that anybody can make from the signed release', async (format) => {
    for (const language of ['en', 'km'] as const) {
      const answer = await get(`${AT.replace('en', language)}.${format}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(MEDIA_TYPES[format]);
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="romduol-rainbow-incident-2026-q1/,
      );
      const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
      const own = await writeFigures(figures, format, [language], sha256);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.equals(Buffer.from(own as Uint8Array))).toBe(true);
    }
  });

  test('the package holds the file whose hash two publishers signed', async () => {
    const [published] = (await cohort.fresh.call(listReleases)).releases;
    const files = unzipSync(new Uint8Array(await (await get(`${AT}.zip`)).arrayBuffer()));
    expect(Buffer.from(files['release-rainbow-incident-2026-q1.json']!).equals(Buffer.from(published!.file))).toBe(
      true,
    );
  });

  test('each chart is a picture at an address of its own', async () => {
    for (const table of figures.tables) {
      const answer = await get(`${AT}/${table.id}.svg`);
      expect(answer.headers.get('content-type')).toBe('image/svg+xml');
      expect(await answer.text()).toBe(writeChart(figures, table, 'en'));
    }
  });

  test('what was not published is not there, in any kind', async () => {
    // Proposed, and signed by one of two.
    expect(before).toBe(404);
    const tables = `/en/statistics/${NAME.series}`;
    for (const path of [
      `${tables}/incident/2026-q2`,
      `${tables}/incident/2026-q2.csv`,
      `${tables}/outcome/2026-q1.zip`,
      `${tables}/incident/2026`,
      `${tables}/incident.csv`,
      `${AT}/no_such_table.svg`,
      `${AT}.exe`,
      `${AT}/../../../../api/health`,
      `${AT}/%2e%2e/%2e%2e/%2e%2e/%2e%2e/api/health`,
      `${AT}/..%2f..%2f..%2f..%2fapi%2fhealth`,
      `${tables}/incident/0000-q1`,
      `${tables}/incident/9999-q9.csv`,
      '/english/statistics/method',
      '/notkm/statistics/method',
      '/en/statistics/incident/2026-q1',
      '/en/statistics/',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  test('the method has an address, and so has the series', async () => {
    expect((await get('/km/statistics/method')).status).toBe(200);
    expect((await get(`/km/statistics/${NAME.series}/incident`)).status).toBe(200);
  });
});
