import { Reference } from '@romduol/shared/api/acknowledgements';
import type { TeamId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { describe, expect, test } from 'vitest';
import {
  RECEIVED,
  apply,
  consent,
  consentId,
  offer,
  on,
  openCase,
  placeId,
  refusalOf,
  send,
  step,
} from './sample-case.ts';

const DAY = addDays(RECEIVED, 5);

describe('within the system', () => {
  const team = 'siem-reap' as TeamId;
  const recipient = { entryId: placeId(1), name: 'Micro', team };
  const attempt = (n: number): string => `99999999-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const handOver = (n: number) => step(1, { action: 'hand_over', attempt: attempt(n) });
  const arrive = (n: number) => step(1, { action: 'arrive', attempt: attempt(n) });
  const inside = send(1, { delivery: 'inside', reference: Reference.parse('ABCDEFGH') });

  test('a case is handed to a team that works here, by a consent for that very team', () => {
    const offered = apply(openCase(), [offer(1, { recipient })]);
    expect(refusalOf(offered, inside)).toBe('illegal_move');
    expect(refusalOf(offered, consent(1))).toBe('other_recipient');
    expect(refusalOf(offered, consent(1, { recipient: { ...recipient, team: 'other' as TeamId } }))).toBe(
      'other_recipient',
    );
    expect(apply(offered, [consent(1, { recipient }), inside]).referrals[0]?.state).toBe('sent');
  });

  test('nothing is handed to whom the directory knows outside only, and nothing twice', () => {
    expect(refusalOf(apply(openCase(), [offer(1), consent(1)]), inside)).toBe('illegal_move');
    const sentInside = apply(openCase(), [offer(1, { recipient }), consent(1, { recipient }), inside]);
    expect(refusalOf(sentInside, step(1, { action: 'reprint' }))).toBe('illegal_move');
  });

  test('that it arrived is nobody’s word but that of whoever hands it over', () => {
    const sentInside = apply(openCase(), [offer(1, { recipient }), consent(1, { recipient }), inside]);
    expect(refusalOf(sentInside, step(1, { action: 'acknowledge' }))).toBe('illegal_move');
    expect(refusalOf(sentInside, arrive(1))).toBe('illegal_move');
    const begun = apply(sentInside, [handOver(1)]);
    expect(refusalOf(begun, arrive(2))).toBe('illegal_move');
    const arrived = apply(begun, [arrive(1)]);
    expect(arrived.referrals[0]).toMatchObject({ state: 'sent', handing: { arrived: true } });
    for (const again of [arrive(1), handOver(1), handOver(2), step(1, { action: 'acknowledge' })])
      expect(refusalOf(arrived, again)).toBe('illegal_move');
    // Whatever was written down meanwhile, it is there: what was taken back has to be recalled from where it is.
    const between = { withdrawn: step(1, { action: 'withdraw' }), accepted: step(1, { action: 'accept' }) };
    for (const [state, one] of Object.entries(between))
      expect(apply(begun, [one, arrive(1)]).referrals[0]).toMatchObject({ state, handing: { arrived: true } });
    // By letter it is the other way round.
    const byLetter = apply(openCase(), [offer(1), consent(1), send(1)]);
    expect(refusalOf(byLetter, step(1, { action: 'acknowledge' }))).toBeUndefined();
    for (const one of [handOver(1), arrive(1)]) expect(refusalOf(byLetter, one)).toBe('illegal_move');
  });

  test('of several who hand it over one goes on, until it is plain that they stopped', () => {
    const begun = apply(openCase(), [
      offer(1, { recipient }),
      consent(1, { recipient }),
      inside,
      { ...handOver(1), at: `${DAY}T02:00:00.000Z` },
    ]);
    const from = (time: string, n: number) => ({ ...handOver(n), at: `${DAY}T${time}Z` });
    expect(refusalOf(begun, from('02:04:59.999', 2))).toBe('being_handed_over');
    expect(refusalOf(begun, from('01:55:00.001', 2))).toBe('being_handed_over');
    expect(refusalOf(begun, from('02:04:59.999', 1))).toBeUndefined();
    const other = apply(begun, [from('02:05:00.000', 2)]);
    expect(refusalOf(other, arrive(1))).toBe('illegal_move');
    expect(apply(other, [arrive(2)]).referrals[0]?.handing).toMatchObject({ attempt: attempt(2), arrived: true });
    // A clock that is behind keeps nobody for as long as it is.
    expect(refusalOf(begun, from('01:55:00.000', 2))).toBeUndefined();
  });

  test('it is begun under a consent that holds, and not once that has ended', () => {
    const until = addDays(RECEIVED, 6);
    const facts = apply(openCase(), [offer(1, { recipient }), consent(1, { recipient, until }), inside]);
    expect(refusalOf(facts, { ...handOver(1), at: on(6) })).toBeUndefined();
    expect(refusalOf(facts, { ...handOver(1), at: on(7) })).toBe('no_live_consent');
    const narrowed = apply(facts, [{ kind: 'consent_withdrawn', consentId: consentId(1) }]);
    expect(refusalOf(narrowed, handOver(1))).toBe('illegal_move');
  });
});
