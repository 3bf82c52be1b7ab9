import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { releaseOf } from '../statistics/release-of.ts';
import { sampleIncidents, sampleOutcomes, streamsOf } from '../statistics/sample-cohort.ts';

export function sampleRelease(kind: 'incident' | 'outcome', count = 240): PublishedRelease {
  const records = kind === 'incident' ? sampleIncidents(count, 21) : sampleOutcomes(count, 21);
  return releaseOf(records, { open: streamsOf(4) }).published;
}

export function tableOf(release: PublishedRelease, id: string): ReleaseTable {
  const table = release.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}
