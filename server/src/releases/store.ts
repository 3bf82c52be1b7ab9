import type { CohortName, StoredRelease } from '@romduol/shared/api/statistics';
import type { Day, OrganisationId, RecordId, SeriesId } from '@romduol/shared/ids';
import { organisationOfSeries, shareRecords } from '@romduol/shared/statistics/series';
import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { codedRecords, cohortLedger, proposalRecords, releaseProposals, releases } from '../database/schema.ts';
import { packSignatures, releaseOf } from './rows.ts';

const ofCohort = (table: typeof releases | typeof releaseProposals | typeof proposalRecords, name: CohortName) =>
  and(eq(table.series, name.series), eq(table.kind, name.kind), eq(table.cohort, name.cohort));

/** The newest published release of a series; number 0 and 32 zero bytes before the first. */
export async function readReleaseEnd(db: Database, series: SeriesId): Promise<{ number: number; hash: Uint8Array }> {
  const [row] = await db
    .select({ number: releases.number, hash: releases.hash })
    .from(releases)
    .where(eq(releases.series, series))
    .orderBy(desc(releases.number))
    .limit(1);
  return row ?? { number: 0, hash: new Uint8Array(32) };
}

/**
 * Whether this cohort has been released, or a later one, which then has counted what this one would: of its series, or of
 * one that may count the same records.
 */
export async function isReleased(db: Database, { series, kind, cohort }: CohortName): Promise<boolean> {
  const rows = await db
    .select({ series: releases.series })
    .from(releases)
    .where(
      and(
        inArray(releases.series, seriesOf(db, organisationOfSeries(series))),
        eq(releases.kind, kind),
        gte(releases.cohort, cohort),
      ),
    );
  return rows.some((row) => shareRecords(row.series as SeriesId, series));
}

/** Stores a proposal in the place of an earlier one. */
export async function replaceProposal(tx: Database, proposal: StoredRelease): Promise<void> {
  const { status: _, signatures, ...values } = proposal;
  await tx.delete(releaseProposals).where(ofCohort(releaseProposals, proposal));
  await tx.insert(releaseProposals).values({ ...values, signatures: packSignatures(signatures) });
}

/**
 * Names what a proposal counts; the number of those that are the organisation's and uncounted, which the caller holds
 * against the number it was given.
 */
export async function insertProposalRecords(
  tx: Database,
  name: CohortName,
  organisation: OrganisationId,
  counted: readonly RecordId[],
): Promise<number> {
  // One parameter: a release may count more records than a statement may have parameters.
  const rows = await rowsOf<{ record_id: string }>(
    tx,
    sql`insert into proposal_records (series, kind, cohort, record_id)
      select ${name.series}, ${name.kind}, ${name.cohort}, r.record_id
      from jsonb_array_elements_text(${JSON.stringify(counted)}::jsonb) as named(id)
      join coded_records r on r.record_id = named.id::uuid
      where r.organisation = ${organisation} and r.cohort is null
      returning record_id`,
  );
  return rows.length;
}

/** The proposal, its row locked until the transaction ends: two who sign at once take turns. */
export async function lockProposal(tx: Database, name: CohortName): Promise<StoredRelease | null> {
  const [row] = await tx.select().from(releaseProposals).where(ofCohort(releaseProposals, name)).for('update');
  return row === undefined ? null : releaseOf(row, 'proposed');
}

export async function addSignatures(tx: Database, proposal: StoredRelease): Promise<void> {
  await tx
    .update(releaseProposals)
    .set({ signatures: packSignatures(proposal.signatures) })
    .where(ofCohort(releaseProposals, proposal));
}

/**
 * Publishes a proposal: the release, the tombstones of what it counts, and the end of the proposal. A cohort released
 * before breaks `releases_pk`, a number taken by another cohort `releases_chain`, a record counted before
 * `counted_records_pkey`.
 */
export async function publishProposal(tx: Database, proposal: StoredRelease, day: Day): Promise<void> {
  const { status: _, signatures, ...values } = proposal;
  const name = sql`${proposal.series}, ${proposal.kind}, ${proposal.cohort}`;
  const counted = sql`select record_id from proposal_records where (series, kind, cohort) = (${name})`;
  await tx.insert(releases).values({ ...values, day, signatures: packSignatures(signatures) });
  await tx.execute(sql`update coded_records set cohort = ${`${proposal.series}/${proposal.kind}/${proposal.cohort}`}
    where record_id in (${counted})`);
  await tx.execute(sql`insert into counted_records (record_id, author, revision, series, kind, cohort)
    select record_id, author, revision, ${name} from coded_records where record_id in (${counted})`);
  await tx.delete(releaseProposals).where(ofCohort(releaseProposals, proposal));
}

export async function findProposal(db: Database, name: CohortName): Promise<StoredRelease | null> {
  const [row] = await db.select().from(releaseProposals).where(ofCohort(releaseProposals, name));
  return row === undefined ? null : releaseOf(row, 'proposed');
}

/** What a proposal counts, in id order. */
export async function findProposalRecords(db: Database, name: CohortName): Promise<RecordId[]> {
  const rows = await db
    .select({ recordId: proposalRecords.recordId })
    .from(proposalRecords)
    .where(ofCohort(proposalRecords, name))
    .orderBy(asc(proposalRecords.recordId));
  return rows.map(({ recordId }) => recordId as RecordId);
}

const seriesOf = (db: Database, organisation: OrganisationId) =>
  db.select({ series: cohortLedger.series }).from(cohortLedger).where(eq(cohortLedger.organisation, organisation));

export async function findProposals(db: Database, organisation: OrganisationId): Promise<StoredRelease[]> {
  const rows = await db
    .select()
    .from(releaseProposals)
    .where(inArray(releaseProposals.series, seriesOf(db, organisation)))
    .orderBy(asc(releaseProposals.series), asc(releaseProposals.kind), asc(releaseProposals.cohort));
  return rows.map((row) => releaseOf(row, 'proposed'));
}

/** Published releases of every organisation, oldest first. */
export async function findReleases(db: Database): Promise<StoredRelease[]> {
  const rows = await db.select().from(releases).orderBy(asc(releases.day), asc(releases.series), asc(releases.number));
  return rows.map((row) => releaseOf(row, 'published'));
}

export async function findReleasesOf(db: Database, organisation: OrganisationId): Promise<StoredRelease[]> {
  const rows = await db
    .select()
    .from(releases)
    .where(inArray(releases.series, seriesOf(db, organisation)))
    .orderBy(asc(releases.series), asc(releases.number));
  return rows.map((row) => releaseOf(row, 'published'));
}

/** Erases what was counted in releases published before `day`: records, and the slots of their cohorts' seeds. */
export async function eraseCounted(tx: Database, before: Day): Promise<number> {
  const old = sql`select series || '/' || kind || '/' || cohort from releases where day < ${before}::date`;
  const gone = await tx
    .delete(codedRecords)
    .where(sql`${codedRecords.cohort} in (${old})`)
    .returning({ recordId: codedRecords.recordId });
  const slots = await rowsOf(
    tx,
    sql`delete from grant_slots where purpose = 'cohort' and object in (${old}) returning kid`,
  );
  return gone.length + slots.length;
}
