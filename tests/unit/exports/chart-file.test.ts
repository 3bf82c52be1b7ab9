import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@romduol/shared/language/language';
import { figuresOf } from '@romduol/shared/statistics/figures';
import { sayCaveat } from '@romduol/shared/statistics/table-words';
import { writeChart } from '@romduol/web/exports/chart-file';
import { CHART_FILE_STYLE } from '@romduol/web/exports/file-style';
import { sampleRelease, tableOf } from '../charts/sample-release.ts';

describe.each(LANGUAGES)('a chart as a file (%s)', (language) => {
  const release = sampleRelease('incident');
  const figures = figuresOf({ release, hash: 'h'.repeat(43) });

  test.each(['type', 'province', 'type_by_perpetrator_band'])('%s says what must be known with it', (id) => {
    const svg = writeChart(figures, tableOf(release, id), language);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="640" height="\d/);
    // Whole words, whatever lines they were broken into.
    const said = svg
      .replaceAll(/<metadata>.*<\/metadata>/gs, '')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s/g, '');
    expect(said).toContain(sayCaveat(release, language).replaceAll(/\s/g, ''));
    expect(said).toContain('rock/incident/2026-q1');
    expect(said).toContain('h'.repeat(43));
    expect(svg).toContain('<metadata>');
    expect(/<metadata>(.*)<\/metadata>/s.exec(svg)?.[1]).toContain(id === 'province' ? 'rock' : 'CEDAW; 1, 2');
    expect(svg).not.toMatch(/var\(|\sstyle=|<script|href=/);
  });

  test('every class in it has a rule of its own', () => {
    const all = release.tables.map((table) => writeChart(figures, table, language)).join('');
    const classes = new Set([...all.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')));
    for (const bare of ['chart', 'chart-map', 'chart-mark', 'chart-legend', 'chart-step', 'chart-label', 'chart-tile'])
      classes.delete(bare);
    expect([...classes].filter((name) => !CHART_FILE_STYLE.includes(`.${name}`))).toEqual([]);
  });
});

test('a chart’s file is drawn as it was when it was looked at', async () => {
  const release = sampleRelease('incident');
  const figures = figuresOf({ release, hash: 'h'.repeat(43) });
  const markup = writeChart(figures, tableOf(release, 'identity'), 'km').replaceAll(/></g, '>\n<');
  await expect(markup).toMatchFileSnapshot('../charts/golden/chart-file.km.txt');
});
