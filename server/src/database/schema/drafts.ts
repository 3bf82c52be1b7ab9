import { date, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed } from '../columns.ts';
import { members } from './accounts.ts';

/** What members began to write, sealed under their own vault keys. */
export const drafts = pgTable(
  'drafts',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    draftId: uuid('draft_id').notNull(),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    /** Last written. */
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'drafts_pk', columns: [t.memberId, t.draftId] }),
    index('drafts_day').on(t.day),
    fixed('drafts_lengths', [[t.nonce, 24]]),
    bounded('drafts_bounded', [[t.ciphertext, 65_536]]),
  ],
);
