import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, fixed } from '../columns.ts';

/** One row, written when the deployment is founded. A demo's database and a real one never mix. */
export const deployment = pgTable(
  'deployment',
  {
    only: boolean('only').primaryKey().default(true),
    kind: text('kind', { enum: ['live', 'demo'] }).notNull(),
    founded: date('founded', { mode: 'string' }).notNull(),
    /** A keyed hash of a constant: tells at the start that the secret beside the database is another one. */
    pepperCheck: bytea('pepper_check').notNull(),
  },
  (t) => [
    check('deployment_only', sql`${t.only}`),
    check('deployment_kind', sql`${t.kind} in ('live', 'demo')`),
    fixed('deployment_lengths', [[t.pepperCheck, 16]]),
  ],
);

export const members = pgTable(
  'members',
  {
    id: uuid('id').primaryKey(),
    handle: text('handle').notNull(),
    salt: bytea('salt').notNull(),
    operations: integer('operations').notNull(),
    /** bytes */
    memory: bigint('memory', { mode: 'number' }).notNull(),
    /** H(32, AUTH, pepper): AUTH itself is never kept. */
    authHash: bytea('auth_hash').notNull(),
    identityEpoch: integer('identity_epoch').notNull(),
    identityNonce: bytea('identity_nonce').notNull(),
    identityCiphertext: bytea('identity_ciphertext').notNull(),
  },
  (t) => [
    unique('members_handle').on(t.handle),
    check('members_handle_shape', sql`${t.handle} ~ '^[a-z][a-z0-9._-]{1,31}$'`),
    check('members_parameters', sql`${t.operations} >= 1 and ${t.memory} >= 8192 and ${t.identityEpoch} >= 0`),
    fixed('members_lengths', [
      [t.salt, 16],
      [t.authHash, 32],
      [t.identityNonce, 24],
      [t.identityCiphertext, 48],
    ]),
  ],
);

/** Public KEM keys. The signed keyring says which of a member's keys is in use. */
export const memberKeys = pgTable(
  'member_keys',
  {
    kid: bytea('kid').primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    key: bytea('key').notNull(),
  },
  (t) => [
    index('member_keys_member').on(t.memberId),
    fixed('member_keys_lengths', [
      [t.kid, 16],
      [t.key, 1216],
    ]),
  ],
);

/** Only a keyed hash of the session id; times in steps of five minutes. */
export const sessions = pgTable(
  'sessions',
  {
    hash: bytea('hash').primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('sessions_member').on(t.memberId),
    index('sessions_expiry').on(t.expiresAt),
    check('sessions_order', sql`${t.expiresAt} <= ${t.endsAt}`),
    check(
      'sessions_steps',
      sql`extract(epoch from ${t.expiresAt}) % 300 = 0 and extract(epoch from ${t.endsAt}) % 300 = 0`,
    ),
    fixed('sessions_lengths', [[t.hash, 32]]),
  ],
);
