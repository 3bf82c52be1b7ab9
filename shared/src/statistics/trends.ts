/**
 * What may be said of the change between releases of one series and kind. The year is the step: the quarters of a year
 * that are published, against the same quarters of the year before. Where no two years have a quarter in common, the last
 * two quarters that follow each other. A release that counts several quarters is of a longer time and is never compared.
 */
import { addQuarters, previousQuarter } from '../language/dates.ts';
import type { Quarter } from '../ids.ts';
import type { HashedRelease } from './figures.ts';
import type { ReleaseTable } from './release-table.ts';
import { compareSums, type PublishedSum, type Trend } from './trend.ts';

/** Releases that are compared: as many before as after, of the same quarters, or one each. */
export interface Comparison {
  readonly step: 'year' | 'quarter';
  readonly before: readonly HashedRelease[];
  readonly after: readonly HashedRelease[];
}

/** Reads one published value of a release; null where it is not published. */
export type ReadValue = (release: HashedRelease['release']) => number | null;

/** The latest comparison that releases of one series and kind allow, or null. */
export function latestComparison(releases: readonly HashedRelease[]): Comparison | null {
  const single = new Map<Quarter, HashedRelease>();
  for (const one of releases) if (one.release.waited.length === 0) single.set(one.release.cohort, one);
  const quarters = [...single.keys()].sort();
  const pair = (after: readonly Quarter[], back: (quarter: Quarter) => Quarter, step: Comparison['step']) => ({
    step,
    before: after.map((quarter) => single.get(back(quarter))!),
    after: after.map((quarter) => single.get(quarter)!),
  });
  const yearBefore = (quarter: Quarter): Quarter => addQuarters(quarter, -4);
  const matched = quarters.filter((quarter) => single.has(yearBefore(quarter)));
  const year = matched.at(-1)?.slice(0, 4);
  if (year !== undefined)
    return pair(
      matched.filter((quarter) => quarter.startsWith(year)),
      yearBefore,
      'year',
    );
  const last = quarters.findLast((quarter) => single.has(previousQuarter(quarter)));
  return last === undefined ? null : pair([last], previousQuarter, 'quarter');
}

/** The word for one value by the published rule; null where a release lacks it or was rounded to another base. */
export function trendBetween({ before, after }: Comparison, read: ReadValue): Trend | null {
  const [base, ...others] = new Set([...before, ...after].map(({ release }) => release.base));
  const [earlier, later] = [sumOf(before, read), sumOf(after, read)];
  if (base === undefined || others.length > 0 || earlier === null || later === null) return null;
  return compareSums(earlier, later, base);
}

/** Totals and one-way tables only are compared: of crossed cells too many would seem to change by chance. */
export function comparableTables(releases: readonly HashedRelease[]): ReleaseTable[] {
  const last = releases.at(-1);
  if (last === undefined) return [];
  return last.release.tables.filter(
    (table) =>
      table.shape === 'one_way' &&
      releases.filter(({ release }) => release.tables.some(({ id }) => id === table.id)).length > 1,
  );
}

/** Reads a cell of a one-way table, by its code. */
export function readCell(id: string, code: string): ReadValue {
  return ({ tables }) => {
    const table = tables.find((one) => one.id === id);
    const at = table?.dimensions[0]?.codes.indexOf(code) ?? -1;
    return table?.values[at] ?? null;
  };
}

function sumOf(releases: readonly HashedRelease[], read: ReadValue): PublishedSum | null {
  const values = releases.map(({ release }) => read(release));
  if (values.some((value) => value === null)) return null;
  return { sum: values.reduce<number>((a, b) => a + (b ?? 0), 0), values: values.length };
}
