import type { QueueRow } from '@romduol/web/desk/views';
import { likelySame, wordsToJoin } from '@romduol/web/console/case/likely-same';
import { addDays } from '@romduol/shared/language/dates';
import { describe, expect, it } from 'vitest';
import { summarise } from '@romduol/shared/casework/summary';
import { rowId, sampleRow } from '../console/sample-row.ts';
import { ANSWERS, apply, BOPHA, openCase, RECEIVED, refusalOf, SOKHA, startCase, STORY } from './sample-case.ts';

describe('two cases that are one', () => {
  it('are joined once, and the case that goes on keeps the other report’s words', () => {
    const joined = apply(openCase(), [{ kind: 'merged', from: rowId(2), words: 'what they told again' }]);
    expect(joined.merged).toEqual([rowId(2)]);
    expect(joined.log.at(-1)?.entry).toMatchObject({ words: 'what they told again' });
    expect(refusalOf(joined, { kind: 'merged', from: rowId(2) })).toBe('id_taken');
  });

  it('name the one that goes on, until the duplicate is opened again', () => {
    const aside = apply(startCase(), [{ kind: 'opened' }, { kind: 'status', to: 'duplicate', sameAs: rowId(1) }]);
    expect([aside.state, aside.sameAs]).toEqual(['duplicate', rowId(1)]);
    const other = apply(startCase(), [
      { kind: 'opened' },
      { kind: 'status', to: 'information_only', sameAs: rowId(1) },
    ]);
    expect(other.sameAs).toBeNull();
  });
});

describe('the words of a duplicate', () => {
  const struckOff = startCase({ ...ANSWERS, strike_off: [BOPHA] });
  const implicated = { ...startCase(), conflicts: { members: [BOPHA], recipients: [] } };

  it('go where nobody reads them who must not, and stay behind otherwise', () => {
    for (const duplicate of [struckOff, implicated]) {
      expect(wordsToJoin(duplicate, { readers: [SOKHA] })).toBe(STORY);
      expect(wordsToJoin(duplicate, { readers: [SOKHA, BOPHA] })).toBeUndefined();
    }
    expect(wordsToJoin(startCase(), { readers: [SOKHA, BOPHA] })).toBe(STORY);
  });
});

describe('likely duplicates', () => {
  const row = (n: number, parts: Partial<QueueRow> = {}) => sampleRow(n, { answers: ANSWERS, ...parts });
  const report = { caseId: rowId(1), day: RECEIVED, answers: ANSWERS };
  const idsOf = (rows: readonly QueueRow[]) => rows.map(({ caseId }) => caseId);

  it('put the same words first, then what has place, kind and days in common, and never itself', () => {
    const far = row(3, {
      answers: { codebook: 1, province: 'KH-2', categories: ['other'] },
      day: addDays(RECEIVED, 200),
    });
    const near = row(4, { answers: { ...ANSWERS, narrative: 'other words' } });
    const found = likelySame(report, [far, near, row(1), row(2)]);
    expect(idsOf(found.all)).toEqual([rowId(2), rowId(4), rowId(3)]);
    expect(idsOf(found.likely)).toEqual([rowId(2), rowId(4)]);
  });

  it('leave out what was put aside as a duplicate itself, and what does not open', () => {
    const aside = apply(startCase(), [{ kind: 'opened' }, { kind: 'status', to: 'duplicate' }]);
    const found = likelySame(report, [row(5, { summary: summarise(aside) }), row(6, { problem: 'damaged' })]);
    expect(found.all).toEqual([]);
  });
});
