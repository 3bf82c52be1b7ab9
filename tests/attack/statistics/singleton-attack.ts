import type { Base } from '@romduol/shared/statistics/round';
import { drawIncidents, drawOutcomes, percent, publishCohort, type PublishedCohort } from './published-cohort.ts';

/** Of published values equal to the base, in gated tables: the share that is truly 1, and that is truly 1 or 2. */
export interface SingletonFound {
  readonly size: number;
  readonly published: number;
  readonly one: number;
  readonly atMostTwo: number;
}

/**
 * Of claims "all of this row are in that category", made where a published row or column has one cell that is not nought:
 * the share that is true, of rows of two or more and of rows of one, about which the singleton attack says the same.
 */
export interface RowFound {
  readonly claims: number;
  readonly right: number;
  readonly ofSeveral: number;
}

/** The share of such claims that the method was meant to stay below. It does not: METHOD.md and SECURITY.md say so. */
export const WHOLE_ROWS_MEANT = 0.1;

function* cohortsOf(base: Base, size: number, cohorts: number): Iterable<PublishedCohort> {
  for (let number = 0; number < cohorts; number++) {
    yield publishCohort(drawIncidents(size, size * 3 + number), base, size * 1000 + number);
    yield publishCohort(drawOutcomes(size, size * 3 + number), base, size * 1000 + number);
  }
}

/** Pools the cells of so many cohorts of incidents and as many of outcomes, of `size` records each. */
function pickSingletons(base: Base, size: number, cohorts: number): SingletonFound {
  let published = 0;
  let one = 0;
  let atMostTwo = 0;
  for (const { tables, truth } of cohortsOf(base, size, cohorts)) {
    for (const { id, values } of tables) {
      for (const [i, value] of values.entries()) {
        if (value !== base) continue;
        const exact = truth.get(id)?.[i] ?? NaN;
        published += 1;
        if (exact === 1) one += 1;
        if (exact <= 2) atMostTwo += 1;
      }
    }
  }
  return { size, published, one: one / published, atMostTwo: atMostTwo / published };
}

export function singletonFigures(base: Base, sizes: readonly number[], cohorts: number): SingletonFound[] {
  return sizes.map((size) => {
    const found = pickSingletons(base, size, cohorts);
    console.log(
      `singleton, base ${base}, N = ${size}: of ${found.published} cells published as ${base}, ` +
        `${percent(found.one)} are 1, ${percent(found.atMostTwo)} at most 2`,
    );
    return found;
  });
}

/** Over rows and columns of crossed tables that passed the gate. */
export function claimWholeRows(base: Base, sizes: readonly number[], cohorts: number): RowFound {
  let claims = 0;
  let ofSeveral = 0;
  let ofOne = 0;
  for (const size of sizes) {
    for (const { tables, truth } of cohortsOf(base, size, cohorts)) {
      for (const { id, shape, dimensions, values } of tables) {
        const width = dimensions[1]?.codes.length;
        if (shape !== 'two_way' || width === undefined) continue;
        for (const line of linesOf(values, truth.get(id) ?? [], width)) {
          if (line.filter(({ published }) => published > 0).length !== 1) continue;
          claims += 1;
          if (line.some(({ published, exact }) => published === 0 && exact > 0)) continue;
          if (line.some(({ exact }) => exact >= 2)) ofSeveral += 1;
          else ofOne += 1;
        }
      }
    }
  }
  const right = ofSeveral + ofOne;
  console.log(
    `whole row in one category, base ${base}: of ${claims} claims ${percent(right / claims)} true (meant: at most ` +
      `${percent(WHOLE_ROWS_MEANT)}), ${percent(ofSeveral / claims)} of two or more, ${percent(ofOne / claims)} of one alone`,
  );
  return { claims, right: right / claims, ofSeveral: ofSeveral / claims };
}

type Cell = { readonly published: number; readonly exact: number };

function linesOf(values: readonly number[], truth: readonly number[], width: number): Cell[][] {
  const cells = values.map((published, i) => ({ published, exact: truth[i]! }));
  const rows = Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => row[j]!));
  return [...rows, ...columns];
}
