import type { SealedEntry, StoredReport } from '@romduol/shared/api/cases';
import { le64, pae, utf8 } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { entryHash, genesisHash, type VerifiedEntry } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Desk, HeldKey } from './desk.ts';
import type { OpenCase } from './open-case.ts';

/** A log as this desk has verified it, at least one entry, and what its verdict depended on. */
export type KeptLog = { readonly of: Uint8Array; readonly entries: readonly VerifiedEntry[] };

/** The open case and the one that was left for it, whose conversation may still be on its way. */
const MOST_KEPT = 2;

/**
 * Hash of everything but the entries themselves that the verdict on a log depended on: the report that it is chained to and whose
 * team its authors belong to, the keyring in force, and the keys and grants of its epochs, as many as it had entered. The
 * keyrings that entries name are fixed by version and hash.
 */
function boundTo(
  { keyring }: Desk,
  stored: StoredReport,
  { all, grants }: Pick<HeldKey, 'all' | 'grants'>,
  epochs: number,
): Uint8Array {
  return sodium().hash(
    32,
    pae(
      utf8(stored.caseId),
      utf8(stored.team),
      le64(stored.keyringVersion),
      genesisHash(stored),
      keyring.hash,
      ...all.slice(0, epochs + 1),
      ...grants.slice(0, epochs).map(({ hash }) => hash),
    ),
  );
}

/** Keeps the log of a case that was just verified, for its next reading, until two others have been read. */
export function keepLog(desk: Desk, { caseId, stored, held, entries }: OpenCase): void {
  // An answer that was overtaken on its way.
  if (entries.length < (desk.logs.get(caseId)?.entries.length ?? 1)) return;
  desk.logs.delete(caseId);
  desk.logs.set(caseId, { of: boundTo(desk, stored, held, entries.at(-1)?.epoch ?? 0), entries });
  for (const oldest of desk.logs.keys()) {
    if (desk.logs.size <= MOST_KEPT) return;
    desk.logs.delete(oldest);
  }
}

/** Whether everything is as it was when this log was verified. */
export const standsStill = (desk: Desk, stored: StoredReport, held: HeldKey, { of, entries }: KeptLog): boolean =>
  sodium().equal(boundTo(desk, stored, held, entries.at(-1)?.epoch ?? 0), of);

/**
 * What is served after a log that is kept. Its last entry is asked for again: where another stands there, or none, the case is
 * served as it was earlier, or as it never was. Throws `case_rolled_back`.
 */
export function entriesAfter(
  { report, entries }: { readonly report: StoredReport; readonly entries: readonly SealedEntry[] },
  known: KeptLog,
): SealedEntry[] {
  const [again, ...after] = entries;
  const last = known.entries.at(-1);
  if (again === undefined || last === undefined || !sodium().equal(entryHash(report.caseId, again), last.hash))
    throw new SealingError('case_rolled_back');
  return after;
}
