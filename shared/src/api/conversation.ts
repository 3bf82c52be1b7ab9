import { CaseId, Day } from '../ids.ts';
import { z } from '../schema.ts';
import { AttachmentPlaces } from './attachments.ts';
import { Sealed, bytes, operation } from './contract.ts';
import { ConversationKeys } from './grants.ts';

/**
 * Longest message, sealed, bytes: the longest story with what stands beside it in a packet, sealed for the second word
 * and in base64url, padded.
 */
export const MESSAGE_MAX = 48 * 1024;

/** Which way a message goes: 0 from the reporter, 1 from the organisation. */
export const Direction = z.literal([0, 1]);
export type Direction = z.output<typeof Direction>;

/** One message. Counters run from 1 in each direction; `previous` chains the messages of one direction. */
export const SealedMessage = z.object({
  direction: Direction,
  counter: z.int().min(1).max(10_000),
  epoch: z.int().min(0),
  previous: bytes({ length: 32 }),
  sealed: Sealed(MESSAGE_MAX),
});
export type SealedMessage = z.output<typeof SealedMessage>;

export const StoredMessage = SealedMessage.extend({ day: Day });
export type StoredMessage = z.output<typeof StoredMessage>;

/** A withdrawal that was asked for: W, and the day from which on the case is erased. */
export const Withdrawal = z.object({ day: Day, eraseOn: Day, withdrawal: bytes({ length: 32 }) });
export type Withdrawal = z.output<typeof Withdrawal>;

/** What the receipt finds. It travels sealed under a key that follows from the lookup (`openConversation`). */
export const Conversation = z.object({
  caseId: CaseId,
  commit: bytes({ length: 32 }),
  reporterCopy: Sealed(48),
  /** Null while the conversation has its first key. */
  keys: ConversationKeys.nullable(),
  messages: z.array(StoredMessage),
  /** Files of the messages; those of the report itself are not told to whoever finds the receipt. */
  attachments: z.array(AttachmentPlaces),
  withdrawal: Withdrawal.omit({ withdrawal: true }).nullable(),
});
export type Conversation = z.output<typeof Conversation>;

const Lookup = bytes({ length: 32 });

/**
 * The reporter's way back. Always answers 200 with bytes that only the holder of a receipt can tell from random ones,
 * in the same time: whether a receipt exists is not to be found out here.
 */
export const readConversation = operation({
  method: 'post',
  path: '/api/conversation',
  access: 'public',
  body: z.object({ lookup: Lookup }),
  answer: z.object({ sealed: Sealed(16 * 1024 * 1024) }),
});

/** Hands in a message from the reporter. 201, or 200 for the same bytes again; `sequence_taken` for others. */
export const sendMessage = operation({
  method: 'post',
  path: '/api/conversation/messages',
  access: 'public',
  body: z.object({ lookup: Lookup, message: SealedMessage }),
});

/**
 * Withdraws a report: sharing stops at once, erasure follows after seven days, or at once when `second` proves the
 * second word. A wrong one is refused with `credentials_refused`, and too many with `too_many_attempts`.
 */
export const withdrawReport = operation({
  method: 'post',
  path: '/api/conversation/withdrawal',
  access: 'public',
  body: z.object({ lookup: Lookup, withdrawal: bytes({ length: 32 }), second: bytes({ length: 32 }).nullable() }),
  /** Null: it is erased already. */
  answer: z.object({ eraseOn: Day.nullable() }),
});

/** Takes a withdrawal back while nothing is erased yet. */
export const undoWithdrawal = operation({
  method: 'post',
  path: '/api/conversation/withdrawal/undo',
  access: 'public',
  body: z.object({ lookup: Lookup }),
});

/** A case's conversation as its caseworkers see it. */
export const readCaseConversation = operation({
  method: 'get',
  path: '/api/cases/:caseId/conversation',
  access: ['caseworker', 'supervisor'],
  params: z.object({ caseId: CaseId }),
  answer: z.object({
    messages: z.array(StoredMessage),
    withdrawal: Withdrawal.nullable(),
    attachments: z.array(AttachmentPlaces),
  }),
});

/** Sends a message to the reporter. As `sendMessage`. */
export const answerReporter = operation({
  method: 'post',
  path: '/api/cases/:caseId/messages',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 80 * 1024,
  params: z.object({ caseId: CaseId }),
  body: z.object({ message: SealedMessage }),
});
