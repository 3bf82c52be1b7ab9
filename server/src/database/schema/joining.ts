import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bounded, bytea, fixed, positive, slug } from '../columns.ts';
import { members } from './accounts.ts';

/** Invitations that nobody has been admitted by yet. Of the code only a keyed hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey(),
    tokenHash: bytea('token_hash').notNull().unique('invitations_token'),
    organisation: text('organisation').notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => members.id),
    /** What was asked for, as JSON: handle, roles, teams, and the organisation where one is to join. */
    plan: text('plan').notNull(),
    /** Last day on which it can be answered. */
    expires: date('expires', { mode: 'string' }).notNull(),
    /** Who answered it; the account stands in `members` and opens nothing until the keyring names it. */
    memberId: uuid('member_id').references(() => members.id),
    signing: bytea('signing'),
    /** The first part of an organisation that is to join, signed by its administrator, as JSON. */
    part: text('part'),
  },
  (t) => [
    index('invitations_organisation').on(t.organisation),
    slug('invitations_organisation_shape', t.organisation),
    check('invitations_answered', sql`(${t.memberId} is null) = (${t.signing} is null)`),
    check('invitations_bounded', sql`length(${t.plan}) <= 8000 and length(${t.part}) <= 100000`),
    fixed('invitations_lengths', [
      [t.tokenHash, 32],
      [t.signing, 32],
    ]),
  ],
);

/** A version of the keyring that waits for its second signature: one an organisation. */
export const keyringProposals = pgTable(
  'keyring_proposals',
  {
    organisation: text('organisation').primaryKey(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => members.id),
    version: integer('version').notNull(),
    file: text('file').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    slug('keyring_proposals_organisation', t.organisation),
    positive('keyring_proposals_version', t.version),
    check('keyring_proposals_bounded', sql`length(${t.file}) <= 2000000`),
  ],
);

/** The newest version whose changes a member has looked at, signed by them. */
export const keyringConfirmations = pgTable(
  'keyring_confirmations',
  {
    memberId: uuid('member_id')
      .primaryKey()
      .references(() => members.id),
    version: integer('version').notNull(),
    hash: bytea('hash').notNull(),
    signature: bytea('signature').notNull(),
  },
  (t) => [
    positive('keyring_confirmations_version', t.version),
    fixed('keyring_confirmations_lengths', [
      [t.hash, 32],
      [t.signature, 64],
    ]),
  ],
);

/** Members whom a supervisor has shut out at once; the keyring follows. */
export const suspensions = pgTable('suspensions', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => members.id),
  suspendedBy: uuid('suspended_by')
    .notNull()
    .references(() => members.id),
  day: date('day', { mode: 'string' }).notNull(),
});

/** A second factor. A code generator's secret is sealed under the server's own, so that stolen rows make no codes. */
export const secondFactors = pgTable(
  'second_factors',
  {
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    kind: text('kind', { enum: ['totp', 'passkey'] }).notNull(),
    secret: bytea('secret'),
    /** The newest half minute whose code was used: no code opens twice. */
    lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
    credentialId: text('credential_id').unique('second_factors_credential'),
    publicKey: bytea('public_key'),
    /** What the authenticator counts. */
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    /** What its member calls a passkey, sealed for them alone: nonce 24 ‖ 144. */
    name: bytea('name'),
    /** The member's identity under what the passkey works out: nonce 24 ‖ 48. */
    quick: bytea('quick'),
    day: date('day', { mode: 'string' }).notNull(),
  },
  (t) => [
    index('second_factors_member').on(t.memberId),
    check('second_factors_kind', sql`${t.kind} in ('totp', 'passkey')`),
    check(
      'second_factors_shape',
      sql`case ${t.kind} when 'totp' then ${t.secret} is not null and ${t.credentialId} is null and ${t.name} is null and ${t.quick} is null
        else ${t.secret} is null and ${t.credentialId} is not null and ${t.publicKey} is not null end`,
    ),
    // PostgreSQL counts no further than 255 in a pattern.
    check(
      'second_factors_credential_shape',
      sql`length(${t.credentialId}) <= 1400 and ${t.credentialId} ~ '^[A-Za-z0-9_-]+$'`,
    ),
    fixed('second_factors_lengths', [
      [t.secret, 60],
      [t.name, 168],
      [t.quick, 72],
    ]),
    bounded('second_factors_bounded', [[t.publicKey, 4096]]),
  ],
);

/** Colleagues' wishes to take away somebody's second proofs, until another agrees. */
export const factorResets = pgTable('factor_resets', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => members.id),
  askedBy: uuid('asked_by')
    .notNull()
    .references(() => members.id),
  day: date('day', { mode: 'string' }).notNull(),
});

/** Sign-ins between the first proof and the last: minutes long, never a session. Only a keyed hash of the ticket. */
export const signInSteps = pgTable(
  'sign_in_steps',
  {
    hash: bytea('hash').primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    /** What must come next. */
    stage: text('stage', { enum: ['recovery', 'factor', 'enrol', 'rewrap'] }).notNull(),
    /** Begun with a recovery card: a new passphrase must follow. */
    recovering: boolean('recovering').notNull(),
    attempts: integer('attempts').notNull().default(0),
    challenge: bytea('challenge').notNull(),
    /** A code generator's secret that has not shown a code yet, sealed as above. */
    secret: bytea('secret'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('sign_in_steps_expiry').on(t.expiresAt),
    check('sign_in_steps_stage', sql`${t.stage} in ('recovery', 'factor', 'enrol', 'rewrap')`),
    fixed('sign_in_steps_lengths', [
      [t.hash, 32],
      [t.challenge, 32],
      [t.secret, 60],
    ]),
  ],
);
