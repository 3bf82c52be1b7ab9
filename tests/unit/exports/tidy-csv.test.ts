import type { SeriesId } from '@romduol/shared/ids';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CODEBOOK } from '@romduol/shared/codebook/index';
import { figuresOf } from '@romduol/shared/statistics/figures';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { writeTidyCsv } from '@romduol/shared/exports/tidy-csv';
import { releaseOf } from '../statistics/release-of.ts';
import { sampleIncidents, sampleOutcomes } from '../statistics/sample-cohort.ts';

const publish = (kind: 'incident' | 'outcome', count: number): PublishedRelease =>
  releaseOf(kind === 'incident' ? sampleIncidents(count, 1) : sampleOutcomes(count, 1)).published;

const HASH = 'h'.repeat(43);

/** Reads with a parser that is not ours. */
function read(text: string) {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

test('every figure of a release is one row, and reads back as it was published', () => {
  for (const release of [publish('incident', 200), publish('outcome', 600)]) {
    const rows = read(writeTidyCsv([figuresOf({ release, hash: HASH })]));
    const figures = release.tables.reduce((count, { values }) => count + values.length, 1);
    expect(rows).toHaveLength(figures);
    expect(Number(rows.find(({ table }) => table === 'total')?.['value'])).toBe(release.total);
    for (const { id, dimensions, values } of release.tables) {
      const own = rows.filter(({ table }) => table === id);
      expect(own.map((row) => Number(row['value']))).toEqual(values);
      expect(new Set(own.map((row) => row['code_1']))).toEqual(new Set(dimensions[0]?.codes));
      expect(own.every((row) => row['dimension_2'] === (dimensions[1]?.variable ?? ''))).toBe(true);
    }
  }
});

test('every row carries period, method, base, error, codebook, hash and the caveat in both languages', () => {
  const release = publish('incident', 60);
  for (const row of read(writeTidyCsv([figuresOf({ release, hash: HASH })]))) {
    expect(row).toMatchObject({
      period_start: '2026-01-01',
      period_end: '2026-03-31',
      method: '2',
      base: '5',
      error: '4',
    });
    expect(row).toMatchObject({ codebook: '1', release: HASH, cohort: '2026-Q1', series: 'rock' });
    expect(row['caveat_en']).toContain('multiples of 5 and may differ from the truth by up to 4');
    expect(row['caveat_km']).toContain('៥');
  }
});

test('labels are the codebook’s in both languages, and provinces stand in columns of their own', () => {
  const rows = read(writeTidyCsv([figuresOf({ release: publish('incident', 200), hash: HASH })]));
  const rape = rows.find(({ table, code_1: code }) => table === 'type' && code === 'rape');
  expect(rape?.['label_1_en']).toBe(CODEBOOK.incident_type.codes[0]?.en);
  expect(rape?.['label_1_km']).toBe(CODEBOOK.incident_type.codes[0]?.km);
  expect(rape?.['province_code']).toBe('');
  expect(rape?.['rights_1']).toMatch(/^CEDAW 1, 2; ICCPR 7/);
  expect(rape).toMatchObject({ rights_map: '1', releases_summed: '1', address: 'rock/incident/2026-q1' });
  expect(rape?.['rights_status_en']).toContain('Awaiting confirmation by counsel');
  const penh = rows.find(({ province_code: code }) => code === 'KH-12');
  expect(penh).toMatchObject({ table: 'province', province_en: 'Phnom Penh', province_km: 'ភ្នំពេញ' });
});

test('a tag row stands under the header when it is asked for', () => {
  const release = publish('incident', 200);
  const [tags] = read(writeTidyCsv([figuresOf({ release, hash: HASH })], { hxl: true }));
  expect(tags).toMatchObject({
    province_code: '#adm1+code',
    province_en: '#adm1+name+i_en',
    province_km: '#adm1+name+i_km',
    period_start: '#date+start',
    period_end: '#date+end',
    code_1: '#event+type+code',
    value: '#indicator+num+incidents',
  });
});

test('the file begins with a byte order mark and holds Khmer as UTF-8', () => {
  const text = writeTidyCsv([figuresOf({ release: publish('incident', 60), hash: HASH })]);
  expect([...new TextEncoder().encode(text.slice(0, 1))]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text).toContain('តួលេខ');
  expect(text.split('\r\n').length).toBeGreaterThan(50);
});

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠sum'])(
  'text that a spreadsheet would run is inert: %j',
  (formula) => {
    const release = { ...publish('incident', 60), series: formula as SeriesId };
    for (const row of read(writeTidyCsv([figuresOf({ release, hash: formula })]))) {
      expect(row['series']).toBe(`'${formula}`);
      expect(row['release']).toBe(`'${formula}`);
      expect(row['value']).toMatch(/^\d+$/);
    }
  },
);
