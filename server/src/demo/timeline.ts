import type { Day, Quarter } from '@romduol/shared/ids';
import { addDays, addQuarters, daysBetween, quarterOf, quarterRange } from '@romduol/shared/language/dates';
import { isRipe, ripeOn } from '@romduol/shared/statistics/cohort';

/** The past that a demo is given, reckoned backwards from the day on which it is made. */
export type Timeline = {
  /** Organisations, members and directory begin; three weeks before the first full quarter, so that its cohort opens in time. */
  readonly founded: Day;
  /** Counted and published. */
  readonly published: Quarter;
  /** Ripe, coded, and left for the visitor to freeze: the newest that may be frozen. */
  readonly ripe: Quarter;
  /** On which the cohort `published` is frozen. */
  readonly freezeOn: Day;
  /** The last day on which anything happens: yesterday, so that nothing lies in the visitor's future. */
  readonly last: Day;
};

const DAYS_BEFORE_FIRST_QUARTER = 21;

export function demoTimeline(today: Day): Timeline {
  const last = addDays(today, -1);
  let ripe = quarterOf(last);
  while (!isRipe(ripe, last)) ripe = addQuarters(ripe, -1);
  const published = addQuarters(ripe, -1);
  return {
    founded: addDays(quarterRange(published).first, -DAYS_BEFORE_FIRST_QUARTER),
    published,
    ripe,
    freezeOn: addDays(ripeOn(published), 2),
    last,
  };
}

/** Every day of it, first to last. */
export function daysOf({ founded, last }: Timeline): Day[] {
  return Array.from({ length: daysBetween(founded, last) + 1 }, (_, at) => addDays(founded, at));
}
