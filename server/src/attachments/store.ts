import type { AttachmentPlaces } from '@romduol/shared/api/attachments';
import type { CaseId, Day } from '@romduol/shared/ids';
import { sodium } from '@romduol/shared/sealing/sodium';
import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { plainBytes } from '../database/columns.ts';
import { copyRows, dateField, intField, postgresOf, uuidField } from '../database/copy-rows.ts';
import { type Database, transaction } from '../database/database.ts';
import { preparedRowsOf, rowsOf } from '../database/rows.ts';
import { violatedConstraint } from '../database/violations.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';

/** A report or message that files belong to: direction −1 is the report itself, with counter 0. */
export type FileSource = { readonly caseId: CaseId; readonly direction: -1 | 0 | 1; readonly counter: number };
/** A file as it is announced; its place is where it stands in the list. */
export type AnnouncedFile = { readonly object: string; readonly chunks: number };

/** Nobody's. Looked for where a receipt finds nothing, so that as much is asked of the database. */
export const NO_CASE = '00000000-0000-4000-8000-000000000000' as CaseId;

/** The case that a receipt's lookup proves; null when there is none. */
export async function findCaseByLookup(db: Database, secret: Secret, lookup: Uint8Array): Promise<CaseId | null> {
  const [row] = await rowsOf<{ case_id: CaseId; receipt_check: Uint8Array }>(
    db,
    sql`select case_id, receipt_check from reports where receipt_index = ${secret.receiptIndex(lookup)}`,
  );
  // Compared with something of the same length either way.
  const check = secret.receiptCheck(lookup);
  const known = row === undefined ? new Uint8Array(check.length) : plainBytes(row.receipt_check);
  return sodium().equal(known, check) && row !== undefined ? row.case_id : null;
}

/** Whether the message is stored that files are to follow. The report is, if its case was found. */
export async function hasSource(db: Database, { caseId, direction, counter }: FileSource): Promise<boolean> {
  if (direction === -1) return counter === 0;
  const rows = await rowsOf(
    db,
    sql`select from messages where case_id = ${caseId}::uuid and direction = ${direction} and counter = ${counter}`,
  );
  return rows.length > 0;
}

/**
 * Notes which files follow a report or message, and who may hand them in. `repeated` when exactly these are noted already;
 * throws `Refusal` `already_exists` for others.
 */
export async function announce(
  db: Database,
  source: FileSource,
  {
    files,
    check,
    today,
  }: { readonly files: readonly AnnouncedFile[]; readonly check: Uint8Array; readonly today: Day },
): Promise<'stored' | 'repeated'> {
  const { caseId, direction, counter } = source;
  const values = files.map(
    ({ object, chunks }, place) =>
      sql`(${object}::uuid, ${caseId}::uuid, ${direction}::int, ${counter}::int, ${place}::int, ${chunks}::int, ${check}::bytea, ${today}::date)`,
  );
  try {
    await transaction(db, async (tx) => {
      await tx.execute(sql`insert into attachments
        (object_id, case_id, direction, counter, place, chunks, upload_check, day) values ${sql.join(values, sql`, `)}`);
    });
    return 'stored';
  } catch (error) {
    if (!/^attachments_(place|pkey)$/.test(violatedConstraint(error) ?? '')) throw error;
  }
  const known = await rowsOf<{ object_id: string; chunks: number; upload_check: Uint8Array }>(
    db,
    sql`select object_id, chunks, upload_check from attachments
      where case_id = ${caseId}::uuid and direction = ${direction} and counter = ${counter} order by place`,
  );
  const same =
    known.length === files.length &&
    known.every(
      (row, at) =>
        row.object_id === files[at]?.object &&
        row.chunks === files[at].chunks &&
        sodium().equal(plainBytes(row.upload_check), check),
    );
  if (!same) throw new Refusal('already_exists');
  return 'repeated';
}

/** An announced file; null when nothing was announced under this name. */
export async function findFile(
  db: Database,
  object: string,
): Promise<{ readonly caseId: CaseId; readonly chunks: number; readonly uploadCheck: Uint8Array } | null> {
  const [row] = await rowsOf<{ case_id: CaseId; chunks: number; upload_check: Uint8Array }>(
    db,
    sql`select case_id, chunks, upload_check from attachments where object_id = ${object}::uuid`,
  );
  return row === undefined
    ? null
    : { caseId: row.case_id, chunks: row.chunks, uploadCheck: plainBytes(row.upload_check) };
}

/** Neighbouring sealed chunks, the first in place `chunk`. */
export type ChunksToStore = {
  readonly object: string;
  readonly chunk: number;
  readonly parts: readonly Uint8Array[];
  readonly today: Day;
};

/**
 * Stores neighbouring sealed chunks, all or none; `repeated` when exactly these bytes are there already. Throws `Refusal`
 * `already_exists` for others.
 */
export async function storeChunks(db: Database, chunks: ChunksToStore): Promise<'stored' | 'repeated'> {
  const client = postgresOf(db);
  const copied = client !== null && !(await isAnyStored(db, chunks)) && (await copyChunks(client, chunks));
  return copied ? 'stored' : insertChunks(db, chunks);
}

/** Asked first: what is copied in vain would lie about in the table's pages until they are cleared. */
async function isAnyStored(db: Database, { object, chunk, parts }: ChunksToStore): Promise<boolean> {
  const rows = await preparedRowsOf(
    db,
    'any_chunk',
    sql`select from attachment_chunks where object_id = ${object}::uuid
      and chunk between ${chunk}::int and ${chunk + parts.length - 1}::int limit 1`,
  );
  return rows.length > 0;
}

/** The usual way, on PostgreSQL: byte for byte. False when nothing was stored, for whatever reason. */
async function copyChunks(client: Sql, { object, chunk, parts, today }: ChunksToStore): Promise<boolean> {
  const rows = parts.map((part, n) => [uuidField(object), intField(chunk + n), part, dateField(today)]);
  try {
    await client.begin(async (tx) => {
      await copyRows(tx`copy attachment_chunks (object_id, chunk, ciphertext, day) from stdin (format binary)`, rows);
      // Fails where the rows were refused.
      await tx`select`;
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * The other way, where some of it is there already, and on PGlite. The bytes go as base64: as bytea the driver would write
 * each as two characters.
 */
async function insertChunks(
  db: Database,
  { object, chunk, parts, today }: ChunksToStore,
): Promise<'stored' | 'repeated'> {
  let at = 1; // SQL counts from one
  const heads = parts.map(({ length }, n) => {
    const head = { chunk: chunk + n, at, length };
    at += length;
    return head;
  });
  const sent = Buffer.concat(parts).toString('base64');
  const insert = () =>
    preparedRowsOf<{ stored: boolean; same: boolean | null }>(
      db,
      'insert_chunks',
      sql`with sent as materialized (select decode(${sent}, 'base64') as bytes),
        given as materialized (
          select chunk, substring(bytes from at for length) as bytes
          from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as head(chunk int, at int, length int), sent),
        stored as (
          insert into attachment_chunks (object_id, chunk, ciphertext, day)
          select ${object}::uuid, chunk, bytes, ${today}::date from given
          on conflict (object_id, chunk) do nothing returning chunk)
        select stored.chunk is not null as stored,
          (select ciphertext = given.bytes from attachment_chunks c
            where stored.chunk is null and c.object_id = ${object}::uuid and c.chunk = given.chunk) as same
        from given left join stored using (chunk)`,
    );
  // Another request may have stored a row after this statement began, which then cannot see it: a second one does.
  let anyStored = false;
  for (let tried = 0; tried < 2; tried += 1) {
    const rows = await insert();
    anyStored ||= rows.some(({ stored }) => stored);
    if (rows.every(({ stored, same }) => stored || same === true)) return anyStored ? 'stored' : 'repeated';
    if (rows.some(({ same }) => same === false)) break;
  }
  throw new Refusal('already_exists');
}

/** A chunk of a case's file; null when it is not there. */
export async function readChunk(
  db: Database,
  caseId: CaseId,
  { object, chunk }: { readonly object: string; readonly chunk: number },
): Promise<Uint8Array | null> {
  const [row] = await preparedRowsOf<{ ciphertext: Uint8Array }>(
    db,
    'read_chunk',
    sql`select ciphertext from attachment_chunks join attachments using (object_id)
      where object_id = ${object}::uuid and case_id = ${caseId}::uuid and chunk = ${chunk}::int`,
  );
  return row === undefined ? null : plainBytes(row.ciphertext);
}

/** The same for whoever has the receipt. As much is asked of the database for a receipt that finds nothing. */
export async function readChunkByLookup(
  db: Database,
  secret: Secret,
  lookup: Uint8Array,
  place: { readonly object: string; readonly chunk: number },
): Promise<Uint8Array | null> {
  return readChunk(db, (await findCaseByLookup(db, secret, lookup)) ?? NO_CASE, place);
}

/** The files of a case with how much of each has come, in the order of their sources. */
export function findPlaces(db: Database, caseId: CaseId): Promise<AttachmentPlaces[]> {
  return rowsOf<AttachmentPlaces>(
    db,
    sql`select object_id as object, direction, counter, chunks,
        (select count(*)::int from attachment_chunks c where c.object_id = a.object_id) as received
      from attachments a where case_id = ${caseId}::uuid order by direction, counter, place`,
  );
}

/** Erases files that no report claims and that are older than `before`. */
export async function eraseUnclaimedFiles(db: Database, before: Day): Promise<void> {
  await db.execute(sql`select erase_unclaimed_files(${before}::date)`);
}
