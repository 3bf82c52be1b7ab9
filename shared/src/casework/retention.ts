import type { Day } from '../ids.ts';
import { addDays, dayOfInstant } from '../language/dates.ts';
import type { Retention } from '../site/settings.ts';
import type { Case } from './case.ts';
import { RESTING_STATES } from './states.ts';

/** On which days a case's contact details, and all of it, are to be erased; null: not by itself. */
export type RetentionDates = { readonly contactOn: Day | null; readonly contentOn: Day | null };

/** Nobody could be helped, or nobody wished to be: less reason to keep anything. */
const SHORT: readonly string[] = ['unreachable', 'declined_services'];

/** The same day of a later month, or its last where it has none. */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10) as Day;
}

/**
 * When what belongs to a case has had its time, counted from the day on which its closing was approved. Null while it is not
 * closed. Where evidence is to be kept longer, nothing but the contact details goes by itself.
 */
export function retentionOf(
  { state, closing }: Pick<Case, 'state' | 'closing'>,
  { contactDays, unreachableDays, contentMonths }: Retention,
): RetentionDates | null {
  if (!RESTING_STATES.includes(state) || closing?.closed == null) return null;
  const closed = dayOfInstant(closing.closed);
  const content = SHORT.includes(closing.reason) ? addDays(closed, unreachableDays) : addMonths(closed, contentMonths);
  const contact = addDays(closed, contactDays);
  if (closing.keepEvidence) return { contactOn: contact, contentOn: null };
  return { contactOn: contact < content ? contact : content, contentOn: content };
}
