import type { MemberId } from '../ids.ts';
import type { Author } from './apply-entry.ts';
import type { Case } from './case.ts';

/**
 * Why who reads a case changes. `left`: somebody does no casework for the organisation any more. `card_changed`: nobody, but the
 * organisation has founded, renewed or ended its recovery card. `recovered`: with that card, after every reader was lost.
 */
export const READERS_CHANGE = [
  'added',
  'removed',
  'conflict',
  'need_to_know',
  'left',
  'handed_over',
  'card_changed',
  'recovered',
] as const;
export type ReadersChange = (typeof READERS_CHANGE)[number];

export type ReadersRefusal =
  /** No new key begins with the entry, so nobody gains or loses anything by it. */
  | 'no_new_key'
  /** The author, or whom the case is assigned to, does not read it. */
  | 'not_a_reader'
  /** Somebody whom the reporter struck off, or who is implicated. */
  | 'reader_excluded'
  /** Only the assignee or a supervisor decides who reads. */
  | 'not_yours_to_change'
  /** The recovery card is for cases that nobody can read any more. */
  | 'readers_remain';

/** Who may never be given a key of this case: struck off by the reporter, or in a conflict of interest. */
export function isExcluded(facts: Pick<Case, 'answers' | 'conflicts'>, member: MemberId): boolean {
  return facts.answers.strike_off?.includes(member) === true || facts.conflicts.members.includes(member);
}

/**
 * Why somebody may not begin a new key of the case for these readers; null when they may. The assignee or a supervisor adds
 * and removes; everybody who reads may end the reading of those who must not: whoever is implicated, or has left.
 */
export function refuseReaders(
  before: Case,
  change: { readonly why: ReadersChange; readonly readers: readonly MemberId[] },
  by: Author,
): ReadersRefusal | null {
  if (by.beginsEpoch !== true) return 'no_new_key';
  // Whoever begins a key knows it, whether or not they are given it.
  const excluded = [by.author, ...change.readers].some((member) => isExcluded(before, member));
  if (change.why === 'recovered') return excluded ? 'reader_excluded' : refuseRecovery(before, by);
  if (!before.readers.includes(by.author)) return 'not_a_reader';
  if (excluded) return 'reader_excluded';
  if (by.isSupervisor || before.assignee === by.author) return null;
  const removesOnly = change.readers.every((member) => before.readers.includes(member));
  const gone = before.readers.filter((member) => !change.readers.includes(member));
  const mustGo =
    change.why === 'conflict' || gone.every((member) => isExcluded(before, member) || by.mayRead?.(member) === false);
  return removesOnly && mustGo ? null : 'not_yours_to_change';
}

/** A supervisor, when nobody is left among the readers who does casework and may read it. */
function refuseRecovery(before: Case, by: Author): ReadersRefusal | null {
  if (!by.isSupervisor) return 'not_yours_to_change';
  const lost = before.readers.every((member) => isExcluded(before, member) || by.mayRead?.(member) === false);
  return lost ? null : 'readers_remain';
}
