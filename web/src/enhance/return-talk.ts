import type { Conversation, SealedMessage } from '@romduol/shared/api/conversation';
import type { Day } from '@romduol/shared/ids';
import { firstPrevious, messageHash, openMessages, sealMessage } from '@romduol/shared/sealing/conversation';
import { openReporterCopy } from '@romduol/shared/sealing/envelope';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';

/** Longest reply, code points: as long as a report's own story. */
export const REPLY_MAX = 5_000;

export type TalkLine = {
  readonly fromReporter: boolean;
  /** `received`: no words, somebody has opened the report. */
  readonly kind: 'words' | 'received';
  readonly text: string;
  readonly day: Day;
};

/** A conversation as the return page shows it. */
export type Talk = {
  /** What can be told from the conversation alone: the server knows no more. */
  readonly state: 'unopened' | 'opened' | 'answered';
  /** In the order in which they can have been written. */
  readonly lines: readonly TalkLine[];
  /** How many messages the reporter has sent: a reply form names it, so that the same form sent twice is one reply. */
  readonly sent: number;
  readonly withdrawal: Conversation['withdrawal'];
};

/** A conversation in the hands of whoever has its receipt, in the page's worker or the server's thread. */
export type OpenedTalk = { readonly talk: Talk; readonly conversation: Conversation; readonly key: Uint8Array };

/** Throws `SealingError`: something in the conversation was changed, is missing or out of order. */
export function openTalk(keys: ReceiptKeys, conversation: Conversation): OpenedTalk {
  const key = openReporterCopy(conversation, keys);
  const opened = openMessages(conversation, conversation.messages, (epoch) => (epoch === 0 ? key : undefined));
  const lines = opened.map(({ direction, day, message }): TalkLine => ({
    fromReporter: direction === 0,
    kind: message.kind,
    text: message.text,
    day,
  }));
  const ours = lines.filter(({ fromReporter }) => !fromReporter);
  const state = ours.length === 0 ? 'unopened' : ours.some(({ kind }) => kind === 'words') ? 'answered' : 'opened';
  const sent = lines.length - ours.length;
  return { talk: { state, lines, sent, withdrawal: conversation.withdrawal }, conversation, key };
}

export type ReplyProblem = 'reply_empty' | 'reply_long';

/** A reply as it was typed, to be sent; or why it cannot be. Browsers post line ends of two characters. */
export function readReply(typed: string): { readonly text: string } | { readonly problem: ReplyProblem } {
  const text = typed.replace(/\r\n?/g, '\n').trim().normalize('NFC');
  if (text === '') return { problem: 'reply_empty' };
  return [...text].length > REPLY_MAX ? { problem: 'reply_long' } : { text };
}

/** Whether a form that was drawn when `after` replies had been sent has brought this one already. */
export function wasSent({ talk }: OpenedTalk, after: number, text: string): boolean {
  return talk.lines.filter(({ fromReporter }) => fromReporter)[after]?.text === text;
}

/** The next message of the reporter. */
export function sealReply({ conversation, key }: OpenedTalk, text: string): SealedMessage {
  const { caseId, messages } = conversation;
  const [own = [], theirs = []] = [0, 1].map((direction) => messages.filter((one) => one.direction === direction));
  const last = own[own.length - 1];
  const previous = last === undefined ? firstPrevious(conversation, 0) : messageHash(caseId, last);
  const place = { caseId, direction: 0, counter: own.length + 1, epoch: 0, previous } as const;
  return sealMessage(place, key, { kind: 'words', text, seen: theirs.length, by: '', attachments: [] });
}
