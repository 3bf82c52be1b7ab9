/**
 * Makes releases, and is the only place that does: what is not a `Release` is not published. Runs in a publisher's
 * browser, in a worker; a second publisher runs it again on the same records and must get the same bytes.
 */
import type { CohortKind } from '../api/statistics.ts';
import type { Quarter, SeriesId } from '../ids.ts';
import { toBase64url } from '../sealing/bytes.ts';
import { checkPublished } from './check-published.ts';
import { firstQuarterOf, isWaitingRow, LEAST_COHORT, MOST_WAITS, periodOf } from './cohort.ts';
import { readColumns, type Countable } from './columns.ts';
import { gateOptions, gateTables, readGate } from './gate.ts';
import { BrokenInvariant, checkRounding } from './invariants.ts';
import { METHOD_VERSION, type Programme } from './programme.ts';
import { writeRelease, type PublishedRelease } from './release-file.ts';
import { candidatesOf, optionTables } from './release-table.ts';
import { roundCounts, type Counts, type OpenStream } from './round.ts';
import { tabulate } from './tabulate.ts';

declare const made: unique symbol;

/** A release that this house's rounding made, with the exact bytes to hash and sign. */
export interface Release {
  readonly [made]: true;
  readonly published: PublishedRelease;
  readonly bytes: Uint8Array;
}

/** What a freeze comes to: a release, or that the cohort is too small and is counted with the next. */
export type Freeze = { readonly outcome: 'released'; readonly release: Release } | { readonly outcome: 'waits' };

export interface ReleaseInput {
  readonly series: SeriesId;
  readonly kind: CohortKind;
  readonly cohort: Quarter;
  /** Place in the series' chain, from 1, and the hash of the release before (32 noughts for the first). */
  readonly number: number;
  readonly previous: Uint8Array;
  /** The quarters directly before the cohort that were too small, oldest first: they are counted here. */
  readonly waited: readonly Quarter[];
  readonly openedLate: boolean;
  readonly signatures: number;
  readonly programme: Programme;
  /** As they stand in the ledger: of `programmeBytes`, and of the seed. */
  readonly programmeHash: Uint8Array;
  readonly seedHash: Uint8Array;
  /** Opens a stream under the cohort's seed: `(label) => chachaStream(seed, label)`. */
  readonly open: OpenStream;
  /** Every record not counted before, of the cohort's quarter or an earlier one, in any order. Read once. */
  readonly records: Iterable<Countable>;
}

/**
 * Freezes a cohort: counts, rounds, gates, checks. The same input gives the same bytes on every machine.
 * @throws on records that the programme cannot count, on records from after the cohort, and when an invariant is broken.
 */
export function makeRelease(input: ReleaseInput): Freeze {
  const { programme, cohort, waited } = input;
  if (programme.kind !== input.kind) throw new Error('a programme of another kind');
  if (!isWaitingRow(cohort, waited))
    throw new Error('the quarters that waited do not stand directly before the cohort');
  const records = refuseLater(input.records, cohort);
  const counts = tabulate(programme, readColumns(programme, records, firstQuarterOf(cohort, waited)));
  const rounded = roundCounts(counts, programme.base, input.open, (reading) => readGate(programme, reading));
  checkRounding(counts, rounded, programme.base);
  if (rounded.total < LEAST_COHORT && waited.length < MOST_WAITS) return { outcome: 'waits' };
  return { outcome: 'released', release: brand(publish(input, rounded)) };
}

function* refuseLater(records: Iterable<Countable>, cohort: Quarter): Iterable<Countable> {
  for (const record of records) {
    if (record.quarter > cohort) throw new Error('a record from after the cohort');
    yield record;
  }
}

/** Puts rounded counts into the file's form. Reads nothing true: its argument is the rounding's result. */
function publish(input: ReleaseInput, rounded: Counts): PublishedRelease {
  const { programme, waited, cohort } = input;
  const candidates = candidatesOf(programme, rounded.blocks);
  const gated = gateTables(candidates, programme.base);
  const options = optionTables(programme, rounded.options);
  const gatedOptions = gateOptions(options, rounded.total);
  const all = [
    ...candidates.refused.map(({ table }) => table),
    ...[...candidates.tables.map(({ table }) => table), ...options].map(({ id }) => id),
  ];
  const small = rounded.total < LEAST_COHORT;
  return {
    format: 'romduol/release/1',
    method: METHOD_VERSION,
    series: input.series,
    kind: input.kind,
    cohort,
    number: input.number,
    previous: toBase64url(input.previous),
    period: periodOf(cohort, waited),
    waited: [...waited],
    openedLate: input.openedLate,
    signatures: input.signatures,
    codebook: programme.codebook,
    programme: toBase64url(input.programmeHash),
    seed: toBase64url(input.seedHash),
    base: programme.base,
    error: programme.base === 5 ? 4 : 2,
    total: rounded.total,
    tables: small ? [] : [...gated.tables, ...gatedOptions.tables],
    gate: small
      ? all.map((table) => ({ table, reason: 'cohort_too_small', instead: [] }))
      : [...gated.notes, ...gatedOptions.notes],
  };
}

function brand(published: PublishedRelease): Release {
  const broken = checkPublished(published);
  if (broken.length > 0) throw new BrokenInvariant(broken.join('; '));
  return { published, bytes: writeRelease(published) } as Release;
}
