import { concat } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { CodedRecord } from '@romduol/shared/statistics/coded-record';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { releaseOf } from './release-of.ts';
import { sampleIncidents, sampleOutcomes, streamsOf } from './sample-cohort.ts';

const SIZES = [31, 64, 150, 700];

/** In an order that `number` stands for. */
function shuffled<R>(records: readonly R[], number: number): R[] {
  const stream = streamsOf(number)('order');
  const all = [...records];
  for (let last = all.length - 1; last > 0; last--) {
    const other = stream.below(last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}

/**
 * One hash over the releases of sixteen cohorts, of both kinds and bases and several sizes, whose records come in the order
 * that `order` stands for. Hexadecimal.
 */
export function digestReleases(order: number): string {
  const files = ([3, 5] as const).flatMap((base) =>
    SIZES.flatMap((size) =>
      (['incident', 'outcome'] as const).map((kind) => {
        const records: readonly CodedRecord[] =
          kind === 'incident' ? sampleIncidents(size, size) : sampleOutcomes(size, size);
        const changes = { programme: defaultProgramme(kind, base), open: streamsOf(size + base) };
        return releaseOf(shuffled(records, order), changes).bytes;
      }),
    ),
  );
  return Array.from(sodium().hash(32, concat(...files)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
