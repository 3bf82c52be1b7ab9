import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { makeRelease } from '@romduol/shared/statistics/release';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { COHORT, sampleIncidents, sampleOutcomes, streamsOf } from '../statistics/sample-cohort.ts';

export function sampleRelease(kind: 'incident' | 'outcome', count = 240): PublishedRelease {
  const freeze = makeRelease({
    series: 'rock',
    kind,
    cohort: COHORT,
    number: 1,
    previous: new Uint8Array(32),
    waited: [],
    openedLate: false,
    signatures: 2,
    programme: defaultProgramme(kind),
    programmeHash: new Uint8Array(32),
    seedHash: new Uint8Array(32),
    open: streamsOf(4),
    records: kind === 'incident' ? sampleIncidents(count, 21) : sampleOutcomes(count, 21),
  });
  if (freeze.outcome !== 'released') throw new Error('waits');
  return freeze.release.published;
}

export function tableOf(release: PublishedRelease, id: string): ReleaseTable {
  const table = release.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}
