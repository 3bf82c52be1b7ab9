import type { Urgency } from '../codebook/referral-lists.ts';
import { Day, MemberId } from '../ids.ts';
import { addDays } from '../language/dates.ts';
import { z } from '../schema.ts';
import { type Instant, TaskId, words } from './case-ids.ts';
import type { Level } from './triage.ts';

export const TASK_KINDS = ['follow_up', 'contact', 'safety_review', 'recall', 'other'] as const;

/** Something that a member undertakes to do by a day. */
export const NewTask = z.strictObject({
  id: TaskId,
  kind: z.enum(TASK_KINDS),
  text: words(500).optional(),
  due: Day,
  /** Whose it is; the assignee's when absent. */
  member: MemberId.optional(),
});
export type NewTask = z.output<typeof NewTask>;
export type Task = NewTask & { readonly set: Instant; readonly done: Instant | null };

/** Days after which a case of a level is looked at again when nothing sooner is planned. */
export const FOLLOW_UP_DAYS: Readonly<Record<Level, number>> = { critical: 1, high: 3, medium: 7, low: 14 };

export function followUpDay(level: Level, today: Day): Day {
  return addDays(today, FOLLOW_UP_DAYS[level]);
}

/** Days within which the recipient of a referral is to answer. */
const ANSWER_DAYS: Readonly<Record<Urgency, number>> = { same_day: 0, h24: 1, d3: 3, d7: 7 };

export function answerDueDay(urgency: Urgency, today: Day): Day {
  return addDays(today, ANSWER_DAYS[urgency]);
}

/** Safe attempts to reach someone before a case may be closed as unreachable. */
export const ATTEMPTS_BEFORE_UNREACHABLE = 3;

export function openTasks(facts: { readonly tasks: readonly Task[] }): Task[] {
  return facts.tasks.filter(({ done }) => done === null).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
