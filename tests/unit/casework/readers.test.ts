import { refuseReaders } from '@romduol/shared/casework/readers';
import { addEntry } from '@romduol/shared/casework/case';
import type { MemberId, TeamId } from '@romduol/shared/ids';
import { expect, test } from 'vitest';
import { BOPHA, SOKHA, member, openCase, refusalOf, startCase } from './sample-case.ts';

test('nobody implicated or struck off begins a key, not even for others only: they would know it', () => {
  const fresh = startCase();
  const implicated = { ...fresh, conflicts: { ...fresh.conflicts, members: [BOPHA] } };
  const struckOff = { ...fresh, answers: { ...fresh.answers, strike_off: [BOPHA] } };
  const change = { why: 'conflict', readers: [member(3), member(4)] } as const;
  const author = (who: MemberId) => ({ seq: 1, author: who, isSupervisor: who === BOPHA, beginsEpoch: true });
  expect(refuseReaders(fresh, change, author(BOPHA))).toBeNull();
  for (const facts of [implicated, struckOff]) {
    expect(refuseReaders(facts, change, author(BOPHA))).toBe('reader_excluded');
    expect(refuseReaders(facts, change, author(SOKHA))).toBeNull();
  }
});

test('a case is handed over by the new key of the other team’s people, and never by the word alone', () => {
  const team = 'battambang' as TeamId;
  const before = openCase();
  expect(refusalOf(before, { kind: 'handed_over', team, reason: 'moved there' }, BOPHA)).toBe('no_new_key');
  const by = { author: BOPHA, isSupervisor: true, beginsEpoch: true };
  const at = '2026-01-06T02:00:00.000Z';
  const begun = (why: 'removed' | 'handed_over') =>
    addEntry(
      before,
      { ...by, seq: before.seq + 1 },
      {
        kind: 'readers_changed',
        grant: 'A'.repeat(43),
        conversation: 'B'.repeat(43),
        why,
        readers: [member(3)],
        at,
      },
    );
  expect(refusalOf(begun('removed'), { kind: 'handed_over', team, reason: 'moved there' }, BOPHA)).toBe('no_new_key');
  expect(begun('handed_over').irregular).toEqual([]);
  expect(refusalOf(begun('handed_over'), { kind: 'handed_over', team, reason: 'moved there' }, BOPHA)).toBeUndefined();
});

test('a case is taken up with the recovery card by a supervisor, when nobody is left who may read it, for nobody excluded', () => {
  const mayRead = (...left: MemberId[]) => ({ mayRead: (one: MemberId) => left.includes(one) });
  const before = startCase();
  const change = { why: 'recovered', readers: [member(5)] } as const;
  const by = (author: MemberId, isSupervisor: boolean, ...left: MemberId[]) =>
    ({ seq: 1, author, isSupervisor, beginsEpoch: true, ...mayRead(...left) }) as const;
  const other = member(6);
  expect(refuseReaders(before, change, by(other, true))).toBeNull();
  // Who has read it is nobody special: the card is what opens it.
  expect(refuseReaders(before, change, by(BOPHA, true))).toBeNull();
  expect(refuseReaders(before, change, by(other, false))).toBe('not_yours_to_change');
  expect(refuseReaders(before, change, { ...by(other, true), beginsEpoch: false })).toBe('no_new_key');
  for (const reader of before.readers)
    expect(refuseReaders(before, change, by(other, true, reader))).toBe('readers_remain');
  // A reader who must not read it any more does not keep it shut.
  const implicated = { ...before, conflicts: { ...before.conflicts, members: [SOKHA] } };
  expect(refuseReaders(implicated, change, by(other, true, SOKHA))).toBeNull();
  for (const excluded of [other, member(5)]) {
    const struckOff = { ...before, answers: { ...before.answers, strike_off: [excluded] } };
    const conflicted = { ...before, conflicts: { ...before.conflicts, members: [excluded] } };
    for (const facts of [struckOff, conflicted])
      expect(refuseReaders(facts, change, by(other, true))).toBe('reader_excluded');
  }
});
