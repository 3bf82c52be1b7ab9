import type { Acknowledgement, Claim, ClaimReason, Reference } from '@romduol/shared/api/acknowledgements';
import type { Day, OrganisationId } from '@romduol/shared/ids';
import { and, asc, eq, gte, isNull, lt } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { acknowledgements } from '../database/schema.ts';

type Row = typeof acknowledgements.$inferSelect;

const readRow = ({ reference, claimed, reason, expires, revoked }: Row): Acknowledgement => ({
  reference: reference as Reference,
  claimed: claimed as Claim | null,
  reason: reason as ClaimReason | null,
  expires: expires as Day,
  revoked,
});

/** False when the reference is taken. */
export async function insertLink(
  tx: Database,
  row: Pick<Row, 'reference' | 'secretHash' | 'organisation' | 'expires'>,
): Promise<boolean> {
  const stored = await tx
    .insert(acknowledgements)
    .values(row)
    .onConflictDoNothing()
    .returning({ reference: acknowledgements.reference });
  return stored.length === 1;
}

export async function findLinks(db: Database, organisation: OrganisationId): Promise<Acknowledgement[]> {
  const rows = await db
    .select()
    .from(acknowledgements)
    .where(eq(acknowledgements.organisation, organisation))
    .orderBy(asc(acknowledgements.reference));
  return rows.map(readRow);
}

/** The link with the keyed hash that its code must have; null for none that can be used today. */
export async function findLiveLink(
  db: Database,
  reference: Reference,
  today: Day,
): Promise<{ readonly link: Acknowledgement; readonly secretHash: Uint8Array } | null> {
  const [row] = await db
    .select()
    .from(acknowledgements)
    .where(
      and(
        eq(acknowledgements.reference, reference),
        gte(acknowledgements.expires, today),
        eq(acknowledgements.revoked, false),
      ),
    );
  return row === undefined ? null : { link: readRow(row), secretHash: row.secretHash };
}

/** Changes nothing when somebody claimed something else meanwhile. */
export async function updateClaim(
  tx: Database,
  { reference, claimed }: Acknowledgement,
  next: { readonly claimed: Claim; readonly reason: ClaimReason | null },
): Promise<boolean> {
  const same = claimed === null ? isNull(acknowledgements.claimed) : eq(acknowledgements.claimed, claimed);
  const changed = await tx
    .update(acknowledgements)
    .set(next)
    .where(and(eq(acknowledgements.reference, reference), eq(acknowledgements.revoked, false), same))
    .returning({ reference: acknowledgements.reference });
  return changed.length === 1;
}

/** False when there was nothing to revoke. */
export async function revoke(tx: Database, organisation: OrganisationId, reference: Reference): Promise<boolean> {
  const changed = await tx
    .update(acknowledgements)
    .set({ revoked: true })
    .where(
      and(
        eq(acknowledgements.reference, reference),
        eq(acknowledgements.organisation, organisation),
        eq(acknowledgements.revoked, false),
      ),
    )
    .returning({ reference: acknowledgements.reference });
  return changed.length === 1;
}

export async function deleteExpiredLinks(db: Database, before: Day): Promise<void> {
  await db.delete(acknowledgements).where(lt(acknowledgements.expires, before));
}
