import { hourHasCome } from '@romduol/server/notifications/rounds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Epoch milliseconds of a time in Cambodia. */
const at = (time: string): number => Date.parse(`2026-05-11T${time}:00+07:00`);
const MINUTE = 60_000;

describe('an hour for mail', () => {
  test.each([
    ['07:59', '08:00', true],
    ['08:00', '08:01', false],
    ['08:00', '08:59', false],
    ['07:00', '09:00', true],
    ['09:00', '16:59', false],
    ['09:00', '17:00', true],
  ])('between %s and %s: %s', (since, now, come) => {
    expect(hourHasCome([8, 17], at(since), at(now))).toBe(come);
  });

  test('comes once a day, however often somebody looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.array(fc.integer({ min: 1, max: 300 })), (hour, steps) => {
        const begin = at('00:30');
        let now = begin;
        let times = 0;
        for (const step of steps) {
          if (hourHasCome([hour], now, now + step * MINUTE)) times += 1;
          now += step * MINUTE;
        }
        const days = (now - begin) / (24 * 60 * MINUTE);
        expect(times).toBeGreaterThanOrEqual(Math.floor(days));
        expect(times).toBeLessThanOrEqual(Math.ceil(days));
      }),
    );
  });

  test('is not missed by who slept for days', () => {
    expect(hourHasCome([3], at('04:00'), at('02:00') + 72 * 60 * MINUTE)).toBe(true);
  });
});
