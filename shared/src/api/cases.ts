import { CaseId, Day, MemberId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, bytes, operation } from './contract.ts';
import { StoredMessage, Withdrawal } from './conversation.ts';
import { CaseGrant, Grant, VaultWrap } from './grants.ts';
import { SealedReport, Slot } from './reports.ts';
import { ErasureDates } from './retention.ts';

/** One entry of a case's log. `previous` and `hash` chain it; author and signature stand again inside the ciphertext. */
export const SealedEntry = z.object({
  seq: z.int().min(1),
  epoch: z.int().min(0),
  author: MemberId,
  previous: bytes({ length: 32 }),
  keyringVersion: z.int().min(1),
  keyringHash: bytes({ length: 32 }),
  sealed: Sealed(128 * 1024),
});
export type SealedEntry = z.output<typeof SealedEntry>;

/** The fold's result after entry `seq`, from which the queue is built without reading logs. */
export const SealedSummary = z.object({
  seq: z.int().min(1),
  epoch: z.int().min(0),
  head: bytes({ length: 32 }),
  author: MemberId,
  sealed: Sealed(32 * 1024),
});
export type SealedSummary = z.output<typeof SealedSummary>;

/** What the server keeps of a report once it is stored. */
export const StoredReport = SealedReport.omit({
  lookup: true,
  secondLookup: true,
  reporterCopy: true,
  slots: true,
}).extend({
  day: Day,
  /** Key ids of everybody the report was sealed to, sorted: part of what the log's first entry is chained to. */
  kids: z.array(bytes({ length: 16 })),
});
export type StoredReport = z.output<typeof StoredReport>;

/**
 * How the caller gets at the case's newest key: the wrap made at an earlier opening, else the slot. `grants` are those of
 * every key after the report's own, in their order.
 */
const Access = z.object({
  epoch: z.int().min(0),
  wrap: VaultWrap.nullable(),
  slot: Slot.nullable(),
  grants: z.array(CaseGrant),
});
export type Access = z.output<typeof Access>;

/** Ids that fit into an address. */
export const MOST_ONLY = 50;

const CaseIds = z.codec(z.string().max(37 * MOST_ONLY), z.array(CaseId).min(1).max(MOST_ONLY), {
  decode: (text) => text.split(',') as CaseId[],
  encode: (ids) => ids.join(),
});

/** How far a conversation has come, as much of it as a queue needs. */
export const ConversationEnd = z.object({
  /** How many messages the reporter has sent. */
  fromReporter: z.int().min(0),
  /** The organisation's newest message, in which stands how many of the reporter's it answers; null without any of hers. */
  lastAnswer: StoredMessage.nullable(),
  withdrawal: Withdrawal.nullable(),
  /** Day of the organisation's first words: of its second message, for the first says only that somebody has read the report. */
  answered: Day.nullable(),
});
export type ConversationEnd = z.output<typeof ConversationEnd>;

/**
 * Cases of the caller's teams, the newest first: what is to be done is mostly among those, and they are shown before the rest
 * is here. A case nobody has written to yet comes with its report, since there is no summary to list it from. `only` answers
 * these, as far as the caller may see them.
 */
export const listCases = operation({
  method: 'get',
  path: '/api/cases',
  access: ['caseworker', 'supervisor'],
  query: z.object({
    after: z.string().max(64).optional(),
    only: CaseIds.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  answer: z.object({
    cases: z.array(
      z.object({
        caseId: CaseId,
        team: TeamId,
        day: Day,
        commit: bytes({ length: 32 }),
        /** That the report was sealed under. */
        keyringVersion: z.int().min(1),
        access: Access,
        report: StoredReport.nullable(),
        summary: SealedSummary.nullable(),
        conversation: ConversationEnd,
      }),
    ),
    next: z.string().nullable(),
  }),
});

/** A case with its log, whole unless it was asked for from an entry on. */
export const ServedCase = z.object({
  report: StoredReport,
  access: Access,
  entries: z.array(SealedEntry),
  summary: SealedSummary.nullable(),
  /** The newest grant of the conversation's key; null while the report's own is in use. */
  conversation: Grant.nullable(),
  /** When it is erased; null while nobody has asked for that. */
  erasure: ErasureDates.nullable(),
});

export const readCase = operation({
  method: 'get',
  path: '/api/cases/:caseId',
  access: ['caseworker', 'supervisor'],
  params: z.object({ caseId: CaseId }),
  // The first entry that is served: the last that the caller has verified, so that they see that it still stands there.
  query: z.object({ from: z.coerce.number().int().min(1).optional() }),
  answer: ServedCase,
});

export const NewEpoch = CaseGrant.extend({
  slots: z.array(Slot).min(1).max(64),
  conversation: z.object({ grant: Grant, slot: Slot }),
  entries: z.array(SealedEntry).min(1).max(4),
  summary: SealedSummary,
  /** The caller's own, where they are named. */
  wrap: VaultWrap.nullable(),
});
export type NewEpoch = z.output<typeof NewEpoch>;

/**
 * Begins a new key of the case, for exactly the members that its grant names, and of its conversation, for the reporter. The
 * entries are the first under it, the first of them holding both grants' hashes. In the same transaction slots and wraps of
 * everybody who is not named go. 409 `sequence_taken` when a colleague was quicker, or the reporter has just written.
 */
export const beginEpoch = operation({
  method: 'post',
  path: '/api/cases/:caseId/epochs',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 1024 * 1024,
  params: z.object({ caseId: CaseId }),
  body: NewEpoch,
});

/**
 * Gives up the caller's own way into a case: their slots and wraps go at once. 409 `last_reader` when nobody else could
 * open it then.
 */
export const leaveCase = operation({
  method: 'delete',
  path: '/api/cases/:caseId/access',
  access: ['caseworker', 'supervisor'],
  params: z.object({ caseId: CaseId }),
});

/**
 * Appends one entry with the summary that follows from it, in one transaction. A clash answers 409 `sequence_taken`. `act`:
 * what the entry stands for, where the audit log is to say so; the entry itself is sealed.
 */
export const appendEntry = operation({
  method: 'post',
  path: '/api/cases/:caseId/entries',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 320 * 1024,
  params: z.object({ caseId: CaseId }),
  body: z.object({ entry: SealedEntry, summary: SealedSummary, act: z.literal('case_bundled').optional() }),
});

/** Keeps the caller's own wrap of a case key, so that the next opening needs no KEM. */
export const storeVaultWrap = operation({
  method: 'put',
  path: '/api/cases/:caseId/wrap',
  access: ['caseworker', 'supervisor'],
  params: z.object({ caseId: CaseId }),
  body: z.object({ epoch: z.int().min(0), wrap: VaultWrap }),
});

/**
 * The same for many cases at once: what a queue was read by slots for costs a key encapsulation a case, and only the first
 * time. Answers how many were kept: none for a case whose slot of that epoch the caller does not hold.
 */
export const storeVaultWraps = operation({
  method: 'put',
  path: '/api/wraps',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 256 * 1024,
  body: z.object({
    wraps: z
      .array(z.object({ caseId: CaseId, epoch: z.int().min(0), wrap: VaultWrap }))
      .min(1)
      .max(500),
  }),
  answer: z.object({ kept: z.int().min(0) }),
});
