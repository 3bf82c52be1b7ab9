import type { Day } from '@romduol/shared/ids';
import { recordAct } from '../audit/store.ts';
import type { Connection } from '../database/connect.ts';
import { sqlState } from '../database/violations.ts';
import { type Deleted, findDeleted } from './store.ts';

/** Tables that lose rows when somebody is taken off a case, or leaves. */
const OF_OPENINGS = ['vault_wraps', 'case_summaries', 'case_slots', 'grant_slots'];
/** Tables that lose rows when a case is erased; and drafts, which may have been about one. */
const OF_CASES = [
  'attachment_chunks',
  'attachments',
  'messages',
  'withdrawals',
  'erasures',
  'case_entries',
  'report_contacts',
  'grants',
  'reports',
  'drafts',
];

type Maintaining = {
  /** Goes on without it where this database user may not, or the table was busy for three seconds. */
  unlessBusy(statement: string): Promise<void>;
  wasBusy(): boolean;
};

function goOn(run: (statement: string) => Promise<void>): Maintaining {
  let busy = false;
  return {
    async unlessBusy(statement) {
      try {
        await run(statement);
      } catch (error) {
        const state = sqlState(error);
        // 42501: may not. 55P03: waited too long for a lock.
        if (state !== '55P03' && state !== '42501') throw error;
        busy ||= state === '55P03';
      }
    },
    wasBusy: () => busy,
  };
}

const LAY_DOWN_RECORDS = 'cluster coded_records using coded_records_pkey';

/** Lays coded records down in the order of their ids, so that their places do not tell when each came. */
export async function layDownRecords(connection: Connection): Promise<void> {
  await connection.maintain((run) => goOn(run).unlessBusy(LAY_DOWN_RECORDS));
}

/**
 * Writes the tables anew that lost rows, so that no byte of a deleted row stays in their files, and lets go of the write-ahead log
 * behind it. PostgreSQL holds one table after another closed while it copies it: call it at an hour when nobody reports.
 *
 * False when another process is at it, a table was busy for three seconds, or something was deleted meanwhile. Where this database user may not write a
 * checkpoint the log goes in its own time, as SECURITY.md says.
 */
export async function rewriteTables(connection: Connection, { cases, upTo }: Deleted, today: Day): Promise<boolean> {
  let busy = false;
  const ran = await connection.maintain(async (run) => {
    const { unlessBusy, wasBusy } = goOn(run);
    for (const table of cases ? [...OF_CASES, ...OF_OPENINGS] : OF_OPENINGS) await unlessBusy(`vacuum (full) ${table}`);
    await unlessBusy(LAY_DOWN_RECORDS);
    // The first moves the log on to a new piece, the second may drop the one before it: it reaches back to no checkpoint.
    for (let turn = 0; turn < 2; turn += 1) {
      await unlessBusy('select pg_switch_wal()');
      await unlessBusy('checkpoint');
    }
    busy = wasBusy();
  });
  if (!ran || busy) return false;
  // What was deleted meanwhile may lie in a table that was written before: another time.
  if ((await findDeleted(connection.db))?.upTo !== upTo) return false;
  await recordAct(connection.db, { act: 'tables_rewritten', member: null, day: today });
  return true;
}
