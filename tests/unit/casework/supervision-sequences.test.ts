import type { Case } from '@romduol/shared/casework/case';
import { stepsOf } from '@romduol/shared/casework/next-step';
import { CaseSummary, summarise } from '@romduol/shared/casework/summary';
import { caseloads, indicatorsOf } from '@romduol/shared/casework/supervision';
import type { Day, MemberId } from '@romduol/shared/ids';
import { addDays, dayOfInstant, daysBetween } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOPHA,
  RECEIVED,
  SOKHA,
  consent,
  member,
  offer,
  on,
  send,
  startCase,
  step,
  taskId,
  write,
} from './sample-case.ts';

// What supervisors read is made of summaries, folded entry by entry. Here the same is counted off the logs, case by case, the way
// somebody would do it with paper and pencil.

type Entry = Parameters<typeof write>[1][number];
type Held = { readonly facts: Case; readonly answered: Day | null; readonly unanswered: number };

const RESTING = ['closed', 'transferred', 'duplicate', 'withdrawn'];
const small = fc.nat(2);
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.constant<Entry>({ kind: 'opened' }),
  fc.constantFrom<Entry>(
    { kind: 'triaged', level: 'critical', proposed: 'medium', reasons: ['wants_service'] },
    { kind: 'triaged', level: 'high', proposed: 'medium', reasons: ['wants_service'] },
    { kind: 'triaged', level: 'low', proposed: 'medium', reasons: ['wants_service'] },
  ),
  fc.constantFrom(SOKHA, BOPHA, member(3)).map((one): Entry => ({ kind: 'assigned', member: one })),
  fc.boolean().map((reached): Entry => ({ kind: 'contact_attempt', mode: 'phone', reached })),
  fc.record({ n: fc.nat(5), due: fc.nat(40), followUp: fc.boolean() }).map(({ n, due, followUp }): Entry => ({
    kind: 'task_set',
    task: { id: taskId(n), kind: followUp ? 'follow_up' : 'other', due: addDays(RECEIVED, due) },
  })),
  fc.nat(5).map((n): Entry => ({ kind: 'task_done', taskId: taskId(n) })),
  small.map((n): Entry => offer(n)),
  small.map((n): Entry => consent(n)),
  small.map((n): Entry => send(n)),
  small.map((n): Entry => step(n, { action: 'accept' })),
  small.map((n): Entry => step(n, { action: 'receive', degree: 'partial', barriers: [] })),
  small.map((n): Entry => step(n, { action: 'reject', reason: 'capacity', barriers: [] })),
  fc.constant<Entry>({ kind: 'closure_requested', reason: 'needs_met', keepEvidence: false }),
  fc.constant<Entry>({ kind: 'closure_approved' }),
  fc.constant<Entry>({ kind: 'reopened', reason: 'asked for more' }),
);

const OPENING: readonly Entry[] = [
  { kind: 'opened' },
  { kind: 'triaged', level: 'medium', proposed: 'medium', reasons: ['wants_service'] },
  { kind: 'assigned', member: SOKHA },
];

const CLOSING: readonly Entry[] = [
  { kind: 'closure_requested', reason: 'needs_met', keepEvidence: false },
  { kind: 'closure_approved' },
  { kind: 'reopened', reason: 'asked for more' },
];

/** What mostly follows one another, as far as it comes; and anything in between. */
const course: fc.Arbitrary<readonly Entry[]> = fc.oneof(
  { weight: 3, arbitrary: entry.map((one) => [one]) },
  fc
    .tuple(small, fc.integer({ min: 2, max: 5 }))
    .map(([n, far]) =>
      [
        offer(n),
        consent(n),
        send(n),
        step(n, { action: 'accept' }),
        step(n, { action: 'receive', degree: 'full', barriers: [] }),
      ].slice(0, far),
    ),
  fc.constantFrom(3, 2).map((far): Entry[] => CLOSING.slice(0, far)),
  // Done on the very day, or beside it.
  fc.tuple(fc.integer({ min: 6, max: 20 }), fc.integer({ min: -1, max: 1 })).map(([n, late]): Entry[] => [
    { kind: 'task_set', task: { id: taskId(n), kind: 'follow_up', due: addDays(RECEIVED, 2 * n) } },
    { kind: 'task_done', taskId: taskId(n), at: on(2 * n + late) },
  ]),
);

const held: fc.Arbitrary<Held> = fc
  .record({
    late: fc.nat(20),
    courses: fc.array(fc.record({ course, pause: fc.nat(6) }), { maxLength: 16, size: 'max' }),
    answered: fc.option(fc.nat(60)),
    unanswered: fc.nat(2),
  })
  .map(({ late, courses, answered, unanswered }) => {
    let day = late;
    let facts: Case = { ...startCase(), received: addDays(RECEIVED, late) };
    const add = (one: Entry): void => {
      // Who asked for a closing does not approve it; supervisors do, and open a case again.
      facts = write(facts, [{ at: on(day), ...one }], /approved|reopened/.test(one.kind) ? BOPHA : SOKHA);
    };
    // Most cases have begun; what is not legal where it stands is set aside and counts for nothing.
    if (courses.length > 2) OPENING.forEach(add);
    for (const one of courses) {
      day += one.pause;
      one.course.forEach(add);
    }
    return { facts, answered: answered === null ? null : addDays(RECEIVED, answered), unanswered };
  });
/** The one in the middle: the least and the greatest are crossed out until one or two are left. */
function middleOf(days: readonly number[]): { median: number | null; cases: number } {
  const left = [...days];
  while (left.length > 2) {
    left.splice(left.indexOf(Math.max(...left)), 1);
    left.splice(left.indexOf(Math.min(...left)), 1);
  }
  const [a, b = a] = left;
  return { median: a === undefined || b === undefined ? null : (a + b) / 2, cases: days.length };
}

function countByHand(all: readonly Held[], since: Day | null, today: Day): ReturnType<typeof indicatorsOf> {
  const firstContacts: number[] = [];
  const spans: number[] = [];
  let [received, withoutContact, onTime, late, missed, sent, accepted, given] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { facts, answered } of all) {
    if (since !== null && daysBetween(since, facts.received) < 0) continue;
    received += 1;
    let contact: Day | null = answered;
    let opened: Day | null = null;
    let closed: Day | null = null;
    for (const { entry: one } of facts.log) {
      const day = dayOfInstant(one.at);
      if (one.kind === 'contact_attempt' && one.reached && (contact === null || day < contact)) contact = day;
      if (one.kind === 'opened' && opened === null) opened = day;
      if (one.kind === 'closure_approved') closed = day;
      if (one.kind === 'reopened') closed = null;
      if (one.kind === 'task_set' && one.task.kind === 'follow_up') {
        const done = facts.log.find(({ entry: other }) => other.kind === 'task_done' && other.taskId === one.task.id);
        if (done !== undefined && dayOfInstant(done.entry.at) <= one.task.due) onTime += 1;
        else if (done !== undefined) late += 1;
        else if (one.task.due < today) missed += 1;
      }
    }
    if (contact !== null) firstContacts.push(Math.max(0, daysBetween(facts.received, contact)));
    else if (!RESTING.includes(facts.state)) withoutContact += 1;
    if (opened !== null && closed !== null) spans.push(daysBetween(opened, closed));
    for (const { id } of facts.referrals) {
      const actions = facts.log.flatMap(({ entry: one }) =>
        one.kind === 'referral' && one.referralId === id ? [one.step.action] : [],
      );
      if (actions.includes('send')) sent += 1;
      if (actions.includes('accept') || actions.includes('receive')) accepted += 1;
      if (actions.includes('receive')) given += 1;
    }
  }
  return {
    received,
    toFirstContact: middleOf(firstContacts),
    withoutContact,
    openedToClosed: middleOf(spans),
    followUpsDone: { part: onTime + late, of: onTime + late + missed },
    followUpsInTime: { part: onTime, of: onTime + late + missed },
    accepted: { part: accepted, of: sent },
    serviceReceived: { part: given, of: sent },
  };
}

/** As it is sealed, and opened in the supervisor's browser. */
const supervised = ({ facts, ...more }: Held) => ({
  summary: CaseSummary.parse(JSON.parse(JSON.stringify(summarise(facts)))),
  ...more,
});
const days = fc.record({ since: fc.option(fc.integer({ min: -5, max: 25 })), now: fc.nat(120) });

describe('supervisors’ figures', () => {
  it('are what counting the logs by hand gives, whatever happened in the cases', () => {
    const seen = { reopened: 0, closed: 0, sent: 0, missed: 0, contacts: 0 };
    fc.assert(
      fc.property(fc.array(held, { maxLength: 25, size: 'max' }), days, (all, { since, now }) => {
        const from = since === null ? null : addDays(RECEIVED, since);
        const today = addDays(RECEIVED, now);
        const byHand = countByHand(all, from, today);
        expect(indicatorsOf(all.map(supervised), from, today)).toEqual(byHand);
        seen.reopened += all.filter(({ facts }) => facts.log.some((one) => one.entry.kind === 'reopened')).length;
        seen.closed += byHand.openedToClosed.cases;
        seen.sent += byHand.serviceReceived.part;
        seen.missed += byHand.followUpsDone.of - byHand.followUpsDone.part;
        seen.contacts += byHand.toFirstContact.cases;
      }),
      { numRuns: 150 },
    );
    // What was compared was not nought with nought.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it('name for everybody what they have in hand', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 25, size: 'max' }), fc.nat(60), (all, now) => {
        const today = addDays(RECEIVED, now);
        const members: MemberId[] = [SOKHA, BOPHA, member(3)];
        const loads = caseloads(all.map(supervised), members, today);
        expect(new Set(loads.map(({ member: one }) => one))).toEqual(new Set([null, ...members]));
        for (const load of loads) {
          const own = all.filter(({ facts }) => facts.assignee === load.member && !RESTING.includes(facts.state));
          const grave = own.filter(({ facts }) => /critical|high/.test(facts.level ?? facts.proposal.level));
          const overdue = own.filter(({ facts }) => stepsOf(facts).some(({ due }) => due !== null && due < today));
          const unanswered = own.filter((one) => one.unanswered > 0);
          expect(load).toEqual({
            member: load.member,
            open: own.length,
            grave: grave.length,
            overdue: overdue.length,
            unanswered: unanswered.length,
          });
        }
      }),
      { numRuns: 80 },
    );
  });
});
