import { Day } from '@romduol/shared/ids';
import { addQuarters, daysBetween, quarterOf } from '@romduol/shared/language/dates';
import { isRipe, ripeOn } from '@romduol/shared/statistics/cohort';
import { daysOf, demoTimeline } from '@romduol/server/demo/timeline';
import { describe, expect, it } from 'vitest';

const DAYS = [
  '2024-02-28',
  '2024-02-29',
  '2025-01-01',
  '2025-02-25',
  '2025-11-24',
  '2026-05-26',
  '2026-08-25',
  '2027-12-31',
];

describe('the timeline of a demo', () => {
  it.each(DAYS)('leaves a ripe quarter and a published one before it, made on %s', (today) => {
    const timeline = demoTimeline(Day.parse(today));
    expect(isRipe(timeline.ripe, timeline.last)).toBe(true);
    expect(isRipe(addQuarters(timeline.ripe, 1), timeline.last)).toBe(false);
    expect(timeline.published).toBe(addQuarters(timeline.ripe, -1));
    expect(quarterOf(timeline.founded)).toBe(addQuarters(timeline.published, -1));
  });

  it.each(DAYS)('freezes when the quarter is ripe and before the end, made on %s', (today) => {
    const { published, freezeOn, last } = demoTimeline(Day.parse(today));
    expect(freezeOn >= ripeOn(published)).toBe(true);
    expect(freezeOn < last).toBe(true);
    expect(daysBetween(last, Day.parse(today))).toBe(1);
  });

  it('moves on by one day at a time', () => {
    const days = daysOf(demoTimeline(Day.parse('2026-03-03')));
    expect(days.slice(1).every((day, at) => daysBetween(days[at]!, day) === 1)).toBe(true);
    expect(days.at(-1)).toBe('2026-03-02');
  });
});
