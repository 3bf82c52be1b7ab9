import { summarise } from '@romduol/shared/casework/summary';
import { caseloads, indicatorsOf, type Supervised } from '@romduol/shared/casework/supervision';
import { nextStepOf } from '@romduol/shared/casework/next-step';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, BOPHA, on, openCase, RECEIVED, SOKHA, taskId } from './sample-case.ts';

const today = addDays(RECEIVED, 30);
const one = (facts: Parameters<typeof summarise>[0], more: Partial<Supervised> = {}): Supervised => ({
  summary: summarise(facts),
  answered: null,
  unanswered: 0,
  ...more,
});
const asked = apply(openCase(), [
  { kind: 'assigned', member: SOKHA },
  { kind: 'contact_attempt', mode: 'phone', reached: false, at: on(2) },
  { kind: 'contact_attempt', mode: 'phone', reached: true, at: on(4) },
  { kind: 'closure_requested', reason: 'needs_met', keepEvidence: false, at: on(9) },
]);
const closed = apply(asked, [{ kind: 'closure_approved', at: on(10) }], BOPHA);
const followed = apply(openCase(), [
  { kind: 'task_set', task: { id: taskId(1), kind: 'follow_up', due: addDays(RECEIVED, 3) }, at: on(1) },
  { kind: 'task_set', task: { id: taskId(2), kind: 'follow_up', due: addDays(RECEIVED, 3) }, at: on(1) },
  { kind: 'task_set', task: { id: taskId(3), kind: 'follow_up', due: addDays(RECEIVED, 3) }, at: on(1) },
  { kind: 'task_set', task: { id: taskId(4), kind: 'follow_up', due: addDays(RECEIVED, 90) }, at: on(1) },
  { kind: 'task_set', task: { id: taskId(5), kind: 'other', due: addDays(RECEIVED, 2) }, at: on(1) },
  { kind: 'task_done', taskId: taskId(1), at: on(3) },
  { kind: 'task_done', taskId: taskId(2), at: on(5) },
]);

describe('indicators', () => {
  it('count days from the report to the first contact, by whichever way came first', () => {
    const cases = [
      one(closed),
      one(closed, { answered: addDays(RECEIVED, 1) }),
      one(openCase(), { answered: addDays(RECEIVED, 12) }),
      one(openCase()),
    ];
    const { toFirstContact, withoutContact, received } = indicatorsOf(cases, null, today);
    expect(received).toBe(4);
    expect(toFirstContact).toEqual({ median: 4, cases: 3 });
    expect(withoutContact).toBe(1);
  });

  it('count days from the first opening to the approved closing', () => {
    expect(indicatorsOf([one(closed), one(openCase())], null, today).openedToClosed.cases).toBe(1);
    expect(indicatorsOf([one(openCase())], null, today).openedToClosed).toEqual({ median: null, cases: 0 });
  });

  it('hold follow-ups done against those that were due, and leave out what is still to come', () => {
    const { followUpsDone, followUpsInTime } = indicatorsOf([one(followed)], null, today);
    expect(followUpsDone).toEqual({ part: 2, of: 3 });
    expect(followUpsInTime).toEqual({ part: 1, of: 3 });
  });

  it('count cases of a period by the day they came', () => {
    const cases = [one(closed)];
    expect(indicatorsOf(cases, RECEIVED, today).received).toBe(1);
    expect(indicatorsOf(cases, addDays(RECEIVED, 1), today).received).toBe(0);
  });

  it('never give a part that is greater than its whole', () => {
    const pool = [one(closed), one(followed), one(openCase(), { answered: today }), one(openCase())];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pool), { maxLength: 30 }), (cases) => {
        const all = indicatorsOf(cases, null, today);
        for (const { part, of } of [all.followUpsDone, all.followUpsInTime, all.accepted, all.serviceReceived])
          expect(part).toBeLessThanOrEqual(of);
        expect(all.withoutContact + all.toFirstContact.cases).toBeLessThanOrEqual(all.received);
      }),
    );
  });
});

describe('who has what in hand', () => {
  const cases = [
    one(apply(openCase(), [{ kind: 'assigned', member: SOKHA }])),
    one(apply(openCase(), [{ kind: 'assigned', member: SOKHA }]), { unanswered: 2 }),
    one(openCase()),
    one(closed),
  ];

  it('names everybody, nobody too, and leaves out what rests', () => {
    const loads = caseloads(cases, [SOKHA, BOPHA], today);
    expect(loads.map(({ member, open }) => [member, open])).toEqual([
      [SOKHA, 2],
      [null, 1],
      [BOPHA, 0],
    ]);
    expect(loads.reduce((sum, { open }) => sum + open, 0)).toBe(3);
    expect(loads[0]).toMatchObject({ overdue: 2, unanswered: 1 });
  });
});

describe('a reason for opening', () => {
  const looked = apply(openCase(), [{ kind: 'opened', reason: 'asked by the supervisor', at: on(20) }]);

  it('stands in the summary with its day', () => {
    expect(summarise(looked).work?.reasons).toEqual([
      expect.objectContaining({ day: addDays(RECEIVED, 20), reason: 'asked by the supervisor' }),
    ]);
  });

  it('puts no follow-up off: looking in is no work', () => {
    expect(nextStepOf(looked)).toEqual(nextStepOf(openCase()));
  });
});
