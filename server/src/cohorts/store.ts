import type { CohortName, SignedLedgerEntry } from '@romduol/shared/api/statistics';
import type { MemberId, OrganisationId, Quarter, SeriesId } from '@romduol/shared/ids';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { cohortLedger } from '../database/schema.ts';

export type LedgerRow = SignedLedgerEntry &
  CohortName & { readonly organisation: OrganisationId; readonly signatures: number };

/** The newest row of an organisation; its number is 0 and its hash 32 zero bytes when there is none. */
export async function readLedgerEnd(
  tx: Database,
  organisation: OrganisationId,
): Promise<{ number: number; hash: Uint8Array }> {
  const [row] = await tx
    .select({ number: cohortLedger.number, hash: cohortLedger.hash })
    .from(cohortLedger)
    .where(eq(cohortLedger.organisation, organisation))
    .orderBy(desc(cohortLedger.number))
    .limit(1);
  return row ?? { number: 0, hash: new Uint8Array(32) };
}

/** A cohort opened twice breaks `cohort_ledger_pk`, two rows after the same one break `cohort_ledger_chain`. */
export async function insertLedgerRow(
  tx: Database,
  row: LedgerRow & { readonly number: number; readonly previous: Uint8Array; readonly hash: Uint8Array },
): Promise<void> {
  await tx.insert(cohortLedger).values(row);
}

export async function findLedgerRow(db: Database, { series, kind, cohort }: CohortName): Promise<LedgerRow | null> {
  const [row] = await db
    .select()
    .from(cohortLedger)
    .where(and(eq(cohortLedger.series, series), eq(cohortLedger.kind, kind), eq(cohortLedger.cohort, cohort)));
  return row === undefined ? null : ledgerRow(row);
}

/** An organisation's ledger, in the order of its chain. */
export async function findLedger(db: Database, organisation: OrganisationId): Promise<LedgerRow[]> {
  const rows = await db
    .select()
    .from(cohortLedger)
    .where(eq(cohortLedger.organisation, organisation))
    .orderBy(asc(cohortLedger.number));
  return rows.map(ledgerRow);
}

const ledgerRow = (row: typeof cohortLedger.$inferSelect): LedgerRow => ({
  series: row.series as SeriesId,
  kind: row.kind,
  cohort: row.cohort as Quarter,
  organisation: row.organisation as OrganisationId,
  signatures: row.signatures,
  statement: row.statement,
  author: row.author as MemberId,
  signature: row.signature,
});
