import type { SealedReport } from '@romduol/shared/api/reports';
import type { Day } from '@romduol/shared/ids';
import { compareBytes, concat, le64, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { sql } from 'drizzle-orm';
import { plainBytes } from '../database/columns.ts';
import { type Database, transaction } from '../database/database.ts';
import { preparedRowsOf } from '../database/rows.ts';
import { violatedConstraint } from '../database/violations.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import { batchWrites } from './batch-writes.ts';

const SLOT = 1184;

/** A report as it is written, with what was made of it beforehand. */
type ReportRow = {
  readonly report: SealedReport;
  readonly today: Day;
  readonly kids: readonly Uint8Array[];
  readonly requestHash: Uint8Array;
  readonly receiptIndex: Uint8Array;
  readonly receiptCheck: Uint8Array;
};

/** What writing a row came to; the hash is that of the row which stood there before. */
type Written = { stored: boolean; known_keyring: boolean; request_hash: Uint8Array | null };

function makeRow(secret: Secret, report: SealedReport, today: Day): ReportRow {
  const kids = report.slots.map((slot) => slot.subarray(0, 16)).sort(compareBytes);
  if (kids.some((kid, at) => at > 0 && compareBytes(kid, kids[at - 1] ?? kid) === 0)) throw new Refusal('bad_input');
  return {
    report,
    today,
    kids,
    requestHash: hashRequest(report),
    receiptIndex: secret.receiptIndex(report.lookup),
    receiptCheck: secret.receiptCheck(report.lookup),
  };
}

/** Writes report, contact blob, slots and the reporter's copy by one statement: all or nothing, and one turn. */
async function insertReport(db: Database, row: ReportRow): Promise<Written> {
  const { report, today, kids, requestHash, receiptIndex, receiptCheck } = row;
  const { body, contact, reporterCopy } = report;
  // Slots travel as one byte string, which the database cuts: an array of bytea would be escaped twice on its way.
  const slots = concat(...report.slots);
  const statement = sql`
    with stored as (
      insert into reports (case_id, team, day, keyring_version, sealed_by, commit, nonce, body, reporter_key, kids,
        reporter_copy, receipt_index, receipt_check, request_hash)
      select ${report.caseId}::uuid, ${report.team}, ${today}::date, ${report.keyringVersion}::int,
        ${report.sealedBy}, ${report.commit}::bytea, ${body.nonce}::bytea, ${body.ciphertext}::bytea,
        ${report.reporterKey}::bytea, ${concat(...kids)}::bytea,
        ${concat(reporterCopy.nonce, reporterCopy.ciphertext)}::bytea, ${receiptIndex}::bytea,
        ${receiptCheck}::bytea, ${requestHash}::bytea
      where exists (select from keyring_versions where version = ${report.keyringVersion}::int)
      on conflict (case_id) do nothing
      returning case_id
    ), contact as (
      insert into report_contacts (case_id, nonce, ciphertext)
      select case_id, ${contact.nonce}::bytea, ${contact.ciphertext}::bytea from stored
    ), slots as (
      insert into case_slots (case_id, epoch, kid, slot)
      select case_id, 0, substring(slot from 1 for 16), slot from stored,
        lateral (select substring(${slots}::bytea from n * ${SLOT}::int + 1 for ${SLOT}::int) as slot
          from generate_series(0, ${report.slots.length}::int - 1) as n) as cut
    )
    select exists (select from stored) as stored,
      exists (select from keyring_versions where version = ${report.keyringVersion}::int) as known_keyring,
      (select request_hash from reports where case_id = ${report.caseId}::uuid) as request_hash`;
  const [written] = await preparedRowsOf<Written>(db, 'insert_report', statement);
  if (written === undefined) throw new Refusal('internal');
  return written;
}

export type ReportStore = {
  readonly db: Database;
  readonly secret: Secret;
  readonly write: (row: ReportRow) => Promise<Written>;
};

/** Where reports are stored: those that come at once share transactions. One for each database. */
export const openReportStore = (db: Database, secret: Secret): ReportStore => ({
  db,
  secret,
  write: batchWrites(
    (row) => insertReport(db, row),
    (rows) => transaction(db, (tx) => Promise.all(rows.map((row) => insertReport(tx, row)))),
  ),
});

/**
 * Stores a sealed report. `repeated` when exactly this report is stored already. Throws `Refusal`: `already_exists` for
 * another report under the same id or receipt, `keyring_outdated` for a keyring version that was never published,
 * `bad_input` for two slots of one recipient.
 */
export async function storeReport(
  { db, secret, write }: ReportStore,
  report: SealedReport,
  today: Day,
): Promise<'stored' | 'repeated'> {
  const row = makeRow(secret, report, today);
  const written = await write(row).catch((error: unknown) => {
    throw violatedConstraint(error) === 'reports_receipt_index' ? new Refusal('already_exists') : error;
  });
  if (written.stored) return 'stored';
  if (!written.known_keyring) throw new Refusal('keyring_outdated');
  const known = written.request_hash ?? (await readRequestHash(db, report.caseId));
  if (known === null || !sodium().equal(plainBytes(known), row.requestHash)) throw new Refusal('already_exists');
  return 'repeated';
}

/** A request that ran beside ours may have stored the row after our statement began, which then cannot see it. */
async function readRequestHash(db: Database, caseId: string): Promise<Uint8Array | null> {
  const [row] = await preparedRowsOf<{ request_hash: Uint8Array }>(
    db,
    'read_request_hash',
    sql`select request_hash from reports where case_id = ${caseId}::uuid`,
  );
  return row?.request_hash ?? null;
}

/** Over everything that was sent, so that a repetition is told from another report. */
function hashRequest(report: SealedReport): Uint8Array {
  const { body, contact, reporterCopy } = report;
  return sodium().hash(
    32,
    pae(
      utf8(report.caseId),
      utf8(report.team),
      le64(report.keyringVersion),
      utf8(report.sealedBy),
      report.commit,
      body.nonce,
      body.ciphertext,
      contact.nonce,
      contact.ciphertext,
      report.reporterKey,
      report.lookup,
      reporterCopy.nonce,
      reporterCopy.ciphertext,
      ...report.slots,
    ),
  );
}
