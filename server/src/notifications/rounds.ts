import type { Database } from '../database/database.ts';
import { type Report, logLine } from '../log/log-line.ts';
import type { Clock } from '../mount.ts';
import type { Mailer } from './mailer.ts';
import { findPending, markPending, putBack, takeNotice } from './store.ts';

const HOUR_MS = 3_600_000;
/** Cambodia's, all year round. */
const ZONE_HOURS = 7;

/** Whether one of the hours began after `since` and not after `now`. */
export function hourHasCome(hours: readonly number[], since: number, now: number): boolean {
  const from = Math.floor(since / HOUR_MS);
  const to = Math.floor(now / HOUR_MS);
  // A day holds every hour: looking further back would find the same ones again.
  for (let hour = Math.max(from + 1, to - 23); hour <= to; hour += 1)
    if (hours.includes((hour + ZONE_HOURS) % 24)) return true;
  return false;
}

/**
 * Looks round, and tells whoever is to be told: those who wish for every mail at once, the others when one of the hours
 * has come. What could not be sent is tried again in the next round. Any number of processes may go round.
 */
export function makeRounds(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly hours: readonly number[];
  readonly report: Report;
}): () => Promise<void> {
  const { db, clock, mailer, hours, report } = deps;
  let last = clock();
  /** Members whose hour has come and whose mail has not gone. */
  const owed = new Set<string>();

  return async () => {
    const now = clock();
    await markPending(db);
    const pending = await findPending(db);
    if (hourHasCome(hours, last, now)) for (const { memberId } of pending) owed.add(memberId);
    last = now;
    let failed = 0;
    for (const { memberId, address, when, language } of pending) {
      if (when === 'hours' && !owed.has(memberId)) continue;
      if (!(await takeNotice(db, memberId))) continue;
      try {
        await mailer.send(address, language);
        owed.delete(memberId);
      } catch {
        failed += 1;
        await putBack(db, memberId);
      }
    }
    // How many, and nothing of whom: what the mail server said could hold the address.
    if (failed > 0) report(logLine`${failed} notices could not be sent: the mail server did not take them`);
  };
}
