/**
 * Cohorts: what is counted is counted once. Incidents by the quarter the report was received, outcomes by the quarter the
 * case was closed; frozen no sooner than eight weeks after the quarter's end, oldest first, and never tabulated again.
 */
import type { Day, Quarter } from '../ids.ts';
import { addDays, nextQuarter, previousQuarter, quarterOf, quarterRange } from '../language/dates.ts';

/** Days after a quarter's end in which records may still come in. */
export const RIPE_AFTER_DAYS = 56;

/** A cohort whose published total is below this waits and is counted with the next; a multiple of both bases. */
export const LEAST_COHORT = 30;

/** After so many waits a cohort that is still too small is published as a bare total. */
export const MOST_WAITS = 4;

/** The first day on which a cohort may be frozen. */
export function ripeOn(cohort: Quarter): Day {
  return addDays(quarterRange(cohort).last, RIPE_AFTER_DAYS);
}

export function isRipe(cohort: Quarter, today: Day): boolean {
  return today >= ripeOn(cohort);
}

/**
 * The cohort that counts a record of this quarter: the quarter itself, or once that has been frozen, released or left
 * waiting, the first that has not.
 * @param frozen the latest cohort of this series and kind that was frozen.
 */
export function cohortOfRecord(quarter: Quarter, frozen: Quarter | null): Quarter {
  return frozen !== null && quarter <= frozen ? nextQuarter(frozen) : quarter;
}

/** First and last day that a release speaks of: the cohort's quarter, and those before it that waited for it. */
export function periodOf(cohort: Quarter, waited: readonly Quarter[]): { readonly start: Day; readonly end: Day } {
  return { start: quarterRange(firstQuarterOf(cohort, waited)).first, end: quarterRange(cohort).last };
}

export function firstQuarterOf(cohort: Quarter, waited: readonly Quarter[]): Quarter {
  return waited[0] ?? cohort;
}

/** Whether `waited` are the quarters directly before the cohort, in order. */
export function isWaitingRow(cohort: Quarter, waited: readonly Quarter[]): boolean {
  return [...waited, cohort].every((quarter, i, row) => i === 0 || row[i - 1] === previousQuarter(quarter));
}

/** The cohorts that a publisher's console opens on a day: the quarter's own and the next. */
export function cohortsToOpen(today: Day): readonly [Quarter, Quarter] {
  const quarter = quarterOf(today);
  return [quarter, nextQuarter(quarter)];
}

/** How far ahead of a day's quarter a cohort may be opened: the next is by itself, the one after by a publisher's decision. */
export const MOST_QUARTERS_AHEAD = 2;

/** Opened when some of what it counts may already have been known, so that its release must say so. */
export function isOpenedLate(cohort: Quarter, openedOn: Day): boolean {
  return openedOn >= quarterRange(cohort).first;
}

/** The one cohort that may be frozen now, or null: the oldest that is open, and only when it is ripe. */
export function cohortToFreeze(open: readonly Quarter[], today: Day): Quarter | null {
  const oldest = [...open].sort()[0];
  return oldest !== undefined && isRipe(oldest, today) ? oldest : null;
}
