/**
 * Lines of crossed tables. Whoever knows one person of a row with a single cell that is not nought would say "all of these
 * are of that kind", and be right too often. So a crossing shows a row or a column only if it has at least `LEAST_MULTIPLES`
 * times the base, or none. One line alone is not left out, since its cells would follow from the others: the smallest of
 * these goes with it. All of this is read from the margins, which are published anyhow: which lines are left out tells
 * nothing new of their cells.
 *
 * Where some line would still have a single cell, or fewer than two lines are left, the crossing gives way to its margins;
 * so it does where the lines left out have one cell together, since what is left of a margin when the lines shown are taken
 * from it is a line too. Two published cells that are not nought are two true ones: of a line that is shown such a claim is
 * never right.
 *
 * Of a cascade only rows are left out, since its columns are steps of one way; lines are read by who came so far and no further.
 */
import { sum } from './blocks.ts';
import type { Dimension, ReleaseTable } from './release-table.ts';
import type { Base } from './round.ts';

/** Fewest published records of a line that a crossing shows, in multiples of the base: 15 at base 5, 9 at base 3. */
export const LEAST_MULTIPLES = 3;

type Grid = readonly (readonly number[])[];

/** The crossing with the lines that it may show; itself where that is all of them, null where it gives way to its margins. */
export function showLines(table: ReleaseTable, base: Base): ReleaseTable | null {
  const [rows, columns] = table.dimensions;
  if (rows === undefined || columns === undefined) throw new Error('a table of one dimension');
  const stages = table.shape === 'cascade';
  const published = cut(table.values, columns.codes.length);
  const grid = stages ? published.map(stopped) : published;
  const byColumn = turn(grid);
  const shown = {
    rows: largeLines(grid, base),
    columns: stages ? byColumn.map(() => true) : largeLines(byColumn, base),
  };
  const left = gather(grid, shown);
  const plain = left.some(isPlain) || (!stages && turn(left).some(isPlain));
  const speaking = (lines: Grid, kept: readonly boolean[]) =>
    lines.filter((line, i) => kept[i] && sum(line) > 0).length;
  if (plain || speaking(grid, shown.rows) < 2 || speaking(byColumn, shown.columns) < 2) return null;
  const keep = <T>(items: readonly T[], kept: readonly boolean[]): T[] => items.filter((_, i) => kept[i]);
  return {
    ...table,
    dimensions: [
      { ...rows, codes: keep(rows.codes, shown.rows) },
      { ...columns, codes: keep(columns.codes, shown.columns) },
    ],
    values: keep(published, shown.rows).flatMap((line) => keep(line, shown.columns)),
  };
}

/** Lines that a crossing leaves out, by dimension: codes of its margins that it has not. */
export function linesLeftOut(table: ReleaseTable, tables: readonly ReleaseTable[]): Dimension[] {
  if (table.dimensions.length < 2) return [];
  return table.dimensions.flatMap(({ variable, list, codes }) => {
    const margin = tables.find(({ id, dimensions }) => id === variable && dimensions.length === 1)?.dimensions[0];
    // The last code of a cascade's rows stands for those who never entered it.
    const whole = table.shape === 'cascade' ? margin?.codes.slice(0, -1) : margin?.codes;
    const missing = (whole ?? []).filter((code) => !codes.includes(code));
    return missing.length === 0 ? [] : [{ variable, list, codes: missing }];
  });
}

const cut = (values: readonly number[], width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));

const turn = (grid: Grid): number[][] => (grid[0] ?? []).map((_, j) => grid.map((line) => line[j]!));

/** From "reached at least" to "came so far and no further". */
const stopped = (reached: readonly number[]): number[] => reached.map((value, k) => value - (reached[k + 1] ?? 0));

/** One cell that is not nought, and no other. */
const isPlain = (line: readonly number[]): boolean => line.filter((value) => value > 0).length === 1;

type Shown = { readonly rows: boolean[]; readonly columns: boolean[] };

/** The lines shown and, as a last one each way, what is left of the margins: the lines not shown, together. */
function gather(grid: Grid, { rows, columns }: Shown): number[][] {
  return turn(gatherLines(turn(gatherLines(grid, rows)), columns));
}

function gatherLines(grid: Grid, shown: readonly boolean[]): number[][] {
  const kept = grid.filter((_, i) => shown[i]).map((line) => [...line]);
  const rest = grid.filter((_, i) => !shown[i]);
  if (rest.length === 0) return kept;
  return [...kept, turn(rest).map(sum)];
}

/** Which lines are shown: those that are large enough or empty, but for the smallest of them where one alone is left out. */
function largeLines(lines: Grid, base: Base): boolean[] {
  const sums = lines.map(sum);
  const shown = sums.map((value) => value === 0 || value >= LEAST_MULTIPLES * base);
  if (shown.filter((kept) => !kept).length !== 1) return shown;
  const others = sums.filter((value, i) => shown[i] && value > 0);
  const smallest = sums.findIndex((value, i) => shown[i] && value > 0 && value === Math.min(...others));
  return shown.map((kept, i) => kept && i !== smallest);
}
