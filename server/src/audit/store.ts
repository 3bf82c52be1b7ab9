import type { Day, MemberId } from '@romduol/shared/ids';
import { asc, gt } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { auditLog } from '../database/schema.ts';

/** Every act that the audit log knows. */
export type Act =
  | 'deployment_founded'
  | 'signed_in'
  | 'keyring_published'
  | 'entry_appended'
  | 'grant_published'
  | 'directory_entry_stored'
  | 'cohort_opened'
  | 'release_signed'
  | 'release_published'
  | 'counted_records_erased'
  | 'message_sent'
  | 'withdrawal_asked'
  | 'withdrawal_undone'
  | 'case_erased'
  | 'tables_rewritten'
  | 'site_item_published';

/**
 * Writes an act down, in the transaction that does it: if it cannot be written, it does not happen. Call it last in the
 * transaction, since it holds the log's end until the transaction does.
 */
export async function recordAct(
  tx: Database,
  act: { readonly act: Act; readonly member: MemberId | null; readonly object?: string; readonly day: Day },
): Promise<void> {
  // A trigger fills in number and chain; the columns must be named, being required.
  const chain = { number: 0, previous: new Uint8Array(32), hash: new Uint8Array(32) };
  await tx
    .insert(auditLog)
    .values({ ...chain, day: act.day, member: act.member, act: act.act, object: act.object ?? null });
}

/** The number of the first row whose chain is broken; null when the whole log holds. */
export async function findBrokenAudit(db: Database): Promise<number | null> {
  let previous: Uint8Array = new Uint8Array(32);
  let number = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(gt(auditLog.number, number))
      .orderBy(asc(auditLog.number))
      .limit(1000);
    if (rows.length === 0) return null;
    for (const row of rows) {
      number += 1;
      const parts = [row.number, row.day, row.member ?? '-', row.act, row.object ?? '-'].join('\n');
      const expected = createHash('sha256').update(previous).update(parts).digest();
      if (row.number !== number || !expected.equals(row.hash) || Buffer.compare(row.previous, previous) !== 0)
        return number;
      previous = row.hash;
    }
  }
}
