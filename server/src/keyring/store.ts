import { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, MemberId, OrganisationId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { asc, eq, gte, inArray, lte, max } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import {
  caseSlots,
  grantSlots,
  keyringConfirmations,
  keyringProposals,
  keyringVersions,
  memberKeys,
  suspensions,
  vaultWraps,
} from '../database/schema.ts';

/** The number of the newest version, 0 when there is none. */
export async function readNewestVersion(db: Database): Promise<number> {
  const [row] = await db.select({ version: max(keyringVersions.version) }).from(keyringVersions);
  return row?.version ?? 0;
}

export async function readVersion(db: Database, version: number): Promise<KeyringFile | null> {
  const [row] = await db
    .select({ file: keyringVersions.file })
    .from(keyringVersions)
    .where(eq(keyringVersions.version, version));
  return row === undefined ? null : decodeFile(row.file);
}

/** Versions after `after`, oldest first. */
export async function readVersionsAfter(db: Database, after: number, limit: number): Promise<KeyringFile[]> {
  const rows = await db
    .select({ file: keyringVersions.file })
    .from(keyringVersions)
    .where(gte(keyringVersions.version, after + 1))
    .orderBy(asc(keyringVersions.version))
    .limit(limit);
  return rows.map(({ file }) => decodeFile(file));
}

export async function insertVersion(db: Database, keyring: Keyring, file: KeyringFile, day: Day): Promise<void> {
  const { version, hash } = keyring;
  await db.insert(keyringVersions).values({ version, hash, day, file: JSON.stringify(z.encode(KeyringFile, file)) });
}

/** Keys with these key ids, in no particular order. */
export async function readKeys(
  db: Database,
  kids: readonly Uint8Array[],
): Promise<{ memberId: MemberId; key: Uint8Array }[]> {
  if (kids.length === 0) return [];
  const rows = await db
    .select({ memberId: memberKeys.memberId, key: memberKeys.key })
    .from(memberKeys)
    .where(inArray(memberKeys.kid, [...kids]));
  return rows.map(({ memberId, key }) => ({ memberId: memberId as MemberId, key }));
}

/** Key ids of the keys that any of these members has ever had. */
export async function readKidsOf(db: Database, members: readonly MemberId[]): Promise<Uint8Array[]> {
  if (members.length === 0) return [];
  const rows = await db
    .select({ kid: memberKeys.kid })
    .from(memberKeys)
    .where(inArray(memberKeys.memberId, [...members]));
  return rows.map(({ kid }) => kid);
}

const decodeFile = (file: string): KeyringFile =>
  z.decode(KeyringFile, JSON.parse(file) as z.input<typeof KeyringFile>);

/** One an organisation: it gives way to a later one. */
export async function storeProposal(
  tx: Database,
  proposal: {
    readonly organisation: OrganisationId;
    readonly proposedBy: MemberId;
    readonly version: number;
    readonly file: KeyringFile;
    readonly day: Day;
  },
): Promise<void> {
  const row = { ...proposal, file: JSON.stringify(z.encode(KeyringFile, proposal.file)) };
  await tx.insert(keyringProposals).values(row).onConflictDoUpdate({ target: keyringProposals.organisation, set: row });
}

export async function readStoredProposal(
  db: Database,
  organisation: OrganisationId,
): Promise<{ proposedBy: MemberId; version: number; day: Day; file: KeyringFile } | null> {
  const [row] = await db.select().from(keyringProposals).where(eq(keyringProposals.organisation, organisation));
  if (row === undefined) return null;
  return {
    proposedBy: row.proposedBy as MemberId,
    version: row.version,
    day: row.day as Day,
    file: decodeFile(row.file),
  };
}

export async function deleteProposal(tx: Database, organisation: OrganisationId): Promise<boolean> {
  const gone = await tx.delete(keyringProposals).where(eq(keyringProposals.organisation, organisation)).returning();
  return gone.length > 0;
}

type StoredConfirmation = { readonly version: number; readonly hash: Uint8Array; readonly signature: Uint8Array };

export async function readStoredConfirmation(db: Database, memberId: MemberId): Promise<StoredConfirmation | null> {
  const [row] = await db
    .select({
      version: keyringConfirmations.version,
      hash: keyringConfirmations.hash,
      signature: keyringConfirmations.signature,
    })
    .from(keyringConfirmations)
    .where(eq(keyringConfirmations.memberId, memberId));
  return row ?? null;
}

/** False when a later version was confirmed before. */
export async function storeConfirmed(tx: Database, memberId: MemberId, one: StoredConfirmation): Promise<boolean> {
  const stored = await tx
    .insert(keyringConfirmations)
    .values({ memberId, ...one })
    .onConflictDoUpdate({
      target: keyringConfirmations.memberId,
      set: one,
      setWhere: lte(keyringConfirmations.version, one.version),
    })
    .returning();
  return stored.length > 0;
}

export async function insertSuspension(
  tx: Database,
  one: { readonly memberId: MemberId; readonly suspendedBy: MemberId; readonly day: Day },
): Promise<boolean> {
  return (await tx.insert(suspensions).values(one).onConflictDoNothing().returning()).length > 0;
}

export async function deleteSuspension(tx: Database, memberId: MemberId): Promise<boolean> {
  return (await tx.delete(suspensions).where(eq(suspensions.memberId, memberId)).returning()).length > 0;
}

export async function readSuspended(db: Database): Promise<MemberId[]> {
  return (await db.select({ id: suspensions.memberId }).from(suspensions)).map(({ id }) => id as MemberId);
}

/** Deletes every slot of a case that was made for one of these keys. */
export async function deleteSlotsFor(tx: Database, kids: readonly Uint8Array[]): Promise<void> {
  if (kids.length > 0) await tx.delete(caseSlots).where(inArray(caseSlots.kid, [...kids]));
}

/**
 * What a member who left could open things with: slots of any key that was ever theirs, their vault wraps. What they
 * read while they were here cannot be taken back.
 */
export async function deleteOpenings(tx: Database, ids: readonly MemberId[]): Promise<void> {
  if (ids.length === 0) return;
  const kids = await readKidsOf(tx, ids);
  await deleteSlotsFor(tx, kids);
  await tx.delete(grantSlots).where(inArray(grantSlots.kid, kids));
  await tx.delete(vaultWraps).where(inArray(vaultWraps.memberId, [...ids]));
}
