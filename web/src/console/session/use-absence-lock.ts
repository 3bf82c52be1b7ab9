import { useEffect, useState } from 'preact/hooks';
import { watchAbsence } from './absence.ts';
import type { LockReason } from './session.ts';

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
const CHECK_MS = 1_000;

/** Calls `lock` when the person was away too long; answers the seconds left while a warning is due, else null. */
export function useAbsenceLock(lock: (why: LockReason) => void): number | null {
  const [warning, setWarning] = useState<number | null>(null);
  useEffect(() => {
    const absence = watchAbsence(Date.now());
    let over = false;
    const check = (): void => {
      const due = absence.check(Date.now());
      if (due !== null && 'lock' in due) {
        if (!over) lock(due.lock);
        over = true;
      } else setWarning(due === null ? null : Math.ceil(due.warn / 1_000));
    };
    const notice = (): void => absence.noticeActivity(Date.now());
    const look = (): void => {
      absence.noticeVisibility(document.visibilityState === 'visible', Date.now());
      check();
    };
    for (const kind of ACTIVITY) addEventListener(kind, notice, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(check, CHECK_MS);
    return () => {
      for (const kind of ACTIVITY) removeEventListener(kind, notice, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, []);
  return warning;
}
