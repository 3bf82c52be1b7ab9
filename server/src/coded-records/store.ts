import type { SealedRecord } from '@romduol/shared/api/statistics';
import type { MemberId, OrganisationId, RecordId } from '@romduol/shared/ids';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Database } from '../database/database.ts';
import { codedRecords, countedRecords, grants } from '../database/schema.ts';

/** Which of these ids have been counted, and so are never accepted again. */
export async function findCounted(db: Database, ids: readonly RecordId[]): Promise<Set<RecordId>> {
  if (ids.length === 0) return new Set();
  // One parameter: lists name more records than a statement may have parameters.
  const rows = await db
    .select({ recordId: countedRecords.recordId })
    .from(countedRecords)
    .where(
      sql`${countedRecords.recordId} in (select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as given(id))`,
    );
  return new Set(rows.map(({ recordId }) => recordId as RecordId));
}

/** Epochs of an author's statistics key that were granted to publishers: under any other nobody could count. */
export async function findGrantedEpochs(db: Database, author: MemberId): Promise<Set<number>> {
  const rows = await db
    .select({ epoch: grants.epoch })
    .from(grants)
    .where(and(eq(grants.purpose, 'statistics'), eq(grants.object, author)));
  return new Set(rows.map(({ epoch }) => epoch));
}

/**
 * Stores new records and newer revisions; gives the ids it stored. Records must all have the one author. A colleague of
 * the first author's may revise a record, since cases change hands: who can name its id has read the case.
 */
export async function storeNewer(
  db: Database,
  organisation: OrganisationId,
  records: readonly SealedRecord[],
  month: string,
): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  const rows = await db
    .insert(codedRecords)
    .values(records.map(({ sealed, ...head }) => ({ organisation, month, ...head, ...sealed })))
    .onConflictDoUpdate({
      target: codedRecords.recordId,
      set: {
        author: sql`excluded.author`,
        revision: sql`excluded.revision`,
        epoch: sql`excluded.epoch`,
        codebook: sql`excluded.codebook`,
        nonce: sql`excluded.nonce`,
        ciphertext: sql`excluded.ciphertext`,
        month: sql`excluded.month`,
      },
      // Judged on the row as it is once it is locked: a release that counts it at this moment comes first.
      setWhere: sql`${codedRecords.organisation} = excluded.organisation and ${codedRecords.revision} < excluded.revision
        and ${codedRecords.cohort} is null`,
    })
    .returning({ recordId: codedRecords.recordId });
  return new Set(rows.map(({ recordId }) => recordId));
}

/** The author's records, counted ones from their tombstones. */
export async function findOwn(
  db: Database,
  author: MemberId,
): Promise<{ recordId: RecordId; revision: number; counted: boolean }[]> {
  const open = db
    .select({ recordId: codedRecords.recordId, revision: codedRecords.revision, counted: sql<boolean>`false` })
    .from(codedRecords)
    .where(and(eq(codedRecords.author, author), isNull(codedRecords.cohort)));
  const counted = db
    .select({ recordId: countedRecords.recordId, revision: countedRecords.revision, counted: sql<boolean>`true` })
    .from(countedRecords)
    .where(eq(countedRecords.author, author));
  const rows = await unionAll(open, counted);
  return rows.map((row) => ({ ...row, recordId: row.recordId as RecordId }));
}

/** Uncounted records of an organisation after an id, in id order. */
export async function findUncounted(
  db: Database,
  organisation: OrganisationId,
  page: { readonly after: RecordId | null; readonly limit: number },
): Promise<SealedRecord[]> {
  const rows = await db
    .select()
    .from(codedRecords)
    .where(
      and(
        eq(codedRecords.organisation, organisation),
        isNull(codedRecords.cohort),
        page.after === null ? undefined : gt(codedRecords.recordId, page.after),
      ),
    )
    .orderBy(asc(codedRecords.recordId))
    .limit(page.limit);
  return rows.map(({ recordId, revision, author, epoch, codebook, nonce, ciphertext }) => ({
    recordId: recordId as RecordId,
    revision,
    author: author as MemberId,
    epoch,
    codebook,
    sealed: { nonce, ciphertext },
  }));
}
