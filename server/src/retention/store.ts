import type { CaseId, Day } from '@romduol/shared/ids';
import { and, asc, eq, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { erasures, reports, tombstones, withdrawals } from '../database/schema.ts';
import type { Tombstone } from './tombstones.ts';

/** Everything that belongs to a case goes; the tombstone comes. */
export async function replaceByTombstone(tx: Database, caseId: CaseId, tombstone: Tombstone): Promise<void> {
  await insertTombstones(tx, [tombstone]);
  await tx.execute(sql`select erase_case(${caseId}::uuid)`);
}

export async function insertTombstones(tx: Database, stones: readonly Tombstone[]): Promise<void> {
  if (stones.length > 0)
    await tx
      .insert(tombstones)
      .values([...stones])
      .onConflictDoNothing();
}

export const findTombstones = (db: Database): Promise<Tombstone[]> => db.select().from(tombstones);

export async function findCaseIds(db: Database): Promise<CaseId[]> {
  const rows = await db.select({ caseId: reports.caseId }).from(reports);
  return rows.map(({ caseId }) => caseId as CaseId);
}

/** Cases whose withdrawal has had its days. */
export async function findDue(db: Database, today: Day): Promise<CaseId[]> {
  const rows = await db
    .select({ caseId: withdrawals.caseId })
    .from(withdrawals)
    .where(lte(withdrawals.eraseOn, today))
    .orderBy(asc(withdrawals.caseId));
  return rows.map(({ caseId }) => caseId as CaseId);
}

/** Takes a due withdrawal for its erasure; null when it was undone, or another process has taken it. */
export async function claimDue(tx: Database, caseId: CaseId, today: Day): Promise<Uint8Array | null> {
  const [claimed] = await tx
    .delete(withdrawals)
    .where(and(eq(withdrawals.caseId, caseId), lte(withdrawals.eraseOn, today)))
    .returning({ withdrawal: withdrawals.withdrawal });
  return claimed?.withdrawal ?? null;
}

/** What was asked for before goes; two nulls leave nothing. */
export async function replaceErasure(
  tx: Database,
  caseId: CaseId,
  dates: { readonly contactOn: Day | null; readonly contentOn: Day | null },
): Promise<void> {
  await tx.delete(erasures).where(eq(erasures.caseId, caseId));
  if (dates.contactOn !== null || dates.contentOn !== null) await tx.insert(erasures).values({ caseId, ...dates });
}

/** Closed cases whose time is over, wholly or as to contact details. */
export async function findOver(
  db: Database,
  today: Day,
): Promise<readonly { readonly caseId: CaseId; readonly wholly: boolean }[]> {
  const rows = await db
    .select()
    .from(erasures)
    .where(or(lte(erasures.contactOn, today), lte(erasures.contentOn, today)))
    .orderBy(asc(erasures.caseId));
  return rows.map(({ caseId, contentOn }) => ({
    caseId: caseId as CaseId,
    wholly: contentOn !== null && contentOn <= today,
  }));
}

/** Takes a due erasure, so that nobody else does it; false when it was taken back, or another process has it. */
export async function claimOver(
  tx: Database,
  { caseId, wholly }: { readonly caseId: CaseId; readonly wholly: boolean },
  today: Day,
): Promise<boolean> {
  const due = and(eq(erasures.caseId, caseId), lte(wholly ? erasures.contentOn : erasures.contactOn, today));
  const [row] = await tx.select().from(erasures).where(due).for('update');
  if (row === undefined) return false;
  await replaceErasure(tx, caseId, { contactOn: null, contentOn: wholly ? null : (row.contentOn as Day | null) });
  return true;
}

export async function eraseContact(tx: Database, caseId: CaseId): Promise<void> {
  await tx.execute(sql`select erase_contact(${caseId}::uuid)`);
}

/** Whether coded records lie in another order than that of their ids, which would tell when each came. */
export async function areRecordsStrewn(db: Database): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`select from (select record_id, lag(record_id) over (order by ctid) as before from coded_records) as laid
      where before > record_id limit 1`,
  );
  return rows.length > 0;
}

/** What was deleted since the tables were last rewritten. */
export type Deleted = {
  readonly since: Day;
  /** Whole cases or counted records, and not only what somebody could open a case with. */
  readonly cases: boolean;
  /** The row of the audit log that tells of the last of it. */
  readonly upTo: number;
};

/** Null when nothing was deleted. */
export async function findDeleted(db: Database): Promise<Deleted | null> {
  const [row] = await rowsOf<{ since: Day | null; cases: boolean; up_to: number }>(
    db,
    sql`select to_char(min(day), 'YYYY-MM-DD') as since, max(number) as up_to,
        bool_or(act in ('case_erased', 'contact_erased', 'counted_records_erased')) as cases from audit_log
      where act in ('case_erased', 'contact_erased', 'counted_records_erased', 'case_readers_changed', 'case_recovered', 'case_left', 'keyring_published')
        and number > coalesce((select max(number) from audit_log where act = 'tables_rewritten'), 0)`,
  );
  return row === undefined || row.since === null ? null : { since: row.since, cases: row.cases, upTo: row.up_to };
}
