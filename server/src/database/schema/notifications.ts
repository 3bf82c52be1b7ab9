import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { members } from './accounts.ts';

/** Where a member wishes to be told that there is something new, if anywhere. Nothing says what, or when it came. */
export const notificationAddresses = pgTable(
  'notification_addresses',
  {
    memberId: uuid('member_id')
      .primaryKey()
      .references(() => members.id),
    address: text('address').notNull(),
    when: text('when', { enum: ['hours', 'every'] }).notNull(),
    language: text('language', { enum: ['en', 'km'] }).notNull(),
    /** How many reports and messages there were for the member when somebody last looked. */
    known: integer('known').notNull(),
    /** More have come since, and no mail has gone. */
    pending: boolean('pending').notNull().default(false),
  },
  (t) => [
    check('notification_addresses_address', sql`${t.address} ~ '^[^[:space:],]{3,254}$'`),
    check('notification_addresses_when', sql`${t.when} in ('hours', 'every')`),
    check('notification_addresses_language', sql`${t.language} in ('en', 'km')`),
    check('notification_addresses_known', sql`${t.known} >= 0`),
  ],
);
