import type { CaseId } from '@romduol/shared/ids';
import type { QueueRow } from '@romduol/web/desk/views';
import { likelySame } from '@romduol/web/console/case/likely-same';
import { addDays } from '@romduol/shared/language/dates';
import { describe, expect, it } from 'vitest';
import { summarise } from '@romduol/shared/casework/summary';
import { ANSWERS, apply, openCase, RECEIVED, refusalOf, startCase } from './sample-case.ts';

const id = (n: number): CaseId => `0000000${n}-0000-4000-8000-000000000000` as CaseId;

describe('two cases that are one', () => {
  it('are joined once, and the case that goes on keeps the other report’s words', () => {
    const joined = apply(openCase(), [{ kind: 'merged', from: id(2), words: 'what they told again' }]);
    expect(joined.merged).toEqual([id(2)]);
    expect(joined.log.at(-1)?.entry).toMatchObject({ words: 'what they told again' });
    expect(refusalOf(joined, { kind: 'merged', from: id(2) })).toBe('id_taken');
  });

  it('name the one that goes on, until the duplicate is opened again', () => {
    const aside = apply(startCase(), [{ kind: 'opened' }, { kind: 'status', to: 'duplicate', sameAs: id(1) }]);
    expect([aside.state, aside.sameAs]).toEqual(['duplicate', id(1)]);
    const other = apply(startCase(), [{ kind: 'opened' }, { kind: 'status', to: 'information_only', sameAs: id(1) }]);
    expect(other.sameAs).toBeNull();
  });
});

describe('likely duplicates', () => {
  const row = (n: number, parts: Partial<QueueRow> = {}): QueueRow => ({
    caseId: id(n),
    team: 'capital' as QueueRow['team'],
    day: RECEIVED,
    readers: [],
    summary: null,
    answers: ANSWERS,
    proposal: null,
    unanswered: 0,
    answered: null,
    withdrawal: null,
    problem: null,
    ...parts,
  });
  const report = { caseId: id(1), day: RECEIVED, answers: ANSWERS };
  const idsOf = (rows: readonly QueueRow[]) => rows.map(({ caseId }) => caseId);

  it('put the same words first, then what has place, kind and days in common, and never itself', () => {
    const far = row(3, {
      answers: { codebook: 1, province: 'KH-2', categories: ['other'] },
      day: addDays(RECEIVED, 200),
    });
    const near = row(4, { answers: { ...ANSWERS, narrative: 'other words' } });
    const found = likelySame(report, [far, near, row(1), row(2)]);
    expect(idsOf(found.all)).toEqual([id(2), id(4), id(3)]);
    expect(idsOf(found.likely)).toEqual([id(2), id(4)]);
  });

  it('leave out what was put aside as a duplicate itself, and what does not open', () => {
    const aside = apply(startCase(), [{ kind: 'opened' }, { kind: 'status', to: 'duplicate' }]);
    const found = likelySame(report, [row(5, { summary: summarise(aside) }), row(6, { problem: 'damaged' })]);
    expect(found.all).toEqual([]);
  });
});
