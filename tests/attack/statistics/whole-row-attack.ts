/**
 * Whole rows: somebody who knows one person of a row (or column) says "all of these are of that kind". They say so of
 *
 * - a line that is shown with one cell that is not nought;
 * - a line that its crossing leaves out: the kind that is largest in what the lines shown leave of the margins;
 * - any line of a crossing of which only the margins are published, though it was large enough: the largest kind;
 * - lines of which the pattern tells: where more is left out than the margins ask for, what was left out before it had one
 *   cell only, and they say which.
 *
 * That the last three are claims at all is what leaving lines out could have made possible; so they count too.
 */
import { sum } from '@romduol/shared/statistics/blocks';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import type { Base } from '@romduol/shared/statistics/round';
import { LEAST_MULTIPLES } from '@romduol/shared/statistics/thin-lines';
import { percent, type CrossedTable } from './published-cohort.ts';
import { cohortsOf } from './singleton-attack.ts';

/** How many claims were made and how many of them are true of everybody in the line. */
export interface Claims {
  readonly made: number;
  readonly right: number;
}

export interface RowsFound {
  readonly shown: Claims;
  readonly leftOut: Claims;
  readonly marginsOnly: Claims;
  readonly pattern: Claims;
  /** Claims of lines with one cell where crossings of two variables are shown with all their lines. */
  readonly control: Claims;
  /** Of the records of crossings that are large enough, the share that stands in a cell that is shown. */
  readonly coverage: number;
}

type Grid = readonly (readonly number[])[];
type Claim = { readonly line: readonly number[]; readonly kind: number };
type Tally = { made: number; right: number };

const KINDS = ['shown', 'leftOut', 'marginsOnly', 'pattern', 'control'] as const;

export function claimWholeRows(base: Base, sizes: readonly number[], cohorts: number): RowsFound {
  const tallies = Object.fromEntries(KINDS.map((kind) => [kind, { made: 0, right: 0 }])) as Record<
    (typeof KINDS)[number],
    Tally
  >;
  let records = 0;
  let covered = 0;
  for (const size of sizes) {
    for (const { crossings } of cohortsOf(base, size, cohorts)) {
      for (const crossing of crossings) {
        const { rounded, exact, shown } = crossing;
        const all = gridOf(rounded);
        const truth = gridOf({ ...rounded, values: [...exact] });
        records += sum(all.map(sum));
        covered += shown === null ? 0 : sum(gridOf(shown).map(sum));
        for (const [published, true_, axis] of [
          [all, truth, 0],
          [turn(all), turn(truth), 1],
        ] as const) {
          for (const kind of KINDS) {
            for (const claim of claims[kind](crossing, published, true_, axis, base)) count(tallies[kind], claim);
          }
        }
      }
    }
  }
  const coverage = covered / records;
  for (const kind of KINDS) {
    const { made, right } = tallies[kind];
    console.log(
      `whole row in one category, base ${base}, ${kind}: ${right} of ${made} claims true` +
        (made === 0 ? '' : ` (${percent(right / made)})`),
    );
  }
  console.log(`crossings, base ${base}: ${percent(coverage)} of their records stand in cells that are shown`);
  return { ...tallies, coverage };
}

/** True of everybody, and of somebody. */
function count(tally: Tally, { line, kind }: Claim): void {
  tally.made += 1;
  if (line[kind]! > 0 && line.every((value, i) => i === kind || value === 0)) tally.right += 1;
}

type Claimer = (crossing: CrossedTable, published: Grid, truth: Grid, axis: 0 | 1, base: Base) => Claim[];

const claims: Readonly<Record<(typeof KINDS)[number], Claimer>> = {
  shown({ rounded, shown }, _published, truth, axis) {
    if (shown === null) return [];
    const kept = keptOf(rounded, shown, axis);
    const others = keptOf(rounded, shown, axis === 0 ? 1 : 0);
    const grid = axis === 0 ? gridOf(shown) : turn(gridOf(shown));
    // What is left of a line's margin is a cell too: were it the only one, the claim would be of the kinds left out.
    const rest = leftOfMargins(rounded, shown, axis);
    return kept.flatMap((i, at) => {
      const cells = [...grid[at]!, rest[i]!];
      if (cells.filter((value) => value > 0).length !== 1) return [];
      const kind = cells.findIndex((value) => value > 0);
      return [{ line: truth[i]!, kind: others[kind] ?? largest(truth[i]!) }];
    });
  },
  leftOut({ rounded, shown }, published, truth, axis) {
    if (shown === null) return [];
    const kept = keptOf(rounded, shown, axis);
    const rest = published.filter((_, i) => !kept.includes(i));
    const guess = rest.length === 0 ? 0 : largest(turn(rest).map(sum));
    return published.flatMap((line, i) =>
      kept.includes(i) || sum(line) === 0 ? [] : [{ line: truth[i]!, kind: guess }],
    );
  },
  marginsOnly({ shown }, published, truth) {
    if (shown !== null) return [];
    const guess = largest(turn(published).map(sum));
    return published.flatMap((line, i) => (sum(line) === 0 ? [] : [{ line: truth[i]!, kind: guess }]));
  },
  pattern({ rounded, shown }, published, truth, axis, base) {
    if (shown === null) return [];
    const kept = keptOf(rounded, shown, axis);
    const size = (i: number): number => sum(published[i]!);
    const hidden = [...published.keys()].filter((i) => !kept.includes(i) && size(i) > 0);
    const thin = hidden.filter((i) => size(i) < LEAST_MULTIPLES * base);
    const large = hidden.filter((i) => !thin.includes(i)).sort((a, b) => size(a) - size(b));
    const before = [...thin, ...large.slice(0, -1)];
    // One line alone takes a second with it, whatever is in it; anything further is left out for what the others hold.
    if (large.length === 0 || before.length < 2) return [];
    const rest = turn(hidden.map((i) => published[i]!)).map(sum);
    const needed = sum(before.map(size));
    const kind = largest(rest.map((value) => (value >= needed ? value : 0)));
    return before.map((i) => ({ line: truth[i]!, kind }));
  },
  control: ({ rounded }, published, truth) =>
    published.flatMap((line, i) =>
      rounded.shape === 'two_way' && line.filter((value) => value > 0).length === 1
        ? [{ line: truth[i]!, kind: largest(line) }]
        : [],
    ),
};

/** Places of the lines that are shown among all of them. */
function keptOf(rounded: ReleaseTable, shown: ReleaseTable, axis: 0 | 1): number[] {
  const { codes } = rounded.dimensions[axis]!;
  return shown.dimensions[axis]!.codes.map((code) => codes.indexOf(code));
}

/** Of each line's margin, what the cells that are shown do not say. */
function leftOfMargins(rounded: ReleaseTable, shown: ReleaseTable, axis: 0 | 1): number[] {
  const all = axis === 0 ? gridOf(rounded) : turn(gridOf(rounded));
  const across = keptOf(rounded, shown, axis === 0 ? 1 : 0);
  return all.map((line) => sum(line) - sum(across.map((j) => line[j]!)));
}

const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/** Who came so far and no further, where a table is a cascade. */
function gridOf({ shape, dimensions, values }: ReleaseTable): number[][] {
  const width = dimensions[1]!.codes.length;
  const rows = Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));
  return shape === 'cascade' ? rows.map((row) => row.map((value, k) => value - (row[k + 1] ?? 0))) : rows;
}

const turn = (grid: Grid): number[][] => (grid[0] ?? []).map((_, j) => grid.map((row) => row[j]!));
