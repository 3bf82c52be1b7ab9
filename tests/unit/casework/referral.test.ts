import { type Case } from '@romduol/shared/casework/case';
import { liveConsent } from '@romduol/shared/casework/consent';
import {
  CHILD_AFTER,
  REFERRAL_ACTIONS,
  REFERRAL_MOVES,
  REFERRAL_STATES,
  actionsFrom,
} from '@romduol/shared/casework/referral-moves';
import { makePacket, prepareReprint, prepareSending } from '@romduol/shared/casework/packet';
import { referenceOf } from '@romduol/shared/casework/referral';
import { Reference } from '@romduol/shared/api/acknowledgements';
import { addDays } from '@romduol/shared/language/dates';
import { describe, expect, test } from 'vitest';
import {
  ANSWERS,
  BOPHA,
  CONTACT,
  INCIDENT,
  RECEIVED,
  SOKHA,
  apply,
  consent,
  consentId,
  offer,
  on,
  openCase,
  placeId,
  recordId,
  refusalOf,
  referralId,
  send,
  step,
} from './sample-case.ts';

const consented = (): Case => apply(openCase(), [offer(1), consent(1)]);
const sent = (): Case => apply(consented(), [send(1)]);
const stateOf = (facts: Case, n = 1): string | undefined =>
  facts.referrals.find(({ id }) => id === referralId(n))?.state;

describe('the table of referrals', () => {
  test('reaches every state from an offer', () => {
    const reached = new Set<string>(['offered']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const { from, to } of REFERRAL_MOVES) if (from !== null && reached.has(from)) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...REFERRAL_STATES].toSorted());
  });

  test('has one outcome for a state and an action, and every action somewhere', () => {
    const keys = REFERRAL_MOVES.map(({ from, action }) => `${from} ${action}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(REFERRAL_MOVES.map(({ action }) => action))).toEqual(new Set(REFERRAL_ACTIONS));
    expect(actionsFrom(null)).toEqual(['offer']);
  });

  test('comes to `sent` by one move only, and that move needs a live consent', () => {
    const ways = REFERRAL_MOVES.filter(({ from, to }) => to === 'sent' && from !== to);
    expect(ways).toHaveLength(1);
    expect(ways[0]?.needs).toContain('live_consent');
  });
});

describe('a referral', () => {
  test('goes from offer to service received and closed', () => {
    const done = apply(sent(), [
      step(1, { action: 'accept' }),
      step(1, { action: 'receive', degree: 'partial', barriers: ['wait'] }),
      step(1, { action: 'give_feedback', respectful: 4, outed: false, again: true }),
      step(1, { action: 'close' }),
    ]);
    expect(done.referrals[0]).toMatchObject({
      state: 'closed',
      received: 'partial',
      barriers: ['wait'],
      feedback: { respectful: 4, outed: false, again: true },
      sent: { items: ['reason', 'needs'] },
    });
  });

  test('is refused without consent', () => {
    expect(refusalOf(apply(openCase(), [offer(1)]), send(1))).toBe('illegal_move');
    expect(refusalOf(consented(), send(1, { consentId: consentId(9) }))).toBe('no_live_consent');
  });

  test('is refused the day after its consent ended, not on that day', () => {
    const until = addDays(RECEIVED, 10);
    const facts = apply(openCase(), [offer(1), consent(1, { until })]);
    expect(refusalOf(facts, { ...send(1), at: on(11) })).toBe('no_live_consent');
    expect(stateOf(apply(facts, [{ ...send(1), at: on(10) }]))).toBe('sent');
    const renewed = apply(facts, [consent(1, { id: consentId(2) })]);
    expect(stateOf(apply(renewed, [{ ...send(1, { consentId: consentId(2) }), at: on(11) }]))).toBe('sent');
  });

  test('is refused with an item that was not agreed to', () => {
    expect(refusalOf(consented(), send(1, { items: ['reason', 'narrative'] }))).toBe('item_not_consented');
  });

  test('is refused under a consent for somebody else', () => {
    const elsewhere = consent(1, { recipient: { entryId: placeId(2), name: 'Police post' } });
    expect(refusalOf(apply(openCase(), [offer(1)]), elsewhere)).toBe('other_recipient');
  });

  test('goes by the newest consent: a narrower one replaces a wider one, and withdrawing it does not bring that back', () => {
    const narrowed = apply(consented(), [consent(1, { id: consentId(2), items: ['needs'] })]);
    expect(refusalOf(narrowed, send(1))).toBe('no_live_consent');
    expect(refusalOf(narrowed, send(1, { consentId: consentId(2) }))).toBe('item_not_consented');
    const ended = apply(narrowed, [{ kind: 'consent_withdrawn', consentId: consentId(2) }]);
    expect(liveConsent(ended, referralId(1), RECEIVED)).toBeNull();
    expect(stateOf(ended)).toBe('withdrawn');
  });

  test('is never offered to whom is implicated in the case, nor sent there afterwards', () => {
    const implicated = {
      kind: 'conflict_declared',
      about: { who: 'recipient', entryId: placeId(1) },
      reason: 'x',
    } as const;
    expect(refusalOf(apply(openCase(), [implicated]), offer(1))).toBe('recipient_in_conflict');
    expect(refusalOf(apply(consented(), [implicated]), send(1))).toBe('recipient_in_conflict');
  });

  test('that came to nothing may be followed by another, one under way may not', () => {
    const child = offer(2, { parent: referralId(1) });
    expect(refusalOf(sent(), child)).toBe('parent_still_open');
    const rejected = apply(sent(), [step(1, { action: 'reject', reason: 'discriminatory_refusal' })]);
    expect(apply(rejected, [child]).referrals[1]?.parent).toBe(referralId(1));
    expect(CHILD_AFTER).not.toContain('withdrawn');
  });
});

describe('withdrawing', () => {
  test('a consent before sending withdraws the referral', () => {
    const after = apply(consented(), [{ kind: 'consent_withdrawn', consentId: consentId(1) }]);
    expect(stateOf(after)).toBe('withdrawn');
    expect(after.tasks).toEqual([]);
    expect(refusalOf(after, send(1))).toBe('illegal_move');
  });

  test('a consent after sending sets a recall due the same day', () => {
    const after = apply(sent(), [{ kind: 'consent_withdrawn', consentId: consentId(1), at: on(20) }]);
    expect(stateOf(after)).toBe('withdrawn');
    expect(after.tasks).toMatchObject([{ kind: 'recall', due: addDays(RECEIVED, 20), done: null }]);
  });

  test('the whole case stops every sharing and every count', () => {
    const two = apply(sent(), [offer(2), consent(2)]);
    const after = apply(two, [{ kind: 'status', to: 'withdrawn' }]);
    expect(after.referrals.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(after.consents.every(({ withdrawn }) => withdrawn !== null)).toBe(true);
    expect(after.countingConsent).toBe(false);
    expect(after.tasks.map(({ kind }) => kind)).toEqual(['recall']);
    expect(refusalOf(after, { kind: 'counting_consent', answer: 'yes', mode: 'phone' })).toBe('illegal_move');
    expect(refusalOf(after, offer(3))).toBe('illegal_move');
  });
});

describe('mediation', () => {
  const mediation = offer(1, { sector: 'mediation' });

  test('takes a supervisor', () => {
    expect(refusalOf(openCase(), mediation, SOKHA)).toBe('needs_supervisor');
    const offered = apply(openCase(), [mediation], BOPHA);
    const agreed = apply(offered, [consent(1)]);
    expect(refusalOf(agreed, send(1), SOKHA)).toBe('needs_supervisor');
    expect(stateOf(apply(agreed, [send(1)], BOPHA))).toBe('sent');
  });

  test.each<[string, Partial<typeof ANSWERS>]>([
    ['sexual violence', { categories: ['sexual'] }],
    ['partner violence', { categories: ['physical', 'partner_violence'] }],
    ['violence by a partner', { perpetrators: ['partner_ex'] }],
  ])('is not offered for %s, whoever asks', (_, changes) => {
    const answers = { ...ANSWERS, ...changes };
    expect(refusalOf(openCase(answers), mediation, BOPHA)).toBe('mediation_not_offered');
  });
});

describe('a letter is printed again', () => {
  const link = { reference: Reference.parse('ABCDEFGH'), code: 'A'.repeat(16) };
  const again = step(1, { action: 'reprint' });
  const out = (): Case => apply(consented(), [send(1, { link })]);

  test('while it waits for an answer or for the service, and the log says each time', () => {
    const twice = apply(out(), [again, again, step(1, { action: 'accept' }), again]);
    expect(stateOf(twice)).toBe('accepted');
    expect(twice.referrals[0]?.steps.filter(({ action }) => action === 'reprint')).toHaveLength(3);
    // What it says, its reference and the day of the answer stay.
    expect(twice.referrals[0]?.sent).toEqual(out().referrals[0]?.sent);
    expect(refusalOf(consented(), again)).toBe('illegal_move');
    expect(refusalOf(apply(out(), [step(1, { action: 'reject', reason: 'capacity' })]), again)).toBe('illegal_move');
  });

  test('under the same reference or not at all', () => {
    expect(refusalOf(sent(), again)).toBe('illegal_move');
    const call = apply(consented(), [send(1, { delivery: 'call', reference: link.reference })]);
    expect(referenceOf(apply(call, [again]).referrals[0]!)).toBe(link.reference);
    expect(referenceOf(out().referrals[0]!)).toBe(link.reference);
  });

  test('never once the consent was taken back or is over, nor to somebody implicated', () => {
    const ended = apply(out(), [{ kind: 'consent_withdrawn', consentId: consentId(1) }]);
    expect(refusalOf(ended, again)).toBe('illegal_move');
    const brief = apply(apply(openCase(), [offer(1), consent(1, { until: addDays(RECEIVED, 9) })]), [
      send(1, { link }),
    ]);
    expect(refusalOf(brief, { ...again, at: on(9) })).toBeUndefined();
    expect(refusalOf(brief, { ...again, at: on(10) })).toBe('no_live_consent');
    const conflict = {
      kind: 'conflict_declared',
      about: { who: 'recipient', entryId: placeId(1) },
      reason: '',
    } as const;
    expect(refusalOf(apply(out(), [conflict]), again)).toBe('recipient_in_conflict');
  });

  test('of a mediation, not once the case was coded as what none is offered for', () => {
    const sentOut = apply(openCase(), [offer(1, { sector: 'mediation' }), consent(1), send(1, { link })], BOPHA);
    expect(refusalOf(sentOut, again, SOKHA)).toBeUndefined();
    const record = { ...INCIDENT, perpetrator: 'partner_ex' } as const;
    const coded = { kind: 'coded', part: 'incident', recordId: recordId(1), revision: 1, record } as const;
    expect(refusalOf(apply(sentOut, [coded]), again, BOPHA)).toBe('mediation_not_offered');
  });

  test('word for word as it was', () => {
    const today = addDays(RECEIVED, 5);
    const before = prepareSending(consented(), referralId(1), {
      today,
      isSupervisor: false,
      items: ['reason', 'needs'],
    });
    const after = prepareReprint(out(), referralId(1), { today, isSupervisor: false });
    if (!before.ok || !after.ok) throw new Error('not ready');
    expect(makePacket(after.sendable, out(), CONTACT)).toEqual(makePacket(before.sendable, consented(), CONTACT));
  });
});
