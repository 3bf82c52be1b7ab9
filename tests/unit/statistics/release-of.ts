import type { SeriesId } from '@romduol/shared/ids';
import type { CodedRecord } from '@romduol/shared/statistics/coded-record';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { makeRelease, type Release, type ReleaseInput } from '@romduol/shared/statistics/release';
import { COHORT, streamsOf } from './sample-cohort.ts';

/** The first release of a series, of these records by the default programme of their kind. */
export function releaseOf(records: readonly CodedRecord[], changes: Partial<ReleaseInput> = {}): Release {
  const kind = records[0]?.kind ?? 'incident';
  const freeze = makeRelease({
    series: 'rock' as SeriesId,
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
    open: streamsOf(1),
    records,
    ...changes,
  });
  if (freeze.outcome !== 'released') throw new Error(`${records.length} records wait`);
  return freeze.release;
}
