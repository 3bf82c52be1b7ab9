import type { ListId } from '../codebook/index.ts';
import type { PacketItem, Urgency } from '../codebook/referral-lists.ts';
import type { Sector } from '../codebook/sector.ts';
import type { Day } from '../ids.ts';
import { Answers, ContactAnswers } from '../questionnaire/answers.ts';
import { LIST_OF_QUESTION } from '../questionnaire/questions.ts';
import type { QuestionId } from '../questionnaire/shape.ts';
import type { EntryRefusal } from './apply-entry.ts';
import { contextOf } from './apply-referral.ts';
import type { Case } from './case.ts';
import type { ReferralId } from './case-ids.ts';
import { type LiveConsent, type Recipient, liveConsent } from './consent.ts';
import { transition } from './referral-moves.ts';
import type { Referral } from './referral.ts';
import { isWorking } from './states.ts';

declare const sendable: unique symbol;

/**
 * A referral that may be sent now, sent again, or handed over within the system, with the consent that allows it. Only
 * `prepareSending`, `prepareReprint` and `prepareHandingOver` make one.
 */
export type SendableReferral = {
  readonly referral: Referral;
  readonly consent: LiveConsent;
  /** What is to be sent: among what was consented to, and maybe less. */
  readonly items: readonly PacketItem[];
  readonly [sendable]: true;
};

export type Preparation =
  | { readonly ok: true; readonly sendable: SendableReferral }
  | { readonly ok: false; readonly code: EntryRefusal };

/**
 * Asks whether a referral may be sent today with these items (by default all that were consented to). Judged by the
 * same table as the fold judges the `send` entry.
 */
export function prepareSending(
  facts: Case,
  referralId: ReferralId,
  by: { readonly today: Day; readonly isSupervisor: boolean; readonly items?: readonly PacketItem[] },
): Preparation {
  return prepare(facts, referralId, 'send', by);
}

const prepareSent =
  (action: 'reprint' | 'hand_over') =>
  (facts: Case, referralId: ReferralId, by: { readonly today: Day; readonly isSupervisor: boolean }): Preparation => {
    const sent = facts.referrals.find(({ id }) => id === referralId)?.sent;
    return prepare(facts, referralId, action, { ...by, items: sent?.items ?? [] });
  };

/** Asks whether what was sent may be handed over once more: the same items, under the consent that it was sent by. */
export const prepareReprint = prepareSent('reprint');

/** Asks whether what was sent within the system may be handed over, under the consent that it was sent by. */
export const prepareHandingOver = prepareSent('hand_over');

function prepare(
  facts: Case,
  referralId: ReferralId,
  action: 'send' | 'reprint' | 'hand_over',
  by: Parameters<typeof prepareSending>[2],
): Preparation {
  const referral = facts.referrals.find(({ id }) => id === referralId);
  if (referral === undefined) return { ok: false, code: 'unknown_referral' };
  if (!isWorking(facts.state)) return { ok: false, code: 'illegal_move' };
  const consent = liveConsent(facts, referralId, by.today);
  const items = by.items ?? consent?.items ?? [];
  const next = transition(referral.state, action, {
    ...contextOf(facts, referral, by.isSupervisor),
    liveConsent: consent,
    ...(consent !== null && { sending: { consentId: consent.id, items } }),
  });
  if (!next.ok) return next;
  if (consent === null) return { ok: false, code: 'no_live_consent' };
  return { ok: true, sendable: { referral, consent, items } as unknown as SendableReferral };
}

/** One line of a packet: text as it was written, or codes to be labelled in the language of the letter. */
export type PacketLine = { readonly item: PacketItem; readonly question: QuestionId | 'reason' } & (
  | { readonly text: string }
  | { readonly list: ListId; readonly codes: readonly string[] }
);

/** What is handed over, and all that is. The letter prints from this and nothing else. */
export type Packet = {
  readonly referralId: ReferralId;
  readonly recipient: Recipient;
  readonly sector: Sector;
  readonly urgency: Urgency;
  readonly purpose: string;
  readonly until: Day | null;
  /** Also those of which nothing was said: the letter says so. */
  readonly items: readonly PacketItem[];
  readonly lines: readonly PacketLine[];
};

/** The questions whose answers an item stands for. */
const QUESTIONS_OF_ITEM: Readonly<Record<Exclude<PacketItem, 'reason'>, readonly QuestionId[]>> = {
  needs: ['needs'],
  access: ['language'],
  age: ['age'],
  categories: ['categories'],
  when_where: ['when_band', 'province', 'setting'],
  perpetrators: ['perpetrators'],
  narrative: ['narrative'],
  identity: ['identity', 'identity_text'],
  disability: ['disability'],
  contact: ['contact_mode', 'contact_value', 'contact_safety'],
};

/**
 * The packet of a sendable referral. `contact` may be null: contact details are erased before the rest, and are opened
 * only where they are an item.
 */
export function makePacket(sending: SendableReferral, facts: Case, contact: ContactAnswers | null): Packet {
  const { referral, consent, items } = sending;
  const said: Readonly<Partial<Record<string, unknown>>> = { ...facts.answers, ...contact };
  const lines = items.flatMap((item): PacketLine[] => {
    if (item === 'reason') return [{ item, question: 'reason', text: referral.reason }];
    return QUESTIONS_OF_ITEM[item].flatMap((question) => lineOf(item, question, said[question]));
  });
  const { id: referralId, recipient, sector, urgency } = referral;
  return { referralId, recipient, sector, urgency, purpose: consent.purpose, until: consent.until, items, lines };
}

/**
 * The same as answers to the questionnaire, for a case that is handed over within the system: what the items stand for, and
 * nothing else. Whether they may be reached outside the page goes with how.
 */
export function handedOverAnswers(
  { items }: SendableReferral,
  facts: Case,
  contact: ContactAnswers | null,
): { readonly answers: Answers; readonly contact: ContactAnswers } {
  const asked = new Set<string>(items.flatMap((item) => (item === 'reason' ? [] : QUESTIONS_OF_ITEM[item])));
  const agreed = (said: object): object => Object.fromEntries(Object.entries(said).filter(([id]) => asked.has(id)));
  const { codebook, consent_contact } = facts.answers;
  const isReachable = asked.has('contact_value') && consent_contact === 'yes';
  return {
    answers: Answers.parse({ ...agreed(facts.answers), codebook, ...(isReachable && { consent_contact }) }),
    contact: ContactAnswers.parse(agreed(contact ?? {})),
  };
}

function lineOf(item: PacketItem, question: QuestionId, value: unknown): PacketLine[] {
  const lists: Readonly<Partial<Record<QuestionId, ListId>>> = LIST_OF_QUESTION;
  const list = lists[question];
  if (list === undefined) return typeof value === 'string' ? [{ item, question, text: value }] : [];
  const codes = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return codes.length === 0 ? [] : [{ item, question, list, codes }];
}
