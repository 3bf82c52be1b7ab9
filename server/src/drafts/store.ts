import { MOST_DRAFTS } from '@romduol/shared/api/drafts';
import type { Day, DraftId, MemberId } from '@romduol/shared/ids';
import type { Sealed } from '@romduol/shared/sealing/sealed';
import { and, asc, count, eq, inArray, lt, ne, sql } from 'drizzle-orm';
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

/** Null when it is kept; or that the member keeps too many already, or that the draft is not in a state that was seen. */
export async function replaceDraft(
  db: Database,
  member: MemberId,
  draftId: DraftId,
  { sealed, over, today }: { readonly sealed: Sealed; readonly over: readonly Uint8Array[]; readonly today: Day },
): Promise<'too_large' | 'sequence_taken' | null> {
  const [others] = await db
    .select({ kept: count() })
    .from(drafts)
    .where(and(eq(drafts.memberId, member), ne(drafts.draftId, draftId)));
  if ((others?.kept ?? 0) >= MOST_DRAFTS) return 'too_large';
  const kept = await db
    .insert(drafts)
    .values({ memberId: member, draftId, ...sealed, day: today })
    .onConflictDoUpdate({
      target: [drafts.memberId, drafts.draftId],
      set: { ...sealed, day: today },
      setWhere: isSeen(over),
    })
    .returning({ draftId: drafts.draftId });
  return kept.length === 1 ? null : 'sequence_taken';
}

/** In none but these states. */
const isSeen = (over: readonly Uint8Array[]) => (over.length === 0 ? sql`false` : inArray(drafts.nonce, [...over]));

export async function removeDraft(
  db: Database,
  member: MemberId,
  draftId: DraftId,
  over: readonly Uint8Array[],
): Promise<void> {
  await db.delete(drafts).where(and(ownedBy(member, draftId), isSeen(over)));
}

/** Everything that these members began: nobody else can open it, and they cannot reach it any more. */
export async function eraseDraftsOf(tx: Database, ids: readonly MemberId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(drafts).where(inArray(drafts.memberId, [...ids]));
}

/** Drafts that nobody has gone on with since before `day`. */
export async function eraseOldDrafts(db: Database, day: Day): Promise<void> {
  await db.delete(drafts).where(lt(drafts.day, day));
}
