import type { TeamId } from '@romduol/shared/ids';
import { inArray } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { reports } from '../database/schema.ts';

/** Whether there is a report for one of the teams. */
export async function hasReports(db: Database, teams: readonly TeamId[]): Promise<boolean> {
  if (teams.length === 0) return false;
  const rows = await db
    .select({ caseId: reports.caseId })
    .from(reports)
    .where(inArray(reports.team, [...teams]))
    .limit(1);
  return rows.length > 0;
}
