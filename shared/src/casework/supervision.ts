import type { Day, MemberId } from '../ids.ts';
import { daysBetween } from '../language/dates.ts';
import { REACHED_BY } from './coding.ts';
import { isOverdue } from './next-step.ts';
import { RESTING_STATES } from './states.ts';
import type { CaseSummary } from './summary.ts';

/** A case as supervisors count it. */
export type Supervised = {
  readonly summary: CaseSummary;
  /** Day of the team's first words on the return page. */
  readonly answered: Day | null;
  /** The reporter's messages that nobody has answered. */
  readonly unanswered: number;
};

export type Caseload = {
  /** Null: of nobody's. */
  readonly member: MemberId | null;
  readonly open: number;
  /** Critical or high, by what was decided, else proposed. */
  readonly grave: number;
  readonly overdue: number;
  readonly unanswered: number;
};

const isOpen = ({ summary }: Supervised): boolean => !RESTING_STATES.includes(summary.state);

/** What everybody has in hand, whoever has most of it overdue first; a line for each of `members` and one for nobody. */
export function caseloads(cases: readonly Supervised[], members: readonly MemberId[], today: Day): Caseload[] {
  const open = new Map<MemberId | null, Supervised[]>();
  for (const one of cases.filter(isOpen)) {
    const own = open.get(one.summary.assignee);
    if (own === undefined) open.set(one.summary.assignee, [one]);
    else own.push(one);
  }
  const named = new Set<MemberId | null>([null, ...members, ...open.keys()]);
  return [...named]
    .map((member) => {
      const own = open.get(member) ?? [];
      const count = (holds: (one: Supervised) => boolean): number => own.filter(holds).length;
      return {
        member,
        open: own.length,
        grave: count(({ summary }) => ['critical', 'high'].includes(summary.level ?? summary.proposed)),
        overdue: count(({ summary }) => isOverdue(summary.next, today)),
        unanswered: count(({ unanswered }) => unanswered > 0),
      };
    })
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}

/** Days in the middle, of so many cases; null of none. */
export type Spell = { readonly median: number | null; readonly cases: number };

/** A part of a whole; nothing is divided here, for nought of nought is no share. */
export type Share = { readonly part: number; readonly of: number };

export type Indicators = {
  readonly received: number;
  readonly toFirstContact: Spell;
  /** Cases in which nobody has reached or answered the reporter yet. */
  readonly withoutContact: number;
  readonly openedToClosed: Spell;
  /** Of the follow-ups whose day is over. */
  readonly followUpsDone: Share;
  readonly followUpsInTime: Share;
  /** Of the referrals that were sent. */
  readonly accepted: Share;
  readonly serviceReceived: Share;
};

function spellOf(days: readonly number[]): Spell {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return { median: low === undefined || high === undefined ? null : (low + high) / 2, cases: sorted.length };
}

/**
 * How the work goes, of the cases received from `since` on. True figures from the summaries that a member can open, for the
 * team's own use: they point at people and are never published (`statistics/` is for that).
 */
export function indicatorsOf(cases: readonly Supervised[], since: Day | null, today: Day): Indicators {
  const counted = cases.filter(({ summary }) => since === null || summary.received >= since);
  const contact = counted.flatMap(({ summary, answered }) => {
    const days = [answered, summary.work?.reached ?? null].filter((day) => day !== null).sort();
    return days[0] === undefined ? [] : [Math.max(0, daysBetween(summary.received, days[0]))];
  });
  const closed = counted.flatMap(({ summary: { work } }) =>
    work?.opened && work.closed ? [Math.max(0, daysBetween(work.opened, work.closed))] : [],
  );
  const followUps = counted.flatMap(({ summary: { work } }) => (work ? [work.followUps] : []));
  const sum = (of: (one: (typeof followUps)[number]) => number): number =>
    followUps.reduce((total, one) => total + of(one), 0);
  const [onTime, late] = [sum((one) => one.onTime), sum((one) => one.late)];
  const missed = sum(({ open }) => open.filter((due) => due < today).length);
  const stages = counted.flatMap(({ summary }) =>
    summary.referrals.map(({ stage }) => new Set<string>(REACHED_BY[stage ?? 'offered'])),
  );
  const reached = (stage: string): number => stages.filter((one) => one.has(stage)).length;
  return {
    received: counted.length,
    toFirstContact: spellOf(contact),
    withoutContact: counted.filter((one) => isOpen(one) && !hasContact(one)).length,
    openedToClosed: spellOf(closed),
    followUpsDone: { part: onTime + late, of: onTime + late + missed },
    followUpsInTime: { part: onTime, of: onTime + late + missed },
    accepted: { part: reached('accepted'), of: reached('sent') },
    serviceReceived: { part: reached('received'), of: reached('sent') },
  };
}

const hasContact = ({ summary, answered }: Supervised): boolean => answered !== null || Boolean(summary.work?.reached);
