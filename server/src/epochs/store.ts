import type { CaseGrant } from '@romduol/shared/api/grants';
import type { CaseId, MemberId, OrganisationId } from '@romduol/shared/ids';
import { concat } from '@romduol/shared/sealing/bytes';
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { holdCase } from '../cases/store.ts';
import { plainBytes } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { caseSlots, grants, memberKeys, vaultWraps } from '../database/schema.ts';

/** What a new key is measured by: the report's reporter, and how far the conversation has come. */
export type EpochFacts = {
  readonly reporterKey: Uint8Array;
  /** Messages from the reporter, and from the organisation. */
  readonly messages: readonly [number, number];
};

/**
 * Reads them with the report's row held, so that no message comes in between: one that is under way waits for the end of
 * this transaction, and then comes under a key that is over. Null when the case is gone.
 */
export async function lockFacts(tx: Database, caseId: CaseId): Promise<EpochFacts | null> {
  const [row] = await rowsOf<{ reporter_key: Uint8Array }>(
    tx,
    sql`select reporter_key from reports where case_id = ${caseId}::uuid for update`,
  );
  if (row === undefined) return null;
  return { reporterKey: plainBytes(row.reporter_key), messages: await countMessages(tx, caseId) };
}

/** Messages from the reporter, and from the organisation. */
export async function countMessages(tx: Database, caseId: CaseId): Promise<[number, number]> {
  const [counted] = await rowsOf<{ reporter: number; organisation: number }>(
    tx,
    sql`select count(*) filter (where direction = 0)::int as reporter, count(*) filter (where direction = 1)::int
      as organisation from messages where case_id = ${caseId}::uuid`,
  );
  return [counted?.reporter ?? 0, counted?.organisation ?? 0];
}

/** Stores a case's grant with its slots. A second one of the same epoch breaks `grants_pk`. */
export async function insertCaseGrant(
  tx: Database,
  {
    caseId,
    epoch,
    organisation,
    grant,
    previousKey,
    slots,
  }: CaseGrant & {
    readonly caseId: CaseId;
    readonly epoch: number;
    readonly organisation: OrganisationId;
    readonly slots: readonly Uint8Array[];
  },
): Promise<void> {
  const before = concat(previousKey.nonce, previousKey.ciphertext);
  await tx
    .insert(grants)
    .values({ purpose: 'case', object: caseId, epoch, organisation, ...grant, previousKey: before });
  await tx.insert(caseSlots).values(slots.map((slot) => ({ caseId, epoch, kid: slot.slice(0, 16), slot })));
}

/** Deletes slots and wraps of everybody whose key is not named, of every epoch. */
export async function dropOthers(tx: Database, caseId: CaseId, kids: readonly Uint8Array[]): Promise<void> {
  await tx.delete(caseSlots).where(and(eq(caseSlots.caseId, caseId), notInArray(caseSlots.kid, [...kids])));
  const named = tx
    .select({ id: memberKeys.memberId })
    .from(memberKeys)
    .where(inArray(memberKeys.kid, [...kids]));
  await tx.delete(vaultWraps).where(and(eq(vaultWraps.caseId, caseId), notInArray(vaultWraps.memberId, named)));
}

/** Deletes a member's own slots and wraps; false, with nothing deleted, when no other member has a slot of the newest key. */
export async function dropOwn(tx: Database, caseId: CaseId, memberId: MemberId): Promise<boolean> {
  const own = tx.select({ kid: memberKeys.kid }).from(memberKeys).where(eq(memberKeys.memberId, memberId));
  await holdCase(tx, caseId);
  const others = await rowsOf(
    tx,
    sql`select from case_slots where case_id = ${caseId}::uuid and kid not in ${own} and kid in (select kid from member_keys)
      and epoch = (select max(epoch) from case_slots where case_id = ${caseId}::uuid) limit 1`,
  );
  if (others.length === 0) return false;
  await tx.delete(caseSlots).where(and(eq(caseSlots.caseId, caseId), inArray(caseSlots.kid, own)));
  await tx.delete(vaultWraps).where(and(eq(vaultWraps.caseId, caseId), eq(vaultWraps.memberId, memberId)));
  return true;
}
