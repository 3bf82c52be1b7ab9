import type { BundleId } from '@romduol/shared/casework/bundle';
import type { Case } from '@romduol/shared/casework/case';
import { summarise } from '@romduol/shared/casework/summary';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import {
  groupTodo,
  isInView,
  NO_FILTER,
  passesFilter,
  type QueueLine,
  queueLines,
} from '@romduol/web/console/queue/queue-lines';
import { describe, expect, it } from 'vitest';
import { ANSWERS, apply, BOPHA, member, openCase, RECEIVED, SOKHA, startCase } from '../casework/sample-case.ts';
import { sampleRow as row } from './sample-row.ts';

const today = addDays(RECEIVED, 4);
const sokha = { id: SOKHA, isSupervisor: false, today };
const untouched = row(1, { answers: ANSWERS, day: today });
const overdue = row(2, { summary: summarise(openCase()) });
const mine = row(3, {
  summary: summarise(
    apply(openCase(), [
      { kind: 'assigned', member: SOKHA },
      { kind: 'note', text: 'spoke with her', at: `${addDays(today, 10)}T02:00:00.000Z` },
    ]),
  ),
});
const broken = row(4, { problem: 'damaged' });
const resting = row(5, {
  summary: summarise(
    apply(startCase({ codebook: 1, categories: ['other'] }), [
      { kind: 'opened' },
      { kind: 'assigned', member: SOKHA },
      { kind: 'status', to: 'information_only' },
    ]),
  ),
});
const all = [untouched, overdue, mine, broken, resting];
const idsIn = (lines: readonly QueueLine[]): CaseId[] => lines.map((line) => line.caseId);

describe('the queue', () => {
  it('lists a case nobody wrote to as new, with the level its answers speak for', () => {
    const [line] = queueLines([untouched], sokha);
    expect(line).toMatchObject({
      isNew: true,
      level: 'medium',
      overdue: false,
      summary: { state: 'received', level: null },
    });
    expect(line?.summary?.categories).toEqual(ANSWERS.categories);
  });

  it('shows first what does not open, and never hides it', () => {
    const lines = queueLines(all, sokha);
    expect(lines[0]).toMatchObject({ caseId: broken.caseId, problem: 'damaged', summary: null });
    const views = ['todo', 'overdue', 'new', 'all'] as const;
    expect(views.filter((view) => !isInView(lines[0]!, view))).toEqual([]);
  });

  it('tells overdue, new and mine apart', () => {
    const lines = queueLines(all, sokha);
    const inView = (view: Parameters<typeof isInView>[1]) => idsIn(lines.filter((line) => isInView(line, view)));
    expect(inView('overdue')).toEqual([broken.caseId, overdue.caseId]);
    expect(inView('new')).toEqual([broken.caseId, untouched.caseId]);
    expect(inView('mine')).toEqual([mine.caseId]);
    expect(inView('all')).toHaveLength(all.length);
  });

  it('gives each case to do one heading only, the most pressing', () => {
    const late = row(6, { answers: ANSWERS, day: RECEIVED });
    const groups = groupTodo(queueLines([...all, late], sokha));
    expect(groups.map(({ group }) => group)).toEqual(['overdue', 'new', 'mine']);
    const listed = groups.flatMap(({ lines }) => idsIn(lines));
    expect(new Set(listed).size).toBe(listed.length);
    expect(idsIn(groups[0]!.lines)).toContain(late.caseId);
    expect(idsIn(groups[1]!.lines)).toEqual([untouched.caseId]);
    expect(listed).not.toContain(resting.caseId);
  });

  it('counts a closing that waits for approval as every supervisor’s, and as no caseworker’s', () => {
    const asked = apply(openCase(), [{ kind: 'closure_requested', reason: 'needs_met', keepEvidence: false }]);
    const rows = [row(7, { summary: summarise(asked) })];
    expect(queueLines(rows, { id: BOPHA, isSupervisor: true, today })[0]?.isMine).toBe(true);
    expect(queueLines(rows, sokha)[0]?.isMine).toBe(false);
  });

  it('counts a hand-over that waits as that of every supervisor who has not asked for it, until one approves', () => {
    const bundle = {
      id: '99999999-0000-4000-8000-000000000001' as BundleId,
      recipient: 'Sister centre',
      key: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
      basis: 'consent' as const,
      reason: 'She moves away.',
      conversation: false,
    };
    const asked = apply(openCase(), [{ kind: 'bundle_requested', bundle }], BOPHA);
    const lineFor = (facts: Case, id: MemberId, isSupervisor: boolean) =>
      queueLines([row(7, { summary: summarise(facts) })], { id, isSupervisor, today })[0];
    expect(lineFor(asked, member(3), true)).toMatchObject({ isMine: true, bundleWaits: true });
    expect(lineFor(asked, BOPHA, true)).toMatchObject({ isMine: false, bundleWaits: false });
    expect(lineFor(asked, SOKHA, false)).toMatchObject({ isMine: false, bundleWaits: false });
    const id = '99999999-0000-4000-8000-000000000002' as BundleId;
    const twice = apply(asked, [{ kind: 'bundle_requested', bundle: { ...bundle, id } }], SOKHA);
    expect(lineFor(twice, BOPHA, true)).toMatchObject({ isMine: true, bundleWaits: true });
    const approved = apply(twice, [{ kind: 'bundle_approved', bundleId: id }], BOPHA);
    expect(lineFor(approved, BOPHA, true)?.bundleWaits).toBe(false);
    expect(lineFor(approved, member(3), true)?.bundleWaits).toBe(true);
  });

  it('puts graver cases before milder, and earlier days before later', () => {
    const unsafe = row(8, { answers: { ...ANSWERS, safe_now: 'no' }, day: today });
    const earlier = row(9, { answers: ANSWERS, day: addDays(today, -1) });
    expect(idsIn(queueLines([untouched, earlier, unsafe], sokha))).toEqual([
      unsafe.caseId,
      earlier.caseId,
      untouched.caseId,
    ]);
  });
});

describe('the filter of the queue', () => {
  const lines = queueLines(all, sokha);
  const passing = (filter: Partial<typeof NO_FILTER>, found: readonly CaseId[] | null = null) =>
    idsIn(
      lines.filter((line) =>
        passesFilter(line, { ...NO_FILTER, ...filter }, found && (({ caseId: one }) => found.includes(one)), SOKHA),
      ),
    );

  it('lets everything through when it asks for nothing', () => {
    expect(passing({})).toHaveLength(all.length);
  });
  it('leaves what the words were found in, and nothing where they were not', () => {
    expect(passing({}, [untouched.caseId, mine.caseId]).sort()).toEqual([untouched.caseId, mine.caseId]);
    expect(passing({ state: 'received' }, [mine.caseId])).toEqual([]);
    expect(passing({}, [])).toEqual([]);
  });
  it('asks for state and level together', () => {
    expect(passing({ state: 'received', level: 'medium' })).toEqual([untouched.caseId]);
    expect(passing({ state: 'received', level: 'low' })).toEqual([]);
  });
  it('asks for whoever is responsible, and leaves out what does not open', () => {
    expect(passing({ assignee: 'me' }).sort()).toEqual([mine.caseId, resting.caseId]);
    expect(passing({ assignee: BOPHA })).toEqual([]);
    expect(passing({ assignee: 'nobody' }).sort()).toEqual([untouched.caseId, overdue.caseId]);
  });
  it('asks for area and age', () => {
    const { province = '', age = '' } = ANSWERS;
    expect(passing({ province })).toContain(untouched.caseId);
    expect(passing({ province: province === 'KH-1' ? 'KH-2' : 'KH-1' })).toEqual([]);
    expect(passing({ age: age === 'u15' ? 'a50p' : 'u15' })).toEqual([]);
  });
});
