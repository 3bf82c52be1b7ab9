import { HIDDEN_LIMIT_MS, IDLE_LIMIT_MS, WARNING_MS, watchAbsence } from '@romduol/web/console/session/absence';
import { describe, expect, it } from 'vitest';

const START = 1_000_000;

describe('the watch over an open desk', () => {
  it('locks after five minutes without a touch, and warns for the last of them', () => {
    const absence = watchAbsence(START);
    expect(absence.check(START + IDLE_LIMIT_MS - WARNING_MS - 1)).toBeNull();
    expect(absence.check(START + IDLE_LIMIT_MS - WARNING_MS)).toEqual({ warn: WARNING_MS });
    expect(absence.check(START + IDLE_LIMIT_MS - 1)).toEqual({ warn: 1 });
    expect(absence.check(START + IDLE_LIMIT_MS)).toEqual({ lock: 'idle' });
  });

  it('begins anew with each touch', () => {
    const absence = watchAbsence(START);
    absence.noticeActivity(START + IDLE_LIMIT_MS - 1);
    expect(absence.check(START + IDLE_LIMIT_MS)).toBeNull();
    expect(absence.check(START + 2 * IDLE_LIMIT_MS - 1)).toEqual({ lock: 'idle' });
  });

  it('locks for whoever touches it after the limit, however late the check comes', () => {
    const absence = watchAbsence(START);
    const later = START + 3 * IDLE_LIMIT_MS;
    absence.noticeActivity(later);
    expect(absence.check(later)).toEqual({ lock: 'idle' });
  });

  it('locks after two minutes out of sight, seen again or not', () => {
    const absence = watchAbsence(START);
    absence.noticeVisibility(false, START);
    expect(absence.check(START + HIDDEN_LIMIT_MS - 1)).toBeNull();
    expect(absence.check(START + HIDDEN_LIMIT_MS)).toEqual({ lock: 'hidden' });
    absence.noticeVisibility(true, START + HIDDEN_LIMIT_MS);
    expect(absence.check(START + HIDDEN_LIMIT_MS)).toEqual({ lock: 'hidden' });
  });

  it('forgets a short look elsewhere', () => {
    const absence = watchAbsence(START);
    absence.noticeVisibility(false, START);
    absence.noticeVisibility(true, START + HIDDEN_LIMIT_MS - 1);
    expect(absence.check(START + HIDDEN_LIMIT_MS + 1)).toBeNull();
  });
});
