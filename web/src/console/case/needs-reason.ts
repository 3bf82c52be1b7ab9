import { dayOfInstant } from '@romduol/shared/language/dates';
import type { CaseView, DeskView } from '../../desk/views.ts';

/**
 * Whether a member is to say why they open a case: it is somebody else's, nobody brought them in, nothing in it waits for them,
 * and they have given no reason since the console's day began.
 */
export function needsReason(
  { case: folded, log }: Pick<CaseView, 'case' | 'log'>,
  { member, today }: Pick<DeskView, 'member' | 'today'>,
): boolean {
  const { assignee, members, state } = folded;
  if (assignee === null || assignee === member.id || members.includes(member.id)) return false;
  if (state === 'closure_requested' && member.roles.includes('supervisor')) return false;
  if (folded.tasks.some((task) => task.done === null && task.member === member.id)) return false;
  return !log.some(
    ({ author, entry }) =>
      author.id === member.id &&
      entry?.kind === 'opened' &&
      entry.reason !== undefined &&
      dayOfInstant(entry.at) >= today,
  );
}
