import type { CaseId } from '@romduol/shared/ids';
import { summarise } from '@romduol/shared/casework/summary';
import type { QueueLine } from '@romduol/web/console/queue/queue-lines';
import { type Label, makeSearchIndex, type SearchIndex } from '@romduol/web/console/queue/search-index';
import { apply, openCase, RECEIVED, SOKHA } from '../casework/sample-case.ts';
import { soughtTerms, termsOf } from '@romduol/web/console/queue/tokenise';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

const id = (n: number): CaseId => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000` as CaseId;
const STORIES = [
  'The landlord Sok told the whole street. Battambang.',
  'ម្ចាស់ផ្ទះបានប្រាប់អ្នកជិតខាងទាំងអស់ ហើយទារលុយរាល់សប្តាហ៍។',
  'ឪពុកម្តាយខ្ញុំបិទខ្ញុំក្នុងបន្ទប់អស់ពីរថ្ងៃ។ Kampong Cham',
  'Stopped at the market by police; café owner helped.',
] as const;

const LABELS: readonly Label[] = [
  { facet: 'province', code: 'KH-17', text: 'Siem Reap សៀមរាប' },
  { facet: 'province', code: 'KH-2', text: 'Battambang បាត់ដំបង' },
  { facet: 'assignee', code: SOKHA, text: 'sokha' },
];

function lineOf(n: number, facts = openCase()): QueueLine {
  const summary = summarise(facts);
  const team = 'capital' as QueueLine['team'];
  const nothing = {
    overdue: false,
    isNew: false,
    isMine: false,
    unanswered: false,
    withdrawn: false,
    bundleWaits: false,
  };
  return { ...nothing, caseId: id(n), team, received: RECEIVED, summary, level: 'low', problem: null, told: null };
}

const BLANK = { ...lineOf(0), summary: null };

function indexOf(texts: readonly string[]): SearchIndex {
  const index = makeSearchIndex();
  index.setLabels(LABELS);
  texts.forEach((text, n) => index.setText(id(n), text));
  return index;
}
const foundBy = (index: SearchIndex, text: string): number[] | null => {
  const found = index.find(text);
  return found && STORIES.flatMap((_, n) => (found({ ...lineOf(n), summary: null }) ? [n] : []));
};

describe('search in the console', () => {
  it('finds words, their beginnings, and a longer word with one letter wrong', () => {
    const index = indexOf(STORIES);
    expect(foundBy(index, 'LANDLORD')).toEqual([0]);
    expect(foundBy(index, 'battam')).toEqual([0]);
    expect(foundBy(index, 'batambang')).toEqual([0]);
    expect(foundBy(index, 'landlord market')).toEqual([]);
    expect(foundBy(index, 'cafe\u0301')).toEqual([3]);
    expect(foundBy(index, ' ')).toBeNull();
  });

  it('finds Khmer words in the middle of a line without spaces, and parts of them', () => {
    const index = indexOf(STORIES);
    expect(foundBy(index, 'អ្នកជិតខាង')).toEqual([1]);
    expect(foundBy(index, 'ជិតខាង')).toEqual([1]);
    expect(foundBy(index, 'បន្ទប់')).toEqual([2]);
    expect(foundBy(index, 'បន្ទប់ kampong')).toEqual([2]);
    expect(foundBy(index, 'ប៉ូលិស')).toEqual([]);
  });

  it('finds every part of two letters or more of what was written in Khmer', async () => {
    const text = STORIES[1];
    const letters = Array.from(
      new Intl.Segmenter('km', { granularity: 'grapheme' }).segment(text),
      (one) => one.segment,
    );
    const index = indexOf(STORIES);
    fc.assert(
      fc.property(fc.nat(letters.length - 3), fc.integer({ min: 2, max: 9 }), (from, length) => {
        const part = letters.slice(from, from + length).join('');
        expect(foundBy(index, part) ?? [1]).toContain(1);
      }),
    );
  });

  it('does without the browser’s dictionary', async () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    vi.resetModules();
    const bare = await import('@romduol/web/console/queue/tokenise');
    vi.unstubAllGlobals();
    const terms = new Set(bare.termsOf(STORIES[1]));
    expect(bare.soughtTerms('ជិតខាង').every((term) => terms.has(term))).toBe(true);
    expect(bare.soughtTerms('បន្ទប់').every((term) => terms.has(term))).toBe(false);
  });

  it('asks of a text no more than the text gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const terms = new Set(termsOf(text));
        expect(soughtTerms(text).every((term) => terms.has(term))).toBe(true);
      }),
    );
  });

  it('finds a line by the names of what it has, in either language, and by its words, together', () => {
    const index = indexOf(['the landlord']);
    const line = lineOf(0, apply(openCase(), [{ kind: 'assigned', member: SOKHA }]));
    const finds = (text: string): boolean | undefined => index.find(text)?.(line);
    expect(['siem', 'siem reap', 'សៀមរាប', 'reap sokha', 'sokha landlord', 'siem sokha land'].map(finds)).toEqual(
      Array.from({ length: 6 }, () => true),
    );
    expect(['battambang', 'siem market', 'បាត់ដំបង'].map(finds)).toEqual([false, false, false]);
  });

  it('finds a case by its number, whole or either half of it', () => {
    const index = indexOf([]);
    const line = { ...lineOf(0), caseId: '1a2b3c4d-0000-4000-8000-000000000000' as CaseId };
    const finds = (text: string): boolean | undefined => index.find(text)?.(line);
    expect(['1a2b-3c4d', '1A2B', '3c4d', '1a2b3c'].map(finds)).toEqual([true, true, true, true]);
    expect(['2b3c', '3c4d-1a2b5', '8000'].map(finds)).toEqual([false, false, false]);
  });

  it('takes in what has changed, and forgets what it said before', () => {
    const index = indexOf(STORIES);
    index.setText(id(0), 'an employer');
    expect(foundBy(index, 'landlord')).toEqual([]);
    expect(foundBy(index, 'employer')).toEqual([0]);
  });

  it('finds in thousands of cases, however they came and went, what reading each of them finds', () => {
    const words = [
      'street',
      'market',
      'police',
      'landlord',
      'siem',
      'sam',
      'aunt',
      'bed',
      'night',
      'school',
      'ផ្សារ',
      'ប៉ូលិស',
    ];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 });
    const step = fc.record({ at: fc.nat(2_000), text, gone: fc.boolean() });
    // Khmer words are found by their parts, others by how they begin.
    const begun = words.filter((word) => word < 'z').map((word) => word.slice(0, 3));
    const sought = fc.array(fc.constantFrom(...begun, ...words), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(step, { minLength: 500, maxLength: 2_000, size: 'max' }), sought, (steps, search) => {
        const index = makeSearchIndex();
        const said = new Map<number, readonly string[]>();
        const take = (some: typeof steps): void => {
          for (const { at, text: told } of some) {
            index.setText(id(at), told.join(' '));
            said.set(at, told);
          }
        };
        take(steps);
        for (const { at, gone } of steps) if (gone) said.delete(at);
        index.keepOnly(new Set([...said.keys()].map(id)));
        // Some come back with the same words, some with others.
        take(steps.slice(0, steps.length >> 2));
        const found = index.find(search.join(' '));
        const has = (told: readonly string[], wanted: string): boolean => told.some((word) => word.startsWith(wanted));
        const lines = Array.from({ length: 2_001 }, (_, at) => at);
        expect(lines.filter((at) => found?.({ ...BLANK, caseId: id(at) }) ?? true)).toEqual(
          lines.filter((at) => search.every((wanted) => has(said.get(at) ?? [], wanted))),
        );
      }),
      { numRuns: 8 },
    );
  });
});
