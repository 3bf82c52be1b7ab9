import { expect, test } from 'vitest';
import type { Quarter, SeriesId } from '@romduol/shared/ids';
import { fromUtf8, utf8 } from '@romduol/shared/sealing/bytes';
import { checkPublished } from '@romduol/shared/statistics/check-published';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { makeRelease, type Release, type ReleaseInput } from '@romduol/shared/statistics/release';
import { parseRelease, writeRelease } from '@romduol/shared/statistics/release-file';
import { COHORT, sampleIncidents, sampleOutcomes, streamsOf } from './sample-cohort.ts';

const INPUT: ReleaseInput = {
  series: 'rock' as SeriesId,
  kind: 'incident',
  cohort: COHORT,
  number: 3,
  previous: new Uint8Array(32).fill(1),
  waited: [],
  openedLate: false,
  signatures: 2,
  programme: defaultProgramme('incident'),
  programmeHash: new Uint8Array(32).fill(2),
  seedHash: new Uint8Array(32).fill(3),
  open: streamsOf(1),
  records: sampleIncidents(150, 1),
};

function released(changes: Partial<ReleaseInput> = {}): Release {
  const freeze = makeRelease({ ...INPUT, ...changes });
  if (freeze.outcome !== 'released') throw new Error('waits');
  return freeze.release;
}

const outcomes = (count: number): Partial<ReleaseInput> => ({
  kind: 'outcome',
  programme: defaultProgramme('outcome'),
  records: sampleOutcomes(count, 1),
});

test('the same cohort gives the same bytes, in whatever order its records come', () => {
  const { bytes } = released();
  expect(released().bytes).toEqual(bytes);
  expect(released({ records: sampleIncidents(150, 1).reverse() }).bytes).toEqual(bytes);
  expect(released({ open: streamsOf(2) }).bytes).not.toEqual(bytes);
});

test('its bytes are the same today as when the method was fixed', () => {
  expect(fromUtf8(released().bytes)).toMatchSnapshot('incident');
  expect(fromUtf8(released(outcomes(150)).bytes)).toMatchSnapshot('outcome');
});

test('a release reads back as what was made, and adds up', () => {
  for (const release of [released(), released(outcomes(150)), released({ records: sampleIncidents(900, 2) })]) {
    expect(parseRelease(release.bytes)).toEqual(release.published);
    expect(checkPublished(release.published)).toEqual([]);
    expect(release.published.tables.length).toBeGreaterThan(5);
  }
});

test('it says what readers must know', () => {
  const { published } = released({ openedLate: true, waited: ['2025-Q4' as Quarter], signatures: 1 });
  expect(published).toMatchObject({
    series: 'rock' as SeriesId,
    base: 5,
    error: 4,
    openedLate: true,
    signatures: 1,
    number: 3,
    waited: ['2025-Q4'],
    period: { start: '2025-10-01', end: '2026-03-31' },
    codebook: 1,
    method: 2,
  });
});

test('every cell of a table is there, in codebook order', () => {
  const { published } = released();
  const { codes } = defaultProgramme('incident').variables.find(({ id }) => id === 'province')!;
  const province = published.tables.find(({ id }) => id === 'province')!;
  expect(province.dimensions[0]?.codes).toEqual(codes);
  expect(province.values).toHaveLength(codes.length);
});

test('a cohort under thirty waits; after four waits only its total is published', () => {
  const few = sampleIncidents(20, 1).map((record) => ({ ...record, quarter: '2025-Q1' as Quarter }));
  expect(makeRelease({ ...INPUT, records: few })).toEqual({ outcome: 'waits' });
  const waited = ['2025-Q1', '2025-Q2', '2025-Q3'] as Quarter[];
  expect(makeRelease({ ...INPUT, records: few, waited: ['2025-Q2', '2025-Q3', '2025-Q4'] as Quarter[] }).outcome).toBe(
    'waits',
  );
  const { published } = released({ records: few, waited: [...waited, '2025-Q4' as Quarter] });
  expect(published.total).toBe(20);
  expect(published.tables).toEqual([]);
  expect(published.gate.length).toBeGreaterThan(10);
  expect(new Set(published.gate.map(({ reason }) => reason))).toEqual(new Set(['cohort_too_small']));
});

test('whether a cohort waits is read from the published total, not from the true one', () => {
  // 28 records are published as 25 or 30, and 31 as 30 or 35.
  const outcomesOf = (count: number) =>
    Array.from({ length: 40 }, (_, seed) =>
      makeRelease({ ...INPUT, records: sampleIncidents(count, 1), open: streamsOf(seed) }),
    );
  expect(new Set(outcomesOf(28).map(({ outcome }) => outcome))).toEqual(new Set(['waits', 'released']));
  expect(new Set(outcomesOf(31).map(({ outcome }) => outcome))).toEqual(new Set(['released']));
});

test('records from after the cohort, gaps in the wait and a programme of another kind are refused', () => {
  const later = sampleIncidents(40, 1).map((record) => ({ ...record, quarter: '2026-Q2' as Quarter }));
  expect(() => makeRelease({ ...INPUT, records: later })).toThrow('from after the cohort');
  expect(() => makeRelease({ ...INPUT, waited: ['2025-Q3' as Quarter] })).toThrow('directly before');
  expect(() => makeRelease({ ...INPUT, kind: 'outcome' })).toThrow('another kind');
});

test('a file that is not as we would write it is refused', () => {
  const { bytes, published } = released();
  const refusal = (changed: Uint8Array) => {
    try {
      parseRelease(changed);
      return null;
    } catch (error) {
      return error;
    }
  };
  const text = fromUtf8(bytes);
  expect(refusal(bytes)).toBeNull();
  expect(refusal(utf8('{'))).toMatchObject({ code: 'not_json' });
  expect(refusal(Uint8Array.of(0xff))).toMatchObject({ code: 'not_json' });
  expect(refusal(utf8('{}'))).toMatchObject({ code: 'not_a_release' });
  expect(refusal(utf8(`${text} `))).toMatchObject({ code: 'not_canonical' });
  expect(refusal(utf8(text.replace('"number":3', '"number":3.0')))).toMatchObject({ code: 'not_canonical' });
  expect(refusal(utf8(text.replace('{', '{"extra":1,')))).toMatchObject({ code: 'not_a_release' });
  const [first, ...rest] = published.tables;
  const moved = [...first!.values];
  moved[0]! += 5;
  const tampered = { ...published, tables: [{ ...first!, values: moved }, ...rest] };
  expect(refusal(writeRelease(tampered))).toMatchObject({ code: 'does_not_add_up' });
});

test('every margin of every table is held to its parent', () => {
  const { published } = released({ ...outcomes(700) });
  const unnoticed: string[] = [];
  let checked = 0;
  for (const [t, table] of published.tables.entries()) {
    if (table.shape === 'options') continue;
    for (const i of table.values.keys()) {
      const values = table.values.with(i, table.values[i]! + 5);
      const tables = published.tables.with(t, { ...table, values });
      if (checkPublished({ ...published, tables }).length === 0) unnoticed.push(`${table.id} ${i}`);
      checked++;
    }
  }
  expect(unnoticed).toEqual([]);
  expect(checked).toBeGreaterThan(90);
});

test('a shift between two rows or two columns of a crossing is noticed', () => {
  const { published } = released(outcomes(700));
  const unnoticed: string[] = [];
  for (const [t, table] of published.tables.entries()) {
    const width = table.dimensions[1]?.codes.length;
    if (width === undefined) continue;
    // Alike in its columns' sums, but not in its rows'; then alike in its rows' sums, but not in its columns'.
    for (const [from, to] of [
      [0, width],
      [0, 1],
    ]) {
      const values = table.values.with(to!, table.values[to!]! + 5).with(from!, table.values[from!]! - 5);
      const tables = published.tables.with(t, { ...table, values });
      if (checkPublished({ ...published, tables }).length === 0) unnoticed.push(`${table.id} ${from} ${to}`);
    }
  }
  expect(published.tables.filter(({ dimensions }) => dimensions.length === 2)).toHaveLength(2);
  expect(unnoticed).toEqual([]);
});
