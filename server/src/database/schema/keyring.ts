import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, slug } from '../columns.ts';
import { members } from './accounts.ts';

/** Every version of the keyring as it was signed. Public, append-only. */
export const keyringVersions = pgTable(
  'keyring_versions',
  {
    version: integer('version').primaryKey(),
    hash: bytea('hash').notNull().unique('keyring_versions_hash'),
    day: date('day', { mode: 'string' }).notNull(),
    /** The contract's KeyringFile as JSON; what was signed stands in it as base64url, so nothing is re-serialised. */
    file: text('file').notNull(),
  },
  (t) => [
    positive('keyring_versions_version', t.version),
    fixed('keyring_versions_lengths', [[t.hash, 32]]),
    check('keyring_versions_bounded', sql`length(${t.file}) <= 2000000`),
  ],
);

/** Signed statements that a key was wrapped for exactly these recipients. */
export const grants = pgTable(
  'grants',
  {
    purpose: text('purpose', { enum: ['case', 'conversation', 'statistics', 'directory', 'cohort'] }).notNull(),
    /** What the key opens, as the signed statement names it. */
    object: text('object').notNull(),
    epoch: integer('epoch').notNull(),
    organisation: text('organisation').notNull(),
    statement: bytea('statement').notNull(),
    author: uuid('author')
      .notNull()
      .references(() => members.id),
    signature: bytea('signature').notNull(),
    /** Of a case: the key of the epoch before, sealed under this one: nonce 24 ‖ sealed key 48. */
    previousKey: bytea('previous_key'),
  },
  (t) => [
    primaryKey({ name: 'grants_pk', columns: [t.purpose, t.object, t.epoch] }),
    check('grants_purpose', sql`${t.purpose} in ('case', 'conversation', 'statistics', 'directory', 'cohort')`),
    check('grants_object', sql`length(${t.object}) between 1 and 96`),
    positive('grants_epoch', t.epoch),
    slug('grants_organisation', t.organisation),
    fixed('grants_lengths', [[t.signature, 64]]),
    check('grants_previous_key', sql`(${t.purpose} = 'case') = (${t.previousKey} is not null)`),
    check('grants_previous_key_length', sql`octet_length(${t.previousKey}) = 72`),
    bounded('grants_bounded', [[t.statement, 16_384]]),
  ],
);

/** Slots of granted keys other than those of cases. */
export const grantSlots = pgTable(
  'grant_slots',
  {
    purpose: text('purpose').notNull(),
    object: text('object').notNull(),
    epoch: integer('epoch').notNull(),
    kid: bytea('kid').notNull(),
    slot: bytea('slot').notNull(),
  },
  (t) => [
    primaryKey({ name: 'grant_slots_pk', columns: [t.purpose, t.object, t.epoch, t.kid] }),
    foreignKey({
      name: 'grant_slots_grant',
      columns: [t.purpose, t.object, t.epoch],
      foreignColumns: [grants.purpose, grants.object, grants.epoch],
    }),
    check('grant_slots_kid', sql`${t.kid} = substring(${t.slot} from 1 for 16)`),
    fixed('grant_slots_lengths', [
      [t.kid, 16],
      [t.slot, 1184],
    ]),
  ],
);
