import type { Case } from '@romduol/shared/casework/case';
import { liveConsent } from '@romduol/shared/casework/consent';
import { makePacket, prepareReprint, prepareSending } from '@romduol/shared/casework/packet';
import { HANDING_OVER, REFERRAL_MOVES } from '@romduol/shared/casework/referral-moves';
import type { Referral, ReferralStep } from '@romduol/shared/casework/referral';
import { suggestEntries, wantedFor } from '@romduol/shared/casework/suggest-entries';
import type { Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { Reference } from '@romduol/shared/api/acknowledgements';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CONTACT,
  RECEIVED,
  SAID,
  apply,
  consent,
  consentId,
  offer,
  on,
  openCase,
  place,
  placeId,
  send,
  step,
  write,
} from './sample-case.ts';

const LINK = { reference: Reference.parse('ABCDEFGH'), code: 'A'.repeat(16) };
const PLACES = [place(1), place(2), place(3)];
const numbers = fc.constantFrom(1, 2);
const ids = fc.integer({ min: 1, max: 3 });
const items = fc.subarray(['reason', 'needs', 'age', 'narrative', 'contact'] as const, { minLength: 1 });
const days = fc.integer({ min: 0, max: 30 });
const until = fc.option(days.map((day): Day => addDays(RECEIVED, day)));
const simple = fc.constantFrom<ReferralStep>(
  { action: 'decline' },
  { action: 'reprint' },
  { action: 'mark_unavailable' },
  { action: 'accept' },
  { action: 'reject', reason: 'capacity' },
  { action: 'mark_unanswered' },
  { action: 'withdraw' },
  { action: 'receive', degree: 'full' },
  { action: 'miss' },
  { action: 'give_feedback' },
  { action: 'close' },
);
const entry = fc.oneof(
  { weight: 1, arbitrary: numbers.map((n) => offer(n)) },
  {
    weight: 4,
    arbitrary: fc
      .record({ n: numbers, id: ids, items, until })
      .map((given) => consent(given.n, { id: consentId(given.id), items: given.items, until: given.until })),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ n: numbers, id: ids, items: fc.subarray(['reason', 'needs'] as const, { minLength: 1 }) })
      .map((given) => send(given.n, { consentId: consentId(given.id), items: given.items, link: LINK })),
  },
  {
    weight: 1,
    arbitrary: numbers.map((n) => ({
      kind: 'conflict_declared' as const,
      about: { who: 'recipient' as const, entryId: placeId(n) },
      reason: 'implicated',
    })),
  },
  { weight: 6, arbitrary: numbers.map((n) => step(n, { action: 'reprint' })) },
  { weight: 1, arbitrary: ids.map((id) => ({ kind: 'consent_withdrawn', consentId: consentId(id) }) as const) },
  { weight: 2, arbitrary: fc.tuple(numbers, simple).map(([n, one]) => step(n, one)) },
);
const log = fc.array(fc.tuple(entry, days), { minLength: 5, maxLength: 40, size: 'max' });

/** Whether the table has the move that a referral just made. */
function isLegal(before: Referral | undefined, after: Referral): boolean {
  const action = after.steps.at(-1)?.action;
  const from = before?.state ?? null;
  return REFERRAL_MOVES.some((move) => move.from === from && move.to === after.state && move.action === action);
}

/** What is agreed to on this day, judged from the raw log alone and not from what the fold believes of consents. */
function agreedTo(facts: Case, referral: Referral, today: Day): readonly string[] {
  const entries = facts.log.map((line) => line.entry);
  const newest = entries.findLast((each) => each.kind === 'consent_given' && each.consent.referralId === referral.id);
  if (newest?.kind !== 'consent_given') return [];
  const { id, items: agreed, until: end } = newest.consent;
  const since = entries.slice(entries.indexOf(newest));
  const isEnded = since.some(
    (each) =>
      (each.kind === 'consent_withdrawn' && each.consentId === id) ||
      (each.kind === 'referral' && each.referralId === referral.id && each.step.action === 'withdraw'),
  );
  return isEnded || (end !== null && end < today) ? [] : agreed;
}

const isConsented = (facts: Case, referral: Referral, today: Day): boolean =>
  referral.sent !== null && referral.sent.items.every((item) => agreedTo(facts, referral, today).includes(item));

/** Who is implicated, from the raw log. */
const implicatedIn = (facts: Case): readonly string[] =>
  facts.log.flatMap(({ entry: { kind, ...one } }) =>
    kind === 'conflict_declared' && 'about' in one && one.about.who === 'recipient' ? [one.about.entryId] : [],
  );

/** The items of the packet that would be handed over now; null where none may be. */
function packetNow(facts: Case, referral: Referral, today: Day, prepare = prepareSending): readonly string[] | null {
  const ready = prepare(facts, referral.id, { today, isSupervisor: false });
  if (!ready.ok) return null;
  const packet = makePacket(ready.sendable, facts, CONTACT);
  // All that was said of an item, and of no other: every item here has something said of it.
  expect([...new Set(packet.lines.map(({ item }) => item))].toSorted()).toEqual(packet.items.toSorted());
  return packet.items.toSorted();
}

test('whatever is written in whatever order, only what is agreed to at that moment is handed over, and never to the implicated', () => {
  const seen = { sent: 0, reprinted: 0, ended: 0, packets: 0, refused: 0, suggested: 0, withheld: 0 };
  fc.assert(
    fc.property(log, (written) => {
      let facts = apply(openCase(SAID), [offer(1), offer(2)]);
      for (const [one, day] of written) {
        const after = write(facts, [{ ...one, at: on(day) }]);
        const today = addDays(RECEIVED, day);
        const implicated = implicatedIn(after);
        const { suggested, withheld } = suggestEntries(PLACES, wantedFor(after, 'health'), today);
        expect(suggested.filter(({ entry: { entryId } }) => implicated.includes(entryId))).toEqual([]);
        seen.suggested += suggested.length;
        seen.withheld += withheld.length;
        for (const referral of after.referrals) {
          const before = facts.referrals.find(({ id }) => id === referral.id);
          const hasMoved = before?.steps.length !== referral.steps.length;
          const isOut = hasMoved && HANDING_OVER.some((action) => action === referral.steps.at(-1)?.action);
          expect(!hasMoved || isLegal(before, referral), `${before?.state} to ${referral.state}`).toBe(true);
          expect(!isOut || isConsented(facts, referral, today), 'handed over with consent').toBe(true);
          expect(!isOut || !implicated.includes(referral.recipient.entryId), 'to nobody implicated').toBe(true);
          if (isOut) seen[referral.steps.at(-1)?.action === 'send' ? 'sent' : 'reprinted'] += 1;
          // A packet made now holds what is agreed to now: nothing taken back, and nothing left out.
          const agreed = agreedTo(after, referral, today);
          expect(liveConsent(after, referral.id, today)?.items ?? []).toEqual(agreed);
          const packet = packetNow(after, referral, today);
          const mayBeSent = referral.state === 'consent_given' && agreed.length > 0;
          const mayBe = mayBeSent && !implicated.includes(referral.recipient.entryId);
          expect(packet).toEqual(mayBe ? agreed.toSorted() : null);
          const again = packetNow(after, referral, today, prepareReprint) ?? [];
          expect(again.filter((item) => !agreed.includes(item))).toEqual([]);
          expect([[], referral.sent?.items.toSorted()]).toContainEqual(again);
          seen[packet === null ? 'refused' : 'packets'] += 1;
        }
        seen.ended += after.consents.filter(({ withdrawn }) => withdrawn !== null).length;
        facts = after;
      }
    }),
    { numRuns: 800 },
  );
  // The sequences do come to all of it, or this test would show nothing.
  expect(Object.entries(seen).filter(([, times]) => times < 50)).toEqual([]);
});
