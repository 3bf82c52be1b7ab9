import { randomBytes } from 'node:crypto';
import { sqlState } from '@romduol/server/database/violations';
import { rowsOf } from '@romduol/server/database/rows';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, kinds } from './fresh.ts';

const MEMBER = '11111111-1111-4111-8111-111111111111';
const bytes = (length: number) => new Uint8Array(randomBytes(length));

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshDatabase;
  const run = (statement: ReturnType<typeof sql>) => rowsOf(fresh.db, statement);
  const refusal = (statement: ReturnType<typeof sql>) => run(statement).then(() => null, sqlState);

  async function insertCase(caseId: string): Promise<void> {
    const slot = bytes(1184);
    await run(sql`insert into reports values (${caseId}, 'phnom-penh', '2026-01-05', 1, 'browser', ${bytes(32)}, ${bytes(24)},
      ${bytes(4112)}, ${bytes(1216)}, ${slot.slice(0, 16)}, ${bytes(72)}, ${bytes(16)}, ${bytes(32)}, ${bytes(32)}, ${bytes(32)})`);
    await run(sql`insert into report_contacts values (${caseId}, ${bytes(24)}, ${bytes(64)})`);
    await run(sql`insert into case_slots values (${caseId}, 0, ${slot.slice(0, 16)}, ${slot})`);
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

  beforeAll(async () => {
    fresh = await freshDatabase(kind);
    await run(sql`insert into members values (${MEMBER}, 'sok.dara', ${bytes(16)}, 3, 134217728, ${bytes(32)}, 0, ${bytes(24)},
      ${bytes(48)})`);
    await run(sql`insert into keyring_versions values (1, ${bytes(32)}, '2026-01-01', '{}')`);
    await run(sql`insert into deployment (kind, founded, pepper_check) values ('live', '2026-01-01', ${bytes(16)})`);
    await run(sql`insert into cohort_ledger values ('rainbow', 'incident', '2026-Q1', 'rainbow', 1, 2, ${bytes(32)},
      ${bytes(32)}, ${bytes(64)}, ${MEMBER}, ${bytes(64)})`);
    await run(sql`insert into releases values ('rainbow', 'incident', '2026-Q1', 1, '2026-06-01', ${bytes(64)}, ${bytes(32)},
      ${bytes(32)}, ${bytes(200)})`);
    await run(
      sql`insert into statements values (${MEMBER}, 1, 'rainbow', true, ${bytes(64)}, ${bytes(64)}, '2026-01-01')`,
    );
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
  });
  afterAll(() => fresh.close());

  const GUARDED = {
    reports: sql`update reports set sealed_by = 'server'`,
    report_contacts: sql`update report_contacts set nonce = nonce`,
    case_entries: sql`update case_entries set day = '2026-02-01'`,
    case_slots: sql`update case_slots set epoch = 1`,
    grants: sql`update grants set organisation = 'other'`,
    grant_slots: sql`update grant_slots set slot = slot`,
    deployment: sql`update deployment set kind = 'demo'`,
    keyring_versions: sql`update keyring_versions set file = '[]'`,
    cohort_ledger: sql`update cohort_ledger set signatures = 1`,
    releases: sql`update releases set number = 2`,
    counted_records: sql`update counted_records set cohort = '2026-Q2'`,
    messages: sql`update messages set day = '2026-02-01'`,
    attachments: sql`update attachments set chunks = 1`,
    attachment_chunks: sql`update attachment_chunks set day = '2026-02-01'`,
    withdrawals: sql`update withdrawals set erase_on = '2027-01-01'`,
    tombstones: sql`update tombstones set withdrawal = null`,
    statements: sql`update statements set statement = signature`,
    site_items: sql`update site_items set number = 2`,
    suspensions: sql`update suspensions set day = '2026-02-01'`,
    keyring_confirmations: sql`update keyring_confirmations set version = 1`,
    acknowledgements: sql`update acknowledgements set claimed = null`,
    audit_log: sql`update audit_log set act = 'signed_in'`,
  };
  /** Slots are withdrawn one by one, withdrawals undone, suspensions lifted, links over some day; everything else stays. */
  const PASSING = [
    'case_slots',
    'grant_slots',
    'withdrawals',
    'suspensions',
    'keyring_confirmations',
    'acknowledgements',
  ];
  const LASTING = Object.keys(GUARDED).filter((table) => !PASSING.includes(table));

  test.each(Object.entries(GUARDED))('refuses to change or empty %s', async (table, update) => {
    const caseId = crypto.randomUUID();
    await insertCase(caseId);
    expect(await refusal(update)).toBe('23001');
    expect(await refusal(sql`truncate ${sql.identifier(table)} cascade`)).toBe('23001');
  });

  test('refuses to empty the second factors, and lets a confirmation go on', async () => {
    expect(await refusal(sql`truncate second_factors`)).toBe('23001');
    expect(await refusal(sql`update keyring_confirmations set version = 3`)).toBeNull();
  });

  test.each(LASTING)('refuses to delete from %s', async (table) => {
    await insertCase(crypto.randomUUID());
    expect(await refusal(sql`delete from ${sql.identifier(table)}`)).toBe('23001');
  });

  test('erases one case whole, and no other', async () => {
    const [erased, kept] = [crypto.randomUUID(), crypto.randomUUID()];
    await insertCase(erased);
    await insertCase(kept);
    await run(sql`select erase_case(${erased})`);
    const left = async (caseId: string) =>
      run(sql`select 'report' as what from reports where case_id = ${caseId}
        union all select 'contact' from report_contacts where case_id = ${caseId}
        union all select 'slot' from case_slots where case_id = ${caseId}
        union all select 'wrap' from vault_wraps where case_id = ${caseId}
        union all select 'entry' from case_entries where case_id = ${caseId}
        union all select 'summary' from case_summaries where case_id = ${caseId}
        union all select 'grant' from grants where object = ${caseId}
        union all select 'granted slot' from grant_slots where object = ${caseId}
        union all select 'message' from messages where case_id = ${caseId}
        union all select 'file' from attachments where case_id = ${caseId}
        union all select 'chunk' from attachment_chunks where object_id = ${caseId}
        union all select 'withdrawal' from withdrawals where case_id = ${caseId}`);
    expect(await left(erased)).toEqual([]);
    expect(await left(kept)).toHaveLength(12);
  });

  test('protects cases again in the rest of a transaction that erased one', async () => {
    const [erased, kept] = [crypto.randomUUID(), crypto.randomUUID()];
    await insertCase(erased);
    await insertCase(kept);
    const attempt = fresh.db.transaction(async (tx) => {
      await tx.execute(sql`select erase_case(${erased})`);
      await tx.execute(sql`delete from case_entries where case_id = ${kept}`);
    });
    expect(await attempt.then(() => null, sqlState)).toBe('23001');
  });

  test('lets go of no other case while it erases one', async () => {
    const [erased, kept] = [crypto.randomUUID(), crypto.randomUUID()];
    await insertCase(erased);
    await insertCase(kept);
    const attempt = (table: string, column: string) =>
      fresh.db
        .transaction(async (tx) => {
          await tx.execute(sql`select set_config('romduol.erasing', ${erased}, true)`);
          await tx.execute(sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} = ${kept}`);
        })
        .then(() => null, sqlState);
    expect(await attempt('case_entries', 'case_id')).toBe('23001');
    expect(await attempt('report_contacts', 'case_id')).toBe('23001');
    expect(await attempt('grants', 'object')).toBe('23001');
  });

  test('erases a contact and leaves the report', async () => {
    const caseId = crypto.randomUUID();
    await insertCase(caseId);
    await run(sql`select erase_contact(${caseId})`);
    expect(await run(sql`select from report_contacts where case_id = ${caseId}`)).toEqual([]);
    expect(await run(sql`select from reports where case_id = ${caseId}`)).toHaveLength(1);
  });

  test('refuses byte columns of the wrong length', async () => {
    const wrong = sql`insert into vault_wraps select case_id, ${MEMBER}, 7, ${bytes(71)} from reports limit 1`;
    await insertCase(crypto.randomUUID());
    expect(await refusal(wrong)).toBe('23514');
  });
});
