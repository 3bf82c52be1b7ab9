import { asc, max } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { releases } from '../database/schema.ts';

/** Tells whether anything was published since: the newest number of each series, of which numbers only ever grow. */
export async function readReleaseEdition(db: Database): Promise<string> {
  const rows = await db
    .select({ series: releases.series, number: max(releases.number) })
    .from(releases)
    .groupBy(releases.series)
    .orderBy(asc(releases.series));
  return rows.map(({ series, number }) => `${series} ${number}`).join(', ');
}
