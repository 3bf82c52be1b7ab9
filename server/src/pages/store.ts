import { asc, max, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { releases } from '../database/schema.ts';

/** What tells whether any page must be drawn anew, asked before each: numbers that only ever grow. */
export async function readEditions(db: Database): Promise<{ readonly keyring: number; readonly site: number }> {
  const [row] = await rowsOf<{ keyring: number; site: number }>(
    db,
    sql`select (select coalesce(max(version), 0) from keyring_versions)::int as keyring,
      (select count(*) from site_items)::int as site`,
  );
  return row ?? { keyring: 0, site: 0 };
}

/** Tells whether anything was published since: the newest number of each series, of which numbers only ever grow. */
export async function readReleaseEdition(db: Database): Promise<string> {
  const rows = await db
    .select({ series: releases.series, number: max(releases.number) })
    .from(releases)
    .groupBy(releases.series)
    .orderBy(asc(releases.series));
  return rows.map(({ series, number }) => `${series} ${number}`).join(', ');
}
