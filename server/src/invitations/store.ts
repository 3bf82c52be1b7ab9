import { InvitationPlan } from '@romduol/shared/api/invitations';
import { SignedBytes } from '@romduol/shared/api/keyring';
import type { Day, MemberId, OrganisationId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { invitations, memberKeys } from '../database/schema.ts';

type Part = z.output<typeof SignedBytes>;

export type StoredInvitation = {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly plan: InvitationPlan;
  readonly expires: Day;
};

export type AnsweredInvitation = StoredInvitation & {
  readonly answer: {
    readonly memberId: MemberId;
    readonly key: Uint8Array;
    readonly signing: Uint8Array;
    readonly part: Part | null;
  } | null;
};

type Row = typeof invitations.$inferSelect;

const decodeInvitation = ({ id, organisation, plan, expires }: Row): StoredInvitation => ({
  id,
  organisation: organisation as OrganisationId,
  plan: InvitationPlan.parse(JSON.parse(plan)),
  expires: expires as Day,
});

export async function insertInvitation(
  tx: Database,
  one: StoredInvitation & { readonly tokenHash: Uint8Array; readonly invitedBy: MemberId },
): Promise<void> {
  await tx.insert(invitations).values({ ...one, plan: JSON.stringify(one.plan) });
}

/** Whether an invitation that can still be answered, or was, asks for this handle. */
export async function isHandleInvited(tx: Database, handle: string, today: Day): Promise<boolean> {
  // Read here: PostgreSQL's own JSON refuses some names that others may have sent, and would refuse everybody with them.
  const rows = await tx.select().from(invitations).where(gte(invitations.expires, today));
  return rows.some((row) => decodeInvitation(row).plan.handle === handle);
}

/** Those that are open: not answered and not expired, or answered and waiting to be admitted. */
export async function readInvitations(
  db: Database,
  organisation: OrganisationId,
  today: Day,
): Promise<AnsweredInvitation[]> {
  const rows = await db
    .select({ invitation: invitations, key: memberKeys.key })
    .from(invitations)
    .leftJoin(memberKeys, eq(memberKeys.memberId, invitations.memberId))
    .where(eq(invitations.organisation, organisation))
    .orderBy(asc(invitations.expires), asc(invitations.id));
  return rows
    .filter(({ invitation }) => invitation.memberId !== null || invitation.expires >= today)
    .map(({ invitation, key }) => ({
      ...decodeInvitation(invitation),
      answer:
        invitation.memberId === null || invitation.signing === null || key === null
          ? null
          : {
              memberId: invitation.memberId as MemberId,
              key,
              signing: invitation.signing,
              part: invitation.part === null ? null : decodePart(invitation.part),
            },
    }));
}

export async function findInvitation(
  db: Database,
  tokenHash: Uint8Array,
  today: Day,
): Promise<StoredInvitation | null> {
  const [row] = await db.select().from(invitations).where(answerable(tokenHash, today));
  return row === undefined ? null : decodeInvitation(row);
}

/** Takes the one answer that an invitation has. Null when it is unknown, expired or answered. */
export async function takeAnswer(
  tx: Database,
  tokenHash: Uint8Array,
  today: Day,
  {
    memberId,
    signing,
    part,
  }: { readonly memberId: MemberId; readonly signing: Uint8Array; readonly part: Part | null },
): Promise<StoredInvitation | null> {
  const [row] = await tx
    .update(invitations)
    .set({ memberId, signing, part: part === null ? null : JSON.stringify(z.encode(SignedBytes, part)) })
    .where(answerable(tokenHash, today))
    .returning();
  return row === undefined ? null : decodeInvitation(row);
}

/** The member who had answered, if anybody had; undefined for an invitation that is not the organisation's. */
export async function deleteInvitation(
  tx: Database,
  id: string,
  organisation: OrganisationId,
): Promise<MemberId | null | undefined> {
  const [row] = await tx
    .delete(invitations)
    .where(and(eq(invitations.id, id), eq(invitations.organisation, organisation)))
    .returning();
  return row === undefined ? undefined : (row.memberId as MemberId | null);
}

/** Those by which these members were admitted have done what they were for. */
export async function closeInvitations(tx: Database, members: readonly MemberId[]): Promise<void> {
  await tx.delete(invitations).where(inArray(invitations.memberId, [...members]));
}

/** Days after which nothing is kept of what nobody answered. */
export async function deleteExpired(db: Database, today: Day): Promise<void> {
  await db.delete(invitations).where(and(isNull(invitations.memberId), sql`${invitations.expires} < ${today}`));
}

const answerable = (tokenHash: Uint8Array, today: Day) =>
  and(eq(invitations.tokenHash, tokenHash), isNull(invitations.memberId), gte(invitations.expires, today));

const decodePart = (part: string): Part => z.decode(SignedBytes, JSON.parse(part) as z.input<typeof SignedBytes>);
