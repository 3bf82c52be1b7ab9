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
