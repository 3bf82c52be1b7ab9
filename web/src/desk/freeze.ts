import {
  countersignRelease,
  proposeRelease,
  readProposal,
  type CohortKind,
  type StoredRelease,
} from '@romduol/shared/api/statistics';
import type { Quarter, RecordId } from '@romduol/shared/ids';
import { dayAt, addQuarters, quarterRange } from '@romduol/shared/language/dates';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import { chachaStream } from '@romduol/shared/sealing/random-stream';
import { releaseHash, signRelease } from '@romduol/shared/sealing/release-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { isOpenedLate, isRipe } from '@romduol/shared/statistics/cohort';
import type { LedgerStatement } from '@romduol/shared/statistics/ledger';
import { cohortObject } from '@romduol/shared/statistics/ledger';
import { makeRelease, type Release } from '@romduol/shared/statistics/release';
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
  readonly authors: AuthorsReport;
};

/**
 * Freezes a cohort in this browser: opens the organisation's coded records, counts those of the cohort and of the quarters
 * that waited for it, rounds, gates. Throws `DeskRefusal`: `not_ripe`, `already_released`, `too_few_records` (it waits
 * for the next quarter), `no_key`.
 */
export async function freezeCohort(
  desk: Desk,
  kind: CohortKind,
  cohort: Quarter,
  tell: (progress: FreezeProgress) => void = () => {},
): Promise<Frozen> {
  const { ledger, row } = await findRipe(desk, kind, cohort);
  const { opened, ...authors } = await openAllRecords(desk, tell);
  tell({ step: 'counting', records: opened.length });
  for (const quarter of waitedBefore(ledger, row)) await checkWaits(desk, ledger, rowOf(ledger, kind, quarter), opened);
  const counted = await countCohort(desk, ledger, row, dueRecords(opened, row));
  return { ...counted, authors: reportOf(authors, cohort) };
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

async function findRipe(
  desk: Desk,
  kind: CohortKind,
  cohort: Quarter,
): Promise<{ ledger: Ledger; row: LedgerStatement }> {
  const ledger = await readLedger(desk);
  const row = rowOf(ledger, kind, cohort);
  if (!isRipe(cohort, dayAt(desk.clock()))) throw new DeskRefusal('not_ripe');
  const taken = ledger.releases.some((one) => one.kind === kind && one.cohort >= cohort && one.status === 'published');
  if (taken) throw new DeskRefusal('already_released');
  return { ledger, row };
}

/** Of the cohort, and of quarters before it that have not been counted: they waited, or came late. */
function dueRecords(opened: readonly Opened[], { kind, cohort }: LedgerStatement): Opened[] {
  return opened.filter((one) => one.kind === kind && one.quarter <= cohort);
}

async function countCohort(
  desk: Desk,
  ledger: Ledger,
  row: LedgerStatement,
  due: readonly Opened[],
): Promise<Omit<Frozen, 'authors'>> {
  const { kind, cohort } = row;
  const seed = await seedOf(desk, row);
  const { number, previous } = nextInSeries(ledger);
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

/** Quarters directly before this one that were opened and never released: too small, they are counted here. */
function waitedBefore(ledger: Ledger, row: LedgerStatement): Quarter[] {
  const waited: Quarter[] = [];
  for (let quarter = addQuarters(row.cohort, -1); ; quarter = addQuarters(quarter, -1)) {
    const opened = ledger.rows.some((one) => one.kind === row.kind && one.cohort === quarter);
    const released = ledger.releases.some((one) => one.kind === row.kind && one.cohort === quarter);
    if (!opened || released) return waited;
    waited.unshift(quarter);
  }
}

function rowOf(ledger: Ledger, kind: CohortKind, cohort: Quarter): LedgerStatement {
  const row = ledger.rows.find((one) => one.kind === kind && one.cohort === cohort);
  if (row === undefined) throw new DeskRefusal('not_ripe', 'never_opened');
  return row;
}

async function seedOf(desk: Desk, row: LedgerStatement): Promise<Uint8Array> {
  const grants = await readGrants(desk, 'cohort');
  const held = grants.find(({ grant }) => grant.objectId === cohortObject(row));
  const seed = held === undefined ? null : keyFromGrant(desk, held);
  if (seed === null) throw new DeskRefusal('no_key');
  return checkSeed(row, seed);
}

export function previewOf(frozen: Frozen): ReleasePreview {
  return { release: frozen.release.published, counted: frozen.counted.length, authors: frozen.authors };
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
  kind: CohortKind,
  cohort: Quarter,
  tell: (progress: FreezeProgress) => void = () => {},
): Promise<ProposalReview> {
  const { release, counted } = await desk.call(readProposal, {
    params: { series: desk.member.organisation, kind, cohort },
  });
  const { ledger, row } = await findRipe(desk, kind, cohort);
  const { opened, ...authors } = await openAllRecords(desk, tell);
  tell({ step: 'counting', records: opened.length });
  const due = dueRecords(opened, row);
  const named = new Set(counted);
  const theirs = due.filter(({ recordId }) => named.has(recordId));
  const own = await countCohort(desk, ledger, row, theirs);
  const same = theirs.length === counted.length && sodium().equal(own.release.bytes, release.file);
  return {
    same,
    left: due.length - theirs.length,
    release: own.release.published,
    authors: reportOf(authors, cohort),
  };
}

/** Reviews again and signs. Throws `DeskRefusal` `not_the_same_bytes`, `own_signature`. */
export async function countersign(desk: Desk, kind: CohortKind, cohort: Quarter): Promise<void> {
  const params = { series: desk.member.organisation, kind, cohort };
  const { release } = await desk.call(readProposal, { params });
  if (release.signatures.some(({ member }) => member === desk.member.id)) throw new DeskRefusal('own_signature');
  const { same } = await reviewProposal(desk, kind, cohort);
  if (!same) throw new DeskRefusal('not_the_same_bytes');
  const signature = signRelease(release satisfies StoredRelease, desk.identity.signing);
  await desk.call(countersignRelease, { params, body: { hash: releaseHash(release), signature } });
}
