import type { Case } from '@romduol/shared/casework/case';
import { REFERRAL_MOVES } from '@romduol/shared/casework/referral-moves';
import type { Referral, ReferralStep } from '@romduol/shared/casework/referral';
import type { Day } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECEIVED, apply, consent, consentId, offer, on, openCase, send, step, write } from './sample-case.ts';

const numbers = fc.constantFrom(1, 2);
const ids = fc.integer({ min: 1, max: 3 });
const items = fc.subarray(['reason', 'needs', 'age', 'narrative', 'contact'] as const, { minLength: 1 });
const days = fc.integer({ min: 0, max: 30 });
const until = fc.option(days.map((day): Day => addDays(RECEIVED, day)));
const simple = fc.constantFrom<ReferralStep>(
  { action: 'decline' },
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
      .map((given) => send(given.n, { consentId: consentId(given.id), items: given.items })),
  },
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

/** Whether it may be sent on this day, judged from the raw log alone and not from what the fold believes of consents. */
function isConsented(facts: Case, referral: Referral, today: Day): boolean {
  const entries = facts.log.map((line) => line.entry);
  const newest = entries.findLast((each) => each.kind === 'consent_given' && each.consent.referralId === referral.id);
  if (newest?.kind !== 'consent_given') return false;
  const { id, items: agreed, until: end } = newest.consent;
  const since = entries.slice(entries.indexOf(newest));
  const isEnded = since.some((each) => each.kind === 'consent_withdrawn' && each.consentId === id);
  const covers = referral.sent?.items.every((item) => agreed.includes(item)) ?? false;
  return !isEnded && covers && (end === null || end >= today);
}

test('whatever is written in whatever order, nothing is sent without a live consent and no illegal move is made', () => {
  let sendings = 0;
  let ended = 0;
  fc.assert(
    fc.property(log, (written) => {
      let facts = apply(openCase(), [offer(1), offer(2)]);
      for (const [one, day] of written) {
        const after = write(facts, [{ ...one, at: on(day) }]);
        for (const referral of after.referrals) {
          const before = facts.referrals.find(({ id }) => id === referral.id);
          const hasMoved = before?.steps.length !== referral.steps.length;
          const isSent = hasMoved && referral.state === 'sent';
          expect(!hasMoved || isLegal(before, referral), `${before?.state} to ${referral.state}`).toBe(true);
          expect(!isSent || isConsented(facts, referral, addDays(RECEIVED, day)), 'sent with consent').toBe(true);
          if (isSent) sendings += 1;
        }
        ended += after.consents.filter(({ withdrawn }) => withdrawn !== null).length;
        facts = after;
      }
    }),
    { numRuns: 800 },
  );
  // The sequences do come to sending and to withdrawing, or this test would show nothing.
  expect(sendings).toBeGreaterThan(100);
  expect(ended).toBeGreaterThan(100);
});
