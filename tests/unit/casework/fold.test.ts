import { type Case, foldCase } from '@romduol/shared/casework/case';
import { CaseEntry, NOTE_MAX } from '@romduol/shared/casework/entries';
import { CaseSummary, summarise } from '@romduol/shared/casework/summary';
import { Answers } from '@romduol/shared/questionnaire/answers';
import { openReport } from '@romduol/shared/sealing/envelope';
import { describe, expect, test } from 'vitest';
import { people } from '../sealing/fixtures.ts';
import { append, keyring, makeCase, readLog } from '../sealing/log-fixtures.ts';
import {
  ANSWERS,
  BOPHA,
  INCIDENT,
  OUTCOME,
  SOKHA,
  apply,
  member,
  on,
  openCase,
  placeId,
  recordId,
  refusalOf,
  startCase,
  taskId,
  write,
} from './sample-case.ts';

const isSupervisor = (author: string, version: number): boolean =>
  version === keyring.version && keyring.members.some(({ id, roles }) => id === author && roles.includes('supervisor'));

test('a sealed and verified log is folded over its opened report, word for word', () => {
  const sealed = makeCase({ answers: ANSWERS });
  const written = [
    { by: people.sokha, content: { kind: 'opened', at: on(0) } },
    { by: people.sokha, content: { kind: 'triaged', at: on(0), level: 'high', proposed: 'medium', reasons: [] } },
    { by: people.sokha, content: { kind: 'note', at: on(1), text: 'គាត់​ចង់​ទៅ​ពេទ្យ — “now”' } },
    { by: people.sokha, content: { kind: 'closure_requested', at: on(2), reason: 'needs_met', keepEvidence: false } },
    { by: people.sokha, content: { kind: 'closure_approved', at: on(2) } },
    { by: people.bopha, content: { kind: 'closure_approved', at: on(3) } },
  ];
  let entries: Parameters<typeof append>[1] = [];
  for (const { by, content } of written) entries = append(sealed, entries, content, { by });
  const opened = openReport(sealed.stored, sealed.key);
  const report = {
    answers: Answers.parse(opened.answers),
    received: sealed.stored.day,
    withdrawalCheck: opened.withdrawalCheck,
    readers: [SOKHA, BOPHA],
  };
  const facts = foldCase(report, readLog(sealed, entries), { isSupervisor });
  expect(facts.answers).toEqual(ANSWERS);
  expect(facts.state).toBe('closed');
  expect(facts.notes.map(({ entry }) => entry)).toEqual([written[2]?.content]);
  // The caseworker's own approval, and it alone, was set aside.
  expect(facts.irregular).toEqual([{ seq: 5, author: people.sokha.id, code: 'needs_supervisor' }]);
  expect(facts.log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 6]);
  expect(facts.seq).toBe(6);
});

describe('an entry that is not as it should be', () => {
  test('changes nothing but the list of irregular ones', () => {
    const facts = openCase();
    for (const content of [null, 'note', {}, { kind: 'hack', at: on(1) }, { kind: 'note', at: 'now', text: 'x' }]) {
      expect(refusalOf(facts, content as never)).toBe('unreadable');
    }
    expect(refusalOf(facts, { kind: 'task_done', taskId: taskId(1) })).toBe('unknown_task');
  });

  test('is unreadable when it holds more than its kind has', () => {
    expect(CaseEntry.safeParse({ kind: 'closure_approved', at: on(1), force: true }).success).toBe(false);
    const note = (text: string): boolean => CaseEntry.safeParse({ kind: 'note', at: on(1), text }).success;
    expect([note(''), note('😀'.repeat(NOTE_MAX)), note('ក'.repeat(NOTE_MAX + 1))]).toEqual([false, true, false]);
  });
});

describe('coded records', () => {
  const incident = { kind: 'coded', part: 'incident', recordId: recordId(1), revision: 1, record: INCIDENT } as const;
  const outcome = { kind: 'coded', part: 'outcome', recordId: recordId(2), revision: 1, record: OUTCOME } as const;

  test('are kept with their revisions', () => {
    const facts = apply(openCase(), [
      incident,
      { ...incident, revision: 2, record: { ...INCIDENT, repeat: 'yes' } },
      outcome,
    ]);
    expect(facts.coded.incident).toMatchObject({ revision: 2, author: SOKHA, record: { repeat: 'yes' } });
    expect(facts.coded.outcome?.record).toEqual(OUTCOME);
  });

  test('are refused out of order, under another id, or under the id of the other part', () => {
    const facts = apply(openCase(), [incident]);
    expect(refusalOf(facts, incident)).toBe('revision_out_of_order');
    expect(refusalOf(facts, { ...incident, revision: 3 })).toBe('revision_out_of_order');
    expect(refusalOf(facts, { ...incident, recordId: recordId(9), revision: 2 })).toBe('revision_out_of_order');
    expect(refusalOf(facts, { ...outcome, recordId: recordId(1) })).toBe('id_taken');
    expect(refusalOf(facts, { ...outcome, part: 'incident' } as never)).toBe('unreadable');
  });

  test('are refused unless the survivor agreed to be counted, in the report or later', () => {
    const { consent_statistics: _, ...silent } = ANSWERS;
    expect(refusalOf(openCase(silent), incident)).toBe('no_counting_consent');
    expect(refusalOf(openCase({ ...silent, consent_statistics: 'no' }), incident)).toBe('no_counting_consent');
    const asked = { kind: 'counting_consent', answer: 'yes', mode: 'phone' } as const;
    expect(apply(openCase(silent), [asked, incident]).coded.incident?.recordId).toBe(recordId(1));
    expect(refusalOf(apply(openCase(), [{ ...asked, answer: 'no' }]), incident)).toBe('no_counting_consent');
  });
});

describe('a coded part', () => {
  const coded = { kind: 'coded', part: 'incident', recordId: recordId(1), revision: 1, record: INCIDENT } as const;
  const part = (facts: Case) => ({
    revision: facts.coded.incident?.revision,
    counts: facts.coded.incident?.counts,
  });
  const answer = (said: 'yes' | 'no') => ({ kind: 'counting_consent', answer: said, mode: 'phone' }) as const;

  test('is taken back by a later no, by its own revision, and counts again after a yes', () => {
    const refused = apply(openCase(), [coded, answer('no')]);
    expect(part(refused)).toEqual({ revision: 2, counts: false });
    expect(part(apply(refused, [answer('no')]))).toEqual({ revision: 2, counts: false });
    const again = apply(refused, [answer('yes')]);
    expect(part(again)).toEqual({ revision: 3, counts: true });
    expect(part(apply(again, [{ ...coded, revision: 4 }]))).toEqual({ revision: 4, counts: true });
  });

  test('is taken back where the case is counted elsewhere, is a duplicate or is withdrawn', () => {
    for (const entry of [
      { kind: 'counted_elsewhere', elsewhere: true },
      { kind: 'status', to: 'duplicate' },
      { kind: 'status', to: 'withdrawn' },
    ] as const)
      expect(part(apply(openCase(), [coded, entry]))).toEqual({ revision: 2, counts: false });
  });

  test('is refused where the case is counted elsewhere, until it is no longer', () => {
    const elsewhere = apply(openCase(), [{ kind: 'counted_elsewhere', elsewhere: true }]);
    expect(refusalOf(elsewhere, coded)).toBe('counted_elsewhere');
    const here = apply(elsewhere, [{ kind: 'counted_elsewhere', elsewhere: false }, coded]);
    expect(part(here)).toEqual({ revision: 1, counts: true });
  });

  test('is refused of a duplicate: the other case is counted', () => {
    expect(refusalOf(apply(openCase(), [{ kind: 'status', to: 'duplicate' }]), coded)).toBe('illegal_move');
  });
});

test('a member who is implicated leaves the case and is not put on it again', () => {
  const facts = apply(openCase(), [
    { kind: 'assigned', member: SOKHA },
    { kind: 'member_added', member: member(3) },
    { kind: 'conflict_declared', about: { who: 'member', member: SOKHA }, reason: 'cousin' },
    { kind: 'conflict_declared', about: { who: 'member', member: member(3) }, reason: 'neighbour' },
  ]);
  expect(facts.assignee).toBeNull();
  expect(facts.members).toEqual([]);
  expect(refusalOf(facts, { kind: 'assigned', member: SOKHA })).toBe('member_in_conflict');
  expect(refusalOf(facts, { kind: 'member_added', member: member(3) })).toBe('member_in_conflict');
});

test('tasks are done once', () => {
  const task = { id: taskId(1), kind: 'contact', due: '2026-01-08' } as const;
  const set = write(openCase(), [{ kind: 'task_set', task } as never]);
  expect(set.tasks).toMatchObject([{ id: taskId(1), done: null }]);
  expect(refusalOf(set, { kind: 'task_set', task } as never)).toBe('id_taken');
  const done = apply(set, [{ kind: 'task_done', taskId: taskId(1) }]);
  expect(done.tasks[0]?.done).not.toBeNull();
  expect(refusalOf(done, { kind: 'task_done', taskId: taskId(1) })).toBe('unknown_task');
});

describe('a summary', () => {
  test('of a case nobody has written to is readable by its own schema', () => {
    const summary = summarise(startCase());
    expect(CaseSummary.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      seq: 0,
      state: 'received',
      level: null,
      proposed: 'medium',
      province: 'KH-17',
      lastEntry: '2026-01-05',
      next: { step: 'triage', due: '2026-01-06' },
    });
  });

  test('holds what a row of the queue shows and not a word of the story', () => {
    const facts = apply(
      openCase(),
      [
        { kind: 'assigned', member: BOPHA },
        { kind: 'note', text: 'canary-note' },
        {
          kind: 'conflict_declared',
          about: { who: 'recipient', entryId: placeId(1) },
          reason: 'canary-reason',
        },
      ],
      BOPHA,
    );
    const summary = CaseSummary.parse(summarise(facts));
    expect(summary).toMatchObject({ seq: 5, state: 'open', level: 'medium', assignee: BOPHA, irregular: 0 });
    const text = JSON.stringify(summary);
    expect(text).not.toContain('canary');
    expect(text).not.toContain(ANSWERS.narrative);
    expect(text).not.toContain('trans_man');
  });
});
