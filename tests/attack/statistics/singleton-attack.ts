import type { Base } from '@romduol/shared/statistics/round';
import { drawIncidents, drawOutcomes, percent, publishCohort, type PublishedCohort } from './published-cohort.ts';

/** Of published values equal to the base, in gated tables: the share that is truly 1, and that is truly 1 or 2. */
export interface SingletonFound {
  readonly size: number;
  readonly published: number;
  readonly one: number;
  readonly atMostTwo: number;
}

/** Cohorts of incidents and of outcomes in turn, the same for the same numbers. */
export function* cohortsOf(base: Base, size: number, cohorts: number): Iterable<PublishedCohort> {
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
