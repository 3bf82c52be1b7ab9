import { Day, MemberId } from '../ids.ts';
import { dayOfInstant } from '../language/dates.ts';
import { z } from '../schema.ts';
import type { Case } from './case.ts';

/** Openings with a reason that a summary holds: the newest. */
const MOST_REASONS = 5;

/** What of a case a supervisor counts: days, never hours, and no words but the reasons that colleagues gave. */
export const WorkDone = z.object({
  /** When somebody first opened it. */
  opened: Day.nullable(),
  /** When the survivor was first reached otherwise than on the return page. */
  reached: Day.nullable(),
  /** When the closing was approved; null while the case is open. */
  closed: Day.nullable(),
  /** Follow-ups: done by their day, done after it, and still to be done, each with its day. */
  followUps: z.object({ onTime: z.int().min(0), late: z.int().min(0), open: z.array(Day) }),
  /** Why colleagues opened it who gave a reason, the newest last. */
  reasons: z.array(z.object({ member: MemberId, day: Day, reason: z.string() })).max(MOST_REASONS),
});
export type WorkDone = z.output<typeof WorkDone>;

export function workDone({ log, attempts, closing, state, tasks }: Case): WorkDone {
  const opened = log.find(({ entry }) => entry.kind === 'opened')?.entry.at ?? null;
  const reached = attempts.find((one) => one.reached)?.at ?? null;
  const followUps = tasks.filter(({ kind }) => kind === 'follow_up');
  const done = followUps.flatMap(({ done: when, due }) => (when === null ? [] : [dayOfInstant(when) <= due]));
  return {
    opened: opened === null ? null : dayOfInstant(opened),
    reached: reached === null ? null : dayOfInstant(reached),
    closed: state === 'closed' && closing?.closed ? dayOfInstant(closing.closed) : null,
    followUps: {
      onTime: done.filter((inTime) => inTime).length,
      late: done.filter((inTime) => !inTime).length,
      open: followUps.filter(({ done: when }) => when === null).map(({ due }) => due),
    },
    reasons: log
      .flatMap(({ author, entry }) =>
        entry.kind === 'opened' && entry.reason !== undefined
          ? [{ member: author, day: dayOfInstant(entry.at), reason: entry.reason }]
          : [],
      )
      .slice(-MOST_REASONS),
  };
}
