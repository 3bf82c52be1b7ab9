import { refuseReaders } from '@romduol/shared/casework/readers';
import type { MemberId } from '@romduol/shared/ids';
import { expect, test } from 'vitest';
import { BOPHA, SOKHA, member, startCase } from './sample-case.ts';

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
