import {
  answerReporter,
  readCaseConversation,
  type StoredMessage,
  type Withdrawal,
} from '@romduol/shared/api/conversation';
import type { ConversationEnd } from '@romduol/shared/api/cases';
import type { CaseId } from '@romduol/shared/ids';
import type { HeardMessage } from '@romduol/shared/casework/transcribe';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import {
  firstPrevious,
  type Message,
  messageHash,
  messageKey,
  openMessage,
  openMessages,
  sealMessage,
} from '@romduol/shared/sealing/conversation';
import { withdrawalCheck } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { PreparedFiles } from '../enhance/prepare-files.ts';
import type { MessageName } from './acts.ts';
import { settleReaders } from './begin-epoch.ts';
import { ApiRefusal } from './caller.ts';
import { requireConfirmed } from './confirm.ts';
import { type Desk, DeskRefusal, type HeldKey } from './desk.ts';
import { type OpenCase, openCase } from './open-case.ts';
import type { HandIn } from './outgoing-files.ts';
import type { ConversationView, WithdrawalView } from './views.ts';

/** Longest answer to a reporter, code points. */
export const ANSWER_MAX = 5_000;

export type Conversation = { readonly view: ConversationView; readonly messages: readonly StoredMessage[] };
/** A message that was sent, and the key under which its files are sealed. */
type Sent = { readonly counter: number; readonly key: Uint8Array };

/** The key of the case's epoch splits into the conversation's of the same epoch. */
const keyOf = (held: HeldKey) => (epoch: number) => {
  const key = held.all[epoch];
  return key && conversationKey(key);
};

/** Throws `SealingError` when a message was changed, is missing or out of order. */
export async function fetchConversation(desk: Desk, open: OpenCase): Promise<Conversation> {
  const { caseId, stored, held, report, turns } = open;
  const { messages, withdrawal, attachments } = await desk.call(readCaseConversation, { params: { caseId } });
  const arrived = new Set(
    attachments.filter(({ chunks, received }) => chunks === received).map(({ object }) => object),
  );
  const opened = openMessages(stored, messages, keyOf(held), turns);
  const reads = [0, 1].map((direction) =>
    Math.max(0, ...opened.filter((one) => one.direction !== direction).map(({ message }) => message.seen)),
  );
  const lines = opened.map(({ direction, counter, day, message, oldKey = false }) => ({
    fromReporter: direction === 0,
    counter,
    day,
    kind: message.kind,
    text: message.text,
    by: message.by,
    oldKey,
    read: counter <= (reads[direction] ?? 0),
    files: message.attachments.map(({ object, name, type, length }) => ({
      name,
      type,
      length,
      arrived: arrived.has(object),
    })),
  }));
  // What came under a key that was over is shown, and answers nothing: its writer may not be the reporter.
  const heard = opened.flatMap((one, at) =>
    one.oldKey ? [] : [{ ...lines[at], hash: toBase64url(messageHash(caseId, one)) } as HeardMessage],
  );
  return { view: { lines, heard, withdrawal: showWithdrawal(caseId, withdrawal, report.withdrawalCheck) }, messages };
}

/** W is checked against what the reporter sealed: a withdrawal that does not match was not made with the receipt. */
function showWithdrawal(caseId: CaseId, withdrawal: Withdrawal | null, check: Uint8Array): WithdrawalView | null {
  if (withdrawal === null) return null;
  const { day, eraseOn } = withdrawal;
  return { day, eraseOn, genuine: sodium().equal(withdrawalCheck(caseId, withdrawal.withdrawal), check) };
}

/**
 * A case's conversation, opened. The first time anybody of the organisation reads it, a sealed "received" goes out: until
 * then the return page says that nobody has opened the report. A colleague who was quicker is no error.
 */
export async function readConversation(desk: Desk, caseId: CaseId): Promise<ConversationView> {
  const open = await openCase(desk, caseId);
  const conversation = await fetchConversation(desk, open);
  if (conversation.view.lines.some(({ fromReporter }) => !fromReporter)) return conversation.view;
  try {
    await sendToReporter(desk, open, conversation, { kind: 'received', text: '' });
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal && refusal.code === 'sequence_taken')) throw refusal;
  }
  return (await fetchConversation(desk, open)).view;
}

/**
 * Sends words to the reporter, or files, or both. Throws `ApiRefusal` `sequence_taken` when a colleague's came first: read,
 * then decide.
 */
export async function answer(
  desk: Desk,
  caseId: CaseId,
  text: string,
  files?: { readonly prepared: PreparedFiles; readonly handIn: HandIn },
): Promise<ConversationView> {
  requireConfirmed(desk);
  const trimmed = text.trim();
  const { notes, problems } = files?.prepared ?? { notes: [], problems: [] };
  if ((trimmed === '' && notes.length === 0) || [...trimmed].length > ANSWER_MAX)
    throw new DeskRefusal('illegal_entry', 'bad_length');
  if (problems.length > 0) throw new DeskRefusal('illegal_entry', 'files_refused');
  const open = await settleReaders(desk, await openCase(desk, caseId));
  const what = { kind: 'words', text: trimmed, attachments: notes } as const;
  const { counter, key } = await sendToReporter(desk, open, await fetchConversation(desk, open), what);
  if (files !== undefined && notes.length > 0) await files.handIn({ caseId, counter, key }, files.prepared);
  return (await fetchConversation(desk, open)).view;
}

/** What a message says of a file of its, and the key that the file is sealed under. Null when there is no such file. */
export async function findMessageFile(
  desk: Desk,
  { caseId, stored, held, turns }: OpenCase,
  { fromReporter, counter }: MessageName,
  place: number,
): Promise<{ readonly note: AttachmentNote; readonly key: Uint8Array } | null> {
  const { messages } = await desk.call(readCaseConversation, { params: { caseId } });
  const direction = fromReporter ? 0 : 1;
  const found = openMessages(stored, messages, keyOf(held), turns).find(
    (one) => one.direction === direction && one.counter === counter,
  );
  const note = found?.message.attachments[place];
  const key = found && keyOf(held)(found.epoch);
  return note === undefined || key === undefined ? null : { note, key: messageKey(key, { counter, direction }) };
}

export async function sendToReporter(
  desk: Desk,
  { caseId, stored, held }: OpenCase,
  { messages }: Conversation,
  { kind, text, attachments = [] }: Pick<Message, 'kind' | 'text'> & Partial<Pick<Message, 'attachments'>>,
): Promise<Sent> {
  const [fromReporter = [], own = []] = [0, 1].map((direction) =>
    messages.filter((one) => one.direction === direction),
  );
  const last = own.at(-1);
  const place = {
    caseId,
    direction: 1,
    counter: own.length + 1,
    epoch: held.epoch,
    previous: last === undefined ? firstPrevious(stored, 1) : messageHash(caseId, last),
  } as const;
  const key = conversationKey(held.key);
  const message = sealMessage(place, key, {
    kind,
    text,
    attachments,
    seen: fromReporter.length,
    by: desk.member.handle,
  });
  await desk.call(answerReporter, { params: { caseId }, body: { message } });
  return { counter: place.counter, key: messageKey(key, place) };
}

/** How many of the reporter's messages nobody has answered yet, from what the queue is served. Throws `SealingError`. */
export function countUnanswered(caseId: CaseId, end: ConversationEnd, held: HeldKey): number {
  const { lastAnswer, fromReporter } = end;
  if (lastAnswer === null || fromReporter === 0) return fromReporter;
  const key = keyOf(held)(lastAnswer.epoch);
  if (key === undefined) throw new SealingError('chain_broken');
  return Math.max(0, fromReporter - openMessage(caseId, lastAnswer, key).seen);
}

/** The withdrawal of a listed case; `check` is the summary's, base64url. */
export const showListedWithdrawal = (
  caseId: CaseId,
  { withdrawal }: ConversationEnd,
  check: string,
): WithdrawalView | null => showWithdrawal(caseId, withdrawal, fromBase64url(check));
