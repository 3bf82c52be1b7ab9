import { handedOverAnswers, makePacket, prepareSending } from '@romduol/shared/casework/packet';
import type { PacketItem } from '@romduol/shared/codebook/referral-lists';
import { packetItem } from '@romduol/shared/codebook/referral-lists';
import { codesOf } from '@romduol/shared/codebook/code-list';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTACT, RECEIVED, SAID, apply, consent, consentId, offer, openCase, referralId } from './sample-case.ts';

const CANARIES: Readonly<Record<PacketItem, readonly string[]>> = {
  reason: ['canary-reason'],
  needs: ['livelihood'],
  access: ['cham'],
  age: ['a50p'],
  categories: ['official_abuse'],
  when_where: ['m3_12', 'KH-23', 'detention'],
  perpetrators: ['military'],
  narrative: ['canary-narrative'],
  identity: ['intersex', 'canary-identity'],
  disability: ['yes'],
  contact: ['signal', 'canary-number', 'canary-hour'],
};
const today = addDays(RECEIVED, 3);
const by = { today, isSupervisor: false };
const withConsent = (items: PacketItem[]) =>
  apply(openCase(SAID), [offer(1, { reason: 'canary-reason', sector: 'legal' }), consent(1, { items })]);

test('a packet holds what was agreed to, all of it, and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray(codesOf(packetItem), { minLength: 1 }), (items) => {
      const facts = withConsent(items);
      const ready = prepareSending(facts, referralId(1), by);
      if (!ready.ok) throw new Error(ready.code);
      const packet = makePacket(ready.sendable, facts, CONTACT);
      const said = packet.lines.flatMap((line) => ('text' in line ? [line.text] : [...line.codes]));
      expect(said.toSorted()).toEqual(items.flatMap((item) => CANARIES[item]).toSorted());
      expect(packet.lines.every(({ item }) => items.includes(item))).toBe(true);
    }),
  );
});

test('as answers for a case elsewhere it is the same, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.subarray(codesOf(packetItem), { minLength: 1 }),
      fc.constantFrom('yes', 'no'),
      (items, reachable) => {
        const open = withConsent(items);
        const facts = {
          ...open,
          answers: { ...open.answers, consent_contact: reachable, consent_statistics: 'yes' },
        } as const;
        const ready = prepareSending(facts, referralId(1), by);
        if (!ready.ok) throw new Error(ready.code);
        const { answers, contact } = handedOverAnswers(ready.sendable, facts, CONTACT);
        const { codebook, consent_contact, ...said } = answers;
        // The reason goes with the note of the hand-over; it is no answer to the questionnaire.
        const expected = items.filter((item) => item !== 'reason').flatMap((item) => CANARIES[item]);
        expect(
          Object.values({ ...said, ...contact })
            .flat()
            .toSorted(),
        ).toEqual(expected.toSorted());
        expect(codebook).toBe(1);
        expect(consent_contact).toBe(items.includes('contact') && reachable === 'yes' ? 'yes' : undefined);
      },
    ),
  );
});

describe('sending is prepared', () => {
  test('with fewer items than were agreed to, never with more', () => {
    const facts = withConsent(['reason', 'age', 'narrative']);
    const fewer = prepareSending(facts, referralId(1), { ...by, items: ['age'] });
    if (!fewer.ok) throw new Error(fewer.code);
    expect(makePacket(fewer.sendable, facts, null).lines).toEqual([
      { item: 'age', question: 'age', list: 'age_answer', codes: ['a50p'] },
    ]);
    expect(prepareSending(facts, referralId(1), { ...by, items: ['age', 'contact'] })).toEqual({
      ok: false,
      code: 'item_not_consented',
    });
  });

  test('only while a consent lives', () => {
    const facts = withConsent(['age']);
    const ended = apply(facts, [{ kind: 'consent_withdrawn', consentId: consentId(1) }]);
    expect(prepareSending(ended, referralId(1), by)).toEqual({ ok: false, code: 'illegal_move' });
    const over = apply(openCase(SAID), [offer(1), consent(1, { until: today })]);
    expect(prepareSending(over, referralId(1), by).ok).toBe(true);
    expect(prepareSending(over, referralId(1), { ...by, today: addDays(today, 1) })).toEqual({
      ok: false,
      code: 'no_live_consent',
    });
    expect(prepareSending(facts, referralId(2), by)).toEqual({ ok: false, code: 'unknown_referral' });
  });
});

test('answers that were skipped, and contact details that are gone, leave no line', () => {
  const facts = apply(openCase({ codebook: 1, narrative: 'x' }), [
    offer(1),
    consent(1, { items: ['age', 'identity', 'contact', 'narrative'] }),
  ]);
  const ready = prepareSending(facts, referralId(1), by);
  if (!ready.ok) throw new Error(ready.code);
  expect(makePacket(ready.sendable, facts, null).lines.map(({ question }) => question)).toEqual(['narrative']);
});
