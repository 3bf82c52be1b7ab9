/**
 * Published figures as they are shown and exported: those of one release, or the sum of several. A sum adds published
 * values and nothing else. No record is counted again, so nothing is learned from it that the releases did not tell,
 * and the most that the truth may differ adds up with it: E = m(b−1) for m releases.
 */
import type { CohortKind } from '../api/statistics.ts';
import type { Day } from '../ids.ts';
import type { PublishedRelease } from './release-file.ts';
import type { Dimension, ReleaseTable } from './release-table.ts';
import type { Base } from './round.ts';

/** A release beside its own hash, in base64url. */
export interface HashedRelease {
  readonly release: PublishedRelease;
  readonly hash: string;
}

export interface Figures {
  readonly kind: CohortKind;
  /** What is summed: each release once, by cohort, then by series. One, where nothing is. */
  readonly parts: readonly HashedRelease[];
  readonly period: { readonly start: Day; readonly end: Day };
  readonly base: Base;
  /** How far the truth may be from a figure, at most. */
  readonly error: number;
  readonly codebook: number;
  readonly total: number;
  readonly tables: readonly ReleaseTable[];
  /** Tables that some of the releases have and others have not: a sum would leave records out without saying so. */
  readonly notSummed: readonly string[];
}

/** Why releases cannot be added. */
export type SumErrorCode = 'nothing' | 'other_kind' | 'other_base' | 'other_codebook' | 'counted_twice';

export class SumError extends Error {
  override readonly name = 'SumError';
  readonly code: SumErrorCode;

  constructor(code: SumErrorCode) {
    super(code);
    this.code = code;
  }
}

export function figuresOf(published: HashedRelease): Figures {
  const { kind, period, base, error, codebook, total, tables } = published.release;
  return { kind, parts: [published], period, base, error, codebook, total, tables, notSummed: [] };
}

/**
 * The sum of releases over cohorts, series or both, in whatever order they are given.
 * @throws {SumError} on none, on different kinds, bases or codebooks, and on a cohort that is there twice.
 */
export function sumReleases(releases: readonly HashedRelease[]): Figures {
  const parts = [...releases].sort(byCohort);
  const [first, ...others] = parts;
  if (first === undefined) throw new SumError('nothing');
  for (const [i, { release }] of others.entries()) {
    const same = (key: 'kind' | 'base' | 'codebook'): boolean => release[key] === first.release[key];
    if (!same('kind')) throw new SumError('other_kind');
    if (!same('base')) throw new SumError('other_base');
    if (!same('codebook')) throw new SumError('other_codebook');
    if (byCohort(parts[i]!, parts[i + 1]!) === 0) throw new SumError('counted_twice');
  }
  if (others.length === 0) return figuresOf(first);
  const { kind, base, codebook } = first.release;
  const all = parts.map(({ release }) => release);
  const ids = [...new Set(all.flatMap(({ tables }) => tables.map(({ id }) => id)))];
  const summed = ids.map((id) => ({ id, table: sumTables(all.map((release) => findTable(release, id))) }));
  return {
    kind,
    parts,
    period: {
      start: all.map(({ period }) => period.start).reduce((a, b) => (a < b ? a : b)),
      end: all.map(({ period }) => period.end).reduce((a, b) => (a > b ? a : b)),
    },
    base,
    error: add(all.map(({ error }) => error)),
    codebook,
    total: add(all.map(({ total }) => total)),
    tables: summed.flatMap(({ table }) => table ?? []),
    notSummed: summed.filter(({ table }) => table === null).map(({ id }) => id),
  };
}

/** The same figures with only these tables, in the order in which they were published. */
export function pickTables(figures: Figures, ids: readonly string[]): Figures {
  return { ...figures, tables: figures.tables.filter(({ id }) => ids.includes(id)) };
}

/** Every code that the figures use, by its list: each once, though tables leave out one or the other. */
export function codesByList({ tables }: Pick<Figures, 'tables'>): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, Set<string>>();
  for (const { list, codes } of tables.flatMap(({ dimensions }) => dimensions)) {
    lists.set(list, new Set([...(lists.get(list) ?? []), ...codes]));
  }
  return new Map([...lists].map(([list, codes]) => [list, [...codes]]));
}

/** Names the figures in files and addresses: `rock-incident-2026-q1`, `rock-incident-2025-q2-to-2026-q1`. */
export function nameOf({ parts, kind }: Figures): string {
  const series = [...new Set(parts.map(({ release }) => release.series))].sort();
  const cohorts = parts.map(({ release }) => release.cohort.toLowerCase());
  const [from, to] = [cohorts[0]!, cohorts.at(-1)!];
  return [...series, kind, ...(from === to ? [from] : [from, 'to', to])].join('-');
}

/** Where a release stands for good: series, kind and quarter name it, and each is published once. */
export function releasePath({ series, kind, cohort }: Pick<PublishedRelease, 'series' | 'kind' | 'cohort'>): string {
  return `${series}/${kind}/${cohort.toLowerCase()}`;
}

function byCohort({ release: a }: HashedRelease, { release: b }: HashedRelease): number {
  const [x, y] = [a, b].map(({ cohort, series }) => `${cohort} ${series}`) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}

function findTable({ tables }: PublishedRelease, id: string): ReleaseTable | null {
  return tables.find((table) => table.id === id) ?? null;
}

/** Null where one is missing or has other cells; of crossings the lines that all of them show. */
function sumTables(tables: readonly (ReleaseTable | null)[]): ReleaseTable | null {
  const found = tables.filter((table) => table !== null);
  const [first] = found;
  if (first === undefined || found.length < tables.length) return null;
  const dimensions = first.dimensions.map((dimension, i) => ({
    ...dimension,
    codes: dimension.codes.filter((code) => found.every((table) => table.dimensions[i]?.codes.includes(code))),
  }));
  const crossed = dimensions.length > 1;
  const shapeOf = (table: ReleaseTable): string =>
    JSON.stringify([
      table.shape,
      table.of,
      table.dimensions.map((one) => [one.variable, one.list, crossed || one.codes]),
    ]);
  if (found.some((table) => shapeOf(table) !== shapeOf(first))) return null;
  if (dimensions.some(({ codes }) => codes.length < (crossed ? 2 : 1))) return null;
  const cells = found.map((table) => pickCells(table, dimensions));
  return { ...first, dimensions, values: cells[0]!.map((_, i) => add(cells.map((values) => values[i]!))) };
}

/** A table's values in the cells of these dimensions, row by row. */
function pickCells(table: ReleaseTable, [rows, columns]: readonly Dimension[]): number[] {
  const [own, across] = table.dimensions;
  const at = (from: Dimension | undefined, code: string): number => from?.codes.indexOf(code) ?? 0;
  const width = across?.codes.length ?? 1;
  return (rows?.codes ?? []).flatMap((row) =>
    columns === undefined
      ? [table.values[at(own, row)]!]
      : columns.codes.map((column) => table.values[at(own, row) * width + at(across, column)]!),
  );
}

const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
