import { sqlState } from '@romduol/server/database/violations';
import { rowsOf } from '@romduol/server/database/rows';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, kinds } from './fresh.ts';
import { COUNTED, MEMBER, bytes, insertCase as insertSampleCase, insertOthers } from './sample-rows.ts';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshDatabase;
  const run = (statement: ReturnType<typeof sql>) => rowsOf(fresh.db, statement);
  const refusal = (statement: ReturnType<typeof sql>) => run(statement).then(() => null, sqlState);

  const insertCase = (caseId: string): Promise<void> => insertSampleCase(fresh.db, caseId);

  beforeAll(async () => {
    fresh = await freshDatabase(kind);
    await insertOthers(fresh.db);
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
    erasures: sql`update erasures set contact_on = '2027-01-01'`,
    withdrawals: sql`update withdrawals set erase_on = '2027-01-01'`,
    tombstones: sql`update tombstones set withdrawal = null`,
    statements: sql`update statements set statement = signature`,
    site_items: sql`update site_items set number = 2`,
    suspensions: sql`update suspensions set day = '2026-02-01'`,
    keyring_confirmations: sql`update keyring_confirmations set version = 1`,
    acknowledgements: sql`update acknowledgements set claimed = null`,
    audit_log: sql`update audit_log set act = 'signed_in'`,
    member_keys: sql`update member_keys set key = key`,
    members: sql`update members set handle = 'another'`,
    vault_wraps: sql`update vault_wraps set epoch = epoch + 1`,
    case_summaries: sql`update case_summaries set seq = 0`,
    directory_entries: sql`update directory_entries set day = '2026-02-01'`,
    coded_records: sql`update coded_records set month = '2026-02'`,
    record_lists: sql`update record_lists set list = signature`,
    release_proposals: sql`update release_proposals set file = hash`,
    proposal_records: sql`update proposal_records set cohort = '2026-Q3'`,
  };
  /**
   * Slots and wraps are withdrawn one by one, withdrawals and days of erasing undone, suspensions lifted, accounts that no keyring names taken
   * away, links and proposals over some day; everything else stays.
   */
  const PASSING = [
    'case_slots',
    'grant_slots',
    'vault_wraps',
    'withdrawals',
    'erasures',
    'suspensions',
    'acknowledgements',
    'members',
    'member_keys',
    'release_proposals',
    'proposal_records',
  ];
  /** Rows that come and go by themselves; what of one must not change all the same is tried below. */
  const PASSED_BY = [
    'sessions',
    'sign_in_steps',
    'second_factors',
    'invitations',
    'drafts',
    'notification_addresses',
    'keyring_proposals',
    'factor_resets',
  ];

  test('every table is guarded, or known to need no guard', async () => {
    const tables = await rowsOf<{ name: string }>(
      fresh.db,
      sql`select table_name as name from information_schema.tables where table_schema = 'public'
      and table_type = 'BASE TABLE'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual([...Object.keys(GUARDED), ...PASSED_BY].sort());
  });
  const LASTING = Object.keys(GUARDED).filter((table) => !PASSING.includes(table));

  test.each(Object.entries(GUARDED))('refuses to change or empty %s', async (table, update) => {
    const caseId = crypto.randomUUID();
    await insertCase(caseId);
    expect(await refusal(update)).toBe('23001');
    expect(await refusal(sql`truncate ${sql.identifier(table)} cascade`)).toBe('23001');
  });

  test('refuses to empty the second factors', async () => {
    expect(await refusal(sql`truncate second_factors`)).toBe('23001');
  });

  const later = sql`'2027-01-05 10:00Z'`;
  const BACKWARD: readonly (readonly [string, ReturnType<typeof sql>])[] = [
    ['a session longer than it was to be', sql`update sessions set ends_at = ${later}`],
    ['a ticket longer', sql`update sign_in_steps set expires_at = ${later}`],
    ['a ticket of another stage', sql`update sign_in_steps set stage = 'rewrap'`],
    ['a code good once more', sql`update second_factors set last_step = last_step - 1`],
    ['a passkey counted back', sql`update second_factors set counter = counter - 1`],
    ['another code generator', sql`update second_factors set secret = ${bytes(60)}`],
    ['an invitation longer', sql`update invitations set expires = '2027-01-01'`],
    ['an invitation to something else', sql`update invitations set plan = '{"publisher":true}'`],
    ['an identity as it was before', sql`update members set identity_epoch = -1`],
    ['a summary of an earlier key', sql`update case_summaries set seq = seq + 1, epoch = -1`],
    ['an entry of the directory under an earlier key', sql`update directory_entries set revision = 3, epoch = 0`],
    ['a record as it was before', sql`update coded_records set revision = 1 where record_id = ${MEMBER}`],
    ['a record counted as it never was', sql`update coded_records set cohort = 'x', month = '2026-03'`],
    ['an author’s list as it was before', sql`update record_lists set number = number - 1`],
    ['a counted record', sql`update coded_records set revision = 9 where record_id = ${COUNTED}`],
    ['a counted record to be counted again', sql`update coded_records set cohort = null where record_id = ${COUNTED}`],
  ];
  test.each(BACKWARD)('makes of no row %s', async (_, update) => {
    await insertCase(crypto.randomUUID());
    expect(await refusal(update)).toBe('23001');
  });

  test('lets rows go on as they are meant to', async () => {
    const caseId = crypto.randomUUID();
    await insertCase(caseId);
    for (const onward of [
      sql`update keyring_confirmations set version = 3`,
      sql`update sessions set expires_at = '2026-01-05 10:05Z'`,
      sql`update sign_in_steps set attempts = attempts + 1`,
      sql`update second_factors set last_step = last_step + 1`,
      sql`update members set auth_hash = ${bytes(32)}, identity_epoch = identity_epoch + 1`,
      sql`update case_summaries set seq = seq + 1, head = ${bytes(32)} where case_id = ${caseId}`,
      sql`update vault_wraps set wrap = ${bytes(72)} where case_id = ${caseId}`,
      sql`update directory_entries set revision = revision + 1, ciphertext = ${bytes(64)}`,
      sql`update coded_records set revision = 3, ciphertext = ${bytes(64)} where record_id = ${MEMBER}`,
      sql`update coded_records set cohort = 'rainbow/incident/2026-Q1' where record_id = ${MEMBER}`,
      sql`update record_lists set number = number + 1, list = ${bytes(64)}`,
      sql`update release_proposals set signatures = ${bytes(300)}`,
      sql`delete from coded_records where record_id = ${COUNTED}`,
      sql`update invitations set member_id = ${MEMBER}, signing = ${bytes(32)}`,
    ])
      expect(await refusal(onward)).toBeNull();
    // Once answered, for good.
    expect(await refusal(sql`update invitations set signing = ${bytes(32)}`)).toBe('23001');
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
