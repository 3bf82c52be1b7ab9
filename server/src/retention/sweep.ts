import { addDays, dayAt } from '@romduol/shared/language/dates';
import { endExpiredSessions } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Clock } from '../mount.ts';
import { eraseCounted } from '../releases/store.ts';

/** Days for which counted records and the seed of their rounding are kept, should a release be questioned. */
const COUNTED_DAYS = 30;

/** Erases what has had its time. Any number of processes may do it at once, as often as they like. */
export async function sweep(db: Database, clock: Clock): Promise<void> {
  const now = clock();
  await endExpiredSessions(db, now);
  await transaction(db, async (tx) => {
    const erased = await eraseCounted(tx, addDays(dayAt(now), -COUNTED_DAYS));
    if (erased > 0) await recordAct(tx, { act: 'counted_records_erased', member: null, day: dayAt(now) });
  });
}
