import type { CaseId, Day } from '@romduol/shared/ids';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { reports, tombstones, withdrawals } from '../database/schema.ts';
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

/** The day of the first erasure since the tables were last rewritten; null when nothing was erased since. */
export async function findUnrewritten(db: Database): Promise<Day | null> {
  const [row] = await rowsOf<{ day: Day | null }>(
    db,
    sql`select to_char(min(day), 'YYYY-MM-DD') as day from audit_log
      where act in ('case_erased', 'counted_records_erased')
        and number > coalesce((select max(number) from audit_log where act = 'tables_rewritten'), 0)`,
  );
  return row?.day ?? null;
}
