import { readFileSync } from 'node:fs';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { codesOf } from '@romduol/shared/codebook/code-list';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { province } from '@romduol/shared/codebook/province';
import { fromKhmerDigits } from '@romduol/shared/language/numerals';
import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import { figuresOf } from '@romduol/shared/statistics/figures';
import { labelCode } from '@romduol/shared/statistics/table-words';
import { BarChart } from '@romduol/web/charts/bar-chart';
import { barsOf, sortBars } from '@romduol/web/charts/bars';
import { CascadeChart } from '@romduol/web/charts/cascade-chart';
import { DataTable } from '@romduol/web/charts/data-table';
import { HeatMap } from '@romduol/web/charts/heat-map';
import { type Line, LineChart } from '@romduol/web/charts/line-chart';
import { PROVINCE_TILES } from '@romduol/web/charts/province-tiles';
import { TableFigure } from '@romduol/web/charts/table-figure';
import { TileMap } from '@romduol/web/charts/tile-map';
import { sampleRelease, tableOf } from './sample-release.ts';

const incident = sampleRelease('incident');
const outcome = sampleRelease('outcome');

const point = (tick: string, at: number, value: number, single = true) => ({ tick, at, value, error: 4, single });
const LINES: readonly Line[] = [
  { code: 'a', label: 'A', trend: 'no_clear_change', points: [point('1', 1, 10), point('2', 2, 15)] },
  { code: 'b', label: 'B', trend: 'rose', points: [point('1', 1, 20), point('2', 2, 90), point('4', 4, 40, false)] },
  { code: 'c', label: 'C', trend: null, points: [point('2', 2, 0)] },
];

const CHARTS = {
  'bar-chart': (language: Language) => (
    <BarChart id="c" title="T" bars={barsOf(tableOf(incident, 'identity'), language)} language={language} error={4} />
  ),
  cascade: (language: Language) => (
    <CascadeChart
      id="c"
      title="T"
      steps={barsOf(tableOf(outcome, 'cascade'), language)}
      language={language}
      error={4}
    />
  ),
  'tile-map': (language: Language) => (
    <TileMap id="c" title="T" bars={barsOf(tableOf(incident, 'province'), language)} language={language} />
  ),
  'heat-map': (language: Language) => (
    <HeatMap id="c" title="T" table={tableOf(incident, 'type_by_perpetrator_band')} language={language} />
  ),
  'line-chart': (language: Language) => <LineChart id="c" title="T" lines={LINES} language={language} />,
  'data-table': (language: Language) => (
    <DataTable table={tableOf(outcome, 'cascade_by_sector')} language={language} kind="outcome" />
  ),
};

/** One element a line, so that a difference can be read. */
const asText = (html: string) => html.replaceAll(/></g, '>\n<');

const everything = (language: Language) =>
  [incident, outcome]
    .flatMap((release) =>
      release.tables.map((table) =>
        render(<TableFigure figures={figuresOf({ release, hash: '' })} table={table} language={language} />),
      ),
    )
    .join('');

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.keys(CHARTS) as (keyof typeof CHARTS)[])(
    '%s is drawn as it was when it was looked at',
    async (name) => {
      const markup = asText(render(CHARTS[name](language)));
      await expect(markup).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
    },
  );

  test('no chart carries a style attribute or element, which the content security policy would block', () => {
    const html = everything(language);
    expect(html).not.toMatch(/\sstyle=|<style/);
    expect(html.length).toBeGreaterThan(10_000);
  });

  test('every drawing is an image with a title and a description, under ids of its own', () => {
    const html = everything(language);
    const drawings = html.match(/<svg class="chart[" ][^>]*>/g) ?? [];
    expect(drawings.length).toBeGreaterThan(12);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const drawing of drawings) {
      expect(drawing).toContain('role="img"');
      const [, named = ''] = /aria-labelledby="([^"]+)"/.exec(drawing) ?? [];
      expect(named.split(' ')).toHaveLength(2);
      expect(ids).toEqual(expect.arrayContaining(named.split(' ')));
    }
  });

  test('every published figure stands in a table beside its chart', () => {
    for (const release of [incident, outcome]) {
      for (const table of release.tables) {
        const html = render(
          <TableFigure figures={figuresOf({ release, hash: '' })} table={table} language={language} />,
        );
        expect([...html.matchAll(/<td>/g)]).toHaveLength(table.values.length);
      }
    }
  });
});

test('bars are sorted by what is published, then as in the codebook, and tables are not sorted at all', () => {
  const bars = [
    { code: 'a', label: 'A', value: 5 },
    { code: 'b', label: 'B', value: 10 },
    { code: 'c', label: 'C', value: 5 },
  ];
  expect(sortBars(bars).map(({ code }) => code)).toEqual(['b', 'a', 'c']);
  const table = tableOf(incident, 'identity');
  const labels = barsOf(table, 'en').map(({ label }) => label);
  const rows = [
    ...render(<DataTable table={table} language="en" kind="incident" />).matchAll(/<th scope="row">([^<]+)/g),
  ];
  expect(rows.map(([, label]) => label)).toEqual(labels);
});

test('Khmer figures are in Khmer digits, English ones in Latin digits', () => {
  const km = render(CHARTS['bar-chart']('km'));
  const en = render(CHARTS['bar-chart']('en'));
  const figures = (html: string) =>
    [...html.matchAll(/class="chart-figure"[^>]*>([^<]+)/g)].map(([, figure]) => figure);
  expect(figures(km).every((figure) => /^[០-៩.]+$/.test(figure!))).toBe(true);
  expect(figures(en).every((figure) => /^[0-9,]+$/.test(figure!))).toBe(true);
  expect(figures(km)).toHaveLength(10);
});

test('a bar is as long as its figure, and its whisker as long as the greatest error', () => {
  const bars = [
    { code: 'a', label: 'A', value: 96 },
    { code: 'b', label: 'B', value: 48 },
    { code: 'c', label: 'C', value: 0 },
  ];
  const html = render(<BarChart id="c" title="T" bars={bars} language="en" error={4} />);
  const lengths = [...html.matchAll(/class="chart-bar"[^>]*width="([\d.]+)%"/g)].map(([, width]) => Number(width));
  expect(lengths[0]! / lengths[1]!).toBeCloseTo(2, 1);
  expect(lengths[2]).toBe(0);
  const whiskers = [...html.matchAll(/class="chart-error" x1="([\d.]+)%" x2="([\d.]+)%"/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);
  expect((whiskers[0]![1]! - whiskers[0]![0]!) / lengths[0]!).toBeCloseTo(8 / 96, 2);
  expect(whiskers[2]![0]).toBe(0);
});

test('lines stand by their last figure, and their bands are as wide as the truth may be off', () => {
  const html = render(CHARTS['line-chart']('en'));
  const labels = [...html.matchAll(/<tspan[^>]*>([^<]+)/g)].map(([, label]) => label);
  expect(labels).toEqual(['B: rose', 'A: no clear change', 'C']);
  const errors = [...html.matchAll(/class="chart-error"[^>]*y1="([\d.]+)" y2="([\d.]+)"/g)].map(
    ([, low, high]) => Number(high) - Number(low),
  );
  // One scale for all: 64 px from nought to the greatest figure and its error; only nought has half a band.
  expect(errors).toHaveLength(6);
  for (const error of errors.slice(0, 5)) expect(error).toBeCloseTo((8 / 94) * 64, 1);
  expect(errors[5]).toBeCloseTo((4 / 94) * 64, 1);
});

test('a figure of several quarters is hollow, and no line leads to it', () => {
  const html = render(CHARTS['line-chart']('en'));
  expect(html.match(/chart-point-hollow/g)).toHaveLength(1);
  const [path = ''] = /class="chart-line" d="([^"]+)"/.exec(html)?.slice(1) ?? [];
  expect(path.match(/[ML]/g)).toHaveLength(2);
});

test('a heat map keeps the codebook’s order both ways and names each column by a letter of the language', () => {
  const table = tableOf(incident, 'type_by_perpetrator_band');
  const html = render(CHARTS['heat-map']('km'));
  const cells = [...html.matchAll(/class="chart-cell-figure"[^>]*>([^<]+)/g)].map(([, figure]) =>
    Number(fromKhmerDigits(figure!).replaceAll('.', '')),
  );
  expect(cells).toEqual(table.values);
  const letters = [...html.matchAll(/class="chart-letter"[^>]*>([^<]+)/g)].map(([, letter]) => letter);
  expect(letters.length).toBeGreaterThan(4);
  expect(letters.join('')).toBe('កខគឃងចឆជ'.slice(0, table.dimensions[1]!.codes.length));
});

test('a crossing names the rows and columns that it does not show, in both languages', () => {
  const table = tableOf(incident, 'type_by_perpetrator_band');
  const shown = table.dimensions[1]!.codes;
  const hidden = tableOf(incident, 'perpetrator_band').dimensions[0]!.codes.filter((code) => !shown.includes(code));
  expect(hidden.length).toBeGreaterThan(1);
  for (const language of LANGUAGES) {
    const html = render(
      <TableFigure figures={figuresOf({ release: incident, hash: '' })} table={table} language={language} />,
    );
    const note = [...html.matchAll(/class="chart-note">([^<]+)/g)].map(([, text]) => text).join(' ');
    for (const code of hidden) expect(note).toContain(labelCode('perpetrator_band', code, language));
    for (const code of shown) expect(note).not.toContain(labelCode('perpetrator_band', code, language));
  }
});

test('an empty chart is still drawn', () => {
  const none = [{ code: 'KH-12', label: 'Phnom Penh', value: 0 }];
  expect(render(<BarChart id="c" title="T" bars={none} language="en" error={4} />)).toContain('width="0%"');
  expect(render(<TileMap id="c" title="T" bars={none} language="en" />)).toContain('chart-tile-0');
});

test('every province has a place of its own on the map, and its Khmer name in full', () => {
  const places = KH_PROVINCE.map((code) => `${PROVINCE_TILES[code].column},${PROVINCE_TILES[code].row}`);
  expect(new Set(places).size).toBe(25);
  for (const { code, km } of province.codes) {
    if (code === 'abroad' || code === 'unk') continue;
    expect(PROVINCE_TILES[code].km.join('')).toBe(km);
  }
  const html = render(CHARTS['tile-map']('en'));
  expect([...html.matchAll(/<g class="chart-tile chart-tile-\d"/g)]).toHaveLength(25);
});

test('what is not a province is told beside the map', () => {
  const bars = codesOf(province).map((code, i) => ({ code, label: code, value: i > 24 ? 15 : 5 }));
  const html = render(<TileMap id="c" title="T" bars={bars} language="en" />);
  expect(html).toContain('Not on the map: abroad 15, unk 15.');
});

test('every class that a chart uses has a rule', () => {
  const css = readFileSync(new URL('../../../web/src/styles/charts.css', import.meta.url), 'utf8');
  const drawn = everything('en') + render(CHARTS['line-chart']('en'));
  const classes = new Set([...drawn.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')));
  // Groups and boxes that are only told apart from what the page styles.
  for (const bare of ['chart-mark', 'chart-legend', 'chart-step', 'chart-label', 'chart-tile']) classes.delete(bare);
  const missing = [...classes].filter((name) => !css.includes(`.${name} `) && !css.includes(`.${name},`));
  expect(missing).toEqual([]);
});
