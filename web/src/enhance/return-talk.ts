import type { Conversation } from '@romduol/shared/api/conversation';
import {
  type ConsentAnswer,
  type ConsentAsk,
  FEEDBACK_MAX,
  type FeedbackAsk,
  type FeedbackSaid,
  readConsentAsk,
  readConsentSaid,
  readFeedbackAsk,
  readFeedbackSaid,
  readHandedOver,
  readItemTexts,
  writeAsked,
} from '@romduol/shared/casework/asks';
import type { ItemText } from '@romduol/shared/casework/packet-text';
import type { CaseId, Day } from '@romduol/shared/ids';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { type MessageKind, openMessages } from '@romduol/shared/sealing/conversation';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { fields } from '@romduol/shared/sealing/fields';
import { normaliseReceipt, type ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { openReporterKeys, type ReporterKeys } from '@romduol/shared/sealing/reporter-keys';
import { openSharedWords } from '@romduol/shared/sealing/shared-words';
import type { KeyPair } from '@romduol/shared/sealing/sodium';

/** A file of a message, the `place`-th of it. */
export type TalkFile = Pick<AttachmentNote, 'object' | 'name' | 'type' | 'length'> & {
  readonly place: number;
  readonly chunks: number;
  /** Whether all of it is there. */
  readonly arrived: boolean;
};

export type TalkLine = {
  readonly fromReporter: boolean;
  /** `received`: no words, somebody has opened the report. */
  readonly kind: MessageKind;
  /** Words; of a question the recipient's name; of an answer to one, what was answered. */
  readonly text: string;
  readonly day: Day;
  /** It came under a key that was over: somebody who can no longer read here could have written it. */
  readonly oldKey: boolean;
  /** Which of the conversation's keys it came under. */
  readonly epoch: number;
  /** Which message of its side it is, from 1. */
  readonly counter: number;
  readonly files: readonly TalkFile[];
  /** Where the case went on, the receipt of the new one, twenty Latin digits; null: it was read out. Absent of any other line. */
  readonly receipt?: string | null;
};

/** A consent that the team has asked for, and what the reporter last said to it. */
export type TalkConsent = Omit<ConsentAsk, 'words' | 'referralId'> & {
  readonly state: 'open' | ConsentAnswer;
  readonly hasWords: boolean;
};
export type TalkFeedback = FeedbackAsk & { readonly isGiven: boolean };

/** A conversation as the return page shows it. */
export type Talk = {
  /** What can be told from the conversation alone: the server knows no more. */
  readonly state: 'unopened' | 'opened' | 'answered';
  /** In the order in which they can have been written. */
  readonly lines: readonly TalkLine[];
  /** How many messages the reporter has sent: a reply form names it, so that the same form sent twice is one reply. */
  readonly sent: number;
  readonly consents: readonly TalkConsent[];
  readonly feedback: readonly TalkFeedback[];
  readonly withdrawal: Conversation['withdrawal'];
  /** Counts the conversation's keys: what was sealed under an earlier one is sealed again. */
  readonly epoch: number;
  /** False: the newest key could not be checked, and nothing may be sealed under it. */
  readonly keyChecked: boolean;
};

/** A conversation in the hands of whoever has its receipt, in the page's worker or the server's thread. */
export type OpenedTalk = {
  readonly talk: Talk;
  readonly conversation: Conversation;
  /** What was asked, with the epoch of the message that asked it. */
  readonly asks: readonly (ConsentAsk & { readonly epoch: number })[];
} & Pick<ReporterKeys, 'keys'>;

/** Throws `SealingError`: something in the conversation was changed, is missing or out of order. */
export function openTalk(
  receipt: ReceiptKeys,
  conversation: Conversation,
  keyring: Pick<Keyring, 'members'>,
): OpenedTalk {
  const { keys, turns, checked } = openReporterKeys(conversation, receipt, keyring);
  const opened = openMessages(conversation, conversation.messages, (epoch) => keys[epoch], turns);
  const heard: Heard = { asks: new Map(), services: new Map(), said: new Map() };
  const { asks, services, said } = heard;
  const lines = opened.map(({ direction, counter, day, message, epoch, oldKey = false }): TalkLine => {
    const fromReporter = direction === 0;
    // What came under a key that was over is shown, and neither asks nor answers: its writer may be somebody else.
    const text = oldKey ? textOf(message) : summarise(fromReporter, { ...message, epoch }, heard);
    const files = message.attachments.map((note, place) => ({
      ...note,
      place,
      ...standingOf(conversation, note.object),
    }));
    const line = { fromReporter, kind: message.kind, text, day, oldKey, epoch, counter, files };
    if (message.kind !== 'handed_over' || fromReporter || oldKey) return line;
    return { ...line, ...openHandedOver(message.text, conversation.caseId, keys[epoch], receipt) };
  });
  const ours = lines.filter(({ fromReporter }) => !fromReporter);
  const state = ours.length === 0 ? 'unopened' : ours.some(({ kind }) => kind !== 'received') ? 'answered' : 'opened';
  const sent = lines.length - ours.length;
  const consents = [...asks.values()].map(({ consentId, recipient, items, purpose, until, words }): TalkConsent => ({
    consentId,
    recipient,
    items,
    purpose,
    until,
    state: (said.get(consentId) as ConsentAnswer | undefined) ?? 'open',
    hasWords: words !== null,
  }));
  const feedback = [...services.values()].map((one) => ({ ...one, isGiven: said.has(one.referralId) }));
  const { withdrawal } = conversation;
  const keyed = { epoch: turns.length, keyChecked: checked };
  const talk: Talk = { state, lines, sent, consents, feedback, withdrawal, ...keyed };
  return { talk, conversation, keys, asks: [...asks.values()] };
}

type Heard = {
  readonly asks: Map<string, OpenedTalk['asks'][number]>;
  readonly services: Map<string, FeedbackAsk>;
  /** By the id of a consent or referral. */
  readonly said: Map<string, string>;
};

const textOf = ({ kind, text }: { readonly kind: MessageKind; readonly text: string }): string =>
  kind === 'words' ? text : '';

/** To whom the case went, and the new receipt, which opens for whoever has this one alone. Throws `SealingError`. */
function openHandedOver(
  text: string,
  caseId: CaseId,
  conversationKey: Uint8Array | undefined,
  { kem }: ReceiptKeys,
): { readonly text: string; readonly receipt: string | null } {
  const said = readHandedOver(text);
  if (said?.receipt == null || conversationKey === undefined) return { text: said?.recipient ?? '', receipt: null };
  const opened = openSharedWords({ caseId, consentId: said.referralId, conversationKey }, kem, said.receipt);
  const digits = opened === null ? '' : String(fields(opened)['receipt']);
  return { text: said.recipient, receipt: normaliseReceipt(digits) };
}

/** What a line shows of a message, with the questions and answers in it gathered. Neither side can ask as the other. */
function summarise(
  fromReporter: boolean,
  { kind, text, epoch }: { readonly kind: MessageKind; readonly text: string; readonly epoch: number },
  { asks, services, said }: Heard,
): string {
  if (kind === 'words' || kind === 'received') return text;
  if (fromReporter) {
    const consent = kind === 'consent_said' ? readConsentSaid(text) : null;
    if (consent !== null) said.set(consent.consentId, consent.answer);
    const service = kind === 'feedback_said' ? readFeedbackSaid(text) : null;
    if (service !== null) said.set(service.referralId, 'given');
    return consent?.answer ?? '';
  }
  const ask = kind === 'consent_ask' ? readConsentAsk(text) : null;
  // The first of an id stands: what is answered must be what was shown, whatever came in between.
  if (ask !== null && !asks.has(ask.consentId)) asks.set(ask.consentId, { ...ask, epoch });
  const service = kind === 'feedback_ask' ? readFeedbackAsk(text) : null;
  if (service !== null) services.set(service.referralId, service);
  return ask?.recipient.name ?? service?.recipient ?? '';
}

/** The words that a consent would share. Null: this is not the second word. Throws `SealingError`. */
export function openWords(
  { asks, conversation, keys: conversationKeys }: OpenedTalk,
  consentId: string,
  keys: KeyPair,
): ItemText[] | null {
  const ask = asks.find((one) => one.consentId === consentId);
  const conversationKey = conversationKeys[ask?.epoch ?? 0];
  if (!ask?.words || !conversationKey) return null;
  const content = openSharedWords({ caseId: conversation.caseId, consentId, conversationKey }, keys, ask.words);
  return content === null ? null : readItemTexts(content);
}

/** How much of a file is stored. One that was never announced has no place yet. */
function standingOf({ attachments }: Conversation, object: string): Pick<TalkFile, 'chunks' | 'arrived'> {
  const place = attachments.find((one) => one.object === object);
  return { chunks: place?.chunks ?? 0, arrived: place !== undefined && place.received === place.chunks };
}

/** What a form's button says of a question: the message that says it, or null when it was said or asks nothing. */
export function answerOf(
  { talk }: OpenedTalk,
  act: string,
  fieldOf: (name: string) => string,
): { readonly kind: MessageKind; readonly text: string } | null {
  if (act === 'feedback') {
    const asked = talk.feedback.find(({ referralId }) => referralId === fieldOf('referral'));
    return asked === undefined || asked.isGiven
      ? null
      : { kind: 'feedback_said', text: writeAsked(readFeedback(asked, fieldOf)) };
  }
  const consent = talk.consents.find(({ consentId }) => consentId === fieldOf('consent'));
  const answer = (['give', 'refuse', 'withdraw'] as const).find((one) => act === `consent_${one}`);
  if (consent === undefined || answer === undefined || !answersTo(consent).includes(answer)) return null;
  return { kind: 'consent_said', text: writeAsked({ consentId: consent.consentId, answer }) };
}

/** What can be answered now: a refusal ends the question, what was given can be taken back. */
export function answersTo({ state }: Pick<TalkConsent, 'state'>): readonly ConsentAnswer[] {
  return state === 'open' ? ['give', 'refuse'] : state === 'give' ? ['withdraw'] : [];
}

function readFeedback({ referralId }: FeedbackAsk, fieldOf: (name: string) => string): FeedbackSaid {
  const respectful = Number(fieldOf('respectful'));
  const yesNo = (name: string): boolean | null => ({ yes: true, no: false })[fieldOf(name)] ?? null;
  return {
    referralId,
    respectful: respectful >= 1 && respectful <= 5 ? Math.round(respectful) : null,
    outed: yesNo('outed'),
    again: yesNo('again'),
    comment: [...fieldOf('comment').replace(/\r\n?/g, '\n').trim()].slice(0, FEEDBACK_MAX).join(''),
  };
}
