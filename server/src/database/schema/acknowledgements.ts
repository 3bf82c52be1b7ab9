import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, fixed, slug } from '../columns.ts';

/** By which recipients of letters answer. Nothing in a row leads to a case: the reference stands in its sealed log only. */
export const acknowledgements = pgTable(
  'acknowledgements',
  {
    reference: text('reference').primaryKey(),
    /** Keyed hash of the code's hash. */
    secretHash: bytea('secret_hash').notNull(),
    organisation: text('organisation').notNull(),
    claimed: text('claimed'),
    reason: text('reason'),
    expires: date('expires', { mode: 'string' }).notNull(),
    revoked: boolean('revoked').notNull().default(false),
  },
  (t) => [
    index('acknowledgements_organisation').on(t.organisation),
    index('acknowledgements_expires').on(t.expires),
    slug('acknowledgements_organisation_name', t.organisation),
    check('acknowledgements_reference', sql`${t.reference} ~ '^[0-9A-HJKMNP-TV-Z]{8}$'`),
    check('acknowledgements_claimed', sql`${t.claimed} in ('received', 'accepted', 'refused', 'service_given')`),
    check(
      'acknowledgements_reason',
      sql`(${t.reason} is null or ${t.reason} in ('capacity', 'not_eligible', 'closed', 'other')) and (${t.claimed} is not distinct from 'refused') = (${t.reason} is not null)`,
    ),
    fixed('acknowledgements_lengths', [[t.secretHash, 32]]),
  ],
);
