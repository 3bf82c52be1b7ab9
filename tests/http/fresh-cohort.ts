import type { Input } from '@romduol/shared/api/contract';
import type { CohortName, openCohort, SealedRecord } from '@romduol/shared/api/statistics';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { seedHash, signLedgerEntry } from '@romduol/shared/sealing/release-signature';
import { cohortObject } from '@romduol/shared/statistics/ledger';
import type { Quarter, RecordId, SeriesId, TeamId } from '@romduol/shared/ids';
import { sealRecord, teamMark } from '@romduol/shared/sealing/record';
import type { CodedRecord } from '@romduol/shared/statistics/coded-record';
import { packRecord } from '@romduol/shared/statistics/packed-record';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { openDueCohorts, readLedger } from '@romduol/web/desk/cohorts';
import { publishers } from '@romduol/web/desk/members';
import type { Desk } from '@romduol/web/desk/desk';
import { handIn, readOwn, takeUpList } from '@romduol/web/desk/handed-in';
import { ownStatisticsKey, prepareGrant } from '@romduol/web/desk/granted-keys';
import type { DatabaseKind } from '../database/fresh.ts';
import { sampleIncidents, sampleOutcomes } from '../unit/statistics/sample-cohort.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { openDesk } from './open-desk.ts';

export const DAY = 86_400_000;
export const NAME = { series: 'rainbow' as SeriesId, cohort: '2026-Q1' as Quarter };
const OPENED = Date.parse('2026-01-10T03:00:00Z');
/** The day from which the cohort may be frozen. */
export const RIPE = Date.parse('2026-05-26T03:00:00Z');

/** An organisation whose cohorts of the first quarter of 2026 are open, with sixty coded records each. */
export type FreshCohort = {
  readonly fresh: FreshApp;
  /** A caseworker, who coded the records, and two publishers. */
  readonly desks: { dara: Desk; sopheap: Desk; phalla: Desk };
  /** Moves on to another day; sessions last less long than a cohort, so all three sign in again. */
  goTo(day: number): Promise<void>;
};

export async function freshCohort(kind: DatabaseKind): Promise<FreshCohort> {
  const fresh = await freshApp(kind, { founded: false });
  useSodium(await loadSumoSodium());
  fresh.clock.now = OPENED;
  await fresh.found();
  const signIn = async () => ({
    dara: await openDesk(fresh, 'sok.dara'),
    sopheap: await openDesk(fresh, 'vann.sopheap'),
    phalla: await openDesk(fresh, 'meas.phalla'),
  });
  const desks = await signIn();
  await openDueCohorts(desks.sopheap);
  await ownStatisticsKey(desks.dara);
  const contents = [...sampleIncidents(60, 1), ...sampleOutcomes(60, 2)];
  await storeSealed(desks.dara, await Promise.all(contents.map((content) => sealContent(desks.dara, content))));
  return {
    fresh,
    desks,
    async goTo(day) {
      fresh.clock.now = day;
      Object.assign(desks, await signIn());
    },
  };
}

export const newRecordId = () => crypto.randomUUID() as RecordId;

/** Seals a record as its author's desk does when it is locked. */
export async function sealContent(
  desk: Desk,
  content: CodedRecord | null,
  recordId = newRecordId(),
  revision = 1,
  team: TeamId | null = null,
): Promise<SealedRecord> {
  const { epoch, key: statisticsKey } = await ownStatisticsKey(desk);
  const head = { recordId, revision, author: desk.member.id, epoch, codebook: 1 };
  return sealRecord({
    ...head,
    statisticsKey,
    content: packRecord({ record: content, uncount: new Uint8Array(16), team: team && teamMark(team) }),
  });
}

/** Hands in sealed records as their author's desk does, beside its next list. Gives the ids that were refused. */
export async function storeSealed(desk: Desk, records: SealedRecord[]): Promise<readonly RecordId[]> {
  return handIn(desk, takeUpList(desk, await readOwn(desk), []), records);
}

/** What a publisher's desk would send to open a cohort, were it not to look at the ledger. */
export async function openingOf(desk: Desk, name: CohortName): Promise<Input<typeof openCohort>['body']> {
  const recipients = publishers(desk);
  const what = { purpose: 'cohort', objectId: cohortObject(name), epoch: 1, recipients } as const;
  const { key, grant, slots } = await prepareGrant(desk, what);
  const { rows, head } = await readLedger(desk);
  const { format, programme, base, signatures, opened: day } = rows[0]!;
  const settled = { format, programme, base, signatures, opened: day };
  const statement = { ...settled, ...name, seed: toBase64url(seedHash(key)), previous: toBase64url(head) };
  return { entry: signLedgerEntry(statement, desk.member.id, desk.identity.signing), grant, slots };
}

/** `done`, or the code of the refusal. */
export const outcomeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (refusal: { code: string }) => refusal.code,
  );
