import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, quarter, series, slug } from '../columns.ts';
import { members } from './accounts.ts';

const cohortKind = () => text('kind', { enum: ['incident', 'outcome'] }).notNull();
const kinds = sql.raw(`in ('incident', 'outcome')`);

/** Coded records under their authors' statistics keys. `cohort` is set once they are counted. */
export const codedRecords = pgTable(
  'coded_records',
  {
    recordId: uuid('record_id').primaryKey(),
    organisation: text('organisation').notNull(),
    revision: integer('revision').notNull(),
    author: uuid('author')
      .notNull()
      .references(() => members.id),
    epoch: integer('epoch').notNull(),
    codebook: integer('codebook').notNull(),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    /** YYYY-MM */
    month: text('month').notNull(),
    /** `series/kind/YYYY-Qn` */
    cohort: text('cohort'),
  },
  (t) => [
    index('coded_records_uncounted')
      .on(t.organisation, t.recordId)
      .where(sql`cohort is null`),
    index('coded_records_author').on(t.author),
    slug('coded_records_organisation', t.organisation),
    positive('coded_records_numbers', t.revision, t.epoch, t.codebook),
    check('coded_records_month', sql`${t.month} ~ '^[0-9]{4}-[01][0-9]$'`),
    fixed('coded_records_lengths', [[t.nonce, 24]]),
    bounded('coded_records_bounded', [[t.ciphertext, 4096]]),
  ],
);

/** Of each author the last signed list of what they handed in; each takes the place of the one before. */
export const recordLists = pgTable(
  'record_lists',
  {
    member: uuid('member')
      .primaryKey()
      .references(() => members.id),
    organisation: text('organisation').notNull(),
    number: integer('number').notNull(),
    list: bytea('list').notNull(),
    signature: bytea('signature').notNull(),
  },
  (t) => [
    slug('record_lists_organisation', t.organisation),
    positive('record_lists_number', t.number),
    fixed('record_lists_lengths', [[t.signature, 64]]),
    bounded('record_lists_bounded', [[t.list, 4_194_304]]),
  ],
);

/** Signed openings of cohorts, chained within an organisation. */
export const cohortLedger = pgTable(
  'cohort_ledger',
  {
    series: text('series').notNull(),
    kind: cohortKind(),
    cohort: text('cohort').notNull(),
    organisation: text('organisation').notNull(),
    number: integer('number').notNull(),
    /** How many publishers must sign the release. */
    signatures: integer('signatures').notNull(),
    previous: bytea('previous').notNull(),
    hash: bytea('hash').notNull(),
    statement: bytea('statement').notNull(),
    author: uuid('author')
      .notNull()
      .references(() => members.id),
    signature: bytea('signature').notNull(),
  },
  (t) => [
    primaryKey({ name: 'cohort_ledger_pk', columns: [t.series, t.kind, t.cohort] }),
    unique('cohort_ledger_chain').on(t.organisation, t.number),
    series('cohort_ledger_series', t.series),
    slug('cohort_ledger_organisation', t.organisation),
    quarter('cohort_ledger_cohort', t.cohort),
    positive('cohort_ledger_numbers', t.number, t.signatures),
    check('cohort_ledger_kind', sql`${t.kind} ${kinds}`),
    fixed('cohort_ledger_lengths', [
      [t.previous, 32],
      [t.hash, 32],
      [t.signature, 64],
    ]),
    bounded('cohort_ledger_bounded', [[t.statement, 16_384]]),
  ],
);

/** Publishers' signatures in the order given: member id in 36 letters ‖ Ed25519 64, again and again. */
const signatureList = (name: string, column: AnyPgColumn) =>
  check(name, sql`octet_length(${column}) % 100 = 0 and octet_length(${column}) between 100 and 800`);

/** A release that one publisher has signed; it may be replaced until the others sign the same bytes. */
export const releaseProposals = pgTable(
  'release_proposals',
  {
    series: text('series').notNull(),
    kind: cohortKind(),
    cohort: text('cohort').notNull(),
    number: integer('number').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    file: bytea('file').notNull(),
    hash: bytea('hash').notNull(),
    previous: bytea('previous').notNull(),
    signatures: bytea('signatures').notNull(),
  },
  (t) => [
    primaryKey({ name: 'release_proposals_pk', columns: [t.series, t.kind, t.cohort] }),
    foreignKey({
      name: 'release_proposals_cohort',
      columns: [t.series, t.kind, t.cohort],
      foreignColumns: [cohortLedger.series, cohortLedger.kind, cohortLedger.cohort],
    }),
    positive('release_proposals_number', t.number),
    fixed('release_proposals_lengths', [
      [t.hash, 32],
      [t.previous, 32],
    ]),
    signatureList('release_proposals_signatures', t.signatures),
    bounded('release_proposals_bounded', [[t.file, 2_097_152]]),
  ],
);

/** Which records a proposal counts. */
export const proposalRecords = pgTable(
  'proposal_records',
  {
    series: text('series').notNull(),
    kind: cohortKind(),
    cohort: text('cohort').notNull(),
    recordId: uuid('record_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'proposal_records_pk', columns: [t.series, t.kind, t.cohort, t.recordId] }),
    foreignKey({
      name: 'proposal_records_proposal',
      columns: [t.series, t.kind, t.cohort],
      foreignColumns: [releaseProposals.series, releaseProposals.kind, releaseProposals.cohort],
    }).onDelete('cascade'),
  ],
);

/** Published releases: a cohort is released once, a series numbers its releases without a gap, nothing changes after. */
export const releases = pgTable(
  'releases',
  {
    series: text('series').notNull(),
    kind: cohortKind(),
    cohort: text('cohort').notNull(),
    number: integer('number').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    file: bytea('file').notNull(),
    hash: bytea('hash').notNull(),
    previous: bytea('previous').notNull(),
    signatures: bytea('signatures').notNull(),
  },
  (t) => [
    primaryKey({ name: 'releases_pk', columns: [t.series, t.kind, t.cohort] }),
    unique('releases_chain').on(t.series, t.number),
    foreignKey({
      name: 'releases_cohort',
      columns: [t.series, t.kind, t.cohort],
      foreignColumns: [cohortLedger.series, cohortLedger.kind, cohortLedger.cohort],
    }),
    positive('releases_number', t.number),
    signatureList('releases_signatures', t.signatures),
    fixed('releases_lengths', [
      [t.hash, 32],
      [t.previous, 32],
    ]),
    bounded('releases_bounded', [[t.file, 2_097_152]]),
  ],
);

/** Ids that have been counted. They stay when the records go, and are never accepted again. */
export const countedRecords = pgTable(
  'counted_records',
  {
    recordId: uuid('record_id').primaryKey(),
    /** For the author's own list: what is counted need not be sent again. */
    author: uuid('author').notNull(),
    revision: integer('revision').notNull(),
    series: text('series').notNull(),
    kind: cohortKind(),
    cohort: text('cohort').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'counted_records_release',
      columns: [t.series, t.kind, t.cohort],
      foreignColumns: [releases.series, releases.kind, releases.cohort],
    }),
  ],
);
