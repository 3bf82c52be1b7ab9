import { Day, Quarter } from '@romduol/shared/ids';
import {
  addDays,
  addQuarters,
  dayAt,
  dayOfInstant,
  daysBetween,
  formatDay,
  formatInstant,
  formatQuarter,
  nextQuarter,
  previousQuarter,
  quarterOf,
  quarterRange,
} from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const day = (text: string): Day => Day.parse(text);
const quarter = (text: string): Quarter => Quarter.parse(text);
/** Any instant from 1900 to 2200, milliseconds. */
const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });
const days = instants.map(dayAt);

describe('the day of an instant', () => {
  test('turns at midnight in Cambodia, five in the afternoon UTC', () => {
    expect(dayAt(Date.UTC(2026, 0, 5, 16, 59, 59, 999))).toBe('2026-01-05');
    expect(dayAt(Date.UTC(2026, 0, 5, 17))).toBe('2026-01-06');
    expect(dayOfInstant('2025-12-31T17:00:00.000Z')).toBe('2026-01-01');
  });

  test('is the date seven hours on', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const found = dayAt(ms);
        expect(found).toBe(new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10));
        expect(Day.safeParse(found).success).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  test('leap years are kept, and century years that are none', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01');
    expect(addDays(day('2100-02-28'), 1)).toBe('2100-03-01');
    expect(addDays(day('2000-02-28'), 1)).toBe('2000-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  });

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
        expect(to > from).toBe(count > 0);
      }),
    );
  });
});

describe('quarters', () => {
  test('hold their days, and nothing lies between them', () => {
    fc.assert(
      fc.property(days, (one) => {
        const its = quarterOf(one);
        const { first, last } = quarterRange(its);
        expect(first <= one && one <= last).toBe(true);
        expect(quarterOf(first)).toBe(its);
        expect(quarterOf(addDays(last, 1))).toBe(nextQuarter(its));
        expect(quarterOf(addDays(first, -1))).toBe(previousQuarter(its));
        expect(Quarter.safeParse(its).success).toBe(true);
      }),
    );
  });

  test('have the calendar’s borders', () => {
    expect(quarterRange(quarter('2026-Q1'))).toEqual({ first: '2026-01-01', last: '2026-03-31' });
    expect(quarterRange(quarter('2026-Q4'))).toEqual({ first: '2026-10-01', last: '2026-12-31' });
    expect(addQuarters(quarter('2026-Q1'), -5)).toBe('2024-Q4');
    expect(addQuarters(quarter('2026-Q3'), 2)).toBe('2027-Q1');
  });
});

test('days and quarters are written in both languages', () => {
  expect(formatDay(day('2026-01-05'), 'en')).toBe('5 January 2026');
  expect(formatDay(day('2026-01-05'), 'km')).toBe('ថ្ងៃទី៥ ខែមករា ឆ្នាំ២០២៦');
  expect(formatDay(day('2026-12-31'), 'km')).toBe('ថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០២៦');
  expect(formatQuarter(quarter('2026-Q2'), 'en')).toBe('April to June 2026');
  expect(formatQuarter(quarter('2026-Q2'), 'km')).toBe('ត្រីមាសទី២ ឆ្នាំ២០២៦ (មេសា ដល់ មិថុនា)');
  expect(formatInstant('2026-01-05T17:05:00.000Z', 'en')).toBe('6 January 2026, 00:05');
  expect(formatInstant('2026-01-05T07:05:00.000Z', 'km')).toBe('ថ្ងៃទី៥ ខែមករា ឆ្នាំ២០២៦ ម៉ោង ១៤:០៥');
});
