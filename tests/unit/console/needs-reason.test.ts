import type { Case } from '@romduol/shared/casework/case';
import type { Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import type { Colleague } from '@romduol/web/desk/views';
import { needsReason } from '@romduol/web/console/case/needs-reason';
import { expect, test } from 'vitest';
import { apply, BOPHA, member, on, openCase, RECEIVED, SOKHA, taskId } from '../casework/sample-case.ts';

const TODAY = addDays(RECEIVED, 9);
const OTHER = member(3);

function asked(facts: Case, id = OTHER, roles: Colleague['roles'] = ['caseworker'], today: Day = TODAY): boolean {
  const colleague = { id, handle: 'x', teams: [], roles, publisher: false, active: true };
  const log = facts.log.map(({ seq, author, entry }) => ({ seq, author: { id: author, handle: 'x' }, entry }));
  return needsReason({ case: facts, log }, { member: colleague, today });
}
const assigned = apply(openCase(), [{ kind: 'assigned', member: SOKHA }]);
const givenOn = (day: number): Case => apply(assigned, [{ kind: 'opened', reason: 'she is ill', at: on(day) }], OTHER);

test('nobody is asked about a case of nobody’s, nor whoever is responsible, brought in or waited for', () => {
  expect(asked(openCase())).toBe(false);
  expect(asked(assigned)).toBe(true);
  expect(asked(assigned, SOKHA)).toBe(false);
  expect(asked(apply(assigned, [{ kind: 'member_added', member: OTHER }]))).toBe(false);
  const task = { id: taskId(1), kind: 'other', due: TODAY, member: OTHER } as const;
  expect(asked(apply(assigned, [{ kind: 'task_set', task }]))).toBe(false);
  const waiting = apply(assigned, [{ kind: 'closure_requested', reason: 'needs_met', keepEvidence: false }]);
  expect([asked(waiting), asked(waiting, BOPHA, ['supervisor'])]).toEqual([true, false]);
});

test('a reason stands for its day, and one given past midnight by a console opened before', () => {
  expect(asked(givenOn(9))).toBe(false);
  expect(asked(givenOn(8))).toBe(true);
  expect(asked(givenOn(10))).toBe(false);
  // Another's reason, and an opening without any, let nobody in.
  expect(asked(givenOn(9), member(4))).toBe(true);
  expect(asked(apply(assigned, [{ kind: 'opened', at: on(9) }], OTHER))).toBe(true);
});
