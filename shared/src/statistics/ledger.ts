import { CohortKind } from '../api/statistics.ts';
import { Day, OrganisationId, Quarter } from '../ids.ts';
import { z } from '../schema.ts';

const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * What a publisher signs when a cohort opens: from here on the programme and the seed of its rounding are settled, before
 * anybody knows what will be counted. One row a cohort, for ever.
 */
export const LedgerStatement = z.strictObject({
  format: z.literal('romduol/ledger/1'),
  series: OrganisationId,
  kind: CohortKind,
  cohort: Quarter,
  opened: Day,
  base: z.literal([3, 5]),
  /** H(32) of the programme's bytes, and the seed's own hash; base64url. */
  programme: Hash,
  seed: Hash,
  /** How many publishers must sign its release. */
  signatures: z.int().min(1).max(8),
  /** Hash of the series' row before; of the first, 32 zero bytes. */
  previous: Hash,
});
export type LedgerStatement = z.output<typeof LedgerStatement>;

/** What the grant of a cohort's seed is for. */
export function cohortObject(cohort: Pick<LedgerStatement, 'series' | 'kind' | 'cohort'>): string {
  return `${cohort.series}/${cohort.kind}/${cohort.cohort}`;
}
