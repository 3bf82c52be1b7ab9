import { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, MemberId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { asc, eq, gte, inArray, max } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { keyringVersions, memberKeys } from '../database/schema.ts';

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
