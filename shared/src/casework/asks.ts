// What the team and a reporter ask each other in typed messages. Read by hand: the return page carries no schema library.
import type { DirectoryEntryId, Day } from '../ids.ts';
import { day, fields, list, text, whole } from '../sealing/fields.ts';
import { type SharedWords, readSharedWords } from '../sealing/shared-words.ts';
import type { PacketItem } from '../codebook/referral-lists.ts';
import type { ConsentId, ReferralId } from './case-ids.ts';
import type { ItemText } from './packet-text.ts';

/** Whether something may be shared: with whom, which kinds of things, for what. The words only for the second word. */
export type ConsentAsk = {
  readonly consentId: ConsentId;
  readonly referralId: ReferralId;
  readonly recipient: { readonly entryId: DirectoryEntryId; readonly name: string };
  readonly items: readonly PacketItem[];
  readonly purpose: string;
  readonly until: Day | null;
  /** Null where no second word was chosen: then a caseworker reads the words out. */
  readonly words: SharedWords | null;
};

export const CONSENT_ANSWERS = ['give', 'refuse', 'withdraw'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];
export type ConsentSaid = { readonly consentId: ConsentId; readonly answer: ConsentAnswer };

export type FeedbackAsk = { readonly referralId: ReferralId; readonly recipient: string };

/** How a service was; null is not said. */
export type FeedbackSaid = {
  readonly referralId: ReferralId;
  /** 1 (not at all) to 5. */
  readonly respectful: number | null;
  readonly outed: boolean | null;
  readonly again: boolean | null;
  readonly comment: string;
};

/** The case went on to another organisation here. `receipt`: that of the new case, for whoever has this one's; null: read out. */
export type HandedOver = {
  readonly referralId: ReferralId;
  readonly recipient: string;
  readonly receipt: SharedWords | null;
};

/** Longest comment on a service, code points. */
export const FEEDBACK_MAX = 1_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const nullable = <T>(value: unknown, read: (value: unknown) => T): T | null => (value === null ? null : read(value));
const yesOrNo = (value: unknown): boolean => text(String(value), /^(true|false)$/) === 'true';

/** The text of a typed message. */
export const writeAsked = (asked: ConsentAsk | ConsentSaid | FeedbackAsk | FeedbackSaid | HandedOver): string =>
  JSON.stringify(asked);

/** Null for what is no such message: whoever found a receipt may send anything, and must break nothing by it. */
function readAsked<T>(json: string, read: (content: Readonly<Record<string, unknown>>) => T): T | null {
  try {
    return read(fields(JSON.parse(json)));
  } catch {
    return null;
  }
}

export const readConsentAsk = (json: string): ConsentAsk | null =>
  readAsked(json, (one) => {
    const recipient = fields(one['recipient']);
    return {
      consentId: text<ConsentId>(one['consentId'], UUID),
      referralId: text<ReferralId>(one['referralId'], UUID),
      recipient: { entryId: text<DirectoryEntryId>(recipient['entryId'], UUID), name: text(recipient['name']) },
      items: list(one['items'], (item) => text<PacketItem>(item, /^[a-z_]{1,40}$/)),
      purpose: text(one['purpose'], /^[^]{0,2000}$/),
      until: nullable(one['until'], (value) => day<Day>(value)),
      words: nullable(one['words'], readSharedWords),
    };
  });

export const readConsentSaid = (json: string): ConsentSaid | null =>
  readAsked(json, (one) => ({
    consentId: text<ConsentId>(one['consentId'], UUID),
    answer: text<ConsentAnswer>(one['answer'], /^(give|refuse|withdraw)$/),
  }));

export const readFeedbackAsk = (json: string): FeedbackAsk | null =>
  readAsked(json, (one) => ({
    referralId: text<ReferralId>(one['referralId'], UUID),
    recipient: text(one['recipient']),
  }));

export const readHandedOver = (json: string): HandedOver | null =>
  readAsked(json, (one) => ({
    referralId: text<ReferralId>(one['referralId'], UUID),
    recipient: text(one['recipient']),
    receipt: nullable(one['receipt'], readSharedWords),
  }));

export const readFeedbackSaid = (json: string): FeedbackSaid | null =>
  readAsked(json, (one) => ({
    referralId: text<ReferralId>(one['referralId'], UUID),
    respectful: nullable(one['respectful'], (value) => Math.min(5, Math.max(1, whole(value)))),
    outed: nullable(one['outed'], yesOrNo),
    again: nullable(one['again'], yesOrNo),
    comment: text(one['comment'], /^[^]{0,2000}$/),
  }));

/** Reads the words that a consent would share, once the second word has opened them. Throws `malformed`. */
export function readItemTexts(value: unknown): ItemText[] {
  const words = (of: unknown) => {
    const { en, km } = fields(of);
    return { en: text(en, /^[^]{0,6000}$/), km: text(km, /^[^]{0,6000}$/) };
  };
  return list(value, (one) => {
    const { heading, parts } = fields(one);
    return {
      heading: words(heading),
      parts: list(parts, (part) => {
        const { label, text: said } = fields(part);
        return {
          label: nullable(label, words),
          text: typeof said === 'string' ? text(said, /^[^]{0,6000}$/) : words(said),
        };
      }),
    };
  });
}
