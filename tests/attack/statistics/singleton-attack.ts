import type { Base } from '@romduol/shared/statistics/round';
import { drawIncidents, drawOutcomes, percent, publishCohort, type PublishedCohort } from './published-cohort.ts';

/** Of published values equal to the base, in gated tables: the share that is truly 1, and that is truly 1 or 2. */
export interface SingletonFound {
  readonly size: number;
  readonly published: number;
  readonly one: number;
  readonly atMostTwo: number;
}

/** Claims "all of this row are in that category", made where a published row or column has one cell that is not nought. */
export interface RowFound {
  readonly claims: number;
  /** Claims that are true of a row of two or more; of a row of one they say what the singleton attack says of its cell. */
  readonly right: number;
  /** Claims that are true of a row of one. */
  readonly single: number;
}

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
  let right = 0;
  let single = 0;
  for (const size of sizes) {
    for (const { tables, truth } of cohortsOf(base, size, cohorts)) {
      for (const { id, shape, dimensions, values } of tables) {
        const width = dimensions[1]?.codes.length;
        if (shape !== 'two_way' || width === undefined) continue;
        for (const line of linesOf(values, truth.get(id) ?? [], width)) {
          if (line.filter(({ published }) => published > 0).length !== 1) continue;
          claims += 1;
          if (line.some(({ published, exact }) => published === 0 && exact > 0)) continue;
          if (line.some(({ exact }) => exact >= 2)) right += 1;
          else single += 1;
        }
      }
    }
  }
  console.log(
    `whole row in one category, base ${base}: of ${claims} claims ${percent(right / claims)} true of two or more, ` +
      `${percent(single / claims)} of one alone`,
  );
  return { claims, right, single };
}

type Cell = { readonly published: number; readonly exact: number };

function linesOf(values: readonly number[], truth: readonly number[], width: number): Cell[][] {
  const cells = values.map((published, i) => ({ published, exact: truth[i]! }));
  const rows = Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => row[j]!));
  return [...rows, ...columns];
}
