import type { NoticeWish } from '@romduol/shared/api/notifications';
import type { MemberId } from '@romduol/shared/ids';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { notificationAddresses, suspensions } from '../database/schema.ts';

export async function findWish(db: Database, member: MemberId): Promise<NoticeWish | null> {
  const { address, when, language } = notificationAddresses;
  const [row] = await db
    .select({ address, when, language })
    .from(notificationAddresses)
    .where(eq(notificationAddresses.memberId, member));
  return row ?? null;
}

/** Reports that the member can open, and what their reporters have written to them. */
const thingsFor = (member: ReturnType<typeof sql>) => sql`(
  with theirs as (
    select case_id from case_slots where kid in (select kid from member_keys where member_id = ${member})
    union select case_id from vault_wraps where member_id = ${member})
  select (select count(*) from theirs)
    + (select count(*) from messages where direction = 0 and case_id in (select case_id from theirs)))::int`;

/** What is there already is nothing new: only what comes after this. */
export async function storeWish(tx: Database, member: MemberId, wish: NoticeWish | null): Promise<void> {
  await tx.delete(notificationAddresses).where(eq(notificationAddresses.memberId, member));
  if (wish === null) return;
  await tx
    .insert(notificationAddresses)
    .values({ memberId: member, ...wish, known: sql`${thingsFor(sql`${member}::uuid`)}` });
}

/** Compares what there is for each member with what there was, and marks whom to tell. */
export async function markPending(db: Database): Promise<void> {
  await rowsOf(
    db,
    // Fewer than before were erased: the next one is new again.
    sql`update notification_addresses n set known = now.things, pending = n.pending or now.things > n.known
      from (select member_id, ${thingsFor(sql`a.member_id`)} as things from notification_addresses a) now
      where now.member_id = n.member_id and now.things <> n.known`,
  );
}

/** Takes the addresses of these members away: they have no part any more in what they would be told of. */
export async function deleteWishes(tx: Database, ids: readonly MemberId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(notificationAddresses).where(inArray(notificationAddresses.memberId, [...ids]));
}

export type Notice = NoticeWish & { readonly memberId: MemberId };

/** Whoever is shut out is told nothing; what waits is told when they are let in again. */
const isLetIn = sql`not exists (select from ${suspensions} where ${suspensions.memberId} = ${notificationAddresses.memberId})`;

export async function findPending(db: Database): Promise<Notice[]> {
  const { memberId, address, when, language } = notificationAddresses;
  const rows = await db
    .select({ memberId, address, when, language })
    .from(notificationAddresses)
    .where(and(eq(notificationAddresses.pending, true), isLetIn));
  return rows.map((row) => ({ ...row, memberId: row.memberId as MemberId }));
}

/** Takes a pending notice, so that of several processes one sends it. False when another was quicker. */
export async function takeNotice(db: Database, member: MemberId): Promise<boolean> {
  const taken = await db
    .update(notificationAddresses)
    .set({ pending: false })
    .where(and(eq(notificationAddresses.memberId, member), eq(notificationAddresses.pending, true), isLetIn))
    .returning({ memberId: notificationAddresses.memberId });
  return taken.length === 1;
}

/** It could not be sent. */
export async function putBack(db: Database, member: MemberId): Promise<void> {
  await db.update(notificationAddresses).set({ pending: true }).where(eq(notificationAddresses.memberId, member));
}
