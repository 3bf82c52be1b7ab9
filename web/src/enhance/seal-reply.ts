import type { SealedMessage } from '@romduol/shared/api/conversation';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import {
  type MessageKind,
  firstPrevious,
  messageHash,
  messageKey,
  sealMessage,
} from '@romduol/shared/sealing/conversation';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { OpenedTalk } from './return-talk.ts';

/** Longest reply, code points: as long as a report's own story. */
export const REPLY_MAX = 5_000;

export type ReplyProblem = 'reply_empty' | 'reply_long';

/**
 * A reply as it was typed, to be sent; or why it cannot be. A file alone is a whole reply. Browsers post line ends of two
 * characters.
 */
export function readReply(
  typed: string,
  hasFiles: boolean,
): { readonly text: string } | { readonly problem: ReplyProblem } {
  const text = typed.replace(/\r\n?/g, '\n').trim().normalize('NFC');
  if (text === '' && !hasFiles) return { problem: 'reply_empty' };
  return [...text].length > REPLY_MAX ? { problem: 'reply_long' } : { text };
}

/** Whether a form that was drawn when `after` replies had been sent has brought this one already. */
export function wasSent({ talk }: OpenedTalk, after: number, text: string, notes: readonly AttachmentNote[]): boolean {
  const there = talk.lines.filter(({ fromReporter }) => fromReporter)[after];
  const facts = (files: readonly Pick<AttachmentNote, 'name' | 'length'>[]): string =>
    JSON.stringify(files.map(({ name, length }) => [name, length]));
  return there !== undefined && there.text === text && facts(there.files) === facts(notes);
}

/** The next message of the reporter, and the key under which its files are sealed. */
export function nextReply({ conversation, keys, talk }: OpenedTalk): {
  readonly counter: number;
  readonly key: Uint8Array;
} {
  const counter = conversation.messages.filter(({ direction }) => direction === 0).length + 1;
  return { counter, key: messageKey(keys[talk.epoch] as Uint8Array, { counter, direction: 0 }) };
}

/**
 * The next message of the reporter, with what it says of the files that follow it, under the newest key. Throws
 * `grant_refused` when that could not be checked.
 */
export function sealReply(
  { conversation, keys, talk }: OpenedTalk,
  text: string,
  {
    kind = 'words',
    attachments = [],
  }: { readonly kind?: MessageKind; readonly attachments?: readonly AttachmentNote[] } = {},
): SealedMessage {
  const { caseId, messages } = conversation;
  const [own = [], theirs = []] = [0, 1].map((direction) => messages.filter((one) => one.direction === direction));
  const last = own[own.length - 1];
  const previous = last === undefined ? firstPrevious(conversation, 0) : messageHash(caseId, last);
  if (!talk.keyChecked) throw new SealingError('grant_refused');
  const { epoch } = talk;
  const place = { caseId, direction: 0, counter: own.length + 1, epoch, previous } as const;
  return sealMessage(place, keys[epoch] as Uint8Array, { kind, text, seen: theirs.length, by: '', attachments });
}
