import type { SealedDirectoryEntry } from '@romduol/shared/api/directory';
import type { Day, OrganisationId } from '@romduol/shared/ids';
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { directoryEntries } from '../database/schema.ts';

export async function findEntries(db: Database, organisation: OrganisationId): Promise<SealedDirectoryEntry[]> {
  const rows = await db
    .select()
    .from(directoryEntries)
    .where(eq(directoryEntries.organisation, organisation))
    .orderBy(asc(directoryEntries.entryId));
  return rows.map(({ entryId, revision, epoch, nonce, ciphertext }) => ({
    entryId: entryId as SealedDirectoryEntry['entryId'],
    revision,
    epoch,
    sealed: { nonce, ciphertext },
  }));
}

/** Stores the first revision or the one after the stored; false when somebody else's came between. */
export async function storeRevision(
  tx: Database,
  organisation: OrganisationId,
  entry: SealedDirectoryEntry,
  day: Day,
): Promise<boolean> {
  const { entryId, revision, epoch, sealed } = entry;
  const values = { revision, epoch, ...sealed, day };
  const stored =
    revision === 1
      ? await tx
          .insert(directoryEntries)
          .values({ organisation, entryId, ...values })
          .onConflictDoNothing()
          .returning({ entryId: directoryEntries.entryId })
      : await tx
          .update(directoryEntries)
          .set(values)
          .where(
            and(
              eq(directoryEntries.organisation, organisation),
              eq(directoryEntries.entryId, entryId),
              eq(directoryEntries.revision, revision - 1),
            ),
          )
          .returning({ entryId: directoryEntries.entryId });
  return stored.length === 1;
}
