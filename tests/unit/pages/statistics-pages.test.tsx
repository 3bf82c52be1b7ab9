import type { Day, Quarter } from '@romduol/shared/ids';
import { LANGUAGES } from '@romduol/shared/language/language';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { type Published, newestFirst, releaseAddress } from '@romduol/web/pages/published';
import { ReleasePage } from '@romduol/web/pages/release-page';
import { StatisticsPage } from '@romduol/web/pages/statistics-page';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { sampleRelease } from '../charts/sample-release.ts';
import { sampleDeployment } from './sample-deployment.ts';

const published = (release: PublishedRelease, hash: string): Published => ({
  release,
  hash: hash.repeat(43).slice(0, 43),
  day: '2026-06-01' as Day,
  organisation: { en: 'Sample organisation', km: 'អង្គការគំរូ' },
});
const incident = sampleRelease('incident');
const newest = published(incident, 'a');
const older = published({ ...incident, cohort: '2025-Q1' as Quarter, number: 1 }, 'b');
const outcome = published(sampleRelease('outcome'), 'c');

describe.each(LANGUAGES)('published figures (%s)', (language) => {
  test('the overview draws the newest of each kind and leads to everything', () => {
    const html = render(
      <StatisticsPage deployment={sampleDeployment} language={language} published={[older, newest, outcome]} />,
    );
    // Type and province of the newest incidents, cascade and outcome of the newest outcomes.
    expect(html.match(/<figure/g)).toHaveLength(4);
    for (const one of [older, newest, outcome]) expect(html).toContain(`<a href="${releaseAddress(one, language)}">`);
    expect(html).toContain(`<style>${sampleDeployment.assets.chartStyle}</style>`);
    expect(html).not.toContain('style="');
  });

  test('a release has all its tables, says what is not published, how to cite it, and keeps its place in the other language', () => {
    const html = render(<ReleasePage deployment={sampleDeployment} language={language} published={newest} />);
    expect(html.match(/<figure/g)).toHaveLength(incident.tables.length);
    expect(html).toContain('aaaaaaaaaaaaaaaa');
    expect(html).toContain(`${releaseAddress(newest, language)}.csv`);
    expect(html).toContain(`id="other-language" href="${releaseAddress(newest, language === 'en' ? 'km' : 'en')}"`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(html).not.toContain('style="');
  });
});

test('releases stand newest first, reports before what became of them', () => {
  expect(newestFirst([older, outcome, newest])).toEqual([newest, outcome, older]);
});
