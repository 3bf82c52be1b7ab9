import { z } from '../schema.ts';

/** Where a case stands. After the Inter-Agency GBV Case Management Guidelines. */
export const CASE_STATES = [
  'received',
  'triage',
  'open',
  'assessment',
  'plan',
  'implementing',
  'follow_up',
  'closure_requested',
  'closed',
  'information_only',
  'duplicate',
  'transferred',
  'withdrawn',
] as const;
export const CaseState = z.enum(CASE_STATES);
export type CaseState = z.output<typeof CaseState>;

/** The kinds of entry that may move a case; every other kind leaves its state alone. */
export const CASE_MOVERS = [
  'opened',
  'triaged',
  'status',
  'closure_requested',
  'closure_approved',
  'reopened',
] as const;
export type CaseMover = (typeof CASE_MOVERS)[number];
type CaseMoves = Readonly<Partial<Record<CaseMover, readonly CaseState[]>>>;

const WORKING = ['open', 'assessment', 'plan', 'implementing', 'follow_up'] as const;
const ASIDE = ['information_only', 'duplicate', 'transferred', 'withdrawn'] as const;

/** Work goes forward and back between its stages, since a plan may fail; triage may be done anew at any of them. */
const workingMoves = (state: CaseState): CaseMoves => ({
  triaged: [state],
  status: [...WORKING.filter((one) => one !== state), ...ASIDE],
  closure_requested: ['closure_requested'],
});

/**
 * Every legal move: from a state, by an entry's kind, to these states. Closing takes a request and an approval;
 * `withdrawn` is final because the survivor's word is.
 */
export const CASE_MOVES: Readonly<Record<CaseState, CaseMoves>> = {
  received: { opened: ['triage'], status: ['withdrawn'] },
  triage: { triaged: ['open'], status: ASIDE },
  open: workingMoves('open'),
  assessment: workingMoves('assessment'),
  plan: workingMoves('plan'),
  implementing: workingMoves('implementing'),
  follow_up: workingMoves('follow_up'),
  closure_requested: { status: [...WORKING, 'withdrawn'], closure_approved: ['closed'] },
  closed: { reopened: ['open'], status: ['withdrawn'] },
  information_only: { reopened: ['open'], status: ['withdrawn'] },
  duplicate: { reopened: ['open'], status: ['withdrawn'] },
  transferred: { reopened: ['open'], status: ['withdrawn'] },
  withdrawn: {},
};

/** States in which nothing more is expected of anyone. */
export const RESTING_STATES: readonly CaseState[] = ['closed', ...ASIDE];

/** States in which services are arranged: the only ones in which a referral may be offered. */
export function isWorking(state: CaseState): boolean {
  return (WORKING as readonly CaseState[]).includes(state);
}

/**
 * The state after a move, or null when the table has none. `to` names the target where the mover allows several; where
 * it allows one, it may be left out.
 */
export function moveCase(from: CaseState, by: CaseMover, to?: CaseState): CaseState | null {
  const targets = CASE_MOVES[from][by] ?? [];
  if (to !== undefined) return targets.includes(to) ? to : null;
  const [only] = targets;
  return targets.length === 1 && only !== undefined ? only : null;
}

/** What a member may set by a `status` entry from here. */
export function statusesFrom(from: CaseState): readonly CaseState[] {
  return CASE_MOVES[from].status ?? [];
}
