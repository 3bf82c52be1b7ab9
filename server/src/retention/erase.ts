import type { CaseId, Day } from '@romduol/shared/ids';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Secret } from '../secret.ts';
import {
  claimDue,
  claimOver,
  eraseContact,
  findCaseIds,
  findDue,
  findOver,
  findTombstones,
  insertTombstones,
  replaceByTombstone,
} from './store.ts';
import type { Tombstone, TombstoneFile } from './tombstones.ts';

export type Erasing = { readonly db: Database; readonly secret: Secret; readonly tombstones: TombstoneFile };

const nameOf = ({ caseHash }: Pick<Tombstone, 'caseHash'>): string => toBase64url(caseHash);

/** Report, contact, files, conversation, slots, wraps, log and summary of one case; its tombstone comes instead. */
async function erase(tx: Database, caseId: CaseId, tombstone: Tombstone, today: Day): Promise<void> {
  await replaceByTombstone(tx, caseId, tombstone);
  // Without the case: what is erased is not to be named for ever in a log.
  await recordAct(tx, { act: 'case_erased', member: null, day: today });
}

/** Erases a case now, because its reporter withdrew it. */
export async function eraseCase(
  { db, secret, tombstones }: Erasing,
  { caseId, withdrawal }: { readonly caseId: CaseId; readonly withdrawal: Uint8Array },
  today: Day,
): Promise<void> {
  const tombstone = { caseHash: secret.tombstone(caseId), month: today.slice(0, 7), withdrawal };
  await transaction(db, async (tx) => {
    await erase(tx, caseId, tombstone, today);
    // Last, and before the rows are gone for good: a tombstone too many is applied at the next start.
    tombstones.append([tombstone]);
  });
}

/**
 * Erases every case whose withdrawal has had its days, each by itself; gives how many. One that is undone at this moment
 * stays, or goes: whichever reaches the row first.
 */
export async function eraseDue({ db, secret, tombstones }: Erasing, today: Day): Promise<number> {
  let erased = 0;
  for (const caseId of await findDue(db, today)) {
    await transaction(db, async (tx) => {
      const withdrawal = await claimDue(tx, caseId, today);
      if (withdrawal === null) return;
      const tombstone = { caseHash: secret.tombstone(caseId), month: today.slice(0, 7), withdrawal };
      await erase(tx, caseId, tombstone, today);
      tombstones.append([tombstone]);
      erased += 1;
    });
  }
  return erased;
}

/** Erases what closed cases have kept long enough, each by itself; gives how many were touched. */
export async function eraseOver({ db, secret, tombstones }: Erasing, today: Day): Promise<number> {
  let erased = 0;
  for (const one of await findOver(db, today)) {
    await transaction(db, async (tx) => {
      if (!(await claimOver(tx, one, today))) return;
      erased += 1;
      if (!one.wholly) {
        await eraseContact(tx, one.caseId);
        await recordAct(tx, { act: 'contact_erased', member: null, day: today });
        return;
      }
      const tombstone = { caseHash: secret.tombstone(one.caseId), month: today.slice(0, 7), withdrawal: null };
      await erase(tx, one.caseId, tombstone, today);
      tombstones.append([tombstone]);
    });
  }
  return erased;
}

/**
 * Brings database and tombstone file to the same: whatever the file says was erased is erased, which a restored backup
 * may have brought back, and the file learns what other processes erased. Before anything is served. Gives how many
 * cases were erased again.
 */
export async function applyTombstones({ db, secret, tombstones }: Erasing, today: Day): Promise<number> {
  const filed = tombstones.readAll();
  const stored = await findTombstones(db);
  const inTable = new Set(stored.map(nameOf));
  const inFile = new Set(filed.map(nameOf));
  tombstones.append(stored.filter((one) => !inFile.has(nameOf(one))));
  const missing = new Map(filed.filter((one) => !inTable.has(nameOf(one))).map((one) => [nameOf(one), one]));
  // Cases are looked through only when the database lacks a tombstone: it is then older than the file.
  if (missing.size === 0) return 0;
  let erased = 0;
  for (const caseId of await findCaseIds(db)) {
    const tombstone = missing.get(nameOf({ caseHash: secret.tombstone(caseId) }));
    if (tombstone === undefined) continue;
    await transaction(db, (tx) => erase(tx, caseId, tombstone, today));
    erased += 1;
  }
  await insertTombstones(db, [...missing.values()]);
  return erased;
}
