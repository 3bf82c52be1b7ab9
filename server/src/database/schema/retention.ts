import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, uuid } from 'drizzle-orm/pg-core';

/**
 * On which days a closed case's contact details, and all of it, are erased. Without a reference to the case: whoever erases it
 * takes the row along.
 */
export const erasures = pgTable(
  'erasures',
  {
    caseId: uuid('case_id').primaryKey(),
    contactOn: date('contact_on', { mode: 'string' }),
    contentOn: date('content_on', { mode: 'string' }),
  },
  (t) => [
    index('erasures_contact').on(t.contactOn),
    index('erasures_content').on(t.contentOn),
    check('erasures_some', sql`${t.contactOn} is not null or ${t.contentOn} is not null`),
  ],
);
