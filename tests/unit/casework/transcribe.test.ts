import { type ConsentAnswer, writeAsked } from '@romduol/shared/casework/asks';
import { addEntry, type Case } from '@romduol/shared/casework/case';
import { liveConsent } from '@romduol/shared/casework/consent';
import { type HeardMessage, transcriptions } from '@romduol/shared/casework/transcribe';
import type { TeamId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  RECEIVED,
  SOKHA,
  apply,
  consentId,
  offer,
  on,
  openCase,
  placeId,
  referralId,
  refusalOf,
  send,
  step,
  write,
} from './sample-case.ts';

const today = addDays(RECEIVED, 5);
const by = { author: SOKHA, isSupervisor: false, at: on(5), isWithdrawn: false };
let drawn = 0;
/** A message under a hash of its own. */
const message = (
  fromReporter: boolean,
  kind: HeardMessage['kind'],
  content: Parameters<typeof writeAsked>[0],
): HeardMessage => {
  drawn += 1;
  return { fromReporter, counter: drawn, hash: String(drawn).padStart(43, 'h'), kind, text: writeAsked(content) };
};
/** The team's question about referral `n`, under consent `n`. */
const ask = (n: number, recipient = n): HeardMessage =>
  message(false, 'consent_ask', {
    consentId: consentId(n),
    referralId: referralId(n),
    recipient: { entryId: placeId(recipient), name: 'Referral hospital' },
    items: ['reason', 'needs'],
    purpose: 'Treatment',
    until: null,
    words: null,
  });
const said = (n: number, answer: ConsentAnswer): HeardMessage =>
  message(true, 'consent_said', { consentId: consentId(n), answer });

/** The case once everything that was said is written down. */
function writeDown(facts: Case, messages: readonly HeardMessage[], changes: Partial<typeof by> = {}): Case {
  const entries = transcriptions(facts, messages, { ...by, ...changes });
  return entries.reduce((before, entry) => addEntry(before, { ...by, seq: before.seq + 1 }, entry), facts);
}
const offered = () => apply(openCase(), [offer(1), offer(2)]);

describe('what a reporter answers on the return page', () => {
  test('becomes a consent to what the team asked, quoting the message, once', () => {
    const messages = [ask(1), said(1, 'give')];
    const after = writeDown(offered(), messages);
    expect(after.irregular).toEqual([]);
    expect(after.log.at(-1)?.entry).toMatchObject({
      kind: 'consent_given',
      consent: { id: consentId(1), items: ['reason', 'needs'], purpose: 'Treatment', mode: 'message', by: 'survivor' },
      message: { hash: messages[1]?.hash },
    });
    expect(liveConsent(after, referralId(1), today)?.items).toEqual(['reason', 'needs']);
    expect(transcriptions(after, messages, by)).toEqual([]);
    expect(writeDown(after, [...messages, said(1, 'withdraw')]).referrals[0]?.state).toBe('withdrawn');
  });

  test('is for the team of the referral, which the question does not name', () => {
    const team = 'siem-reap' as TeamId;
    const recipient = { entryId: placeId(1), name: 'Referral hospital', team };
    const after = writeDown(apply(openCase(), [offer(1, { recipient })]), [ask(1), said(1, 'give')]);
    expect(after.irregular).toEqual([]);
    expect(liveConsent(after, referralId(1), today)?.recipient).toEqual(recipient);
    expect(after.referrals[0]?.state).toBe('consent_given');
    // Of somebody outside there is none, nor is one made up.
    expect(writeDown(offered(), [ask(1), said(1, 'give')]).consents[0]?.recipient).not.toHaveProperty('team');
  });

  test('refused is a referral declined; nothing is agreed to while the report is being taken back', () => {
    expect(writeDown(offered(), [ask(1), said(1, 'refuse')]).referrals[0]?.state).toBe('declined_by_survivor');
    expect(writeDown(offered(), [ask(1), said(1, 'give')], { isWithdrawn: true }).consents).toEqual([]);
  });

  test('is nothing where nobody asked, where the reporter asks as the team, or where another recipient was asked about', () => {
    const forged = { ...ask(1), fromReporter: true };
    for (const messages of [[said(1, 'give')], [forged, said(1, 'give')], [ask(1, 2), said(1, 'give')]])
      expect(writeDown(offered(), messages)).toMatchObject({ consents: [], irregular: [] });
  });

  test('is to the question as it was first asked: one of the same id that came in between changes nothing', () => {
    const first = ask(1);
    const wider = { ...ask(1), text: first.text.replace('"needs"', '"needs","narrative"') };
    const after = writeDown(offered(), [first, wider, said(1, 'give')]);
    expect(liveConsent(after, referralId(1), today)?.items).toEqual(['reason', 'needs']);
  });

  test.each([
    ['an item that there is not', '"reason"', '"no_such_item"'],
    ['an item twice', '"needs"', '"reason"'],
    ['too long a purpose', 'Treatment', 'x'.repeat(1_001)],
    ['a day that there is not', '"until":null', '"until":"2026-02-31"'],
  ])('of a question with %s is nothing, and what is said after it is heard', (_, there, instead) => {
    const spoilt = ask(1);
    const asked = { ...spoilt, text: spoilt.text.replace(there, instead) };
    expect(asked.text).not.toBe(spoilt.text);
    const after = writeDown(offered(), [asked, ask(2), said(1, 'give'), said(2, 'refuse')]);
    expect(after.consents).toEqual([]);
    expect(after.referrals.map(({ state }) => state)).toEqual(['offered', 'declined_by_survivor']);
  });

  test('tells how a service was, skipped questions left out', () => {
    const received = write(writeDown(offered(), [ask(1), said(1, 'give')]), [
      send(1),
      step(1, { action: 'accept' }),
      step(1, { action: 'receive', degree: 'full' }),
    ]);
    const feedback = message(true, 'feedback_said', {
      referralId: referralId(1),
      respectful: 2,
      outed: true,
      again: null,
      comment: '',
    });
    expect(writeDown(received, [feedback]).referrals[0]).toMatchObject({
      state: 'feedback',
      feedback: { respectful: 2, outed: true },
    });
  });

  test('cannot be written down of one’s own knowledge, nor twice', () => {
    const consent = {
      id: consentId(1),
      referralId: referralId(1),
      recipient: { entryId: placeId(1), name: 'Referral hospital' },
      items: ['reason'],
      purpose: 'x',
      mode: 'message',
      by: 'survivor',
      until: null,
    } as const;
    expect(refusalOf(offered(), { kind: 'consent_given', consent })).toBe('message_not_quoted');
    const quote = { counter: 1, hash: 'q'.repeat(43) };
    const given = apply(offered(), [{ kind: 'consent_given', consent, message: quote }]);
    const again = { ...consent, id: consentId(2) };
    expect(refusalOf(given, { kind: 'consent_given', consent: again, message: quote })).toBe('message_not_quoted');
    expect(
      refusalOf(offered(), { kind: 'consent_given', consent: { ...consent, mode: 'phone' }, message: quote }),
    ).toBe('message_not_quoted');
  });
});

test('whatever is asked, answered and tried in whatever order, nothing is sent unless the last word was yes', () => {
  const numbers = fc.constantFrom(1, 2);
  const move = fc.oneof(
    { weight: 2, arbitrary: numbers.map((n) => ({ do: 'ask', n }) as const) },
    {
      weight: 5,
      arbitrary: fc
        .record({ n: numbers, answer: fc.constantFrom<ConsentAnswer>('give', 'give', 'refuse', 'withdraw') })
        .map((one) => ({ do: 'say', ...one }) as const),
    },
    { weight: 3, arbitrary: numbers.map((n) => ({ do: 'send', n }) as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'read' } as const) },
  );
  let sendings = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 6, maxLength: 30 }), (moves) => {
      let facts = offered();
      const messages: HeardMessage[] = [];
      const asked = new Set<number>();
      const last = new Map<number, ConsentAnswer>();
      for (const one of moves) {
        if (one.do === 'ask') {
          messages.push(ask(one.n));
          asked.add(one.n);
        } else if (one.do === 'say') {
          messages.push(said(one.n, one.answer));
          if (asked.has(one.n)) last.set(one.n, one.answer);
        } else facts = writeDown(facts, messages);
        if (one.do !== 'send') continue;
        const before = facts.referrals.find(({ id }) => id === referralId(one.n))?.state;
        facts = write(facts, [{ ...send(one.n), at: on(6) }]);
        const now = facts.referrals.find(({ id }) => id === referralId(one.n))?.state;
        const isSent = before !== 'sent' && now === 'sent';
        expect(!isSent || last.get(one.n) === 'give', 'sent on a yes').toBe(true);
        if (isSent) sendings += 1;
        else refused += 1;
      }
    }),
    { numRuns: 600 },
  );
  expect(sendings).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(100);
});
