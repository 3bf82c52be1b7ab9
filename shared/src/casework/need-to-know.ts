import type { Day, MemberId } from '../ids.ts';
import { daysBetween } from '../language/dates.ts';

/** Days after a case was assigned for which the whole team goes on reading it, unless an organisation decides otherwise. */
export const NEED_TO_KNOW_DAYS = 14;

type Standing = {
  readonly assignee: MemberId | null;
  /** Day since which it is assigned to them. */
  readonly assigned: Day | null;
  readonly readers: readonly MemberId[];
  /** Whom somebody brought in. */
  readonly members: readonly MemberId[];
};

/**
 * Who goes on reading a case when the days after its assignment are over: the assignee, supervisors, and whoever was brought
 * in. Null while they are not, while it is assigned to nobody, or when nobody else reads it anyhow.
 */
export function needToKnow(
  { assignee, assigned, readers, members }: Standing,
  { today, isSupervisor }: { readonly today: Day; readonly isSupervisor: (member: MemberId) => boolean },
  days: number = NEED_TO_KNOW_DAYS,
): MemberId[] | null {
  if (assignee === null || assigned === null || daysBetween(assigned, today) < days) return null;
  const stay = readers.filter((one) => one === assignee || members.includes(one) || isSupervisor(one));
  return stay.length === readers.length ? null : stay;
}
