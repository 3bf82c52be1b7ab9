import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, slug } from '../columns.ts';

/** The sealed directory of authorities and services, newest revision of each entry, walled by organisation. */
export const directoryEntries = pgTable(
  'directory_entries',
  {
    organisation: text('organisation').notNull(),
    entryId: uuid('entry_id').notNull(),
    revision: integer('revision').notNull(),
    epoch: integer('epoch').notNull(),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'directory_entries_pk', columns: [t.organisation, t.entryId] }),
    slug('directory_entries_organisation', t.organisation),
    positive('directory_entries_numbers', t.revision, t.epoch),
    fixed('directory_entries_lengths', [[t.nonce, 24]]),
    bounded('directory_entries_bounded', [[t.ciphertext, 16_384]]),
  ],
);
