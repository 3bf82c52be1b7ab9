import {
  COHORT_KINDS,
  listCohorts,
  openCohort,
  type CohortName,
  type StoredRelease,
} from '@romduol/shared/api/statistics';
import type { Day, Quarter, SeriesId } from '@romduol/shared/ids';
import { addQuarters, dayAt, nextQuarter, quarterOf } from '@romduol/shared/language/dates';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import {
  ledgerHash,
  releaseHash,
  seedHash,
  signLedgerEntry,
  verifyLedgerEntry,
} from '@romduol/shared/sealing/release-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { cohortsToOpen, isOpenedLate, isRipe, MOST_QUARTERS_AHEAD, ripeOn } from '@romduol/shared/statistics/cohort';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import {
  cohortObject,
  type Counting,
  countingOf,
  isInTheWay,
  LedgerStatement,
} from '@romduol/shared/statistics/ledger';
import { type Programme, programmeBytes } from '@romduol/shared/statistics/programme';
import { organisationOfSeries, seriesId, shareRecords, teamOfSeries } from '@romduol/shared/statistics/series';
import { ApiRefusal } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { prepareGrant } from './granted-keys.ts';
import { publishers } from './members.ts';
import type { CohortsView, CohortView } from './release-views.ts';

/** The ledger of the desk's organisation, each row's signature and the chain checked, with the releases that stand. */
export type Ledger = {
  readonly rows: readonly LedgerStatement[];
  /** Hash that the next row names. */
  readonly head: Uint8Array;
  readonly releases: readonly StoredRelease[];
};

/** Throws `SealingError` `bad_signature`, `DeskRefusal` `not_a_member` for a row by somebody who may not open cohorts. */
export async function readLedger(desk: Desk): Promise<Ledger> {
  const { ledger, releases } = await desk.call(listCohorts);
  let head: Uint8Array = new Uint8Array(32);
  const rows: LedgerStatement[] = [];
  for (const signed of ledger) {
    const author = desk.keyring.members.find(({ id }) => id === signed.author);
    if (author === undefined || !author.publisher || author.organisation !== desk.member.organisation) {
      throw new DeskRefusal('not_a_member', 'ledger_by_a_stranger');
    }
    const row = LedgerStatement.parse(verifyLedgerEntry(signed, author.signing));
    const follows = row.previous === toBase64url(head) && !rows.some((other) => isInTheWay(other, row));
    if (organisationOfSeries(row.series) !== desk.member.organisation || !follows) {
      throw new DeskRefusal('not_permitted', 'ledger_broken');
    }
    head = ledgerHash(signed);
    rows.push(row);
  }
  desk.ledgerHead = head;
  return { rows, head, releases };
}

export function hashProgramme(programme: Programme): Uint8Array {
  return sodium().hash(32, programmeBytes(programme));
}

/**
 * Opens the current and the next quarter's cohorts where nobody has, divided as the quarters before: draws the seed, grants
 * it to publishers, and signs programme and seed hash into the ledger. Run when a publisher's desk opens; a colleague who was
 * quicker is no error.
 */
export async function openDueCohorts(desk: Desk): Promise<void> {
  if (!desk.member.publisher) return;
  let ledger = await readLedger(desk);
  for (const cohort of cohortsToOpen(dayAt(desk.clock()))) ledger = await openQuarter(desk, ledger, cohort);
}

/**
 * Opens the first quarter that nobody has opened yet, to be counted as a publisher decides; those after it follow. Throws
 * `DeskRefusal` `not_permitted` where that one was decided already and the next is too far ahead.
 */
export async function settleCounting(desk: Desk, counting: Counting): Promise<void> {
  const ledger = await readLedger(desk);
  const quarter = quarterToSettle(ledger, dayAt(desk.clock()));
  if (quarter === null) throw new DeskRefusal('not_permitted', 'settled_already');
  await openQuarter(desk, ledger, quarter, counting);
}

/** The first quarter of which nothing is open, as far as it may be opened now; else null. */
function quarterToSettle({ rows }: Ledger, today: Day): Quarter | null {
  const opened = rows.map(({ cohort }) => cohort).sort();
  const first = nextQuarter(opened.at(-1) ?? quarterOf(today));
  return first <= addQuarters(quarterOf(today), MOST_QUARTERS_AHEAD) ? first : null;
}

const TRIES = 3;

/** The ledger with whatever the quarter lacked. */
async function openQuarter(desk: Desk, ledger: Ledger, cohort: Quarter, wanted?: Counting): Promise<Ledger> {
  let now = ledger;
  for (const kind of COHORT_KINDS) {
    const counting = wanted ?? countingOf(now.rows, kind, cohort);
    for (const series of seriesToOpen(desk, counting)) {
      const name = { series, kind, cohort };
      // A colleague who opens something else at this moment takes its place in the chain, and it is tried again behind it.
      for (let tries = 0; tries < TRIES && !now.rows.some((row) => isInTheWay(row, name)); tries += 1)
        now = await openOne(desk, now, { ...name, base: counting.base });
    }
  }
  return now;
}

const ownTeams = ({ keyring, member }: Desk) =>
  keyring.teams.filter(({ organisation }) => organisation === member.organisation);

function seriesToOpen(desk: Desk, { division }: Counting): SeriesId[] {
  const { organisation } = desk.member;
  return division === 'organisation'
    ? [seriesId(organisation)]
    : ownTeams(desk).map(({ id }) => seriesId(organisation, id));
}

async function openOne(desk: Desk, ledger: Ledger, opening: CohortName & Pick<Counting, 'base'>): Promise<Ledger> {
  const { series, kind, cohort, base } = opening;
  const signers = publishers(desk);
  const {
    key: seed,
    grant,
    slots,
  } = await prepareGrant(desk, {
    purpose: 'cohort',
    objectId: cohortObject(opening),
    epoch: 1,
    recipients: signers,
  });
  const statement: LedgerStatement = {
    format: 'romduol/ledger/1',
    series,
    kind,
    cohort,
    opened: dayAt(desk.clock()),
    base,
    programme: toBase64url(hashProgramme(defaultProgramme(kind, base))),
    seed: toBase64url(seedHash(seed)),
    // An organisation with one publisher publishes on one signature, and its releases say so.
    signatures: Math.min(2, signers.length),
    previous: toBase64url(ledger.head),
  };
  const entry = signLedgerEntry(statement, desk.member.id, desk.identity.signing);
  try {
    await desk.call(openCohort, { body: { entry, grant, slots } });
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal && (refusal.code === 'already_exists' || refusal.code === 'sequence_taken')))
      throw refusal;
  }
  return readLedger(desk);
}

/** Cohorts of the organisation, newest first, each with where it stands, and what may be decided of the next. */
export async function readCohorts(desk: Desk): Promise<CohortsView> {
  const ledger = await readLedger(desk);
  const today = dayAt(desk.clock());
  const quarter = quarterToSettle(ledger, today);
  const place = ({ cohort, kind, series }: CohortName): string => `${cohort} ${kind === 'incident' ? 1 : 0} ${series}`;
  return {
    cohorts: ledger.rows.map((row) => viewCohort(desk, ledger, row)).sort((a, b) => (place(a) < place(b) ? 1 : -1)),
    next: quarter === null ? null : { quarter, ...countingOf(ledger.rows, 'incident', quarter) },
    teams: ownTeams(desk).length,
  };
}

function viewCohort({ clock, keyring }: Desk, { releases }: Ledger, row: LedgerStatement): CohortView {
  const { series, kind, cohort } = row;
  const release = releases.find((one) => one.series === series && one.kind === kind && one.cohort === cohort);
  const passed = releases.some((one) => one.kind === kind && one.cohort > cohort && shareRecords(one.series, series));
  const open = isRipe(cohort, dayAt(clock())) ? 'ripe' : 'open';
  const team = teamOfSeries(series);
  return {
    series,
    team: team === null ? null : (keyring.teams.find(({ id }) => id === team)?.name ?? { en: team, km: team }),
    kind,
    cohort,
    state: release?.status ?? (passed ? 'waited' : open),
    ripeOn: ripeOn(cohort),
    openedLate: isOpenedLate(cohort, row.opened),
    base: row.base,
    proposedBy: release?.status === 'proposed' ? (release.signatures[0]?.member ?? null) : null,
  };
}

/** Place in the series' chain and the hash before it, for the next release. */
export function nextInSeries(
  { releases }: Ledger,
  series: SeriesId,
): { readonly number: number; readonly previous: Uint8Array } {
  const published = releases
    .filter((one) => one.status === 'published' && one.series === series)
    .sort((a, b) => a.number - b.number);
  const last = published.at(-1);
  return last === undefined
    ? { number: 1, previous: new Uint8Array(32) }
    : { number: last.number + 1, previous: releaseHash(last) };
}

/** The programme a row was opened with. Throws when this build counts by another: it would not give the same tables. */
export function programmeOf(row: LedgerStatement): Programme {
  const programme = defaultProgramme(row.kind, row.base);
  if (toBase64url(hashProgramme(programme)) !== row.programme)
    throw new DeskRefusal('not_permitted', 'other_programme');
  return programme;
}

/** Throws `DeskRefusal` `no_key` when the granted seed is not the one in the ledger. */
export function checkSeed(row: LedgerStatement, seed: Uint8Array): Uint8Array {
  if (!sodium().equal(seedHash(seed), fromBase64url(row.seed))) throw new DeskRefusal('no_key', 'other_seed');
  return seed;
}
