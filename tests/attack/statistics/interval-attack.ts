import type { Base } from '@romduol/shared/statistics/round';
import { boundsOf, modelsOf, suppressedModel } from './interval-model.ts';
import { drawIncidents, drawOutcomes, publishCohort, type PublishedCohort } from './published-cohort.ts';

export interface IntervalFound {
  /** Figures that are truly 1 or 2. */
  readonly targets: number;
  /** Of them, how many are found exactly, and how many to within fewer than b − 1. */
  readonly exactly: number;
  readonly narrowly: number;
  /** The narrowest interval that holds one of them. */
  readonly narrowest: number;
}

/** Attacks every published figure that is truly 1 or 2. */
function attackByIntervals(cohorts: Iterable<PublishedCohort>): IntervalFound {
  let targets = 0;
  let exactly = 0;
  let narrowly = 0;
  let narrowest = Infinity;
  for (const cohort of cohorts) {
    for (const model of modelsOf(cohort)) {
      for (const { sum, truth, name } of model.targets) {
        if (truth !== 1 && truth !== 2) continue;
        const { least, most } = boundsOf(model, sum);
        if (truth < least || truth > most) throw new Error(`the model excludes the truth: ${name}`);
        const width = most - least;
        targets += 1;
        if (width === 0) exactly += 1;
        if (width < cohort.base - 1) narrowly += 1;
        narrowest = Math.min(narrowest, width);
      }
    }
  }
  return { targets, exactly, narrowly, narrowest };
}

/** So many cohorts of incidents and as many of outcomes for each size and each remainder that N can have. */
export function intervalFigures(base: Base, sizes: readonly number[], cohorts: number): IntervalFound {
  function* all(): Iterable<PublishedCohort> {
    for (const size of sizes) {
      for (let number = 0; number < cohorts * base; number++) {
        const count = size + (number % base);
        yield publishCohort(drawIncidents(count, size + number * 13), base, size * 100 + number);
        yield publishCohort(drawOutcomes(count, size + number * 17), base, size * 100 + number + 50_000);
      }
    }
  }
  const found = attackByIntervals(all());
  console.log(
    `intervals, base ${base}, N from ${Math.min(...sizes)}: of ${found.targets} true 1 or 2, ${found.exactly} found exactly, ` +
      `${found.narrowly} within fewer than ${base - 1}; narrowest ${found.narrowest}`,
  );
  return found;
}

/**
 * The same attack on type by perpetrator and domain by setting published exactly, with their margins, where 1 to 4 are left
 * blank: what plain suppression would publish.
 */
export function attackBySuppression(sizes: readonly number[], cohorts: number): { targets: number; exactly: number } {
  let targets = 0;
  let exactly = 0;
  for (const size of sizes) {
    for (let number = 0; number < cohorts; number++) {
      const { counts } = publishCohort(drawIncidents(size, number), 5, number);
      for (const block of counts.blocks) {
        if (block.shape !== 'two_way') continue;
        const model = suppressedModel(block.crossing);
        for (const { sum, truth } of model.targets) {
          const { least, most } = boundsOf(model, sum);
          targets += 1;
          if (least === most && least === truth) exactly += 1;
        }
      }
    }
  }
  console.log(`control, exact tables with 1 to 4 blanked: ${exactly} of ${targets} true 1 or 2 found exactly`);
  return { targets, exactly };
}
