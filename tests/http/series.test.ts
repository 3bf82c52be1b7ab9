import { listCohorts, listRecords, openCohort, proposeRelease, type CohortName } from '@romduol/shared/api/statistics';
import type { OrganisationId, Quarter, RecordId, TeamId } from '@romduol/shared/ids';
import { quarterRange } from '@romduol/shared/language/dates';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { teamMark } from '@romduol/shared/sealing/record';
import { releaseHash, signLedgerEntry, signRelease } from '@romduol/shared/sealing/release-signature';
import { type PublishedRelease, writeRelease } from '@romduol/shared/statistics/release-file';
import { organisationOfSeries, seriesId } from '@romduol/shared/statistics/series';
import { collectRecords, type Outbox } from '@romduol/web/desk/coded-records';
import { openDueCohorts, readCohorts, readLedger, settleCounting } from '@romduol/web/desk/cohorts';
import { countersign, freezeCohort, proposeFrozen, reviewProposal } from '@romduol/web/desk/freeze';
import { openCase } from '@romduol/web/desk/open-case';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { readReleases } from '@romduol/web/desk/show';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../database/fresh.ts';
import { sampleIncidents } from '../unit/statistics/sample-cohort.ts';
import {
  type FreshCohort,
  NAME,
  freshCohort,
  newRecordId,
  openingOf,
  outcomeOf,
  sealContent,
  storeSealed,
} from './fresh-cohort.ts';
import { handInFor } from './hand-in.ts';
import { openDesk } from './open-desk.ts';

const RAINBOW = 'rainbow' as OrganisationId;
const [CAPITAL, WEST] = ['phnom-penh', 'battambang'] as TeamId[];
const quarter = (text: string) => text as Quarter;
const NEXT = quarter('2026-Q2');
/** The first quarter that is counted by team. */
const BY_TEAM = quarter('2026-Q3');
const incidentsOf = (cohort: Quarter, team?: TeamId): CohortName => ({
  series: seriesId(RAINBOW, team),
  kind: 'incident',
  cohort,
});

// Each test stands on the ones before it: a ledger only grows.
describe.each(mainKinds)('%s', (kind) => {
  let cohort: FreshCohort;
  beforeAll(async () => {
    cohort = await freshCohort(kind);
  });
  afterAll(() => cohort.fresh.close());

  const opened = async (desk = cohort.desks.sopheap) =>
    (await readLedger(desk)).rows.map((row) => `${row.cohort} ${row.kind} ${row.series} ${row.base}`).sort();
  const cohortsOf = (...rows: readonly string[]) =>
    rows.flatMap((row) => {
      const [of, ...rest] = row.split(' ');
      return ['incident', 'outcome'].map((what) => [of, what, ...rest].join(' '));
    });

  test('a desk marks a record with the team that its report came to', async () => {
    const { dara } = cohort.desks;
    const { caseId } = await handInFor(cohort.fresh);
    const coded = { kind: 'coded', part: 'incident', recordId: newRecordId(), revision: 1 } as const;
    await recordEntry(dara, caseId, { kind: 'opened' });
    await recordEntry(dara, caseId, { kind: 'counting_consent', answer: 'yes', mode: 'phone' });
    await recordEntry(dara, caseId, { ...coded, record: sampleIncidents(1, 9)[0]! });
    const outbox: Outbox = new Map();
    collectRecords(dara, outbox, await openCase(dara, caseId));
    const [waiting] = outbox.values();
    expect(waiting).toMatchObject({ recordId: coded.recordId, content: { team: teamMark(CAPITAL!) } });
  });

  test('a publisher decides how the first quarter that is not open is counted, and no quarter that is', async () => {
    const { sopheap, phalla } = cohort.desks;
    const whole = cohortsOf('2026-Q1 rainbow 5', '2026-Q2 rainbow 5');
    expect(await opened()).toEqual(whole);
    expect((await readCohorts(sopheap)).next).toEqual({ quarter: BY_TEAM, division: 'organisation', base: 5 });
    await settleCounting(sopheap, { division: 'teams', base: 3 });
    const byTeam = cohortsOf('2026-Q3 rainbow.battambang 3', '2026-Q3 rainbow.phnom-penh 3');
    expect(await opened()).toEqual([...whole, ...byTeam].sort());
    // What comes after the next but one is too far ahead to be decided.
    expect((await readCohorts(phalla)).next).toBeNull();
    expect(await outcomeOf(settleCounting(phalla, { division: 'organisation', base: 5 }))).toBe('not_permitted');
    expect(await opened(phalla)).toEqual([...whole, ...byTeam].sort());
  });

  test('the server opens nothing beside what would count the same records, nor far ahead, nor for others', async () => {
    const { sopheap } = cohort.desks;
    const before = await opened();
    const opening = async (name: CohortName, desk = sopheap) =>
      outcomeOf(desk.call(openCohort, { body: await openingOf(desk, name) }));
    expect(await opening(incidentsOf(BY_TEAM))).toBe('already_exists');
    expect(await opening(incidentsOf(BY_TEAM, CAPITAL))).toBe('already_exists');
    expect(await opening(incidentsOf(NEXT, CAPITAL))).toBe('already_exists');
    expect(await opening(incidentsOf(quarter('2026-Q4')))).toBe('bad_input');
    for (const team of [undefined, 'north' as TeamId])
      expect(await opening({ ...incidentsOf(NEXT), series: seriesId('micro' as OrganisationId, team) })).toBe(
        'forbidden',
      );
    expect(await opened()).toEqual(before);
    // The control: one that is in no other's way is opened, here of a quarter that has passed.
    expect(await opening(incidentsOf(quarter('2025-Q4'), CAPITAL))).toBe('done');
    expect(await opened()).toEqual(['2025-Q4 incident rainbow.phnom-penh 5', ...before]);
  });

  test('a desk believes no ledger that counts some records twice', async () => {
    const { sopheap } = cohort.desks;
    const { ledger, releases } = await sopheap.call(listCohorts);
    const { rows: stated, head } = await readLedger(sopheap);
    const serving = (change: object) => {
      const more = { ...stated.at(-1)!, previous: toBase64url(head), ...change };
      const entry = signLedgerEntry(more, sopheap.member.id, sopheap.identity.signing);
      const call = (async (operation: never, input: never) =>
        operation === (listCohorts as never)
          ? { ledger: [...ledger, entry], releases }
          : sopheap.call(operation, input)) as typeof sopheap.call;
      return outcomeOf(readLedger({ ...sopheap, call }));
    };
    expect(await serving({ series: seriesId(RAINBOW, 'north' as TeamId) })).toBe('done');
    expect(await serving({ series: seriesId(RAINBOW, CAPITAL) })).toBe('not_permitted');
    expect(await serving({ series: seriesId(RAINBOW) })).toBe('not_permitted');
    expect(await serving({ series: 'micro' })).toBe('not_permitted');
    expect(await serving({ series: 'micro.north', previous: toBase64url(new Uint8Array(32)) })).toBe('not_permitted');
  });

  test('the quarters after it follow, and a team that is new has its own from then on', async () => {
    const { fresh } = cohort;
    fresh.clock.now = Date.parse('2026-07-03T03:00:00Z');
    const desk = await openDesk(fresh, 'vann.sopheap');
    await openDueCohorts(desk);
    expect(await opened(desk)).toEqual(
      expect.arrayContaining(cohortsOf('2026-Q4 rainbow.battambang 3', '2026-Q4 rainbow.phnom-penh 3')),
    );
    const north = { ...desk.keyring.teams[0]!, id: 'north' as TeamId, organisation: RAINBOW };
    await openDueCohorts({ ...desk, keyring: { ...desk.keyring, teams: [...desk.keyring.teams, north] } });
    const { cohorts } = await readCohorts(desk);
    const young = cohorts.filter(({ series }) => series === seriesId(RAINBOW, north.id));
    expect(young.map((one) => [one.cohort, one.openedLate]).sort()).toEqual([
      ['2026-Q3', true],
      ['2026-Q3', true],
      ['2026-Q4', false],
      ['2026-Q4', false],
    ]);
  });

  test('each record counts once, for its own team, and none is lost where quarters are divided anew', async () => {
    await cohort.goTo(Date.parse('2026-11-26T03:00:00Z'));
    const { dara, sopheap, phalla } = cohort.desks;
    const handIn = async (count: number, seed: number, of: Quarter, team: TeamId | null) => {
      const contents = sampleIncidents(count, seed).map((one) => ({ ...one, quarter: of }));
      const sealed = await Promise.all(contents.map((one) => sealContent(dara, one, undefined, 1, team)));
      await storeSealed(dara, sealed);
      return sealed.map(({ recordId }) => recordId).sort();
    };
    // Sixty of the first quarter name no team, as all did before teams were counted.
    const tooFew = await handIn(10, 3, NEXT, CAPITAL!);
    const capital = await handIn(60, 4, BY_TEAM, CAPITAL!);
    const west = await handIn(40, 5, BY_TEAM, WEST!);
    const strangers = await handIn(3, 6, BY_TEAM, 'elsewhere' as TeamId);

    // The whole comes first: its sixty would else be counted by nobody.
    expect(await outcomeOf(freezeCohort(sopheap, incidentsOf(BY_TEAM, CAPITAL)))).toBe('not_ripe');
    // What a publisher would send who passes over the desk's own refusals.
    const propose = async (release: PublishedRelease, previous: Uint8Array, counted: readonly RecordId[]) => {
      const file = writeRelease({ ...release, previous: toBase64url(previous) });
      const { kind: what, cohort: of, number } = release;
      const signature = signRelease({ series: NAME.series, number, previous, file }, sopheap.identity.signing);
      const body = { series: NAME.series, kind: what, cohort: of, number, previous, file, signature, counted };
      return outcomeOf(sopheap.call(proposeRelease, { body: { ...body, counted: [...counted] } }));
    };
    const { seed, programme } = (await readLedger(sopheap)).rows.find(
      (one) => one.series === NAME.series && one.kind === 'incident' && one.cohort === NEXT,
    )!;
    const early = await freezeCohort(sopheap, { ...NAME, kind: 'incident' });
    const merged = { ...early.release.published, cohort: NEXT, waited: [NAME.cohort], seed, programme };
    const period = { ...merged.period, end: quarterRange(NEXT).last };
    expect(await propose({ ...merged, period }, new Uint8Array(32), early.counted)).toBe('done');
    // Its sixty could stand by themselves, and whoever signs second finds that.
    expect(await outcomeOf(reviewProposal(phalla, incidentsOf(NEXT)))).toBe('not_ripe');
    const publish = async (name: CohortName): Promise<PublishedRelease> => {
      await proposeFrozen(sopheap, await freezeCohort(sopheap, name));
      await countersign(phalla, name);
      const releases = (await readReleases(phalla)).map(({ release }) => release);
      return releases.find((one) => one.series === name.series && one.cohort === name.cohort)!;
    };
    const first = await publish({ ...NAME, kind: 'incident' });
    expect(first).toMatchObject({ series: 'rainbow', number: 1 });
    expect(await outcomeOf(freezeCohort(sopheap, incidentsOf(NEXT)))).toBe('too_few_records');

    const frozen = await freezeCohort(sopheap, incidentsOf(BY_TEAM, CAPITAL));
    // Those that the whole waits with count late, for their team.
    expect(frozen.counted).toEqual([...capital, ...tooFew].sort());
    expect(frozen.uncounted).toBe(strangers.length);
    const previous = releaseHash((await sopheap.call(listCohorts)).releases[0]!);
    const passedOver = { ...first, cohort: NEXT, number: 2, seed, programme };
    expect(await propose(passedOver, previous, [])).toBe('done');
    const theirs = await publish(incidentsOf(BY_TEAM, CAPITAL));
    expect(await propose(passedOver, previous, [])).toBe('already_released');
    expect(theirs).toMatchObject({ series: 'rainbow.phnom-penh', number: 1, base: 3, waited: [] });
    expect(Math.abs(theirs.total - 70)).toBeLessThan(3);
    expect(theirs.tables.find(({ id }) => id === 'arrival')?.values).toHaveLength(2);
    // What one of its teams has counted, the whole does not count any more.
    expect(await outcomeOf(freezeCohort(sopheap, incidentsOf(NEXT)))).toBe('already_released');

    const others = await publish(incidentsOf(BY_TEAM, WEST));
    expect(others).toMatchObject({ series: 'rainbow.battambang', number: 1 });
    expect(Math.abs(others.total - west.length)).toBeLessThan(3);
    const { records } = await sopheap.call(listRecords, { query: { limit: 500 } });
    const ids = records.map(({ recordId }) => recordId);
    expect(strangers.every((id) => ids.includes(id))).toBe(true);
    expect(ids.filter((id) => [...capital, ...tooFew, ...west].includes(id))).toEqual([]);
  });

  test('a release by team stands under its team’s name, and the organisation’s is the sum of them', async () => {
    const { fresh } = cohort;
    const releases = await readReleases(cohort.desks.sopheap);
    expect(releases.map(({ release, whose }) => [release.series, whose.en])).toEqual(
      expect.arrayContaining([['rainbow.phnom-penh', 'rainbow (phnom-penh)']]),
    );
    const page = async (path: string) => (await fresh.app.request(`/en/statistics/${path}`)).text();
    const totals = releases
      .map(({ release }) => release)
      .filter((release) => release.cohort === BY_TEAM && organisationOfSeries(release.series) === RAINBOW)
      .map(({ total }) => total);
    expect(totals).toHaveLength(2);
    const sum = await page('rainbow/incident/2026-q3');
    expect(sum).toContain('<h1>rainbow – ');
    expect(sum).toContain(`${totals[0]! + totals[1]!} in all`);
    const own = await page('rainbow.phnom-penh/incident/2026-q3');
    expect(own).toContain('<h1>rainbow (phnom-penh) – ');
    expect(own).toContain('href="/en/statistics/rainbow/incident/2026-q3"');
    const csv = await page('rainbow.phnom-penh/incident/2026-q3.csv');
    expect(csv).toContain('rainbow.phnom-penh');
    // One organisation alone has published: the sum of all is its own, and no second link leads to it.
    expect(own).not.toContain('href="/en/statistics/incident/2026-q3"');
    expect(await page('incident/2026-q3')).toContain(`${totals[0]! + totals[1]!} in all`);
    for (const file of ['.xlsx', '.zip', '/type.svg'])
      expect((await fresh.app.request(`/en/statistics/rainbow.phnom-penh/incident/2026-q3${file}`)).status).toBe(200);
  });
});
