import { newCase } from '@romduol/shared/casework/case';
import { isOverdue } from '@romduol/shared/casework/next-step';
import { type CaseState, RESTING_STATES } from '@romduol/shared/casework/states';
import { type CaseSummary, summarise } from '@romduol/shared/casework/summary';
import { LEVELS, type Level } from '@romduol/shared/casework/triage';
import type { CaseId, Day, MemberId, TeamId } from '@romduol/shared/ids';
import type { QueueRow } from '../../desk/views.ts';

/** A row as it is listed: every case has a summary here, folded from the report where nobody has written yet. */
export type QueueLine = {
  readonly caseId: CaseId;
  readonly team: TeamId;
  readonly received: Day;
  readonly summary: CaseSummary | null;
  /** Decided, else proposed. */
  readonly level: Level;
  readonly overdue: boolean;
  readonly isNew: boolean;
  readonly isMine: boolean;
  /** The reporter has written and nobody has answered. */
  readonly unanswered: boolean;
  /** The reporter is taking the report back. */
  readonly withdrawn: boolean;
  /** Somebody else has asked to hand the whole case over, and the reader may approve it. */
  readonly bundleWaits: boolean;
  readonly problem: string | null;
  /** The report's own words, where nobody has written yet. */
  readonly told: string | null;
};

export const VIEWS = ['todo', 'overdue', 'new', 'mine', 'all'] as const;
export type View = (typeof VIEWS)[number];

export type Reader = { readonly id: MemberId; readonly isSupervisor: boolean; readonly today: Day };

/** Lines in the order in which they want looking at: what does not open, then by level, then by what is due first. */
export function queueLines(rows: readonly QueueRow[], reader: Reader): QueueLine[] {
  return rows
    .map((row) => lineOf(row, reader))
    .map((line) => ({ line, rank: rankOf(line) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ line }) => line);
}

function lineOf(row: QueueRow, { id, isSupervisor, today }: Reader): QueueLine {
  const { caseId, team, day, problem } = row;
  const talk = { unanswered: row.unanswered > 0, withdrawn: row.withdrawal !== null };
  const summary = row.summary ?? summaryOfNew(row);
  if (summary === null) {
    return {
      caseId,
      team,
      received: day,
      summary,
      level: 'critical',
      overdue: false,
      isNew: false,
      isMine: false,
      bundleWaits: false,
      ...talk,
      problem,
      told: null,
    };
  }
  const resting = RESTING_STATES.includes(summary.state);
  const bundleWaits = isSupervisor && (summary.bundlesAskedBy ?? []).some((by) => by !== id);
  return {
    caseId,
    team: summary.team ?? team,
    received: day,
    summary,
    level: summary.level ?? summary.proposed,
    overdue: isOverdue(summary.next, today),
    isNew: summary.state === 'received' || summary.state === 'triage',
    // Approving is every supervisor's; the rest of a case is its assignee's.
    isMine:
      (summary.assignee === id && !(resting && summary.next.step === 'none')) ||
      (isSupervisor && summary.next.step === 'approve_closure') ||
      bundleWaits ||
      // Somebody waits for a word: whoever is responsible, or everybody while nobody is.
      ((talk.unanswered || talk.withdrawn) && (summary.assignee === id || summary.assignee === null)),
    bundleWaits,
    ...talk,
    problem,
    told: row.answers?.narrative ?? null,
  };
}

function summaryOfNew({ answers, day, handedOver }: QueueRow): CaseSummary | null {
  if (answers === null) return null;
  // A row of the queue shows no withdrawal check, and the report's own stays in the desk.
  const report = { answers, received: day, withdrawalCheck: new Uint8Array(0), readers: [] };
  return summarise(newCase({ ...report, ...(handedOver && { handedOver }) }));
}

/** Sorts as text: a key is made once a line, since ten thousand lines are compared some hundred thousand times. */
function rankOf({ summary, level, overdue, withdrawn, received, caseId }: QueueLine): string {
  const place = summary === null || withdrawn ? 0 : RESTING_STATES.includes(summary.state) && !overdue ? 2 : 1;
  return [place, LEVELS.indexOf(level), summary?.next.due ?? '9999', received, caseId].join(' ');
}

/** Whether a view lists the line. A case that does not open is in each but `mine`: somebody must look at it. */
export function isInView(line: QueueLine, view: View): boolean {
  const broken = line.summary === null;
  switch (view) {
    case 'todo':
      return broken || line.overdue || line.isNew || line.isMine;
    case 'overdue':
      return broken || line.overdue;
    case 'new':
      return broken || line.isNew;
    case 'mine':
      return line.isMine;
    case 'all':
      return true;
  }
}

export type Group = { readonly group: 'overdue' | 'new' | 'mine'; readonly lines: readonly QueueLine[] };

/** The lines to do, each once, under the first heading that claims it. */
export function groupTodo(lines: readonly QueueLine[]): Group[] {
  const groupOf = (line: QueueLine): Group['group'] =>
    line.overdue || line.summary === null ? 'overdue' : line.isNew ? 'new' : 'mine';
  return (['overdue', 'new', 'mine'] as const)
    .map((group) => ({ group, lines: lines.filter((line) => isInView(line, 'todo') && groupOf(line) === group) }))
    .filter((group) => group.lines.length > 0);
}

/** What narrows the list down; an empty one lets everything through. */
export type Filter = {
  readonly text: string;
  readonly state: CaseState | '';
  readonly level: Level | '';
  readonly team: TeamId | '';
  readonly province: string;
  readonly age: string;
  /** Whoever is responsible: the reader, nobody, or a colleague. */
  readonly assignee: 'me' | 'nobody' | MemberId | '';
};

export const NO_FILTER: Filter = { text: '', state: '', level: '', team: '', province: '', age: '', assignee: '' };

/** Whether the filter lets the line through; `found` says whether its words are in the line, null when it seeks none. */
export function passesFilter(
  line: QueueLine,
  filter: Filter,
  found: ((line: QueueLine) => boolean) | null,
  reader: MemberId,
): boolean {
  const { summary } = line;
  if (filter.state !== '' && summary?.state !== filter.state) return false;
  if (filter.level !== '' && line.level !== filter.level) return false;
  if (filter.team !== '' && line.team !== filter.team) return false;
  if (filter.province !== '' && summary?.province !== filter.province) return false;
  if (filter.age !== '' && summary?.age !== filter.age) return false;
  if (filter.assignee !== '') {
    if (summary === null) return false;
    const wanted = filter.assignee === 'nobody' ? null : filter.assignee === 'me' ? reader : filter.assignee;
    if (summary.assignee !== wanted) return false;
  }
  return found === null || found(line);
}
