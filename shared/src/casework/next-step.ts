import type { Day } from '../ids.ts';
import { addDays, dayOfInstant } from '../language/dates.ts';
import type { Case } from './case.ts';
import { liveConsent } from './consent.ts';
import { mayCount } from './counting.ts';
import type { Referral } from './referral.ts';
import { RESTING_STATES, isWorking } from './states.ts';
import { FOLLOW_UP_DAYS, openTasks } from './tasks.ts';
import { RESPONSE_DAYS } from './triage.ts';

export const NEXT_STEPS = [
  'recall',
  'triage',
  'approve_closure',
  'assign',
  'task',
  'await_answer',
  'send_referral',
  'ask_consent',
  'confirm_service',
  'ask_feedback',
  'close_referral',
  'follow_up',
  'code_incident',
  'code_outcome',
  'none',
] as const;
export type NextStepCode = (typeof NEXT_STEPS)[number];

/** What is to be done next and by when; null where nothing sets a day. */
export type NextStep = { readonly step: NextStepCode; readonly due: Day | null };

function stepOfReferral(facts: Case, referral: Referral): NextStep | null {
  const today = lastDay(facts);
  switch (referral.state) {
    case 'offered':
      return { step: 'ask_consent', due: null };
    case 'consent_given':
      // Judged on the day of the last entry: the fold knows no other, and sending judges anew.
      return { step: liveConsent(facts, referral.id, today) === null ? 'ask_consent' : 'send_referral', due: null };
    case 'sent':
      return { step: 'await_answer', due: referral.sent?.due ?? null };
    case 'accepted':
      return { step: 'confirm_service', due: null };
    case 'service_received':
      return { step: 'ask_feedback', due: null };
    case 'feedback':
    case 'rejected':
    case 'no_response':
    case 'not_received':
      return { step: 'close_referral', due: null };
    default:
      return null;
  }
}

/** The day of the last applied entry, or the day the report came. That a colleague looked in, giving a reason, is no work. */
export function lastDay(facts: Case): Day {
  const last = facts.log.findLast(({ entry }) => entry.kind !== 'opened' || entry.reason === undefined);
  return last === undefined ? facts.received : dayOfInstant(last.entry.at);
}

/**
 * Everything that waits to be done in a case, the most pressing first: what has a day before what has none, the earlier
 * day first, then the order of `NEXT_STEPS`. Never empty.
 */
export function stepsOf(facts: Case): readonly NextStep[] {
  const rests = RESTING_STATES.includes(facts.state);
  // A recall outlives its case: what was shared is still out there.
  const steps = openTasks(facts)
    .filter(({ kind }) => !rests || kind === 'recall')
    .map(({ kind, due }): NextStep => ({ step: kind === 'recall' ? 'recall' : 'task', due }));
  const level = facts.level ?? facts.proposal.level;
  if (facts.state === 'received' || facts.state === 'triage') {
    // Somebody must look at every report within a day, however mild it seems.
    steps.push({ step: 'triage', due: addDays(facts.received, Math.min(1, RESPONSE_DAYS[level])) });
  } else if (facts.state === 'closure_requested') {
    steps.push({ step: 'approve_closure', due: null });
  } else if (isWorking(facts.state)) {
    if (facts.assignee === null) steps.push({ step: 'assign', due: addDays(facts.received, RESPONSE_DAYS[level]) });
    for (const referral of facts.referrals)
      steps.push(...[stepOfReferral(facts, referral)].filter((step) => step !== null));
    if (!steps.some(({ step }) => step === 'task')) {
      steps.push({ step: 'follow_up', due: addDays(lastDay(facts), FOLLOW_UP_DAYS[level]) });
    }
    if (mayCount(facts) && facts.coded.incident === null) steps.push({ step: 'code_incident', due: null });
  } else if (mayCount(facts)) {
    if (facts.coded.incident === null) steps.push({ step: 'code_incident', due: null });
    if (facts.state === 'closed' && facts.coded.outcome === null) steps.push({ step: 'code_outcome', due: null });
  }
  if (steps.length === 0) return [{ step: 'none', due: null }];
  const rank = ({ due, step }: NextStep): string =>
    `${due ?? '9999'} ${String(NEXT_STEPS.indexOf(step)).padStart(2, '0')}`;
  return steps.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

export function nextStepOf(facts: Case): NextStep {
  return stepsOf(facts)[0] ?? { step: 'none', due: null };
}

/** Whether the day of what is due has passed. */
export function isOverdue({ due }: { readonly due: Day | null }, today: Day): boolean {
  return due !== null && due < today;
}

/** What of a case is overdue on a day: what its caseworker sees first. */
export function overdueSteps(facts: Case, today: Day): readonly NextStep[] {
  return stepsOf(facts).filter((step) => isOverdue(step, today));
}
