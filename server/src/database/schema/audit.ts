import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, fixed } from '../columns.ts';

/**
 * Who did what, by day. A trigger numbers the rows and chains each to the one before; a store only names act and object.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    number: integer('number').primaryKey(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Null for what the deployment did by itself. No foreign key: the log outlives the accounts. */
    member: uuid('member'),
    act: text('act').notNull(),
    object: text('object'),
    previous: bytea('previous').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [
    check('audit_log_act', sql`${t.act} ~ '^[a-z_]{1,40}$'`),
    check('audit_log_object', sql`${t.object} ~ '^[A-Za-z0-9/._-]{1,120}$'`),
    fixed('audit_log_lengths', [
      [t.previous, 32],
      [t.hash, 32],
    ]),
  ],
);
