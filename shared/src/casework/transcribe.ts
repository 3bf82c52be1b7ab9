import type { MessageKind } from '../sealing/conversation.ts';
import { type ConsentAsk, readConsentAsk, readConsentSaid, readFeedbackSaid } from './asks.ts';
import type { Author } from './apply-entry.ts';
import { applyEntry } from './apply-entry.ts';
import { addEntry, type Case } from './case.ts';
import type { Instant } from './case-ids.ts';
import { CaseEntry } from './entries.ts';

/** A message as it was opened. `hash` is `messageHash` in base64url. */
export type HeardMessage = {
  readonly fromReporter: boolean;
  readonly counter: number;
  readonly hash: string;
  readonly kind: MessageKind;
  readonly text: string;
};

export type Transcribing = Author & {
  readonly at: Instant;
  /** While a report is being taken back nothing new is agreed to. */
  readonly isWithdrawn: boolean;
};

/**
 * The entries that write down what a reporter has answered on the return page and nobody has written down yet, in the
 * order in which it was said. What an answer agrees to is taken from the team's own question, never from the answer. An
 * answer that no longer fits the case (the referral went another way), or to a question that no entry can hold, gives no
 * entry and stays in the conversation: what was said after it must not wait for it.
 */
export function transcriptions(facts: Case, messages: readonly HeardMessage[], by: Transcribing): CaseEntry[] {
  const entries: CaseEntry[] = [];
  let folded = facts;
  for (const [at, heard] of messages.entries()) {
    if (!heard.fromReporter || folded.quoted.includes(heard.hash)) continue;
    const entry = entryFor(folded, heard, messages.slice(0, at), by);
    if (entry === null || !CaseEntry.safeParse(entry).success || !applyEntry(folded, entry, by).ok) continue;
    folded = addEntry(folded, { ...by, seq: folded.seq + 1 }, entry);
    entries.push(entry);
  }
  return entries;
}

function entryFor(
  facts: Case,
  heard: HeardMessage,
  before: readonly HeardMessage[],
  { at, isWithdrawn }: Transcribing,
): CaseEntry | null {
  const message = { counter: heard.counter, hash: heard.hash };
  if (heard.kind === 'consent_said') {
    const said = readConsentSaid(heard.text);
    const ask = said === null ? null : findAsk(before, said.consentId);
    if (said === null || ask === null) return null;
    const { consentId, referralId } = ask;
    if (said.answer !== 'give') {
      // A no ends whatever holds for this referral, however it was given: on paper, by phone, under an earlier question.
      const held = facts.consents.findLast((one) => one.referralId === referralId && one.withdrawn === null);
      if (held !== undefined) return { kind: 'consent_withdrawn', at, consentId: held.id, message };
      return { kind: 'referral', at, referralId, step: { action: 'decline' }, message };
    }
    if (isWithdrawn) return null;
    const referral = facts.referrals.find(({ id }) => id === referralId);
    // The question must have been about this very recipient.
    if (referral?.recipient.entryId !== ask.recipient.entryId) return null;
    const { items, purpose, until } = ask;
    const { team } = referral.recipient;
    const recipient = team === undefined ? ask.recipient : { ...ask.recipient, team };
    const consent = {
      id: consentId,
      referralId,
      recipient,
      items,
      purpose,
      mode: 'message',
      by: 'survivor',
      until,
    } as const;
    return { kind: 'consent_given', at, consent, message };
  }
  if (heard.kind !== 'feedback_said') return null;
  const said = readFeedbackSaid(heard.text);
  if (said === null) return null;
  const { referralId, respectful, outed, again, comment } = said;
  return {
    kind: 'referral',
    at,
    referralId,
    step: {
      action: 'give_feedback',
      ...(respectful !== null && { respectful }),
      ...(outed !== null && { outed }),
      ...(again !== null && { again }),
      ...(comment !== '' && { comment }),
    },
    message,
  };
}

/** The team's question: the first of that id, as on the return page. No later one can change what was answered. */
function findAsk(messages: readonly HeardMessage[], consentId: string): ConsentAsk | null {
  for (const one of messages) {
    const ask = !one.fromReporter && one.kind === 'consent_ask' ? readConsentAsk(one.text) : null;
    if (ask?.consentId === consentId) return ask;
  }
  return null;
}
