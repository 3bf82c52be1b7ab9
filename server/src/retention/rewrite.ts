import type { Day } from '@romduol/shared/ids';
import { recordAct } from '../audit/store.ts';
import type { Connection } from '../database/connect.ts';
import { sqlState } from '../database/violations.ts';

/** Tables that lose rows when a case is erased; and drafts, which may have been about one. */
const TABLES = [
  'attachment_chunks',
  'attachments',
  'messages',
  'withdrawals',
  'vault_wraps',
  'case_summaries',
  'case_entries',
  'case_slots',
  'report_contacts',
  'grant_slots',
  'grants',
  'reports',
  'drafts',
];

/**
 * Writes the tables anew, so that no byte of a deleted row stays in their files, and lets go of the write-ahead log
 * behind it. PostgreSQL holds one table after another closed while it copies it: call it at an hour when nobody reports.
 * Coded records are laid down in the order of their ids, so that their places do not tell when each came.
 *
 * False when another process is at it, or a table was busy for three seconds. Where this database user may not write a
 * checkpoint the log goes in its own time, as SECURITY.md says.
 */
export async function rewriteTables(connection: Connection, today: Day): Promise<boolean> {
  let whole = true;
  const ran = await connection.maintain(async (run) => {
    const unlessBusy = async (statement: string): Promise<void> => {
      try {
        await run(statement);
      } catch (error) {
        const state = sqlState(error);
        // 42501: may not. 55P03: waited too long for a lock.
        if (state !== '55P03' && state !== '42501') throw error;
        whole &&= state !== '55P03';
      }
    };
    for (const table of TABLES) await unlessBusy(`vacuum (full) ${table}`);
    await unlessBusy('cluster coded_records using coded_records_pkey');
    // The first moves the log on to a new piece, the second may drop the one before it: it reaches back to no checkpoint.
    for (let turn = 0; turn < 2; turn += 1) {
      await unlessBusy('select pg_switch_wal()');
      await unlessBusy('checkpoint');
    }
  });
  if (!ran || !whole) return false;
  await recordAct(connection.db, { act: 'tables_rewritten', member: null, day: today });
  return true;
}
