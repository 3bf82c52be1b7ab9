import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed } from '../columns.ts';
import { reports } from './reports.ts';

/** Messages between a reporter and the caseworkers: append-only, chained in each direction, sealed. */
export const messages = pgTable(
  'messages',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => reports.caseId),
    /** 0 from the reporter, 1 from the organisation. */
    direction: smallint('direction').notNull(),
    counter: integer('counter').notNull(),
    epoch: integer('epoch').notNull(),
    previous: bytea('previous').notNull(),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'messages_pk', columns: [t.caseId, t.direction, t.counter] }),
    check('messages_numbers', sql`${t.direction} in (0, 1) and ${t.counter} >= 1 and ${t.epoch} >= 0`),
    fixed('messages_lengths', [
      [t.previous, 32],
      [t.nonce, 24],
    ]),
    bounded('messages_bounded', [[t.ciphertext, 49_152]]),
  ],
);

/**
 * Files that follow a report or message. Not bound to the report's row: a form's files are stored before the form has
 * been read to its end. What no report claims is swept away after a day.
 */
export const attachments = pgTable(
  'attachments',
  {
    objectId: uuid('object_id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    /** −1 the report itself, else a message's direction and counter. */
    direction: smallint('direction').notNull(),
    counter: integer('counter').notNull(),
    place: smallint('place').notNull(),
    chunks: integer('chunks').notNull(),
    /** H(32, PAE(…upload, token)): who may hand in the chunks. */
    uploadCheck: bytea('upload_check').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    unique('attachments_place').on(t.caseId, t.direction, t.counter, t.place),
    check(
      'attachments_numbers',
      sql`${t.direction} between -1 and 1 and ${t.counter} >= 0 and ${t.place} between 0 and 4`,
    ),
    check('attachments_chunks', sql`${t.chunks} between 1 and 450`),
    fixed('attachments_lengths', [[t.uploadCheck, 32]]),
  ],
);

/** Sealed chunks, 256 KiB each but the last. `day` lets those that were never claimed be swept. */
export const attachmentChunks = pgTable(
  'attachment_chunks',
  {
    objectId: uuid('object_id').notNull(),
    chunk: integer('chunk').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'attachment_chunks_pk', columns: [t.objectId, t.chunk] }),
    index('attachment_chunks_day').on(t.day),
    check('attachment_chunks_chunk', sql`${t.chunk} between 0 and 449`),
    bounded('attachment_chunks_bounded', [[t.ciphertext, 262_185]]),
  ],
);

/** Withdrawals that were asked for and can still be undone, with W as the reporter sent it. */
export const withdrawals = pgTable(
  'withdrawals',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => reports.caseId),
    withdrawal: bytea('withdrawal').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    eraseOn: date('erase_on', { mode: 'string' }).notNull(),
  },
  (t) => [index('withdrawals_due').on(t.eraseOn), fixed('withdrawals_lengths', [[t.withdrawal, 32]])],
);

/**
 * What stays of an erased case: a keyed hash of its id, the month, and W where a reporter withdrew, by which a freeze
 * drops the coded record. Kept in a file beside the database as well, so that a restored backup forgets again.
 */
export const tombstones = pgTable(
  'tombstones',
  {
    caseHash: bytea('case_hash').primaryKey(),
    month: text('month').notNull(),
    withdrawal: bytea('withdrawal'),
  },
  (t) => [
    check('tombstones_month', sql`${t.month} ~ '^[0-9]{4}-[0-9]{2}$'`),
    fixed('tombstones_lengths', [[t.caseHash, 16]]),
    check('tombstones_withdrawal', sql`octet_length(${t.withdrawal}) = 32`),
  ],
);
