import { addDays, dayAt } from '@romduol/shared/language/dates';
import { deleteExpiredLinks } from '../acknowledgements/store.ts';
import { endExpiredSessions } from '../accounts/store.ts';
import { eraseUnclaimedFiles } from '../attachments/store.ts';
import { recordAct } from '../audit/store.ts';
import type { Connection } from '../database/connect.ts';
import { type Database, transaction } from '../database/database.ts';
import { deleteExpired } from '../invitations/store.ts';
import type { Clock } from '../mount.ts';
import { eraseOldDrafts } from '../drafts/store.ts';
import { eraseCounted } from '../releases/store.ts';
import { endExpiredSteps } from '../second-factor/store.ts';
import { type Erasing, applyTombstones, eraseDue, eraseOver } from './erase.ts';
import { layDownRecords, rewriteTables } from './rewrite.ts';
import { areRecordsStrewn, findDeleted } from './store.ts';

/** Days for which counted records and the seed of their rounding are kept, should a release be questioned. */
const COUNTED_DAYS = 30;

/** Whole days for which files may wait for the report they were sent with. */
const UNCLAIMED_DAYS = 1;

/** Whole days after which something begun and not gone on with is forgotten: it may be about a case that is erased. */
const DRAFT_DAYS = 14;
/** Days for which what a letter's recipient claimed can still be read after its link ended. */
const EXPIRED_LINK_DAYS = 30;

/** Hours in Cambodia, from and before, at which hardly anybody reports. */
const NIGHT = { from: 1, before: 4 };
const ZONE_HOURS = 7;

const isNight = (now: number): boolean => {
  const hour = Math.floor(now / 3_600_000 + ZONE_HOURS) % 24;
  return hour >= NIGHT.from && hour < NIGHT.before;
};

/** Erases what has had its time. Any number of processes may do it at once, as often as they like. */
export async function sweep(db: Database, clock: Clock): Promise<void> {
  const now = clock();
  await endExpiredSessions(db, now);
  await eraseOldDrafts(db, addDays(dayAt(now), -DRAFT_DAYS));
  await deleteExpiredLinks(db, addDays(dayAt(now), -EXPIRED_LINK_DAYS));
  await endExpiredSteps(db, now);
  await deleteExpired(db, dayAt(now));
  await eraseUnclaimedFiles(db, addDays(dayAt(now), -UNCLAIMED_DAYS));
  await transaction(db, async (tx) => {
    const erased = await eraseCounted(tx, addDays(dayAt(now), -COUNTED_DAYS));
    if (erased > 0) await recordAct(tx, { act: 'counted_records_erased', member: null, day: dayAt(now) });
  });
}

/**
 * Erases withdrawn cases, and closed ones that were kept long enough, on their day, and rewrites the tables at night that lost anything since the last time;
 * by day only when two nights have gone by, as on a laptop that sleeps at night. Coded records that came since are laid
 * down in order every night.
 */
export async function sweepCases(connection: Connection, erasing: Erasing, clock: Clock): Promise<void> {
  const now = clock();
  const today = dayAt(now);
  await eraseDue(erasing, today);
  await eraseOver(erasing, today);
  // What another process erased since goes into this one's file too.
  await applyTombstones(erasing, today);
  const deleted = await findDeleted(connection.db);
  if (deleted !== null && (isNight(now) || deleted.since < addDays(today, -1)))
    await rewriteTables(connection, deleted, today);
  if (isNight(now) && (await areRecordsStrewn(connection.db))) await layDownRecords(connection);
}
