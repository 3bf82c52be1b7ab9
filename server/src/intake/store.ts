import type { SealedReport } from '@romduol/shared/api/reports';
import type { CaseId, Day } from '@romduol/shared/ids';
import { compareBytes, concat, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type SQL, sql } from 'drizzle-orm';
import { plainBytes } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { preparedRowsOf, rowsOf } from '../database/rows.ts';
import { violatedConstraint } from '../database/violations.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import { batchWrites } from './batch-writes.ts';

/** A report as it is written: its bytes are laid out one part after another, and `head` says how many of them are what. */
type ReportRow = {
  readonly head: {
    readonly case_id: CaseId;
    readonly team: string;
    readonly keyring_version: number;
    readonly sealed_by: string;
    /** How many, and then lengths in bytes. */
    readonly slots: number;
    readonly contact: number;
    readonly body: number;
    readonly today: Day;
    /** Of the request, in hexadecimal. */
    readonly hash: string;
  };
  readonly bytes: Uint8Array;
};

/** What writing a row came to; the hash is that of the row which stood there before. */
type Written = { stored: boolean; known_keyring: boolean; request_hash: Uint8Array | null };

const SLOT = 1184;
/** Byte strings of one length that every report has, in the order in which they are laid out. */
const FIXED = {
  commit: 32,
  nonce: 24,
  reporterKey: 1216,
  copy: 72,
  index: 16,
  check: 32,
  second: 32,
  contactNonce: 24,
};
const FIXED_LENGTH = Object.values(FIXED).reduce((sum, length) => sum + length, 0);

/** Makes what is stored of what was sent. Throws `Refusal` `bad_input` for what the contract cannot rule out. */
function makeRow(secret: Secret, report: SealedReport, today: Day): ReportRow {
  const { commit, body, contact, reporterKey, reporterCopy, lookup, secondLookup, slots } = report;
  const recipients = slots.map((one) => one.subarray(0, 16)).sort(compareBytes);
  const receipt = concat(secret.receiptIndex(lookup), secret.receiptCheck(lookup), secret.secondCheck(secondLookup));
  const copy = concat(reporterCopy.nonce, reporterCopy.ciphertext);
  const fixed = concat(commit, body.nonce, reporterKey, copy, receipt, contact.nonce);
  const repeated = recipients.some((kid, at) => at > 0 && compareBytes(kid, recipients[at - 1] ?? kid) === 0);
  // The contract only bounds the sealed copy: with another length every part after it would lie elsewhere.
  if (repeated || fixed.length !== FIXED_LENGTH) throw new Refusal('bad_input');
  const bytes = concat(fixed, ...recipients, ...slots, contact.ciphertext, body.ciphertext);
  const head = {
    case_id: report.caseId,
    team: report.team,
    keyring_version: report.keyringVersion,
    sealed_by: report.sealedBy,
    slots: slots.length,
    contact: contact.ciphertext.length,
    body: body.ciphertext.length,
  };
  // Over everything that was sent, so that a repetition is told from another report.
  const digest = sodium().hash(32, pae(utf8(JSON.stringify(head)), bytes));
  const hash = Buffer.from(digest).toString('hex');
  return { head: { ...head, today, hash }, bytes };
}

/** SQL for a fixed part of the row at hand, whose bytes begin at `at`. */
function cut(part: keyof typeof FIXED): SQL {
  const names = Object.keys(FIXED) as (keyof typeof FIXED)[];
  const before = names.slice(0, names.indexOf(part)).reduce((sum, name) => sum + FIXED[name], 0);
  return sql.raw(`substring(bytes from at + ${before} for ${FIXED[part]})`);
}
const kids = sql.raw(`substring(bytes from at + ${FIXED_LENGTH} for 16 * slots)`);
const slot = sql.raw(`substring(bytes from at + ${FIXED_LENGTH} + 16 * slots + ${SLOT} * k for ${SLOT})`);
const contact = sql.raw(`substring(bytes from at + ${FIXED_LENGTH} + ${16 + SLOT} * slots for contact)`);
const body = sql.raw(`substring(bytes from at + ${FIXED_LENGTH} + ${16 + SLOT} * slots + contact for body)`);

/**
 * Writes reports, contact blobs, slots and reporters' copies by one statement: all or nothing, and one turn. The bytes of
 * all rows go as one text of base64, which costs the driver half of what bytea does, and the statement cuts them up.
 */
function insertReports(db: Database, rows: readonly ReportRow[]): Promise<Written[]> {
  let at = 1; // SQL counts from one
  const heads = rows.map(({ head, bytes }, n) => {
    const placed = { ...head, n, at };
    at += bytes.length;
    return placed;
  });
  const sent = Buffer.concat(rows.map(({ bytes }) => bytes)).toString('base64');
  return preparedRowsOf<Written>(
    db,
    'insert_reports',
    sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as given(n int, at int, today date,
        case_id uuid, team text, keyring_version int, sealed_by text, slots int, contact int, body int, hash text)
    ), sent as materialized (
      select decode(${sent}, 'base64') as bytes
    ), stored as (
      insert into reports (case_id, team, day, keyring_version, sealed_by, commit, nonce, body, reporter_key, kids,
        reporter_copy, receipt_index, receipt_check, second_check, request_hash)
      select case_id, team, today, keyring_version, sealed_by, ${cut('commit')}, ${cut('nonce')}, ${body},
        ${cut('reporterKey')}, ${kids}, ${cut('copy')}, ${cut('index')}, ${cut('check')}, ${cut('second')}, decode(hash, 'hex')
      from given, sent
      where exists (select from keyring_versions where version = given.keyring_version)
      on conflict (case_id) do nothing
      returning case_id
    ), contacts as (
      insert into report_contacts (case_id, nonce, ciphertext)
      select case_id, ${cut('contactNonce')}, ${contact} from given join stored using (case_id), sent
    ), slots as (
      insert into case_slots (case_id, epoch, kid, slot)
      select case_id, 0, substring(slot from 1 for 16), slot
      from given join stored using (case_id), sent, generate_series(0, slots - 1) as k, lateral (select ${slot} as slot) as one
    )
    select stored.case_id is not null as stored,
      exists (select from keyring_versions where version = given.keyring_version) as known_keyring,
      (select request_hash from reports where reports.case_id = given.case_id) as request_hash
    from given left join stored using (case_id) order by n`,
  );
}

export type ReportStore = {
  readonly db: Database;
  readonly secret: Secret;
  readonly write: (row: ReportRow) => Promise<Written>;
  /** Told of each case that has come. */
  readonly changed: (caseId: CaseId) => void;
};

/** Where reports are stored: those that come at once are written at once. One for each database. */
export const openReportStore = (db: Database, secret: Secret, changed: ReportStore['changed']): ReportStore => ({
  db,
  secret,
  changed,
  write: batchWrites((rows: readonly ReportRow[]) => insertReports(db, rows)),
});

/**
 * Stores a sealed report. `repeated` when exactly this report is stored already. Throws `Refusal`: `already_exists` for
 * another report under the same id or receipt, `keyring_outdated` for a keyring version that was never published,
 * `bad_input` for two slots of one recipient.
 */
export async function storeReport(
  { db, secret, write, changed }: ReportStore,
  report: SealedReport,
  today: Day,
): Promise<'stored' | 'repeated'> {
  const row = makeRow(secret, report, today);
  const written = await write(row).catch((error: unknown) => {
    throw violatedConstraint(error) === 'reports_receipt_index' ? new Refusal('already_exists') : error;
  });
  if (written.stored) {
    changed(report.caseId);
    return 'stored';
  }
  if (!written.known_keyring) throw new Refusal('keyring_outdated');
  const known = written.request_hash ?? (await readRequestHash(db, report.caseId));
  if (known === null || Buffer.from(plainBytes(known)).toString('hex') !== row.head.hash)
    throw new Refusal('already_exists');
  return 'repeated';
}

/** A request that ran beside ours may have stored the row after our statement began, which then cannot see it. */
async function readRequestHash(db: Database, caseId: string): Promise<Uint8Array | null> {
  const [row] = await rowsOf<{ request_hash: Uint8Array }>(
    db,
    sql`select request_hash from reports where case_id = ${caseId}::uuid`,
  );
  return row?.request_hash ?? null;
}
