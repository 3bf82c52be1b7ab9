import { isOverdue, nextStepOf, overdueSteps, stepsOf } from '@romduol/shared/casework/next-step';
import { answerDueDay, followUpDay } from '@romduol/shared/casework/tasks';
import type { Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { describe, expect, test } from 'vitest';
import {
  ANSWERS,
  BOPHA,
  INCIDENT,
  RECEIVED,
  SOKHA,
  apply,
  consent,
  consentId,
  offer,
  on,
  openCase,
  recordId,
  send,
  startCase,
  taskId,
} from './sample-case.ts';

const day = (n: number): Day => addDays(RECEIVED, n);
const assigned = () => apply(openCase(), [{ kind: 'assigned', member: SOKHA }]);
const task = (n: number, due: Day) => ({ kind: 'task_set', task: { id: taskId(n), kind: 'contact', due } }) as const;

describe('what is next', () => {
  test('in a new case is triage: the same day when it may be critical, else by the next', () => {
    expect(nextStepOf(startCase())).toEqual({ step: 'triage', due: day(1) });
    expect(nextStepOf(startCase({ ...ANSWERS, safe_now: 'no' }))).toEqual({ step: 'triage', due: RECEIVED });
  });

  test('in an open case is to assign it, by its level', () => {
    expect(nextStepOf(openCase())).toEqual({ step: 'assign', due: day(3) });
  });

  test('is the task that is due first, until it is done', () => {
    const facts = apply(assigned(), [task(1, day(5)), task(2, day(4))]);
    expect(nextStepOf(facts)).toEqual({ step: 'task', due: day(4) });
    expect(nextStepOf(apply(facts, [{ kind: 'task_done', taskId: taskId(2) }]))).toEqual({ step: 'task', due: day(5) });
  });

  test('is to follow up by the level when nothing else is planned, so that no case is forgotten', () => {
    expect(nextStepOf(assigned())).toEqual({ step: 'follow_up', due: day(2 + 7) });
  });

  test('is the answer to a referral that was sent, by the day it is due', () => {
    const facts = apply(assigned(), [offer(1), consent(1), send(1, { due: day(6) })]);
    expect(nextStepOf(facts)).toEqual({ step: 'await_answer', due: day(6) });
  });

  test('is consent again when the one given is over', () => {
    const facts = apply(assigned(), [offer(1), { ...consent(1, { until: day(4) }), at: on(4) }]);
    expect(stepsOf(facts).map(({ step }) => step)).toContain('send_referral');
    const later = apply(facts, [{ kind: 'note', text: 'x', at: on(5) }]);
    expect(stepsOf(later).map(({ step }) => step)).toContain('ask_consent');
  });

  test('after a withdrawal is the recall, even when the case rests', () => {
    const sent = apply(assigned(), [offer(1), consent(1), send(1)]);
    const recalled = apply(sent, [{ kind: 'consent_withdrawn', consentId: consentId(1), at: on(6) }]);
    expect(nextStepOf(recalled)).toEqual({ step: 'recall', due: day(6) });
    const withdrawn = apply(sent, [{ kind: 'status', to: 'withdrawn', at: on(7) }]);
    expect(stepsOf(withdrawn)).toEqual([{ step: 'recall', due: day(7) }]);
  });

  test('in a closed case is coding, where the survivor lets it be counted, and then nothing', () => {
    const coded = {
      kind: 'coded',
      part: 'incident',
      recordId: recordId(1),
      revision: 1,
      record: INCIDENT,
    } as const;
    const closed = apply(
      assigned(),
      [{ kind: 'closure_requested', reason: 'needs_met', keepEvidence: false }, { kind: 'closure_approved' }],
      BOPHA,
    );
    expect(stepsOf(closed).map(({ step }) => step)).toEqual(['code_incident', 'code_outcome']);
    expect(nextStepOf(apply(closed, [coded]))).toEqual({ step: 'code_outcome', due: null });
    const refused = apply(closed, [{ kind: 'counting_consent', answer: 'no', mode: 'phone' }]);
    expect(nextStepOf(refused)).toEqual({ step: 'none', due: null });
  });
});

test('a step is overdue from the day after it was due', () => {
  const facts = apply(assigned(), [task(1, day(4))]);
  expect(overdueSteps(facts, day(4))).toEqual([]);
  expect(overdueSteps(facts, day(5))).toEqual([{ step: 'task', due: day(4) }]);
  expect(isOverdue({ due: null }, day(5))).toBe(false);
});

test('follow-ups and answers fall due by level and urgency', () => {
  const levels = ['critical', 'high', 'medium', 'low'] as const;
  expect(levels.map((level) => followUpDay(level, RECEIVED))).toEqual([day(1), day(3), day(7), day(14)]);
  const urgencies = ['same_day', 'h24', 'd3', 'd7'] as const;
  expect(urgencies.map((urgency) => answerDueDay(urgency, RECEIVED))).toEqual([day(0), day(1), day(3), day(7)]);
});
