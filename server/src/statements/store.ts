import type { SignedStatement } from '@romduol/shared/api/statements';
import type { Day, MemberId, OrganisationId } from '@romduol/shared/ids';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { statements } from '../database/schema.ts';

/** A member's last statement, by number and bytes; null before the first. */
export async function findLastStatement(
  db: Database,
  member: MemberId,
): Promise<{ readonly number: number; readonly statement: Uint8Array } | null> {
  const [row] = await db
    .select({ number: statements.number, statement: statements.statement })
    .from(statements)
    .where(eq(statements.member, member))
    .orderBy(desc(statements.number))
    .limit(1);
  return row ?? null;
}

/** A second of the same number breaks `statements_pk`. */
export async function insertStatement(
  tx: Database,
  signed: SignedStatement,
  row: { readonly organisation: OrganisationId; readonly day: Day },
): Promise<void> {
  await tx.insert(statements).values({ ...signed, ...row });
}

/** Of every member of an organisation the last whole statement and those after it. */
export async function findStatements(
  db: Database,
  organisation: OrganisationId,
): Promise<(SignedStatement & { day: Day })[]> {
  const { member, number, whole, statement, signature, day } = statements;
  const rows = await db
    .select({ member, number, whole, statement, signature, day })
    .from(statements)
    .where(
      and(
        eq(statements.organisation, organisation),
        sql`${statements.number} >= (select max(w.number) from statements w where w.member = ${statements.member} and w.whole)`,
      ),
    )
    .orderBy(statements.member, statements.number);
  return rows.map((row) => ({ ...row, member: row.member as MemberId, day: row.day as Day }));
}
