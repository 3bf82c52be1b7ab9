import type { Day, MemberId } from '@romduol/shared/ids';
import { and, asc, eq, gt, lt, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { secondFactors, signInSteps } from '../database/schema.ts';

export type Stage = 'recovery' | 'factor' | 'enrol' | 'rewrap';

export type SignInRow = {
  readonly memberId: MemberId;
  readonly stage: Stage;
  readonly recovering: boolean;
  readonly challenge: Uint8Array;
  /** Sealed under the server's own secret. */
  readonly secret: Uint8Array | null;
};

/** Wrong answers before a ticket is void. */
const ATTEMPTS = 5;

export async function insertStep(
  db: Database,
  step: Omit<SignInRow, 'secret'> & { readonly hash: Uint8Array; readonly expiresAt: number },
): Promise<void> {
  await db.insert(signInSteps).values({ ...step, expiresAt: new Date(step.expiresAt) });
}

/** The step that a ticket stands for. Counted before it is judged, so that many at once are counted too. */
export async function tryStep(db: Database, hash: Uint8Array, stage: Stage, now: number): Promise<SignInRow | null> {
  const [row] = await db
    .update(signInSteps)
    .set({ attempts: sql`${signInSteps.attempts} + 1` })
    .where(
      and(
        eq(signInSteps.hash, hash),
        eq(signInSteps.stage, stage),
        gt(signInSteps.expiresAt, new Date(now)),
        lt(signInSteps.attempts, ATTEMPTS),
      ),
    )
    .returning();
  return row === undefined ? null : { ...row, memberId: row.memberId as MemberId };
}

/** False when somebody else has just gone on with the same ticket. */
export async function endStep(tx: Database, hash: Uint8Array): Promise<boolean> {
  return (await tx.delete(signInSteps).where(eq(signInSteps.hash, hash)).returning()).length === 1;
}

export async function endStepsOf(tx: Database, memberId: MemberId): Promise<void> {
  await tx.delete(signInSteps).where(eq(signInSteps.memberId, memberId));
}

export async function endExpiredSteps(db: Database, now: number): Promise<void> {
  await db.delete(signInSteps).where(lte(signInSteps.expiresAt, new Date(now)));
}

/** A secret shown to be enrolled: the attempt that showed it does not count as a wrong code. */
export async function keepOffered(db: Database, hash: Uint8Array, secret: Uint8Array): Promise<void> {
  await db.update(signInSteps).set({ secret, attempts: 0 }).where(eq(signInSteps.hash, hash));
}

export async function findTotp(db: Database, memberId: MemberId): Promise<{ id: string; secret: Uint8Array } | null> {
  const [row] = await db
    .select({ id: secondFactors.id, secret: secondFactors.secret })
    .from(secondFactors)
    .where(and(eq(secondFactors.memberId, memberId), eq(secondFactors.kind, 'totp')));
  return row?.secret == null ? null : { id: row.id, secret: row.secret };
}

/** Uses up a half minute; false when it, or a later one, was used before. */
export async function useTotpStep(tx: Database, id: string, step: number): Promise<boolean> {
  const used = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.id, id), lt(secondFactors.lastStep, step)))
    .returning();
  return used.length === 1;
}

/** A member has one code generator: a new one takes the place of the last. */
export async function replaceTotp(
  tx: Database,
  factor: { readonly memberId: MemberId; readonly secret: Uint8Array; readonly lastStep: number; readonly day: Day },
): Promise<void> {
  await deleteTotp(tx, factor.memberId);
  await tx.insert(secondFactors).values({ ...factor, id: crypto.randomUUID(), kind: 'totp' });
}

/** False when there was none. */
export async function deleteTotp(tx: Database, memberId: MemberId): Promise<boolean> {
  const ours = and(eq(secondFactors.memberId, memberId), eq(secondFactors.kind, 'totp'));
  return (await tx.delete(secondFactors).where(ours).returning()).length > 0;
}

/** Of every kind. */
export async function deleteFactors(tx: Database, memberId: MemberId): Promise<void> {
  await tx.delete(secondFactors).where(eq(secondFactors.memberId, memberId));
}

/** An offer is no wrong answer. */
export async function forgetAttempt(db: Database, hash: Uint8Array): Promise<void> {
  await db.update(signInSteps).set({ attempts: 0 }).where(eq(signInSteps.hash, hash));
}

export type StoredPasskey = {
  readonly id: string;
  readonly credentialId: string;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly day: Day;
  readonly name: Uint8Array | null;
  readonly quick: Uint8Array | null;
};

/** In the order in which they were added. */
export async function listPasskeys(db: Database, memberId: MemberId): Promise<StoredPasskey[]> {
  const rows = await db
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.memberId, memberId), eq(secondFactors.kind, 'passkey')))
    .orderBy(asc(secondFactors.day), asc(secondFactors.id));
  return rows.flatMap(({ id, credentialId, publicKey, day, name, quick }) =>
    credentialId === null || publicKey === null ? [] : [{ id, credentialId, publicKey, day: day as Day, name, quick }],
  );
}

/** False when somebody has that credential already. */
export async function insertPasskey(
  tx: Database,
  passkey: {
    readonly memberId: MemberId;
    readonly credentialId: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
    readonly day: Day;
  },
): Promise<boolean> {
  const added = await tx
    .insert(secondFactors)
    .values({ ...passkey, id: crypto.randomUUID(), kind: 'passkey' })
    .onConflictDoNothing()
    .returning();
  return added.length === 1;
}

/**
 * Moves a passkey's counter on. False when it did not grow although this authenticator counts: then there are two of it.
 */
export async function countPasskey(tx: Database, id: string, counter: number): Promise<boolean> {
  const neverCounted = and(eq(secondFactors.counter, 0), sql`${counter}::bigint = 0`);
  const counted = await tx
    .update(secondFactors)
    .set({ counter })
    .where(and(eq(secondFactors.id, id), or(lt(secondFactors.counter, counter), neverCounted)))
    .returning();
  return counted.length === 1;
}

/** Sets what the member's browser sealed beside one of their passkeys. False when it is none of theirs. */
export async function keepBeside(
  tx: Database,
  memberId: MemberId,
  id: string,
  beside: { readonly name: Uint8Array } | { readonly quick: Uint8Array | null },
): Promise<boolean> {
  const ours = and(eq(secondFactors.id, id), eq(secondFactors.memberId, memberId), eq(secondFactors.kind, 'passkey'));
  return (await tx.update(secondFactors).set(beside).where(ours).returning()).length === 1;
}

export async function deletePasskey(tx: Database, memberId: MemberId, id: string): Promise<boolean> {
  const ours = and(eq(secondFactors.id, id), eq(secondFactors.memberId, memberId), eq(secondFactors.kind, 'passkey'));
  return (await tx.delete(secondFactors).where(ours).returning()).length === 1;
}
