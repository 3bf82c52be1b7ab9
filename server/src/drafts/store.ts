import { MOST_DRAFTS } from '@romduol/shared/api/drafts';
import type { Day, DraftId, MemberId } from '@romduol/shared/ids';
import type { Sealed } from '@romduol/shared/sealing/sealed';
import { and, asc, count, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { drafts } from '../database/schema.ts';

const ownedBy = (memberId: MemberId, draftId: DraftId) =>
  and(eq(drafts.memberId, memberId), eq(drafts.draftId, draftId));

export async function findDrafts(
  db: Database,
  member: MemberId,
): Promise<{ readonly draftId: DraftId; readonly sealed: Sealed }[]> {
  const rows = await db.select().from(drafts).where(eq(drafts.memberId, member)).orderBy(asc(drafts.draftId));
  return rows.map(({ draftId, nonce, ciphertext }) => ({ draftId: draftId as DraftId, sealed: { nonce, ciphertext } }));
}

/** False when the member keeps too many already. */
export async function replaceDraft(
  db: Database,
  member: MemberId,
  draftId: DraftId,
  sealed: Sealed,
  day: Day,
): Promise<boolean> {
  const [others] = await db
    .select({ kept: count() })
    .from(drafts)
    .where(and(eq(drafts.memberId, member), ne(drafts.draftId, draftId)));
  if ((others?.kept ?? 0) >= MOST_DRAFTS) return false;
  await db
    .insert(drafts)
    .values({ memberId: member, draftId, ...sealed, day })
    .onConflictDoUpdate({ target: [drafts.memberId, drafts.draftId], set: { ...sealed, day } });
  return true;
}

export async function removeDraft(db: Database, member: MemberId, draftId: DraftId): Promise<void> {
  await db.delete(drafts).where(ownedBy(member, draftId));
}

/** Everything that these members began: nobody else can open it, and they cannot reach it any more. */
export async function eraseDraftsOf(tx: Database, ids: readonly MemberId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(drafts).where(inArray(drafts.memberId, [...ids]));
}

/** Drafts that nobody has gone on with since before `day`. */
export async function eraseOldDrafts(db: Database, day: Day): Promise<void> {
  await db.delete(drafts).where(lt(drafts.day, day));
}
