import type { DerivationParameters, FoundingMember } from '@romduol/shared/api/accounts';
import type { Day, MemberId } from '@romduol/shared/ids';
import { keyId } from '@romduol/shared/sealing/slot';
import { and, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { deployment, keyringVersions, memberKeys, members, sessions, suspensions } from '../database/schema.ts';

export type DeploymentKind = 'live' | 'demo';

/** What was written when the deployment was founded; null for an empty database. */
export async function readDeployment(db: Database): Promise<{ kind: DeploymentKind; pepperCheck: Uint8Array } | null> {
  const [row] = await db.select().from(deployment);
  return row ?? null;
}

export async function insertDeployment(
  tx: Database,
  founding: { readonly kind: DeploymentKind; readonly day: Day; readonly pepperCheck: Uint8Array },
): Promise<void> {
  await tx.insert(deployment).values({ kind: founding.kind, founded: founding.day, pepperCheck: founding.pepperCheck });
}

export type StoredAccount = {
  readonly memberId: MemberId;
  readonly handle: string;
  readonly parameters: DerivationParameters;
  readonly identity: {
    readonly epoch: number;
    readonly wrapped: { readonly nonce: Uint8Array; readonly ciphertext: Uint8Array };
  };
  readonly authHash: Uint8Array;
  /** A supervisor has shut them out: nothing of the account is handed out. */
  readonly withheld: boolean;
  /** One of their passkeys holds a wrap of the identity. */
  readonly quickUnlock: boolean;
};

/** What a passphrase gives: all that another one changes of an account. */
export type AccountWrap = Pick<FoundingMember, 'parameters' | 'identity'>;

export async function replaceWrap(
  tx: Database,
  memberId: MemberId,
  { parameters, identity }: AccountWrap,
  authHash: Uint8Array,
): Promise<void> {
  await tx
    .update(members)
    .set({
      ...parameters,
      authHash,
      identityEpoch: identity.epoch,
      identityNonce: identity.wrapped.nonce,
      identityCiphertext: identity.wrapped.ciphertext,
    })
    .where(eq(members.id, memberId));
}

/** Takes an account that the keyring never named away again. */
export async function deleteAccount(tx: Database, memberId: MemberId): Promise<void> {
  await tx.delete(memberKeys).where(eq(memberKeys.memberId, memberId));
  await tx.delete(members).where(eq(members.id, memberId));
}

export async function insertMembers(
  tx: Database,
  founding: readonly FoundingMember[],
  authHash: (auth: Uint8Array) => Uint8Array,
): Promise<void> {
  await tx.insert(members).values(
    founding.map(({ memberId, handle, parameters, auth, identity }) => ({
      id: memberId,
      handle,
      ...parameters,
      authHash: authHash(auth),
      identityEpoch: identity.epoch,
      identityNonce: identity.wrapped.nonce,
      identityCiphertext: identity.wrapped.ciphertext,
    })),
  );
  await tx.insert(memberKeys).values(founding.map(({ memberId, key }) => ({ kid: keyId(key), memberId, key })));
}

export async function findAccount(
  db: Database,
  by: { handle: string } | { id: MemberId },
): Promise<StoredAccount | null> {
  const [row] = await db
    .select({
      ...getTableColumns(members),
      withheld: sql<boolean>`exists (select from ${suspensions} where ${suspensions.memberId} = ${members.id})`,
      // Written out: drizzle leaves tables' names away here, and both have an id.
      quickUnlock: sql<boolean>`exists (select from second_factors f
        where f.member_id = members.id and f.quick is not null)`,
    })
    .from(members)
    .where('handle' in by ? eq(members.handle, by.handle) : eq(members.id, by.id));
  if (row === undefined) return null;
  const { salt, operations, memory, authHash, handle, identityEpoch, identityNonce, identityCiphertext } = row;
  return {
    memberId: row.id as MemberId,
    handle,
    parameters: { salt, operations, memory },
    identity: { epoch: identityEpoch, wrapped: { nonce: identityNonce, ciphertext: identityCiphertext } },
    authHash,
    withheld: row.withheld,
    quickUnlock: row.quickUnlock,
  };
}

type Session = {
  readonly memberId: MemberId;
  /** Both in ms since 1970 UTC, in steps of five minutes. */
  readonly expiresAt: number;
  readonly endsAt: number;
};

/** The session and, in the same statement, the number of the newest keyring, from which its roles are read. */
export async function findSession(
  db: Database,
  hash: Uint8Array,
): Promise<(Session & { keyringVersion: number }) | null> {
  const [row] = await db
    .select({
      memberId: sessions.memberId,
      expiresAt: sessions.expiresAt,
      endsAt: sessions.endsAt,
      keyringVersion: sql<number>`(select coalesce(max(${keyringVersions.version}), 0) from ${keyringVersions})::int`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.hash, hash),
        sql`not exists (select from ${suspensions} where ${suspensions.memberId} = ${sessions.memberId})`,
      ),
    );
  if (row === undefined) return null;
  return {
    ...row,
    memberId: row.memberId as MemberId,
    expiresAt: row.expiresAt.getTime(),
    endsAt: row.endsAt.getTime(),
  };
}

export async function insertSession(db: Database, session: Session & { readonly hash: Uint8Array }): Promise<void> {
  const { hash, memberId, expiresAt, endsAt } = session;
  await db.insert(sessions).values({ hash, memberId, expiresAt: new Date(expiresAt), endsAt: new Date(endsAt) });
}

export async function prolongSession(db: Database, hash: Uint8Array, expiresAt: number): Promise<void> {
  await db
    .update(sessions)
    .set({ expiresAt: new Date(expiresAt) })
    .where(eq(sessions.hash, hash));
}

export async function deleteSession(db: Database, hash: Uint8Array): Promise<void> {
  await db.delete(sessions).where(eq(sessions.hash, hash));
}

export async function deleteMemberSessions(db: Database, ids: readonly MemberId[]): Promise<void> {
  if (ids.length > 0) await db.delete(sessions).where(inArray(sessions.memberId, [...ids]));
}

export async function endExpiredSessions(db: Database, now: number): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, new Date(now)));
}
