import type { Act, AuditedAct } from '@romduol/shared/api/audit';
import type { Day, MemberId } from '@romduol/shared/ids';
import { type SQL, and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { auditLog } from '../database/schema.ts';

/**
 * Writes an act down, in the transaction that does it: if it cannot be written, it does not happen. Call it last in the
 * transaction, since it holds the log's end until the transaction does.
 */
export async function recordAct(
  tx: Database,
  act: { readonly act: Act; readonly member: MemberId | null; readonly object?: string; readonly day: Day },
): Promise<void> {
  // A trigger fills in number and chain; the columns must be named, being required.
  const chain = { number: 0, previous: new Uint8Array(32), hash: new Uint8Array(32) };
  await tx
    .insert(auditLog)
    .values({ ...chain, day: act.day, member: act.member, act: act.act, object: act.object ?? null });
}

/** The number of the first row whose chain is broken; null when the whole log holds. */
export async function findBrokenAudit(db: Database): Promise<number | null> {
  let previous: Uint8Array = new Uint8Array(32);
  let number = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(gt(auditLog.number, number))
      .orderBy(asc(auditLog.number))
      .limit(1000);
    if (rows.length === 0) return null;
    for (const row of rows) {
      number += 1;
      const parts = [row.number, row.day, row.member ?? '-', row.act, row.object ?? '-'].join('\n');
      const expected = createHash('sha256').update(previous).update(parts).digest();
      if (row.number !== number || !expected.equals(row.hash) || Buffer.compare(row.previous, previous) !== 0)
        return number;
      previous = row.hash;
    }
  }
}

/** Whose acts an auditor may read. */
export type AuditScope = {
  /** Everybody who was ever on the organisation's list. */
  readonly members: readonly MemberId[];
  /** Whether no other organisation is here: then what nobody in particular did is about this one's cases. */
  readonly alone: boolean;
};

/** What the scope lets through: its members' acts, and those of nobody that are about no other organisation's case. */
function within({ members, alone }: AuditScope): SQL | undefined {
  const nobodys = alone ? isNull(auditLog.member) : and(isNull(auditLog.member), isNull(auditLog.object));
  return members.length === 0 ? nobodys : or(inArray(auditLog.member, [...members]), nobodys);
}

type AuditPage = {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly act?: Act | undefined;
  readonly member?: MemberId | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
};

type NumberedAct = AuditedAct & { readonly number: number };

/** Acts within the scope that the page asks for, newest first. */
export async function findActs(db: Database, scope: AuditScope, page: AuditPage): Promise<NumberedAct[]> {
  const { before, act, member, from, to } = page;
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      and(
        within(scope),
        before === undefined ? undefined : lt(auditLog.number, before),
        act === undefined ? undefined : eq(auditLog.act, act),
        member === undefined ? undefined : eq(auditLog.member, member),
        from === undefined ? undefined : gte(auditLog.day, from),
        to === undefined ? undefined : lte(auditLog.day, to),
      ),
    )
    .orderBy(desc(auditLog.number))
    .limit(page.limit);
  return rows.map((row) => ({ number: row.number, ...saidBy(row) }));
}

/** Every row after `after`, oldest first; `said` is null outside the scope. */
export async function findChain(
  db: Database,
  scope: AuditScope,
  page: { readonly after: number; readonly limit: number },
): Promise<{ readonly number: number; readonly hash: Uint8Array; readonly said: AuditedAct | null }[]> {
  const members = new Set<string>(scope.members);
  const rows = await db
    .select()
    .from(auditLog)
    .where(gt(auditLog.number, page.after))
    .orderBy(asc(auditLog.number))
    .limit(page.limit);
  return rows.map((row) => {
    const shown = row.member === null ? scope.alone || row.object === null : members.has(row.member);
    return { number: row.number, hash: row.hash, said: shown ? saidBy(row) : null };
  });
}

/** Only `recordAct` writes rows, and its types are these. */
const saidBy = (row: typeof auditLog.$inferSelect): AuditedAct => ({
  day: row.day as Day,
  member: row.member as MemberId | null,
  act: row.act as Act,
  object: row.object,
});
