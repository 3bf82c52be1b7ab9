import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, slug } from '../columns.ts';
import { members } from './accounts.ts';

/** What members have signed of the cases as they saw them: chained by each member, append-only. */
export const statements = pgTable(
  'statements',
  {
    member: uuid('member')
      .notNull()
      .references(() => members.id),
    number: integer('number').notNull(),
    organisation: text('organisation').notNull(),
    whole: boolean('whole').notNull(),
    statement: bytea('statement').notNull(),
    signature: bytea('signature').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'statements_pk', columns: [t.member, t.number] }),
    positive('statements_number', t.number),
    check('statements_first', sql`${t.number} > 1 or ${t.whole}`),
    slug('statements_organisation', t.organisation),
    fixed('statements_lengths', [[t.signature, 64]]),
    bounded('statements_bounded', [[t.statement, 2_097_152]]),
  ],
);
