import { addFeedback } from '@romduol/shared/casework/directory';
import { proposeOutcome } from '@romduol/shared/casework/coding';
import type { Case } from '@romduol/shared/casework/case';
import { gapsOf } from '@romduol/shared/casework/referral-gaps';
import { overviewOf } from '@romduol/shared/casework/referral-overview';
import { CaseSummary, summarise } from '@romduol/shared/casework/summary';
import { describe, expect, test } from 'vitest';
import {
  ANSWERS,
  RECEIVED,
  apply,
  consent,
  offer,
  openCase,
  place,
  placeId,
  referralId,
  send,
  step,
} from './sample-case.ts';

/** As it is sealed and opened again. */
const summaryOf = (facts: Case) => CaseSummary.parse(JSON.parse(JSON.stringify(summarise(facts))));

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
  const summaries = [one, other].map(summaryOf);
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
  expect(overview.byRecipient.get(placeId(1))?.accepted).toBe(1);
  expect(overview.byRecipient.get(placeId(2))).toEqual({ offered: 1, consented: 0, sent: 0, accepted: 0, received: 0 });
  expect([...overview.refusals]).toEqual([['capacity', 1]]);
  expect([...overview.barriers]).toEqual([
    ['cost', 2],
    ['wait', 1],
  ]);
});

describe('a gap is what was needed', () => {
  const needs = (...wanted: ('health' | 'legal' | 'mediation' | 'listen_only')[]) =>
    openCase({ ...ANSWERS, needs: wanted });
  const gaps = (facts: Case[], entries = [place(1, { sectors: ['legal'] })]) => gapsOf(facts.map(summaryOf), entries);
  const health = (gap: object) => ({ sector: 'health', province: 'KH-17', needed: 1, refused: 0, nobody: 0, ...gap });
  const rejected = apply(needs('health'), [
    offer(1),
    consent(1),
    send(1),
    step(1, { action: 'reject', reason: 'capacity' }),
  ]);

  test('where the directory has nobody in that province who may be asked', () => {
    expect(gaps([needs('health', 'legal', 'listen_only')])).toEqual([health({ nobody: 1 })]);
    const found = [{}, { province: 'KH-2' }, { retired: true }, { agreedToBeListed: false }] as const;
    expect(found.map((changes) => gaps([needs('health')], [place(1, changes)]).length)).toEqual([0, 1, 1, 1]);
    const child = openCase({ ...ANSWERS, age: 'a15_17' });
    expect(gaps([child], [place(1, { servesMinors: false })])).toHaveLength(1);
    // Whoever names no province may be sent to any.
    expect(gaps([openCase({ ...ANSWERS, province: 'pns' })], [place(1, { province: 'KH-2' })])).toEqual([]);
  });

  test('where nobody who was asked took it on or gave it', () => {
    const unavailable = apply(needs('health'), [offer(1), step(1, { action: 'mark_unavailable' })]);
    const missed = apply(needs(), [
      offer(1),
      consent(1),
      send(1),
      step(1, { action: 'accept' }),
      step(1, { action: 'miss' }),
    ]);
    const closed = apply(rejected, [step(1, { action: 'close' })]);
    expect(gaps([rejected, unavailable, missed, closed, needs('health')], [place(1)])).toEqual([
      health({ needed: 5, refused: 4 }),
    ]);
  });

  test('and not what is under way, was received elsewhere, or was declined by the survivor', () => {
    const under = apply(rejected, [offer(2, { parent: referralId(1) })]);
    const received = apply(under, [
      consent(2),
      send(2),
      step(2, { action: 'accept' }),
      step(2, { action: 'receive', degree: 'partial' }),
    ]);
    const declined = apply(needs('health'), [offer(1), step(1, { action: 'decline' })]);
    const duplicate = apply(rejected, [{ kind: 'status', to: 'duplicate' }]);
    expect(gaps([under, received, declined, duplicate])).toEqual([]);
    // Nor what is not offered for what happened.
    expect(gaps([openCase({ ...ANSWERS, categories: ['sexual'], needs: ['mediation'] })], [])).toEqual([]);
  });
});

test('the coded record is proposed from what the overview counts', () => {
  const facts = apply(openCase(), [
    offer(1),
    consent(1),
    send(1),
    step(1, { action: 'reject', reason: 'discriminatory_refusal', barriers: ['stigma', 'cost'] }),
  ]);
  const [{ sector, stage, refusal, barriers } = {}] = summaryOf(facts).referrals as Partial<
    CaseSummary['referrals'][number]
  >[];
  expect(proposeOutcome(facts, RECEIVED)).toMatchObject({ sector, stage, refusal, barriers, training: 'trained' });
  expect([sector, stage, refusal, barriers]).toEqual(['health', 'sent', 'discriminatory_refusal', ['stigma', 'cost']]);
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
