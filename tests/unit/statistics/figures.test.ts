import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quarter, SeriesId } from '@romduol/shared/ids';
import { addQuarters } from '@romduol/shared/language/dates';
import {
  type HashedRelease,
  type SumErrorCode,
  SumError,
  codesByList,
  figuresOf,
  nameOf,
  pickTables,
  sumReleases,
} from '@romduol/shared/statistics/figures';
import { latestComparison, readCell, trendBetween } from '@romduol/shared/statistics/trends';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { sampleRelease, tableOf } from '../charts/sample-release.ts';
import { COHORT, sampleIncidents, streamsOf } from './sample-cohort.ts';
import { releaseOf } from './release-of.ts';

const incident = sampleRelease('incident');
const HASH = 'h'.repeat(43);

const of = (cohort: string, more: Partial<PublishedRelease> = {}, hash = HASH): HashedRelease => ({
  release: { ...incident, cohort: cohort as Quarter, ...more },
  hash,
});

const problem = (releases: readonly HashedRelease[]): SumErrorCode | null => {
  try {
    sumReleases(releases);
    return null;
  } catch (error) {
    return error instanceof SumError ? error.code : null;
  }
};

test('a sum is off the truth by no more than m(b−1), in the total and in every cell', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ count: fc.integer({ min: 40, max: 400 }), seed: fc.nat(50) }), {
        minLength: 2,
        maxLength: 4,
      }),
      (quarters) => {
        const cohorts = quarters.map(({ count, seed }, i) => {
          const records = sampleIncidents(count, seed);
          const { published } = releaseOf(records, { open: streamsOf(seed + 100) });
          const release = { ...published, cohort: addQuarters(COHORT, i) };
          return { records, published: { release, hash: HASH } };
        });
        const sum = sumReleases(cohorts.map(({ published }) => published));
        const records = cohorts.flatMap((one) => one.records);
        expect(sum.error).toBe(4 * quarters.length);
        expect(Math.abs(sum.total - records.length)).toBeLessThanOrEqual(sum.error);
        for (const id of ['type', 'age'] as const) {
          const table = sum.tables.find((one) => one.id === id);
          for (const [i, code] of table?.dimensions[0]?.codes.entries() ?? []) {
            const truth = records.filter((record) => record[id] === code).length;
            expect(Math.abs(table!.values[i]! - truth)).toBeLessThanOrEqual(sum.error);
          }
        }
        // Tables of a sum still add up.
        const whole = sum.tables.filter(({ shape, of: part }) => shape === 'one_way' && part === null);
        expect(whole.length).toBeGreaterThan(3);
        for (const { values } of whole) expect(values.reduce((a, b) => a + b, 0)).toBe(sum.total);
      },
    ),
    { numRuns: 8 },
  );
});

test('the order in which releases are given does not matter, and one alone is itself', () => {
  const parts = ['2025-Q2', '2025-Q3', '2026-Q1'].map((cohort) => of(cohort));
  expect(sumReleases([...parts].reverse())).toEqual(sumReleases(parts));
  expect(sumReleases([parts[0]!])).toEqual(figuresOf(parts[0]!));
  expect(nameOf(sumReleases(parts))).toBe('rock-incident-2025-q2-to-2026-q1');
  expect(nameOf(sumReleases([of('2026-Q1'), of('2026-Q1', { series: 'reed' as SeriesId })]))).toBe(
    'reed-rock-incident-2026-q1',
  );
});

test('what cannot be added is refused', () => {
  const one = of('2025-Q4');
  expect(problem([])).toBe('nothing');
  expect(problem([one, of('2026-Q1', { kind: 'outcome' })])).toBe('other_kind');
  expect(problem([one, of('2026-Q1', { base: 3 })])).toBe('other_base');
  expect(problem([one, of('2026-Q1', { codebook: 2 })])).toBe('other_codebook');
  // The same cohort twice, even under another hash.
  expect(problem([one, of('2025-Q4', {}, 'x'.repeat(43))])).toBe('counted_twice');
  expect(problem([one, of('2025-Q4', { series: 'reed' as SeriesId })])).toBeNull();
});

test('a table that one release has not, or has with other codes, is left out of the sum and named', () => {
  const without = of('2026-Q1', { tables: incident.tables.filter(({ id }) => id !== 'province') });
  const sum = sumReleases([of('2025-Q4'), without]);
  expect(sum.notSummed).toEqual(['province']);
  expect(sum.tables.map(({ id }) => id)).not.toContain('province');
  const age = tableOf(incident, 'age');
  const [dimension] = age.dimensions;
  const fewer = {
    ...age,
    dimensions: [{ ...dimension!, codes: dimension!.codes.slice(1) }],
    values: age.values.slice(1),
  };
  const changed = of('2026-Q1', { tables: incident.tables.map((table) => (table.id === 'age' ? fewer : table)) });
  expect(sumReleases([of('2025-Q4'), changed]).notSummed).toEqual(['age']);
});

test('picking tables keeps their order and everything else', () => {
  const figures = figuresOf(of('2026-Q1'));
  const picked = pickTables(figures, ['age', 'type', 'none such']);
  expect(picked.tables.map(({ id }) => id)).toEqual(['type', 'age']);
  expect(picked).toEqual({ ...figures, tables: picked.tables });
});

test('the codes of a list are those of all its tables, whichever comes last', () => {
  const { tables } = sampleRelease('outcome', 600);
  expect(tables.map(({ id }) => id)).toEqual(expect.arrayContaining(['sector', 'cascade_by_sector']));
  for (const order of [tables, tables.toReversed()]) {
    const codes = codesByList({ tables: order });
    for (const { dimensions, id } of tables) {
      for (const dimension of dimensions) {
        const missing = dimension.codes.filter((code) => !codes.get(dimension.list)?.includes(code));
        expect({ id, missing }).toEqual({ id, missing: [] });
      }
    }
  }
});

test('years are compared by the quarters that both have, else neighbouring quarters, else nothing', () => {
  const names = (cohorts: readonly HashedRelease[]): unknown => {
    const found = latestComparison(cohorts);
    return found && [found.step, found.before.map(cohortOf), found.after.map(cohortOf)];
  };
  const cohortOf = ({ release }: HashedRelease): string => release.cohort;
  const quarters = (...some: string[]): HashedRelease[] => some.map((one) => of(one));
  expect(names(quarters('2024-Q1', '2025-Q1', '2025-Q2', '2026-Q1', '2026-Q2', '2026-Q3'))).toEqual([
    'year',
    ['2025-Q1', '2025-Q2'],
    ['2026-Q1', '2026-Q2'],
  ]);
  expect(names(quarters('2025-Q3', '2025-Q4', '2026-Q1'))).toEqual(['quarter', ['2025-Q4'], ['2026-Q1']]);
  expect(names(quarters('2025-Q2', '2026-Q1'))).toBeNull();
  expect(names([])).toBeNull();
  // A release that counts an earlier quarter too is of six months: it is compared with nothing.
  expect(names([of('2025-Q4'), of('2026-Q1', { waited: ['2025-Q3' as Quarter] })])).toBeNull();
});

test('the word is by the published rule, and none is given where a table is missing or the base differs', () => {
  const half = (table: PublishedRelease['tables'][number]) => ({ ...table, values: table.values.map(() => 5) });
  const before = of('2025-Q1', { total: 120, tables: incident.tables.map(half) });
  const comparison = latestComparison([before, of('2026-Q1')])!;
  expect(trendBetween(comparison, ({ total }) => total)).toBe('rose');
  expect(
    trendBetween({ ...comparison, before: comparison.after, after: comparison.before }, ({ total }) => total),
  ).toBe('fell');
  expect(trendBetween(comparison, readCell('type', 'rape'))).toBe('rose');
  expect(trendBetween(comparison, readCell('type', 'no such code'))).toBeNull();
  expect(trendBetween(comparison, readCell('no_such_table', 'rape'))).toBeNull();
  const other = latestComparison([of('2025-Q1', { base: 3, error: 2 }), of('2026-Q1')])!;
  expect(trendBetween(other, ({ total }) => total)).toBeNull();
});
