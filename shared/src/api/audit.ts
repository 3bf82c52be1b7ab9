import { Day, MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { bytes, operation } from './contract.ts';

/** Every act that the audit log knows. None says anything of what was done with: that is sealed, and stays so. */
export const ACTS = [
  'deployment_founded',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'factor_enrolled',
  'factor_removed',
  'factor_reset_asked',
  'factor_reset_dropped',
  'factor_reset',
  'factor_reset_alone',
  'passphrase_changed',
  'recovery_started',
  'identity_recovered',
  'member_invited',
  'invitation_answered',
  'invitation_withdrawn',
  'member_suspended',
  'suspension_lifted',
  'keyring_proposed',
  'proposal_dropped',
  'keyring_confirmed',
  'keyring_published',
  'report_taken',
  'entry_appended',
  'grant_published',
  'directory_entry_stored',
  'directory_entries_stored',
  'cohort_opened',
  'release_signed',
  'release_published',
  'counted_records_erased',
  'message_sent',
  'withdrawal_asked',
  'withdrawal_undone',
  'case_readers_changed',
  'case_left',
  'lost_case_read',
  'case_recovered',
  'case_bundled',
  'erasure_set',
  'contact_erased',
  'case_erased',
  'tables_rewritten',
  'site_item_published',
  'notices_changed',
  'letter_link_opened',
  'letter_link_revoked',
  'letter_claimed',
] as const;
export const Act = z.enum(ACTS);
export type Act = z.output<typeof Act>;

export const AuditedAct = z.object({
  day: Day,
  /** Null for what the deployment did by itself, or a reporter did. */
  member: MemberId.nullable(),
  act: Act,
  /** A random id, a version or a place: what the act was done to. */
  object: z.string().max(120).nullable(),
});
export type AuditedAct = z.output<typeof AuditedAct>;

const auditNumber = z.int().min(1);
const fromQuery = z.coerce.number().pipe(z.int().min(0));

/** What members of the auditor's organisation did, newest first. `next` is the `before` of the page that follows. */
export const listAudit = operation({
  method: 'get',
  path: '/api/audit',
  access: ['auditor'],
  query: z.object({
    before: fromQuery.optional(),
    limit: fromQuery.pipe(z.int().min(1).max(500)).default(100),
    act: Act.optional(),
    member: MemberId.optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: z.object({
    rows: z.array(AuditedAct.extend({ number: auditNumber })),
    next: auditNumber.nullable(),
  }),
});

/**
 * The whole log after `after`, oldest first, to check its chain by: the hash of a row is SHA-256 over the row's before it
 * and what it says. Of another organisation's acts only the hash is shown.
 */
export const readAuditChain = operation({
  method: 'get',
  path: '/api/audit/chain',
  access: ['auditor'],
  query: z.object({ after: fromQuery.default(0), limit: fromQuery.pipe(z.int().min(1).max(1000)).default(1000) }),
  answer: z.object({
    rows: z.array(z.object({ number: auditNumber, hash: bytes({ length: 32 }), said: AuditedAct.nullable() })),
  }),
});
