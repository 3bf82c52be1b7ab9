import { randomBytes } from 'node:crypto';
import type { Database } from '@romduol/server/database/database';
import { rowsOf } from '@romduol/server/database/rows';
import { type SQL, sql } from 'drizzle-orm';

// A row of every table, past the stores.

export const MEMBER = '11111111-1111-4111-8111-111111111111';
export const COUNTED = '22222222-2222-4222-8222-222222222222';
export const bytes = (length: number) => new Uint8Array(randomBytes(length));

/** Everything that belongs to one case, and a coded record that was not counted. */
export async function insertCase(db: Database, caseId: string): Promise<void> {
  const run = (statement: SQL) => rowsOf(db, statement);
  const slot = bytes(1184);
  await run(sql`insert into reports values (${caseId}, 'phnom-penh', '2026-01-05', 1, 'browser', ${bytes(32)}, ${bytes(24)},
    ${bytes(4112)}, ${bytes(1216)}, ${slot.slice(0, 16)}, ${bytes(72)}, ${bytes(16)}, ${bytes(32)}, ${bytes(32)}, ${bytes(32)})`);
  await run(sql`insert into erasures values (${caseId}, '2026-09-01', null)`);
  await run(sql`insert into report_contacts values (${caseId}, ${bytes(24)}, ${bytes(64)})`);
  await run(sql`insert into case_slots values (${caseId}, 0, ${slot.slice(0, 16)}, ${slot})`);
  await run(
    sql`insert into coded_records values (${caseId}, 'rainbow', 2, ${MEMBER}, 1, 1, ${bytes(24)}, ${bytes(64)}, '2026-01')`,
  );
  await run(sql`insert into vault_wraps values (${caseId}, ${MEMBER}, 0, ${bytes(72)})`);
  await run(sql`insert into case_entries values (${caseId}, 1, 0, ${MEMBER}, ${bytes(32)}, 1, ${bytes(32)}, ${bytes(24)},
    ${bytes(64)}, '2026-01-06')`);
  await run(sql`insert into case_summaries values (${caseId}, 1, 0, ${bytes(32)}, ${MEMBER}, ${bytes(24)}, ${bytes(64)},
    '2026-01-06')`);
  await run(
    sql`insert into grants values ('case', ${caseId}, 1, 'rainbow', ${bytes(64)}, ${MEMBER}, ${bytes(64)}, ${bytes(72)})`,
  );
  await run(sql`insert into grant_slots values ('case', ${caseId}, 1, ${slot.slice(0, 16)}, ${slot})`);
  await run(
    sql`insert into messages values (${caseId}, 0, 1, 0, ${bytes(32)}, ${bytes(24)}, ${bytes(1040)}, '2026-01-06')`,
  );
  await run(sql`insert into attachments values (${caseId}, ${caseId}, -1, 0, 0, 2, ${bytes(32)}, '2026-01-06')`);
  await run(sql`insert into attachment_chunks values (${caseId}, 0, ${bytes(600)}, '2026-01-06')`);
  await run(sql`insert into withdrawals values (${caseId}, ${bytes(32)}, '2026-01-06', '2026-01-13')`);
}

/** One or two rows of every other table. */
export async function insertOthers(db: Database): Promise<void> {
  const run = (statement: SQL) => rowsOf(db, statement);
  await run(sql`insert into members values (${MEMBER}, 'sok.dara', ${bytes(16)}, 3, 134217728, ${bytes(32)}, 0, ${bytes(24)},
    ${bytes(48)})`);
  await run(sql`insert into member_keys values (${bytes(16)}, ${MEMBER}, ${bytes(1216)})`);
  await run(sql`insert into sessions values (${bytes(32)}, ${MEMBER}, '2026-01-05 10:00Z', '2026-01-05 16:00Z')`);
  await run(sql`insert into sign_in_steps (hash, member_id, stage, recovering, challenge, expires_at) values (${bytes(32)},
    ${MEMBER}, 'factor', false, ${bytes(32)}, '2026-01-05 10:00Z')`);
  await run(sql`insert into invitations values (${MEMBER}, ${bytes(32)}, 'rainbow', ${MEMBER}, '{}', '2026-02-01')`);
  await run(
    sql`insert into directory_entries values ('rainbow', ${MEMBER}, 2, 1, ${bytes(24)}, ${bytes(64)}, '2026-01-01')`,
  );
  await run(sql`insert into coded_records values (${MEMBER}, 'rainbow', 2, ${MEMBER}, 1, 1, ${bytes(24)}, ${bytes(64)},
    '2026-01')`);
  await run(sql`insert into coded_records values (${COUNTED}, 'rainbow', 2, ${MEMBER}, 1, 1, ${bytes(24)}, ${bytes(64)},
    '2026-01', 'rainbow/incident/2026-Q1')`);
  await run(sql`insert into keyring_versions values (1, ${bytes(32)}, '2026-01-01', '{}')`);
  await run(sql`insert into deployment (kind, founded, pepper_check) values ('live', '2026-01-01', ${bytes(16)})`);
  await run(sql`insert into cohort_ledger values ('rainbow', 'incident', '2026-Q1', 'rainbow', 1, 2, ${bytes(32)},
    ${bytes(32)}, ${bytes(64)}, ${MEMBER}, ${bytes(64)})`);
  await run(sql`insert into releases values ('rainbow', 'incident', '2026-Q1', 1, '2026-06-01', ${bytes(64)}, ${bytes(32)},
    ${bytes(32)}, ${bytes(200)})`);
  await run(sql`insert into release_proposals values ('rainbow', 'incident', '2026-Q1', 2, '2026-06-01', ${bytes(64)},
    ${bytes(32)}, ${bytes(32)}, ${bytes(200)})`);
  await run(sql`insert into proposal_records values ('rainbow', 'incident', '2026-Q1', ${MEMBER})`);
  await run(
    sql`insert into statements values (${MEMBER}, 1, 'rainbow', true, ${bytes(64)}, ${bytes(64)}, '2026-01-01')`,
  );
  await run(sql`insert into record_lists values (${MEMBER}, 'rainbow', 2, ${bytes(64)}, ${bytes(64)})`);
  await run(sql`insert into suspensions values (${MEMBER}, ${MEMBER}, '2026-01-01')`);
  await run(sql`insert into keyring_confirmations values (${MEMBER}, 2, ${bytes(32)}, ${bytes(64)})`);
  await run(sql`insert into second_factors (id, member_id, kind, secret, day) values (${MEMBER}, ${MEMBER}, 'totp',
    ${bytes(60)}, '2026-01-01')`);
  await run(
    sql`insert into acknowledgements values ('ABCD2345', ${bytes(32)}, 'rainbow', 'received', null, '2026-02-01')`,
  );
  await run(sql`insert into tombstones values (${bytes(16)}, '2026-01', ${bytes(32)})`);
  await run(sql`insert into site_items values ('rainbow', 'text/home', 'en', 1, 'text/markdown', ${bytes(9)}, ${MEMBER},
    ${bytes(64)}, '2026-01-01')`);
  await run(sql`insert into counted_records values (${MEMBER}, ${MEMBER}, 1, 'rainbow', 'incident', '2026-Q1')`);
  await run(
    sql`insert into audit_log values (0, '2026-01-01', null, 'deployment_founded', null, ${bytes(32)}, ${bytes(32)})`,
  );
}
