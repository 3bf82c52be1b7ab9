import { needToKnow } from '@romduol/shared/casework/need-to-know';
import type { CaseId, Day, MemberId } from '@romduol/shared/ids';
import { dayAt, dayOfInstant } from '@romduol/shared/language/dates';
import { SealingError } from '@romduol/shared/sealing/errors';
import { ApiRefusal } from './caller.ts';
import { hasLeft } from './begin-epoch.ts';
import { changeReaders } from './change-readers.ts';
import { isForAnotherCard } from './case-key.ts';
import { isConfirmed } from './confirm.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import type { OpenCase } from './open-case.ts';
import { onNewest } from './record-entry.ts';
import type { QueueRow } from './views.ts';

/** How many cases are under way at once: most of the time goes by on the line. */
const AT_ONCE = 4;

export type KeptReaders = { readonly done: number; readonly of: number; readonly failed: readonly CaseId[] };

/**
 * The cases of a queue whose readers are due to change: somebody reads who is implicated or has left, or the recovery card is
 * another, which any reader's desk may see to; or the days after the assignment are over, which the assignee's and a supervisor's desk see to. None before the
 * member has confirmed the keyring that says who has left: until then nothing is sealed.
 */
export function dueChanges(desk: Desk, rows: readonly QueueRow[]): CaseId[] {
  if (!isConfirmed(desk)) return [];
  return rows.filter((row) => row.problem === null && isDue(desk, row)).map(({ caseId }) => caseId);
}

function isDue(desk: Desk, { team, summary, readers, keyringVersion }: QueueRow): boolean {
  if (isForAnotherCard(desk, team, keyringVersion)) return true;
  if (readers.some((id) => hasLeft(desk, team, id))) return true;
  return summary !== null && (summary.excluded.length > 0 || readersToStay(desk, { ...summary, readers }) !== null);
}

type Standing = Parameters<typeof needToKnow>[0];

function readersToStay(desk: Desk, standing: Standing): MemberId[] | null {
  const isSupervisor = (id: MemberId): boolean =>
    desk.keyring.members.find((one) => one.id === id)?.roles.includes('supervisor') ?? false;
  const mine = standing.assignee === desk.member.id || isSupervisor(desk.member.id);
  const { needToKnowDays } = desk.settings;
  return mine ? needToKnow(standing, { today: dayAt(desk.clock()), isSupervisor }, needToKnowDays) : null;
}

const standingOf = ({ case: folded }: OpenCase): Standing => ({
  ...folded,
  assigned: folded.assignedAt === null ? null : (dayOfInstant(folded.assignedAt) as Day),
});

/**
 * Changes the readers of every case where that is due, judged again on each as it is opened. Stopped at any point, the next
 * call goes on with what is left. `onStep` hears of each. A case that could not be changed (a colleague is at it, it does not
 * verify, nobody would be left) is named, and stays as it was.
 */
export async function keepReaders(
  desk: Desk,
  rows: readonly QueueRow[],
  behind: { onStep?(kept: KeptReaders): void; atRest?(): Promise<void> } = {},
): Promise<KeptReaders> {
  const due = dueChanges(desk, rows);
  const failed: CaseId[] = [];
  let done = 0;
  const next = due.values();
  const work = async (): Promise<void> => {
    for (const caseId of next) {
      await behind.atRest?.();
      try {
        await keepCase(desk, caseId);
        done += 1;
      } catch (refusal) {
        if (!isAboutOne(refusal)) throw refusal;
        failed.push(caseId);
      }
      behind.onStep?.({ done, of: due.length, failed });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { done, of: due.length, failed };
}

/** What one case is refused with; a lost line or session ends the round. */
export function isAboutOne(refusal: unknown): boolean {
  if (refusal instanceof ApiRefusal)
    return !['unreachable', 'not_signed_in', 'keyring_outdated'].includes(refusal.code);
  return refusal instanceof SealingError || refusal instanceof DeskRefusal;
}

async function keepCase(desk: Desk, caseId: CaseId): Promise<void> {
  // Whoever must not read is taken out before anything else is written: here, that is all.
  const open = await onNewest(desk, caseId, (settled) => Promise.resolve(settled));
  if (readersToStay(desk, standingOf(open)) === null) return;
  await changeReaders(desk, caseId, (now, readers) => {
    const stay = readersToStay(desk, standingOf(now));
    return stay === null ? null : { why: 'need_to_know', readers: readers.filter((id) => stay.includes(id)), also: [] };
  });
}
