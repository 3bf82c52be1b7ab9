import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive } from '../columns.ts';
import { members } from './accounts.ts';
import { reports } from './reports.ts';

/** The log of a case: append-only, chained, sealed. */
export const caseEntries = pgTable(
  'case_entries',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => reports.caseId),
    seq: integer('seq').notNull(),
    epoch: integer('epoch').notNull(),
    author: uuid('author')
      .notNull()
      .references(() => members.id),
    previous: bytea('previous').notNull(),
    keyringVersion: integer('keyring_version').notNull(),
    keyringHash: bytea('keyring_hash').notNull(),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_entries_pk', columns: [t.caseId, t.seq] }),
    check('case_entries_numbers', sql`${t.seq} >= 1 and ${t.epoch} >= 0 and ${t.keyringVersion} >= 1`),
    fixed('case_entries_lengths', [
      [t.previous, 32],
      [t.keyringHash, 32],
      [t.nonce, 24],
    ]),
    bounded('case_entries_bounded', [[t.ciphertext, 131_072]]),
  ],
);

/** The fold's result after entry `seq`; the queue is built from these. */
export const caseSummaries = pgTable(
  'case_summaries',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => reports.caseId),
    seq: integer('seq').notNull(),
    epoch: integer('epoch').notNull(),
    head: bytea('head').notNull(),
    author: uuid('author')
      .notNull()
      .references(() => members.id),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    positive('case_summaries_seq', t.seq),
    check('case_summaries_epoch', sql`${t.epoch} >= 0`),
    fixed('case_summaries_lengths', [
      [t.head, 32],
      [t.nonce, 24],
    ]),
    bounded('case_summaries_bounded', [[t.ciphertext, 32_768]]),
  ],
);

/** A case key under its member's own vault key: nonce 24 ‖ sealed key 48. */
export const vaultWraps = pgTable(
  'vault_wraps',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => reports.caseId),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    epoch: integer('epoch').notNull(),
    wrap: bytea('wrap').notNull(),
  },
  (t) => [
    primaryKey({ name: 'vault_wraps_pk', columns: [t.caseId, t.memberId, t.epoch] }),
    check('vault_wraps_epoch', sql`${t.epoch} >= 0`),
    fixed('vault_wraps_lengths', [[t.wrap, 72]]),
  ],
);
