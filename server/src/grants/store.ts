import type { CaseGrant, ConversationKeys, Grant, GrantPurpose } from '@romduol/shared/api/grants';
import type { CaseId, MemberId, OrganisationId } from '@romduol/shared/ids';
import type { VerifiedGrant } from '@romduol/shared/sealing/grant';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { grantSlots, grants, memberKeys } from '../database/schema.ts';

/** The newest epoch granted for an object, 0 when there is none. */
export async function readNewestEpoch(tx: Database, purpose: GrantPurpose, object: string): Promise<number> {
  const [row] = await tx
    .select({ epoch: sql<number>`coalesce(max(${grants.epoch}), 0)::int` })
    .from(grants)
    .where(and(eq(grants.purpose, purpose), eq(grants.object, object)));
  return row?.epoch ?? 0;
}

/** A second grant of the same epoch breaks `grants_pk`. */
export async function insertGrant(
  tx: Database,
  organisation: OrganisationId,
  grant: Grant,
  verified: VerifiedGrant,
  slots: readonly Uint8Array[],
): Promise<void> {
  const name = { purpose: verified.purpose, object: verified.objectId, epoch: verified.epoch };
  await tx.insert(grants).values({ ...name, organisation, ...grant });
  await tx.insert(grantSlots).values(slots.map((slot) => ({ ...name, kid: slot.slice(0, 16), slot })));
}

/** Grants of a purpose within an organisation, each with the member's own slot where there is one. */
export async function findGrants(
  db: Database,
  organisation: OrganisationId,
  purpose: GrantPurpose,
  member: MemberId,
): Promise<{ grant: Grant; slot: Uint8Array | null }[]> {
  const own = db.select({ kid: memberKeys.kid }).from(memberKeys).where(eq(memberKeys.memberId, member));
  const rows = await db
    .select({
      statement: grants.statement,
      author: grants.author,
      signature: grants.signature,
      slot: grantSlots.slot,
    })
    .from(grants)
    .leftJoin(
      grantSlots,
      and(
        eq(grantSlots.purpose, grants.purpose),
        eq(grantSlots.object, grants.object),
        eq(grantSlots.epoch, grants.epoch),
        sql`${grantSlots.kid} in ${own}`,
      ),
    )
    .where(and(eq(grants.organisation, organisation), eq(grants.purpose, purpose)))
    .orderBy(asc(grants.object), asc(grants.epoch));
  return rows.map(({ slot, statement, author, signature }) => ({
    grant: { statement, author: author as MemberId, signature },
    slot,
  }));
}

const grantOf = ({ statement, author, signature }: typeof grants.$inferSelect): Grant => ({
  statement,
  author: author as MemberId,
  signature,
});

/** The grants of these cases' keys, by case, in the order of their epochs. */
export async function findCaseGrants(db: Database, caseIds: readonly CaseId[]): Promise<Map<CaseId, CaseGrant[]>> {
  const found = new Map<CaseId, CaseGrant[]>();
  if (caseIds.length === 0) return found;
  const rows = await db
    .select()
    .from(grants)
    .where(and(eq(grants.purpose, 'case'), inArray(grants.object, [...caseIds])))
    .orderBy(asc(grants.object), asc(grants.epoch));
  for (const row of rows) {
    const before = row.previousKey ?? new Uint8Array(0);
    const previousKey = { nonce: before.slice(0, 24), ciphertext: before.slice(24) };
    const caseId = row.object as CaseId;
    found.set(caseId, [...(found.get(caseId) ?? []), { grant: grantOf(row), previousKey }]);
  }
  return found;
}

/** The newest grant of a conversation's key; null while it has its first. */
export async function findConversationGrant(db: Database, caseId: CaseId): Promise<Grant | null> {
  const [row] = await db
    .select()
    .from(grants)
    .where(and(eq(grants.purpose, 'conversation'), eq(grants.object, caseId)))
    .orderBy(desc(grants.epoch))
    .limit(1);
  return row === undefined ? null : grantOf(row);
}

/** That grant with every slot that waits for the reporter. */
export async function findConversationKeys(db: Database, caseId: CaseId): Promise<ConversationKeys | null> {
  const grant = await findConversationGrant(db, caseId);
  if (grant === null) return null;
  const rows = await db
    .select({ slot: grantSlots.slot })
    .from(grantSlots)
    .where(and(eq(grantSlots.purpose, 'conversation'), eq(grantSlots.object, caseId)))
    .orderBy(asc(grantSlots.epoch));
  return { grant, slots: rows.map(({ slot }) => slot) };
}
