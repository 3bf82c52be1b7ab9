import { addFeedback } from '@romduol/shared/casework/directory';
import { overviewOf } from '@romduol/shared/casework/referral-overview';
import { CaseSummary, summarise } from '@romduol/shared/casework/summary';
import { expect, test } from 'vitest';
import { apply, consent, offer, openCase, place, placeId, send, step } from './sample-case.ts';

test('an overview counts every stage that a referral came through, by kind of help and of authority', () => {
  const one = apply(openCase(), [
    offer(1),
    consent(1),
    send(1),
    step(1, { action: 'reject', reason: 'capacity', barriers: ['cost', 'wait'] }),
    offer(2, { sector: 'legal', recipient: { entryId: placeId(2), name: 'A lawyer' } }),
  ]);
  const other = apply(openCase(), [
    offer(1),
    consent(1),
    send(1),
    step(1, { action: 'accept' }),
    step(1, { action: 'receive', degree: 'partial', barriers: ['cost'] }),
  ]);
  const summaries = [one, other].map((facts) => CaseSummary.parse(JSON.parse(JSON.stringify(summarise(facts)))));
  const overview = overviewOf(summaries, (entryId) => (entryId === placeId(1) ? 'referral_hospital' : null));
  expect(overview.all).toEqual({ offered: 3, consented: 2, sent: 2, accepted: 1, received: 1 });
  expect([...overview.bySector.keys()].toSorted()).toEqual(['health', 'legal']);
  expect(overview.byAuthority.get('referral_hospital')).toEqual({
    offered: 2,
    consented: 2,
    sent: 2,
    accepted: 1,
    received: 1,
  });
  expect(overview.byAuthority.get(null)?.offered).toBe(1);
  expect([...overview.refusals]).toEqual([['capacity', 1]]);
  expect([...overview.barriers]).toEqual([
    ['cost', 2],
    ['wait', 1],
  ]);
});

test('what survivors tell decides how friendly a place is said to be', () => {
  const tell = (...told: Parameters<typeof addFeedback>[1][]) =>
    told.reduce((entry, one) => addFeedback(entry, one), place(1));
  expect(tell({ respectful: 5, again: true }).friendly).toBe('yes');
  expect(tell({ respectful: 5 }, { respectful: 5, outed: true }, { respectful: 5 }).friendly).toBe('mixed');
  expect(tell({ respectful: 5, outed: true }).friendly).toBe('no');
  expect(tell({ respectful: 1 }, { respectful: 3 }).friendly).toBe('no');
  expect(tell({ again: false }).friendly).toBe('no');
  // Silence is no judgement.
  expect(addFeedback(place(1, { friendly: 'mixed' }), {})).toMatchObject({
    friendly: 'mixed',
    heard: { told: 1, marked: 0 },
  });
});
