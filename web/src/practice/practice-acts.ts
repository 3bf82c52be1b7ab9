import { applyEntry } from '@romduol/shared/casework/apply-entry';
import { type Case, addEntry, newCase } from '@romduol/shared/casework/case';
import { proposeIncident, proposeOutcome } from '@romduol/shared/casework/coding';
import { CaseEntry } from '@romduol/shared/casework/entries';
import { summarise } from '@romduol/shared/casework/summary';
import { CaseId, type Day } from '@romduol/shared/ids';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import type { DeskActs, EntryDraft } from '../desk/acts.ts';
import { DeskRefusal } from '../desk/desk.ts';
import type { ChangeView } from '../desk/follow-changes.ts';
import type { CaseView, ConversationView, DirectoryView, MessageLine, QueueRow } from '../desk/views.ts';
import { SAMPLE_REPORTS, type SampleReport } from './sample-cases.ts';
import { YOU, practiceCaseId, practiceDirectory, practiceView } from './sample-place.ts';

/** The acts that can be practised; every other is refused as `not_in_practice`. */
export type PracticeActs = Pick<
  DeskActs,
  | 'look'
  | 'queue'
  | 'queuePage'
  | 'queueRows'
  | 'changes'
  | 'tendCases'
  | 'openCase'
  | 'record'
  | 'conversation'
  | 'answer'
  | 'writeDownAnswers'
  | 'claims'
  | 'directory'
  | 'drafts'
  | 'noteDraft'
  | 'drawLetterCode'
  | 'openLetterLink'
  | 'prepareLock'
  | 'signOut'
>;

type Practised = {
  readonly caseId: CaseId;
  readonly day: Day;
  readonly sample: SampleReport;
  facts: Case;
  readonly lines: MessageLine[];
};

/** What changes who holds keys: where there are none, there is nothing to practise. */
const ABOUT_KEYS: readonly EntryDraft['kind'][] = ['member_added', 'member_removed', 'readers_changed', 'bundle_made'];

/**
 * A desk of made-up cases that lives in this memory alone. It has no way to the server and no keys, so that nothing real
 * can come in and nothing made up can go out; the rules of casework are the real ones.
 */
export function makePracticeActs(clock: () => number): PracticeActs {
  const today = (): Day => dayAt(clock());
  const cases = new Map<string, Practised>(
    SAMPLE_REPORTS.map((sample, at) => {
      const caseId = CaseId.parse(practiceCaseId(at + 1));
      const day = addDays(today(), -sample.daysAgo);
      const readers = practiceView(today()).colleagues.map(({ id }) => id);
      const report = { answers: sample.answers, received: day, withdrawalCheck: new Uint8Array(32), readers };
      return [caseId, { caseId, day, sample, facts: newCase(report), lines: [] }];
    }),
  );
  const find = (caseId: CaseId): Practised => {
    const found = cases.get(caseId);
    if (found === undefined) throw new DeskRefusal('no_key');
    return found;
  };
  const talk = ({ lines }: Practised): ConversationView => ({ lines: [...lines], heard: [], withdrawal: null });
  const show = (one: Practised): CaseView => showPractised(one, today());

  // Nobody else works here: what changes is what the one who practises has changed.
  const changed = new Set<CaseId>();
  let waiter: ((change: ChangeView) => void) | undefined;
  const tell = (): void => {
    if (waiter === undefined || changed.size === 0) return;
    waiter({ caseIds: [...changed], missed: false });
    waiter = undefined;
    changed.clear();
  };
  const change = ({ caseId }: Practised): void => {
    changed.add(caseId);
    tell();
  };

  return {
    look: async () => practiceView(today()),
    queue: async () => [...cases.values()].map(rowOf),
    queuePage: async () => ({ rows: [...cases.values()].map(rowOf), next: null }),
    queueRows: async (caseIds) => caseIds.map((caseId) => rowOf(find(caseId))),
    changes: () =>
      new Promise((resolve) => {
        waiter = resolve;
        tell();
      }),
    tendCases: async () => ({ readers: { done: 0, of: 0, failed: [] }, troubles: [], mark: null }),
    openCase: async (caseId) => show(find(caseId)),
    record: async (caseId, draft) => {
      const one = find(caseId);
      const ofMember = draft.kind === 'conflict_declared' && draft.about.who === 'member';
      if (ofMember || ABOUT_KEYS.includes(draft.kind)) throw new DeskRefusal('not_in_practice');
      const entry = CaseEntry.parse({ ...draft, at: new Date(clock()).toISOString() });
      const by = { author: YOU.id, isSupervisor: true };
      const applied = applyEntry(one.facts, entry, by);
      if (!applied.ok) throw new DeskRefusal('illegal_entry', applied.code);
      one.facts = addEntry(one.facts, { ...by, seq: one.facts.seq + 1 }, entry);
      change(one);
      return show(one);
    },
    conversation: async (caseId) => talk(find(caseId)),
    answer: async (caseId, text) => {
      const one = find(caseId);
      const { lines } = one;
      const line = { day: today(), kind: 'words' as const, oldKey: false, files: [] };
      const first = lines.length === 0;
      lines.push({ ...line, fromReporter: false, counter: lines.length, text, by: YOU.handle, read: first });
      // Their made-up reporters answer once, so that there is something to go on with.
      const words = Object.values(one.sample.reply).join('\n');
      if (first) lines.push({ ...line, fromReporter: true, counter: 0, text: words, by: '', read: false });
      change(one);
      return talk(one);
    },
    writeDownAnswers: async (caseId) => show(find(caseId)),
    claims: async () => [],
    directory: async (): Promise<readonly DirectoryView[]> => practiceDirectory(today()),
    drafts: async () => [],
    noteDraft: async () => undefined,
    // A reference and a code that answer nowhere.
    drawLetterCode: async () => ({ reference: '0000-0000' as never, code: '0000-0000-0000-0000' }),
    openLetterLink: async () => undefined,
    prepareLock: async () => null,
    signOut: async () => undefined,
  };
}

function rowOf({ caseId, day, facts, lines }: Practised): QueueRow {
  const written = facts.seq > 0;
  return {
    caseId,
    team: YOU.teams[0] as QueueRow['team'],
    day,
    summary: written ? summarise(facts) : null,
    keyringVersion: 1,
    readers: facts.readers,
    handedOver: false,
    answers: written ? null : facts.answers,
    proposal: written ? null : facts.proposal,
    unanswered: lines.at(-1)?.fromReporter === true ? 1 : 0,
    answered: lines.find(({ fromReporter }) => !fromReporter)?.day ?? null,
    withdrawal: null,
    problem: null,
  };
}

function showPractised({ caseId, day, sample, facts }: Practised, today: Day): CaseView {
  const { colleagues } = practiceView(today);
  return {
    caseId,
    team: YOU.teams[0] as CaseView['team'],
    day,
    sealedBy: 'browser',
    handOver: null,
    answers: sample.answers,
    contact: sample.contact,
    files: [],
    flags: [],
    erasure: null,
    case: facts,
    log: facts.log.map(({ seq, author, entry }) => ({
      seq,
      author: { id: author, handle: colleagues.find(({ id }) => id === author)?.handle ?? '' },
      entry,
    })),
    proposal: facts.proposal,
    proposedRecords: {
      incident: proposeIncident(sample.answers, day),
      outcome: proposeOutcome(facts, today),
    },
  };
}
