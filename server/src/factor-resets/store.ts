import type { Day, MemberId } from '@romduol/shared/ids';
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { factorResets, suspensions } from '../database/schema.ts';

export type FactorReset = { readonly member: MemberId; readonly askedBy: MemberId; readonly day: Day };

const readRow = (row: typeof factorResets.$inferSelect): FactorReset => ({
  member: row.memberId as MemberId,
  askedBy: row.askedBy as MemberId,
  day: row.day as Day,
});

/** Not older than that, and by somebody who is not shut out: a thief of their session may have asked. */
const standsSince = (since: Day) =>
  and(
    gte(factorResets.day, since),
    sql`not exists (select from ${suspensions} where ${suspensions.memberId} = ${factorResets.askedBy})`,
  );

/** A later wish takes the place of an earlier one: whoever agrees sees who asked last. */
export async function keepReset(tx: Database, { member, askedBy, day }: FactorReset): Promise<void> {
  await tx
    .insert(factorResets)
    .values({ memberId: member, askedBy, day })
    .onConflictDoUpdate({ target: factorResets.memberId, set: { askedBy, day } });
}

export async function findReset(tx: Database, member: MemberId, since: Day): Promise<FactorReset | null> {
  const [row] = await tx
    .select()
    .from(factorResets)
    .where(and(eq(factorResets.memberId, member), standsSince(since)))
    .for('update');
  return row === undefined ? null : readRow(row);
}

export async function listResets(db: Database, since: Day): Promise<FactorReset[]> {
  return (await db.select().from(factorResets).where(standsSince(since))).map(readRow);
}

export async function dropReset(tx: Database, member: MemberId): Promise<boolean> {
  return (await tx.delete(factorResets).where(eq(factorResets.memberId, member)).returning()).length === 1;
}
