import type { CaseId, MemberId } from '@romduol/shared/ids';
import type { EntryDraft } from './acts.ts';
import { isExcluded } from '@romduol/shared/casework/readers';
import { beginNext, giveUpCase, mayBeGiven, type NewReaders, rightfulReaders } from './begin-epoch.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import type { OpenCase } from './open-case.ts';
import { append, onNewest, recordEntry } from './record-entry.ts';
import { requireNotWithdrawn } from './withdrawal.ts';

/**
 * Begins a new key of a case, drawn here, for those who are to read it: of its present readers whoever still does casework
 * for the organisation and is not excluded, with what `change` makes of them. Null from `change`: nothing is to be done, which
 * is judged again whenever a colleague was quicker.
 *
 * Throws `DeskRefusal` `no_reader_left`, `illegal_entry` with casework's reason, `withdrawn` when somebody would be added to
 * a report that is being taken back.
 */
export function changeReaders(
  desk: Desk,
  caseId: CaseId,
  change: (open: OpenCase, readers: readonly MemberId[]) => NewReaders | null,
): Promise<OpenCase> {
  return onNewest(desk, caseId, async (open) => {
    const next = change(open, rightfulReaders(desk, open));
    if (next === null) return open;
    if (next.readers.some((member) => !open.case.readers.includes(member))) await requireNotWithdrawn(desk, caseId);
    return beginNext(desk, open, next);
  });
}

/** Brings a member of the organisation into a case. Throws `illegal_entry` `reader_excluded`, `not_yours_to_change`. */
export function addReader(desk: Desk, caseId: CaseId, member: MemberId): Promise<OpenCase> {
  const added = { kind: 'member_added', member } as const;
  return changeReaders(desk, caseId, (open, readers) => ({
    why: 'added',
    readers: [...new Set([...readers, member])],
    also: open.case.members.includes(member) ? [] : [added],
  }));
}

/** Takes somebody off a case. Who has left by themselves reads nothing further either. */
export function removeReader(desk: Desk, caseId: CaseId, member: MemberId): Promise<OpenCase> {
  const removed = { kind: 'member_removed', member } as const;
  return changeReaders(desk, caseId, (open, readers) => ({
    why: 'removed',
    readers: readers.filter((one) => one !== member),
    also: [removed],
  }));
}

type HandOver = Extract<EntryDraft, { kind: 'handed_over' }>;

/**
 * Hands a case to another team of the organisation: its people read from now on, and nobody else. Who was struck off or is
 * implicated stays out. Throws `no_reader_left` when nobody of the team could read it.
 */
export function handOver(desk: Desk, caseId: CaseId, draft: HandOver): Promise<OpenCase> {
  return changeReaders(desk, caseId, ({ stored, case: folded }) => ({
    why: 'handed_over',
    readers: desk.keyring.members
      .filter(({ id, teams }) => teams.includes(draft.team) && mayBeGiven(desk, stored.team, id))
      .filter(({ id }) => !isExcluded(folded, id))
      .map(({ id }) => id),
    also: [draft],
  }));
}

type MemberConflict = Extract<EntryDraft, { kind: 'conflict_declared' }>;

/**
 * Declares that a member is implicated. A colleague stops reading at once, and does not see why. One's own conflict is written
 * down under the key that one has; then one's way into the case is given up, and whoever opens it next draws a key that one
 * has never held. Throws `ApiRefusal` `last_reader` when nobody else could.
 */
export async function declareConflict(desk: Desk, caseId: CaseId, draft: MemberConflict): Promise<OpenCase> {
  const { about } = draft;
  if (about.who === 'recipient') return onNewest(desk, caseId, (open) => append(desk, open, draft));
  if (about.member === desk.member.id) {
    const open = await onNewest(desk, caseId, async (now) => {
      if (!now.case.readers.some((one) => one !== desk.member.id)) throw new DeskRefusal('no_reader_left');
      return append(desk, now, draft);
    });
    await giveUpCase(desk, caseId);
    return open;
  }
  return changeReaders(desk, caseId, (_, readers) => ({
    why: 'conflict',
    readers: readers.filter((one) => one !== about.member),
    also: [draft],
  }));
}

/** Writes an entry down; one that is about who reads the case changes its key with it. */
export function record(desk: Desk, caseId: CaseId, draft: EntryDraft): Promise<OpenCase> {
  switch (draft.kind) {
    case 'member_added':
      return addReader(desk, caseId, draft.member);
    case 'member_removed':
      return removeReader(desk, caseId, draft.member);
    case 'handed_over':
      return handOver(desk, caseId, draft);
    case 'conflict_declared':
      return declareConflict(desk, caseId, draft);
    default:
      return recordEntry(desk, caseId, draft);
  }
}
