import {
  countersignRelease,
  proposeRelease,
  readProposal,
  type CohortName,
  type StoredRelease,
} from '@romduol/shared/api/statistics';
import type { Quarter, RecordId } from '@romduol/shared/ids';
import { dayAt, addQuarters, quarterRange } from '@romduol/shared/language/dates';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import { teamMark } from '@romduol/shared/sealing/record';
import { chachaStream } from '@romduol/shared/sealing/random-stream';
import { releaseHash, signRelease } from '@romduol/shared/sealing/release-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { isOpenedLate, isRipe } from '@romduol/shared/statistics/cohort';
import type { LedgerStatement } from '@romduol/shared/statistics/ledger';
import { cohortObject } from '@romduol/shared/statistics/ledger';
import { teamMarkOf } from '@romduol/shared/statistics/packed-record';
import { makeRelease, type Release } from '@romduol/shared/statistics/release';
import { shareRecords, teamOfSeries } from '@romduol/shared/statistics/series';
import { checkSeed, type Ledger, nextInSeries, programmeOf, readLedger } from './cohorts.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { keyFromGrant, readGrants } from './granted-keys.ts';
import { type FreezeProgress, type Opened, type OpenedRecords, openAllRecords } from './open-records.ts';
import type { AuthorsReport, ProposalReview, ReleasePreview } from './release-views.ts';

/** A cohort counted and rounded, not yet sent anywhere. */
export type Frozen = {
  readonly row: LedgerStatement;
  readonly release: Release;
  readonly counted: readonly RecordId[];
  /** How many of this quarter or earlier belong to a team of which no cohort is open. */
  readonly uncounted: number;
  readonly authors: AuthorsReport;
};

/**
 * Freezes a cohort in this browser: opens the organisation's coded records, counts those of the cohort and of the quarters
 * that waited for it, rounds, gates. Throws `DeskRefusal`: `not_ripe`, `already_released`, `too_few_records` (it waits
 * for the next quarter), `no_key`.
 */
export async function freezeCohort(
  desk: Desk,
  name: CohortName,
  tell: (progress: FreezeProgress) => void = () => {},
): Promise<Frozen> {
  const { ledger, row } = await findRipe(desk, name);
  const { opened, ...authors } = await openAllRecords(desk, tell);
  tell({ step: 'counting', records: opened.length });
  for (const earlier of passedOver(ledger, row)) await checkWaits(desk, ledger, earlier, opened);
  const counted = await countCohort(desk, ledger, row, dueRecords(opened, row));
  return { ...counted, uncounted: countUncounted(ledger, row, opened), authors: reportOf(authors, row.cohort) };
}

/** Who has said nothing of what they handed in since the cohort's last day: some of its records may not be there. */
function reportOf({ unexpected, missing, days }: Omit<OpenedRecords, 'opened'>, cohort: Quarter): AuthorsReport {
  const { last } = quarterRange(cohort);
  return { unexpected, missing, silent: days.filter(({ day }) => day === null || day <= last) };
}

/** An earlier quarter is passed over only because it is too small; else it comes first, and nobody chooses to merge it. */
async function checkWaits(desk: Desk, ledger: Ledger, row: LedgerStatement, opened: readonly Opened[]): Promise<void> {
  const waits = await countCohort(desk, ledger, row, dueRecords(opened, row)).then(
    () => false,
    (refusal: unknown) => {
      if (refusal instanceof DeskRefusal && refusal.code === 'too_few_records') return true;
      throw refusal;
    },
  );
  if (!waits) throw new DeskRefusal('not_ripe', 'earlier_first');
}

async function findRipe(desk: Desk, name: CohortName): Promise<{ ledger: Ledger; row: LedgerStatement }> {
  const ledger = await readLedger(desk);
  const row = ledger.rows.find((one) => isOf(one, name) && one.cohort === name.cohort);
  if (row === undefined) throw new DeskRefusal('not_ripe', 'never_opened');
  if (!isRipe(row.cohort, dayAt(desk.clock()))) throw new DeskRefusal('not_ripe');
  if (hasBeenCounted(ledger, row)) throw new DeskRefusal('already_released');
  return { ledger, row };
}

const isOf = (one: CohortName, { series, kind }: CohortName): boolean => one.series === series && one.kind === kind;

/** Whether this cohort or a later one is published, of its series or of one that counts the same records. */
function hasBeenCounted({ releases }: Ledger, { series, kind, cohort }: CohortName): boolean {
  return releases.some(
    (one) =>
      one.status === 'published' && one.kind === kind && one.cohort >= cohort && shareRecords(one.series, series),
  );
}

/** Earlier cohorts that count some of the same records and are not published: this one may pass over those too small. */
function passedOver(ledger: Ledger, { series, kind, cohort }: LedgerStatement): LedgerStatement[] {
  return ledger.rows.filter(
    (one) =>
      one.kind === kind && one.cohort < cohort && shareRecords(one.series, series) && !hasBeenCounted(ledger, one),
  );
}

/** Of the cohort, and of quarters before it that have not been counted: they waited, or came late. */
function dueRecords(opened: readonly Opened[], { series, kind, cohort }: LedgerStatement): Opened[] {
  const team = teamOfSeries(series);
  const mark = team === null ? null : teamMark(team);
  return opened.filter((one) => {
    if (one.kind !== kind || one.quarter > cohort) return false;
    const own = mark === null ? null : teamMarkOf(one);
    return mark === null || (own !== null && sodium().equal(own, mark));
  });
}

/** Of the quarter or earlier, and of no team that has a cohort: they wait until it has. */
function countUncounted(ledger: Ledger, { kind, cohort }: LedgerStatement, opened: readonly Opened[]): number {
  const open = ledger.rows.filter((row) => row.kind === kind && row.cohort === cohort);
  const counted = open.reduce((sum, row) => sum + dueRecords(opened, row).length, 0);
  return opened.filter((one) => one.kind === kind && one.quarter <= cohort).length - counted;
}

async function countCohort(
  desk: Desk,
  ledger: Ledger,
  row: LedgerStatement,
  due: readonly Opened[],
): Promise<Pick<Frozen, 'row' | 'release' | 'counted'>> {
  const { kind, cohort } = row;
  const seed = await seedOf(desk, row);
  const { number, previous } = nextInSeries(ledger, row.series);
  const frozen = makeRelease({
    series: row.series,
    kind,
    cohort,
    number,
    previous,
    waited: waitedBefore(ledger, row),
    openedLate: isOpenedLate(cohort, row.opened),
    signatures: row.signatures,
    programme: programmeOf(row),
    programmeHash: fromBase64url(row.programme),
    seedHash: fromBase64url(row.seed),
    open: (label) => chachaStream(seed, label),
    records: due,
  });
  if (frozen.outcome === 'waits') throw new DeskRefusal('too_few_records');
  return { row, release: frozen.release, counted: due.map(({ recordId }) => recordId).sort() };
}

/** Quarters directly before this one that were opened in its series and never released: too small, they are counted here. */
function waitedBefore(ledger: Ledger, row: LedgerStatement): Quarter[] {
  const waited: Quarter[] = [];
  for (let quarter = addQuarters(row.cohort, -1); ; quarter = addQuarters(quarter, -1)) {
    const isThat = (one: CohortName): boolean => isOf(one, row) && one.cohort === quarter;
    if (!ledger.rows.some(isThat) || ledger.releases.some(isThat)) return waited;
    waited.unshift(quarter);
  }
}

async function seedOf(desk: Desk, row: LedgerStatement): Promise<Uint8Array> {
  const grants = await readGrants(desk, 'cohort');
  const held = grants.find(({ grant }) => grant.objectId === cohortObject(row));
  const seed = held === undefined ? null : keyFromGrant(desk, held);
  if (seed === null) throw new DeskRefusal('no_key');
  return checkSeed(row, seed);
}

export function previewOf(frozen: Frozen): ReleasePreview {
  const { release, counted, uncounted, authors } = frozen;
  return { release: release.published, counted: counted.length, uncounted, authors };
}

const toSign = (frozen: Frozen) => ({
  series: frozen.row.series,
  number: frozen.release.published.number,
  previous: fromBase64url(frozen.release.published.previous),
  file: frozen.release.bytes,
});

/** Signs and hands in what was frozen. It is published at once where one signature suffices, else it waits for a second. */
export async function proposeFrozen(desk: Desk, frozen: Frozen): Promise<void> {
  const { series, kind, cohort } = frozen.row;
  const release = toSign(frozen);
  const signature = signRelease(release, desk.identity.signing);
  await desk.call(proposeRelease, {
    body: { ...release, series, kind, cohort, signature, counted: [...frozen.counted] },
  });
}

/**
 * Recomputes a colleague's proposal from the records that it names and compares the bytes. Other bytes, or a named record
 * that is not due, mean that the two browsers counted something else, and nothing is signed. Records that came in since
 * are `left`: they count late, with the next cohort, and a great many of them would be a reason to ask.
 */
export async function reviewProposal(
  desk: Desk,
  name: CohortName,
  tell: (progress: FreezeProgress) => void = () => {},
): Promise<ProposalReview> {
  const { release, counted } = await desk.call(readProposal, { params: name });
  const { ledger, row } = await findRipe(desk, name);
  const { opened, ...authors } = await openAllRecords(desk, tell);
  tell({ step: 'counting', records: opened.length });
  const due = dueRecords(opened, row);
  const named = new Set(counted);
  const theirs = due.filter(({ recordId }) => named.has(recordId));
  // As at the freeze: nobody merges quarters that could stand by themselves, whatever the proposal names.
  for (const earlier of passedOver(ledger, row)) await checkWaits(desk, ledger, earlier, opened);
  const own = await countCohort(desk, ledger, row, theirs);
  const same = theirs.length === counted.length && sodium().equal(own.release.bytes, release.file);
  return {
    same,
    left: due.length - theirs.length,
    release: own.release.published,
    authors: reportOf(authors, row.cohort),
  };
}

/** Reviews again and signs. Throws `DeskRefusal` `not_the_same_bytes`, `own_signature`. */
export async function countersign(desk: Desk, name: CohortName): Promise<void> {
  const { release } = await desk.call(readProposal, { params: name });
  if (release.signatures.some(({ member }) => member === desk.member.id)) throw new DeskRefusal('own_signature');
  const { same } = await reviewProposal(desk, name);
  if (!same) throw new DeskRefusal('not_the_same_bytes');
  const signature = signRelease(release satisfies StoredRelease, desk.identity.signing);
  await desk.call(countersignRelease, { params: name, body: { hash: releaseHash(release), signature } });
}
