import type { LockReason } from './session.ts';

/** A desk left alone shows what it shows to whoever comes by. */
export const IDLE_LIMIT_MS = 5 * 60_000;
/** Another tab or app in front: the person is elsewhere, and the phone may be in other hands. */
export const HIDDEN_LIMIT_MS = 2 * 60_000;
/** The warning before an idle lock: time enough to finish a sentence. */
export const WARNING_MS = 60_000;

export type Absence = {
  /** The person did something. */
  noticeActivity(now: number): void;
  noticeVisibility(visible: boolean, now: number): void;
  /** What is due: null, a warning with the milliseconds left, or the reason to lock. */
  check(now: number): { readonly warn: number } | { readonly lock: LockReason } | null;
};

/**
 * Judges by instants and not by a timer that counts down: a sleeping phone or a throttled background tab stops timers,
 * and the first check after it must still see how long it was.
 */
export function watchAbsence(start: number): Absence {
  let lastActivity = start;
  let hiddenSince: number | null = null;
  return {
    noticeActivity(now) {
      // What comes in after the limit is the next person's touch; it must not undo the lock that is due.
      if (now - lastActivity < IDLE_LIMIT_MS) lastActivity = now;
    },
    noticeVisibility(visible, now) {
      if (!visible) hiddenSince ??= now;
      else if (hiddenSince !== null && now - hiddenSince < HIDDEN_LIMIT_MS) hiddenSince = null;
    },
    check(now) {
      if (hiddenSince !== null && now - hiddenSince >= HIDDEN_LIMIT_MS) return { lock: 'hidden' };
      const left = lastActivity + IDLE_LIMIT_MS - now;
      if (left <= 0) return { lock: 'idle' };
      return left <= WARNING_MS ? { warn: left } : null;
    },
  };
}
