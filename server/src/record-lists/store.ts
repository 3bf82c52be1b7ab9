import type { SignedRecordList } from '@romduol/shared/api/statistics';
import type { MemberId, OrganisationId } from '@romduol/shared/ids';
import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { recordLists } from '../database/schema.ts';

const columns = {
  member: recordLists.member,
  number: recordLists.number,
  list: recordLists.list,
  signature: recordLists.signature,
};

const listOf = (row: Omit<SignedRecordList, 'member'> & { member: string }): SignedRecordList => ({
  ...row,
  member: row.member as MemberId,
});

/** Puts an author's list in the place of the one before. False unless it is the next: of two at once one is. */
export async function replaceList(
  tx: Database,
  organisation: OrganisationId,
  signed: SignedRecordList,
): Promise<boolean> {
  if (signed.number === 1) {
    const made = await tx
      .insert(recordLists)
      .values({ organisation, ...signed })
      .onConflictDoNothing()
      .returning({ member: recordLists.member });
    return made.length === 1;
  }
  const { number, list, signature } = signed;
  const replaced = await tx
    .update(recordLists)
    .set({ organisation, number, list, signature })
    .where(sql`${recordLists.member} = ${signed.member} and ${recordLists.number} = ${number - 1}`)
    .returning({ member: recordLists.member });
  return replaced.length === 1;
}

export async function findOwnList(db: Database, member: MemberId): Promise<SignedRecordList | null> {
  const [row] = await db.select(columns).from(recordLists).where(eq(recordLists.member, member));
  return row === undefined ? null : listOf(row);
}

/** Of every author of an organisation. */
export async function findLists(db: Database, organisation: OrganisationId): Promise<SignedRecordList[]> {
  const rows = await db
    .select(columns)
    .from(recordLists)
    .where(eq(recordLists.organisation, organisation))
    .orderBy(asc(recordLists.member));
  return rows.map(listOf);
}
