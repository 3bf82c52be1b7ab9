import { type CohortKind, CohortName } from '../api/statistics.ts';
import { Day, type OrganisationId, type Quarter } from '../ids.ts';
import { z } from '../schema.ts';
import { organisationOfSeries, shareRecords, teamOfSeries, type Division } from './series.ts';

const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * What a publisher signs when a cohort opens: from here on the programme and the seed of its rounding are settled, before
 * anybody knows what will be counted. One row a cohort, for ever.
 */
export const LedgerStatement = z.strictObject({
  format: z.literal('romduol/ledger/1'),
  ...CohortName.shape,
  opened: Day,
  base: z.literal([3, 5]),
  /** H(32) of the programme's bytes, and the seed's own hash; base64url. */
  programme: Hash,
  seed: Hash,
  /** How many publishers must sign its release. */
  signatures: z.int().min(1).max(8),
  /** Hash of the organisation's row before; of the first, 32 zero bytes. */
  previous: Hash,
});
export type LedgerStatement = z.output<typeof LedgerStatement>;

/** What the grant of a cohort's seed is for. */
export function cohortObject(cohort: CohortName): string {
  return `${cohort.series}/${cohort.kind}/${cohort.cohort}`;
}

/** Whose cohort an object of a grant names. */
export function organisationOfCohort(object: string): OrganisationId {
  return organisationOfSeries(object.split('/', 1)[0]!);
}

/** Whether both would count the same records of the same quarter: then only one of the two is ever opened. */
export function isInTheWay(a: CohortName, b: CohortName): boolean {
  return a.kind === b.kind && a.cohort === b.cohort && shareRecords(a.series, b.series);
}

/** How a quarter's records are counted: divided how, and rounded to multiples of what. */
export type Counting = { readonly division: Division; readonly base: LedgerStatement['base'] };

/**
 * How the cohorts of a quarter are to be opened: as those of it that are open, else as the last before it. Whoever wants it
 * otherwise opens a later quarter otherwise; what is open stays.
 * @param rows an organisation's ledger.
 */
export function countingOf(rows: readonly LedgerStatement[], kind: CohortKind, cohort: Quarter): Counting {
  const [last] = rows
    .filter((row) => row.kind === kind && row.cohort <= cohort)
    .sort((a, b) => (a.cohort < b.cohort ? 1 : -1));
  if (last === undefined) return { division: 'organisation', base: 5 };
  return { division: teamOfSeries(last.series) === null ? 'organisation' : 'teams', base: last.base };
}
