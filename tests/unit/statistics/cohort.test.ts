import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day, Quarter } from '@romduol/shared/ids';
import {
  cohortOfRecord,
  cohortsToOpen,
  cohortToFreeze,
  isOpenedLate,
  isRipe,
  isWaitingRow,
  periodOf,
  ripeOn,
} from '@romduol/shared/statistics/cohort';

const day = (text: string) => text as Day;
const quarter = (text: string) => text as Quarter;
const anyQuarter = fc
  .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, n]) => quarter(`${year}-Q${n}`));

test('a cohort is ripe eight weeks after its end, not a day before', () => {
  expect(ripeOn(quarter('2026-Q1'))).toBe('2026-05-26');
  expect(isRipe(quarter('2026-Q1'), day('2026-05-25'))).toBe(false);
  expect(isRipe(quarter('2026-Q1'), day('2026-05-26'))).toBe(true);
  expect(ripeOn(quarter('2025-Q4'))).toBe('2026-02-25');
});

test('a record counts in its own quarter, or when that is frozen in the first that is not', () => {
  expect(cohortOfRecord(quarter('2026-Q1'), null)).toBe('2026-Q1');
  expect(cohortOfRecord(quarter('2026-Q1'), quarter('2025-Q4'))).toBe('2026-Q1');
  expect(cohortOfRecord(quarter('2025-Q4'), quarter('2025-Q4'))).toBe('2026-Q1');
  expect(cohortOfRecord(quarter('2024-Q2'), quarter('2025-Q4'))).toBe('2026-Q1');
});

test('a record never falls into a cohort that was frozen, nor into one before its quarter', () => {
  fc.assert(
    fc.property(anyQuarter, anyQuarter, (own, frozen) => {
      const cohort = cohortOfRecord(own, frozen);
      expect(cohort > frozen && cohort >= own).toBe(true);
      expect(cohort === own || own <= frozen).toBe(true);
    }),
  );
});

test('the oldest open cohort is frozen first, and only when it is ripe', () => {
  const open = [quarter('2026-Q2'), quarter('2026-Q1')];
  expect(cohortToFreeze(open, day('2026-05-25'))).toBeNull();
  expect(cohortToFreeze(open, day('2026-09-30'))).toBe('2026-Q1');
  expect(cohortToFreeze([], day('2026-09-30'))).toBeNull();
});

test('a period begins with the first quarter that waited', () => {
  expect(periodOf(quarter('2026-Q1'), [])).toEqual({ start: '2026-01-01', end: '2026-03-31' });
  expect(periodOf(quarter('2026-Q1'), [quarter('2025-Q3'), quarter('2025-Q4')])).toEqual({
    start: '2025-07-01',
    end: '2026-03-31',
  });
  expect(isWaitingRow(quarter('2026-Q1'), [quarter('2025-Q3'), quarter('2025-Q4')])).toBe(true);
  expect(isWaitingRow(quarter('2026-Q1'), [quarter('2025-Q4'), quarter('2025-Q3')])).toBe(false);
  expect(isWaitingRow(quarter('2026-Q1'), [quarter('2026-Q1')])).toBe(false);
});

test('a console opens this quarter’s cohort and the next, and one opened within its quarter is late', () => {
  expect(cohortsToOpen(day('2026-12-31'))).toEqual(['2026-Q4', '2027-Q1']);
  expect(isOpenedLate(quarter('2026-Q4'), day('2026-09-30'))).toBe(false);
  expect(isOpenedLate(quarter('2026-Q4'), day('2026-10-01'))).toBe(true);
});
