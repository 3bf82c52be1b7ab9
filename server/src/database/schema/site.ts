import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, slug } from '../columns.ts';
import { members } from './accounts.ts';

/** What an organisation says on the public pages, as an administrator signed it. Every edition stays. */
export const siteItems = pgTable(
  'site_items',
  {
    organisation: text('organisation').notNull(),
    /** Which text, list or clip: `text/home`, `numbers`, `clip/safety`. */
    item: text('item').notNull(),
    /** `en`, `km`, or `-` for what has no language. */
    language: text('language').notNull(),
    number: integer('number').notNull(),
    /** MIME type. */
    type: text('type').notNull(),
    content: bytea('content').notNull(),
    author: uuid('author')
      .notNull()
      .references(() => members.id),
    signature: bytea('signature').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'site_items_pk', columns: [t.organisation, t.item, t.language, t.number] }),
    slug('site_items_organisation', t.organisation),
    check('site_items_item', sql`${t.item} ~ '^[a-z]+(/[a-z_-]{1,40})?$'`),
    check('site_items_language', sql`${t.language} in ('en', 'km', '-')`),
    positive('site_items_number', t.number),
    fixed('site_items_lengths', [[t.signature, 64]]),
    bounded('site_items_bounded', [[t.content, 2_097_152]]),
  ],
);
