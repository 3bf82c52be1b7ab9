import { Day, MemberId, Quarter, RecordId, SeriesId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, bytes, operation } from './contract.ts';
import { Grant } from './grants.ts';
import { Slot } from './reports.ts';

export const COHORT_KINDS = ['incident', 'outcome'] as const;
export const CohortKind = z.enum(COHORT_KINDS);
export type CohortKind = z.output<typeof CohortKind>;

/** What names a cohort: whose records, which of their variables, which quarter. */
export const CohortName = z.object({ series: SeriesId, kind: CohortKind, cohort: Quarter });
export type CohortName = z.output<typeof CohortName>;

/** A coded record as stored: fixed size, under its author's statistics key. */
export const SealedRecord = z.object({
  recordId: RecordId,
  revision: z.int().min(1),
  author: MemberId,
  epoch: z.int().min(1),
  codebook: z.int().min(1),
  sealed: Sealed(4 * 1024),
});
export type SealedRecord = z.output<typeof SealedRecord>;

/** An author's signed list of what they have handed in (`sealing/record-list.ts`): JSON bytes, 27 letters a record. */
export const SignedRecordList = z.object({
  member: MemberId,
  number: z.int().min(1),
  list: bytes({ max: 4 * 1024 * 1024 }),
  signature: bytes({ length: 64 }),
});
export type SignedRecordList = z.output<typeof SignedRecordList>;

/**
 * Hands in coded records, shuffled, when the desk is locked, and beside them the author's next list, which names them. The
 * caller must be their author. 409 `sequence_taken` unless the list follows the last one.
 */
export const storeRecords = operation({
  method: 'post',
  path: '/api/statistics/records',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 8 * 1024 * 1024,
  body: z.object({ records: z.array(SealedRecord).max(500), list: SignedRecordList.omit({ member: true }) }),
  answer: z.object({ stored: z.int(), refused: z.array(RecordId) }),
});

/** The author's own records by id and revision, counted ones too, and their last list: the desk sends again what a crash kept back, once. */
export const listOwnRecords = operation({
  method: 'get',
  path: '/api/statistics/records/own',
  access: ['caseworker', 'supervisor'],
  answer: z.object({
    records: z.array(z.object({ recordId: RecordId, revision: z.int(), counted: z.boolean() })),
    list: SignedRecordList.nullable(),
  }),
});

/** The last list of every author of the caller's organisation, and which of the records they name have been counted since. */
export const listRecordLists = operation({
  method: 'get',
  path: '/api/statistics/records/lists',
  access: ['publisher'],
  answer: z.object({ lists: z.array(SignedRecordList), counted: z.array(RecordId) }),
});

/** All uncounted records of the caller's organisation, in id order. */
export const listRecords = operation({
  method: 'get',
  path: '/api/statistics/records',
  access: ['publisher'],
  query: z.object({ after: RecordId.optional(), limit: z.coerce.number().int().min(1).max(20_000).default(5_000) }),
  answer: z.object({ records: z.array(SealedRecord), next: RecordId.nullable() }),
});

/**
 * What was sent to withdraw each report that is erased or waits to be: a freeze drops the records that bear its mark
 * (`uncountMark`). Of every organisation, since nothing here tells whose it is.
 */
export const listWithdrawn = operation({
  method: 'get',
  path: '/api/statistics/withdrawn',
  access: ['publisher'],
  answer: z.object({ withdrawals: z.array(bytes({ length: 32 })) }),
});

/** A row of the ledger as it was signed when the cohort opened: JSON bytes, author, signature. */
export const SignedLedgerEntry = z.object({
  statement: bytes({ max: 16 * 1024 }),
  author: MemberId,
  signature: bytes({ length: 64 }),
});
export type SignedLedgerEntry = z.output<typeof SignedLedgerEntry>;

/**
 * Opens a cohort: its programme and the hash of its seed enter the ledger, the seed is granted to publishers. No further
 * ahead than two quarters. 409 `already_exists` where it is open, or one is that would count the same records,
 * `sequence_taken` unless the row follows the organisation's last.
 */
export const openCohort = operation({
  method: 'post',
  path: '/api/statistics/cohorts',
  access: ['publisher'],
  bodyLimit: 512 * 1024,
  body: z.object({ entry: SignedLedgerEntry, grant: Grant, slots: z.array(Slot).min(1).max(64) }),
});

const ReleaseSignature = z.object({ member: MemberId, signature: bytes({ length: 64 }) });

/** A release as proposed or published. `file` is the exact bytes that were signed. */
export const StoredRelease = CohortName.extend({
  number: z.int().min(1),
  status: z.enum(['proposed', 'published']),
  day: Day,
  file: bytes({ max: 2 * 1024 * 1024 }),
  hash: bytes({ length: 32 }),
  previous: bytes({ length: 32 }),
  signatures: z.array(ReleaseSignature).min(1).max(8),
});
export type StoredRelease = z.output<typeof StoredRelease>;

/** Ledger and releases of the caller's organisation, in ledger order. */
export const listCohorts = operation({
  method: 'get',
  path: '/api/statistics/cohorts',
  access: ['publisher', 'advocate', 'supervisor'],
  answer: z.object({ ledger: z.array(SignedLedgerEntry), releases: z.array(StoredRelease) }),
});

/** Proposes a release. 409 `not_ripe` before eight weeks after the cohort's end, `already_released` ever after the first. */
export const proposeRelease = operation({
  method: 'post',
  path: '/api/statistics/releases',
  access: ['publisher'],
  bodyLimit: 8 * 1024 * 1024,
  body: CohortName.extend({
    number: z.int().min(1),
    previous: bytes({ length: 32 }),
    file: bytes({ max: 2 * 1024 * 1024 }),
    signature: bytes({ length: 64 }),
    /** Every record counted, so that they can be made tombstones when the release is published. */
    counted: z.array(RecordId),
  }),
});

/** The second publisher's signature over the same bytes, recomputed by them; publishes the release. */
export const countersignRelease = operation({
  method: 'post',
  path: '/api/statistics/releases/:series/:kind/:cohort/signatures',
  access: ['publisher'],
  params: CohortName,
  body: z.object({ hash: bytes({ length: 32 }), signature: bytes({ length: 64 }) }),
});

/** What the proposal named as counted: the second publisher counts the same records. */
export const readProposal = operation({
  method: 'get',
  path: '/api/statistics/releases/:series/:kind/:cohort/proposal',
  access: ['publisher'],
  params: CohortName,
  answer: z.object({ release: StoredRelease, counted: z.array(RecordId) }),
});

/** Published releases of every organisation, oldest first. */
export const listReleases = operation({
  method: 'get',
  path: '/api/statistics/releases',
  access: 'public',
  answer: z.object({ releases: z.array(StoredRelease) }),
});
