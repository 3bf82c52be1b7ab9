import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, slug } from '../columns.ts';

/** Sealed reports. Rows never change and leave only through `erase_case()`. */
export const reports = pgTable(
  'reports',
  {
    caseId: uuid('case_id').primaryKey(),
    team: text('team').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /**
     * Checked against keyring_versions by the statement that inserts. A foreign key would have every report of the
     * moment lock the one current row of that table.
     */
    keyringVersion: integer('keyring_version').notNull(),
    sealedBy: text('sealed_by', { enum: ['browser', 'server', 'console'] }).notNull(),
    commit: bytea('commit').notNull(),
    nonce: bytea('nonce').notNull(),
    body: bytea('body').notNull(),
    reporterKey: bytea('reporter_key').notNull(),
    /** Key ids of every recipient, sorted, 16 bytes each. They outlive the slots, so that a struck-off name shows. */
    kids: bytea('kids').notNull(),
    /** Conversation key 0 for the reporter: nonce 24 ‖ sealed key 48. */
    reporterCopy: bytea('reporter_copy').notNull(),
    /** H(16, L[0..16], pepper) finds the row, H(32, L[16..32], pepper) is compared in constant time. */
    receiptIndex: bytea('receipt_index').notNull(),
    receiptCheck: bytea('receipt_check').notNull(),
    /** H(32, lookup of the second word, pepper); of random bytes where none was chosen. */
    secondCheck: bytea('second_check').notNull(),
    /** Tells a repeated request from another one under the same id. */
    requestHash: bytea('request_hash').notNull(),
  },
  (t) => [
    unique('reports_receipt_index').on(t.receiptIndex),
    index('reports_queue').on(t.team, t.day, t.caseId),
    /** A queue is read newest first, whichever of the member's teams a case is with. */
    index('reports_newest').on(t.day, t.caseId),
    slug('reports_team', t.team),
    positive('reports_keyring_version_positive', t.keyringVersion),
    check('reports_sealed_by', sql`${t.sealedBy} in ('browser', 'server', 'console')`),
    check('reports_kids', sql`octet_length(${t.kids}) % 16 = 0 and octet_length(${t.kids}) between 16 and 1024`),
    fixed('reports_lengths', [
      [t.commit, 32],
      [t.nonce, 24],
      [t.reporterKey, 1216],
      [t.reporterCopy, 72],
      [t.receiptIndex, 16],
      [t.receiptCheck, 32],
      [t.secondCheck, 32],
      [t.requestHash, 32],
    ]),
    bounded('reports_body_bounded', [[t.body, 98_304]]),
  ],
);

/** Contact details, erased on a date of their own. */
export const reportContacts = pgTable(
  'report_contacts',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => reports.caseId),
    nonce: bytea('nonce').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
  },
  (t) => [
    fixed('report_contacts_lengths', [[t.nonce, 24]]),
    bounded('report_contacts_bounded', [[t.ciphertext, 8192]]),
  ],
);

/** A case key wrapped for one recipient: key id 16 ‖ X-Wing ciphertext 1120 ‖ sealed key 48. */
export const caseSlots = pgTable(
  'case_slots',
  {
    caseId: uuid('case_id').notNull(),
    epoch: integer('epoch').notNull(),
    kid: bytea('kid').notNull(),
    slot: bytea('slot').notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_slots_pk', columns: [t.caseId, t.epoch, t.kid] }),
    foreignKey({ name: 'case_slots_report', columns: [t.caseId], foreignColumns: [reports.caseId] }),
    check('case_slots_epoch', sql`${t.epoch} >= 0`),
    check('case_slots_kid', sql`${t.kid} = substring(${t.slot} from 1 for 16)`),
    fixed('case_slots_lengths', [
      [t.kid, 16],
      [t.slot, 1184],
    ]),
  ],
);
