import { applyEntry } from '@romduol/shared/casework/apply-entry';
import { CaseEntry } from '@romduol/shared/casework/entries';
import type { Case } from '@romduol/shared/casework/case';
import { isExcluded, refuseReaders } from '@romduol/shared/casework/readers';
import type { Day, MemberId } from '@romduol/shared/ids';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntryDraft } from '../../desk/acts.ts';
import type { CaseView, Colleague, DeskView } from '../../desk/views.ts';
import { Refusal } from '../desk-line.ts';

/** A case that is being worked on, for the panes beside it. */
export type CaseWork = {
  readonly view: CaseView;
  /**
   * Signs and appends, in this order; then shows the case as it stands, closes the pane and drops the draft at `place`.
   * Rejects before the first is signed when one of them would not be legal.
   */
  record(entries: EntryDraft | readonly EntryDraft[], place?: string): Promise<void>;
  /** Signs and appends one entry and shows the case as it then stands; the pane stays as it is. Rejects as `record`. */
  note(entry: EntryDraft): Promise<void>;
  /** Writes down what the reporter has answered meanwhile, and shows and answers the case as it then stands. */
  hear(): Promise<CaseView>;
  /** The same before words leave the house. Rejects with `withdrawn` while the report is being taken back. */
  hearBeforePaper(): Promise<CaseView>;
  /** Back to the case without recording; what was typed stays. */
  close(): void;
};

const Work = createContext<CaseWork | null>(null);
export const CaseWorkProvider = Work.Provider;

export function useCaseWork(): CaseWork {
  const work = useContext(Work);
  if (work === null) throw new Error('a pane outside a case');
  return work;
}

/** Noon in Cambodia on a day: an instant that is that day wherever it is read. */
export function noonOf(day: Day): string {
  return `${day}T05:00:00.000Z`;
}

/**
 * Judges entries as the desk will, before anything is signed: what a form left out, and what the case does not allow.
 * Throws a `Refusal` with casework's reason. The desk judges again on the case as it then stands.
 */
export function judgeEntries(before: Case, entries: readonly EntryDraft[], by: DeskView): void {
  const author = { author: by.member.id, isSupervisor: by.member.roles.includes('supervisor') };
  entries.reduce((folded, entry) => {
    const whole = CaseEntry.safeParse({ ...entry, at: noonOf(by.today) });
    if (!whole.success) throw new Refusal('bad_input');
    const change = readersAfter(folded, whole.data, by);
    if (change !== null) {
      const refused = refuseReaders(folded, change, { ...author, beginsEpoch: true });
      if (refused !== null) throw new Refusal('illegal_entry', refused);
      return folded;
    }
    const applied = applyEntry(folded, whole.data, author);
    if (!applied.ok) throw new Refusal('illegal_entry', applied.code);
    return applied.after;
  }, before);
}

/** What an entry makes of the case's readers, for which the desk begins a new key; null where it leaves them alone. */
function readersAfter(before: Case, entry: CaseEntry, desk: DeskView): Parameters<typeof refuseReaders>[1] | null {
  const without = (gone: MemberId): MemberId[] => before.readers.filter((one) => one !== gone);
  if (entry.kind === 'member_added') return { why: 'added', readers: [...before.readers, entry.member] };
  if (entry.kind === 'member_removed') return { why: 'removed', readers: without(entry.member) };
  if (entry.kind === 'handed_over') {
    const team = desk.colleagues.filter(({ teams, active }) => active && teams.includes(entry.team));
    const readers = team.map(({ id }) => id).filter((id) => !isExcluded(before, id));
    return { why: 'handed_over', readers };
  }
  if (entry.kind !== 'conflict_declared' || entry.about.who === 'recipient') return null;
  return { why: 'conflict', readers: without(entry.about.member) };
}

/** Who can open this case now: what every action says of itself. */
export function readersOf(view: CaseView, desk: DeskView): readonly Colleague[] {
  return desk.colleagues.filter(({ active, id }) => active && view.case.readers.includes(id));
}

export function handleIn(desk: DeskView, member: MemberId): string {
  return desk.colleagues.find(({ id }) => id === member)?.handle ?? member.slice(0, 8);
}
