import type { Day, Quarter, SeriesId } from '@romduol/shared/ids';
import { LANGUAGES } from '@romduol/shared/language/language';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { type Published, newestFirst, releaseAddress } from '@romduol/web/pages/published';
import { FiguresPage, sayView } from '@romduol/web/pages/figures-page';
import { MethodPage } from '@romduol/web/pages/method-page';
import { SeriesPage } from '@romduol/web/pages/series-page';
import { type FiguresView, type SeriesView, findView } from '@romduol/web/pages/statistics-views';
import { StatisticsPage } from '@romduol/web/pages/statistics-page';
import { FORMATS } from '@romduol/web/exports/format-names';
import { chartWords } from '@romduol/web/charts/chart-words';
import { sayCaveat } from '@romduol/shared/statistics/table-words';
import { brotliCompressSync } from 'node:zlib';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { sampleRelease } from '../charts/sample-release.ts';
import { sampleDeployment } from './sample-deployment.ts';

const published = (release: PublishedRelease, hash: string): Published => ({
  release,
  hash: hash.repeat(43).slice(0, 43),
  day: '2026-06-01' as Day,
  organisation: { en: 'Sample organisation', km: 'អង្គការគំរូ' },
  whose: { en: 'Sample organisation', km: 'អង្គការគំរូ' },
});
const incident = sampleRelease('incident');
const newest = published(incident, 'a');
const older = published({ ...incident, cohort: '2025-Q1' as Quarter, number: 1 }, 'b');
const other = published({ ...incident, series: 'reed' as SeriesId }, 'd');
const outcome = published(sampleRelease('outcome'), 'c');
const all = [older, newest, other, outcome];

function figuresAt(path: string): FiguresView {
  const view = findView(all, path);
  if (view?.view !== 'figures') throw new Error(`no figures at ${path}`);
  return view;
}
const seriesAt = (path: string): SeriesView => {
  const view = findView(all, path);
  if (view?.view !== 'series') throw new Error(`no series at ${path}`);
  return view;
};

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

  test('a release has all its tables, every kind of file, how to cite it, and keeps its place in the other language', () => {
    const view = figuresAt('rock/incident/2026-q1');
    const html = render(<FiguresPage deployment={sampleDeployment} language={language} view={view} published={all} />);
    expect(html.match(/<figure/g)).toHaveLength(incident.tables.length);
    expect(html).toContain('aaaaaaaaaaaaaaaa');
    const address = releaseAddress(newest, language);
    for (const format of FORMATS) expect(html).toContain(`href="${address}.${format}" download`);
    for (const { id } of incident.tables) expect(html).toContain(`href="${address}/${id}.svg" download`);
    expect(html).toContain(`https://report.example.org${address}`);
    expect(html).toContain(`id="other-language" href="${releaseAddress(newest, language === 'en' ? 'km' : 'en')}"`);
    // The way to the sum over both organisations; there is none over the year, of which one quarter is published.
    expect(html).toContain(`href="/${language}/statistics/incident/2026-q1"`);
    expect(html).not.toContain(`href="/${language}/statistics/rock/incident/2026"`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(html).not.toContain('style="');
  });

  test('what one organisation counted by team is led to once, under its own name', () => {
    const teams = ['north', 'south'].map((team) => ({
      ...published({ ...incident, series: `rock.${team}` as SeriesId }, team[0]!),
      whose: { en: `Sample team ${team}`, km: `ក្រុម ${team}` },
    }));
    const [north] = teams;
    const pages = [
      <StatisticsPage deployment={sampleDeployment} language={language} published={teams} />,
      <FiguresPage
        deployment={sampleDeployment}
        language={language}
        view={findView(teams, 'rock.north/incident/2026-q1') as FiguresView}
        published={teams}
      />,
    ];
    const drawn = pages.map((page) => render(page));
    for (const html of drawn) {
      expect(html).toContain(north!.whose[language]);
      expect(html.match(/href="[^"]*\/statistics\/(rock\/)?incident\/2026-q1"/g)).toEqual([
        `href="/${language}/statistics/rock/incident/2026-q1"`,
      ]);
    }
    expect(drawn[0]).toContain(`href="/${language}/statistics/rock.north/incident">${north!.whose[language]} – `);
    const overTime = findView(teams, 'rock.north/incident') as SeriesView;
    expect(render(<SeriesPage deployment={sampleDeployment} language={language} view={overTime} />)).toContain(
      `<h1>${north!.whose[language]} – `,
    );
    // Of all together it is the organisation's, and what stands at the other address is the same.
    for (const path of ['rock/incident/2026-q1', 'incident/2026-q1'])
      expect(sayView(findView(teams, path) as FiguresView, language)).toMatch(/^(Sample organisation|អង្គការគំរូ) –/);
  });

  test('a sum names its releases, what may differ, and is cited by them', () => {
    const view = figuresAt('incident/2026-q1');
    const html = render(<FiguresPage deployment={sampleDeployment} language={language} view={view} published={all} />);
    expect(html).toContain(sayCaveat({ base: 5, error: 8 }, language));
    for (const one of [newest, other]) {
      expect(html).toContain(`<a href="${releaseAddress(one, language)}">`);
      expect(html).toContain(one.hash.slice(0, 16));
    }
    expect(view.figures.total).toBe(2 * incident.total);
  });

  test('a series over time says what is compared and the word for each line', () => {
    const grown = published(
      { ...incident, cohort: '2025-Q1' as Quarter, total: 60, tables: incident.tables.map(halved) },
      'b',
    );
    const view = findView([grown, newest], 'rock/incident');
    if (view?.view !== 'series') throw new Error('no series');
    const html = render(<SeriesPage deployment={sampleDeployment} language={language} view={view} />);
    expect(html).toContain(chartWords.rose[language]);
    expect(html).toContain(chartWords.no_clear_change[language]);
    expect(html).not.toContain(`: ${chartWords.fell[language]}`);
    expect(html).toContain('class="chart-band"');
    const alone = findView([newest], 'rock/incident') as SeriesView;
    expect(render(<SeriesPage deployment={sampleDeployment} language={language} view={alone} />)).not.toContain(
      '<svg class="chart',
    );
    expect(seriesAt('rock/incident').parts).toEqual([older, newest]);
  });

  test('the method is told with half a page to explain it', () => {
    const html = render(<MethodPage deployment={sampleDeployment} language={language} />);
    expect(html.match(/<h2/g)!.length).toBeGreaterThanOrEqual(8);
    expect(html).toContain('id="explain"');
    const explained = html.slice(html.indexOf('id="explain"'), html.indexOf('</main>')).replaceAll(/<[^>]+>/g, '');
    // Half a page of print, in either language.
    expect(explained.length).toBeGreaterThan(1_000);
    expect(explained.length).toBeLessThan(2_400);
  });
});

const halved = <T extends { readonly values: number[] }>(table: T): T => ({
  ...table,
  values: table.values.map((value) => Math.floor(value / 20) * 5),
});

test('addresses lead to what they name and to nothing else', () => {
  expect(figuresAt('rock/incident/2026-q1').parts).toEqual([newest]);
  expect(figuresAt('incident/2026').parts.map(({ hash }) => hash[0])).toEqual(['d', 'a']);
  for (const path of [
    'rock/incident/2026-Q1',
    'rock/incident/2026-q2',
    'rock/incident/2026',
    'rock/outcome/20',
    'incident/2025',
    'reed/outcome',
    'rock',
    'rock/incident/2026-q1/type',
    '',
    '../..',
  ])
    expect([path, findView(all, path)]).toEqual([path, null]);
});

test('a release page weighs little', () => {
  const html = render(
    <FiguresPage
      deployment={sampleDeployment}
      language="km"
      view={figuresAt('rock/incident/2026-q1')}
      published={all}
    />,
  );
  // On the wire: eighteen charts and their tables, less than one photograph.
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(30_000);
});

test('releases stand newest first, reports before what became of them', () => {
  expect(newestFirst([older, outcome, newest])).toEqual([newest, outcome, older]);
});
