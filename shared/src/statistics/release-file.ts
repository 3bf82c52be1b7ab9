/**
 * The file of a release: the exact bytes that publishers sign, the server stores and the public reads. Canonical JSON:
 * keys in the order below, no white space, every cell. Nothing in it was computed from true data but by the rounding.
 */
import { CohortKind } from '../api/statistics.ts';
import { Day, Quarter, SeriesId } from '../ids.ts';
import { z } from '../schema.ts';
import { fromUtf8, utf8 } from '../sealing/bytes.ts';
import { checkPublished } from './check-published.ts';
import { GateNote, ReleaseTable } from './release-table.ts';

/** A 32-byte hash in base64url. */
const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const PublishedRelease = z.strictObject({
  format: z.literal('romduol/release/1'),
  /** Which rules of tabulating, rounding and gating made it. */
  method: z.int().min(1),
  /** Whose records: an organisation's or a team's. */
  series: SeriesId,
  kind: CohortKind,
  cohort: Quarter,
  /** Place in the series' chain, and the hash of the file before (of nothing: 32 noughts). */
  number: z.int().min(1),
  previous: Hash,
  /** First and last day spoken of; `waited` are the quarters that were too small and are counted here. */
  period: z.strictObject({ start: Day, end: Day }),
  waited: z.array(Quarter).max(40),
  /** Whether programme and seed entered the ledger only after the period had begun. */
  openedLate: z.boolean(),
  /** Publishers' signatures that the organisation requires. */
  signatures: z.int().min(1).max(8),
  codebook: z.int().min(1),
  programme: Hash,
  seed: Hash,
  /** Every figure is a multiple of `base` and at most `error` off the truth. */
  base: z.literal([3, 5]),
  error: z.literal([2, 4]),
  total: z.int().min(0),
  tables: z.array(ReleaseTable).max(64),
  gate: z.array(GateNote).max(64),
});
export type PublishedRelease = z.output<typeof PublishedRelease>;

/** The one way in which a release is written. */
export function writeRelease(release: PublishedRelease): Uint8Array {
  return utf8(JSON.stringify(PublishedRelease.parse(release)));
}

/** Why bytes were not read as a release. */
export type ReleaseErrorCode = 'not_json' | 'not_a_release' | 'not_canonical' | 'does_not_add_up';

export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  readonly code: ReleaseErrorCode;

  constructor(code: ReleaseErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Reads a release; throws a ReleaseError on one that is not in canonical form or whose tables do not add up. */
export function parseRelease(bytes: Uint8Array): PublishedRelease {
  const parsed = PublishedRelease.safeParse(parseJson(bytes));
  if (!parsed.success) throw new ReleaseError('not_a_release');
  const release = parsed.data;
  const written = writeRelease(release);
  if (written.length !== bytes.length || written.some((byte, i) => byte !== bytes[i])) {
    throw new ReleaseError('not_canonical');
  }
  if (checkPublished(release).length > 0) throw new ReleaseError('does_not_add_up');
  return release;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    throw new ReleaseError('not_json');
  }
}
