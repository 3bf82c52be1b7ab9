import {
  countersignRelease,
  listCohorts,
  listOwnRecords,
  listRecords,
  listReleases,
  proposeRelease,
  readProposal,
} from '@romduol/shared/api/statistics';
import { sweep } from '@romduol/server/retention/sweep';
import type { OrganisationId, Quarter } from '@romduol/shared/ids';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import { signRelease } from '@romduol/shared/sealing/release-signature';
import { openDueCohorts } from '@romduol/web/desk/cohorts';
import type { Desk } from '@romduol/web/desk/desk';
import { type Frozen, countersign, freezeCohort, proposeFrozen } from '@romduol/web/desk/freeze';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import {
  DAY,
  type FreshCohort,
  NAME,
  RIPE,
  freshCohort,
  newRecordId,
  outcomeOf,
  sealContent,
  storeSealed,
} from './fresh-cohort.ts';
import { openDesk } from './open-desk.ts';

/** What a publisher's desk sends of a cohort that it froze. */
function bodyOf(frozen: Frozen, desk: Desk) {
  const { number, previous } = frozen.release.published;
  const release = { series: NAME.series, number, previous: fromBase64url(previous), file: frozen.release.bytes };
  const signature = signRelease(release, desk.identity.signing);
  return { ...release, kind: frozen.row.kind, cohort: NAME.cohort, signature, counted: [...frozen.counted] };
}

// Each test stands on the ones before it: a cohort is released only once.
describe.each(kinds)('%s', (kind) => {
  let cohort: FreshCohort;
  beforeAll(async () => {
    cohort = await freshCohort(kind);
  });
  afterAll(() => cohort.fresh.close());

  const rows: ReturnType<typeof query> = (text, ...values) => query(cohort.fresh.database.db)(text, ...values);
  const published = async () => (await cohort.fresh.call(listReleases)).releases;

  test("a cohort opens once, and is nobody else's to see", async () => {
    const { sopheap, phalla } = cohort.desks;
    const { ledger } = await sopheap.call(listCohorts);
    expect(ledger).toHaveLength(4);
    await Promise.all([openDueCohorts(sopheap), openDueCohorts(phalla)]);
    expect((await phalla.call(listCohorts)).ledger).toEqual(ledger);
    const chenda = await openDesk(cohort.fresh, 'ros.chenda');
    expect((await chenda.call(listCohorts)).ledger).toEqual([]);
  });

  test('of two publishers who open cohorts at once neither breaks the chain', async () => {
    const publishers = [await openDesk(cohort.fresh, 'ros.chenda'), await openDesk(cohort.fresh, 'ros.chenda')];
    await Promise.all(publishers.map((desk) => openDueCohorts(desk)));
    const ledger = await rows<{
      number: number;
    }>`select number from cohort_ledger where series = 'micro' order by number`;
    expect(ledger.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('nothing is released before it is ripe', async () => {
    await cohort.goTo(RIPE);
    const frozen = await freezeCohort(cohort.desks.sopheap, { ...NAME, kind: 'incident' });
    await cohort.goTo(RIPE - DAY);
    const { sopheap } = cohort.desks;
    expect(await outcomeOf(sopheap.call(proposeRelease, { body: bodyOf(frozen, sopheap) }))).toBe('not_ripe');
  });

  test('refuses proposals that the ledger, the chain or the records do not bear out', async () => {
    await cohort.goTo(RIPE);
    const { sopheap } = cohort.desks;
    const good = bodyOf(await freezeCohort(sopheap, { ...NAME, kind: 'incident' }), sopheap);
    const propose = (change: object) => outcomeOf(sopheap.call(proposeRelease, { body: { ...good, ...change } }));
    const signed = (change: object) =>
      propose({ ...change, signature: signRelease({ ...good, ...change }, sopheap.identity.signing) });
    expect(await propose({ signature: new Uint8Array(64) })).toBe('bad_input');
    expect(await propose({ counted: [...good.counted, newRecordId()] })).toBe('bad_input');
    expect(await propose({ counted: [...good.counted, good.counted[0]] })).toBe('bad_input');
    expect(await signed({ file: new TextEncoder().encode('{}') })).toBe('bad_input');
    expect(await signed({ number: 2 })).toBe('bad_input');
    expect(await signed({ previous: new Uint8Array(32).fill(1) })).toBe('bad_input');
    expect(await propose({ cohort: '2026-Q3' as Quarter })).toBe('not_found');
    expect(await propose({ series: 'micro' as OrganisationId })).toBe('not_found');
    const chenda = await openDesk(cohort.fresh, 'ros.chenda');
    expect(await outcomeOf(chenda.call(proposeRelease, { body: good }))).toBe('not_found');
    expect((await sopheap.call(listCohorts)).releases).toEqual([]);
  });

  test('two publishers release a cohort: one proposes, another signs the same bytes', async () => {
    const { sopheap, phalla } = cohort.desks;
    await proposeFrozen(sopheap, await freezeCohort(sopheap, { ...NAME, kind: 'incident' }));
    const params = { ...NAME, kind: 'incident' } as const;
    const { release } = await phalla.call(readProposal, { params });
    const chenda = await openDesk(cohort.fresh, 'ros.chenda');
    expect(await outcomeOf(chenda.call(readProposal, { params }))).toBe('not_found');
    const sign = (desk: Desk, body: { hash: Uint8Array; signature: Uint8Array }) =>
      outcomeOf(desk.call(countersignRelease, { params, body }));
    const own = signRelease(release, sopheap.identity.signing);
    expect(await sign(sopheap, { hash: release.hash, signature: own })).toBe('forbidden');
    const signature = signRelease(release, phalla.identity.signing);
    expect(await sign(phalla, { hash: new Uint8Array(32), signature })).toBe('bad_input');
    expect(await sign(phalla, { hash: release.hash, signature: own })).toBe('bad_input');
    expect(await published()).toEqual([]);

    const body = { hash: release.hash, signature };
    const atOnce = await Promise.all([sign(phalla, body), sign(phalla, body), sign(phalla, body)]);
    expect(atOnce.sort()).toEqual(['already_released', 'already_released', 'done']);
    const [first] = await published();
    expect(first).toMatchObject({ kind: 'incident', cohort: NAME.cohort, number: 1, status: 'published' });
    expect(first?.signatures.map(({ member }) => member)).toEqual([sopheap.member.id, phalla.member.id]);
  });

  test('a cohort is released once, whoever asks and whatever it would count', async () => {
    const { sopheap, phalla } = cohort.desks;
    const before = await published();
    const [first] = before;
    if (first === undefined) throw new Error('nothing was published');
    const signature = signRelease(first, phalla.identity.signing);
    const { kind: what, number, previous, file } = first;
    const body = { ...NAME, kind: what, number, previous, file, signature, counted: [] };
    expect(await outcomeOf(phalla.call(proposeRelease, { body }))).toBe('already_released');
    expect(await outcomeOf(freezeCohort(sopheap, { ...NAME, kind: 'incident' }))).toBe('already_released');
    expect(await published()).toEqual(before);
  });

  test('what was counted is not served again, and never accepted again', async () => {
    expect((await cohort.desks.sopheap.call(listRecords, { query: { limit: 500 } })).records).toHaveLength(60);
    const countedOnes = async () =>
      (await cohort.desks.dara.call(listOwnRecords)).records.filter(({ counted }) => counted);
    const [one, ...others] = await countedOnes();
    expect(others).toHaveLength(59);
    const late = await sealContent(cohort.desks.dara, null, one?.recordId, 9);
    expect(await storeSealed(cohort.desks.dara, [late])).toEqual([late.recordId]);

    await cohort.goTo(RIPE + 31 * DAY);
    await sweep(cohort.fresh.database.db, () => cohort.fresh.clock.now);
    expect(await rows`select from coded_records where cohort is not null`).toEqual([]);
    expect(await rows`select from coded_records`).toHaveLength(60);
    expect(await rows`select from grant_slots where object = 'rainbow/incident/2026-Q1'`).toEqual([]);
    expect(await rows`select from grant_slots where object = 'rainbow/outcome/2026-Q1'`).toHaveLength(2);
    expect(await storeSealed(cohort.desks.dara, [late])).toEqual([late.recordId]);
    expect(await countedOnes()).toHaveLength(60);
  });

  test('of two cohorts proposed for one place in the series one is published', async () => {
    const { sopheap, phalla } = cohort.desks;
    await proposeFrozen(sopheap, await freezeCohort(sopheap, { ...NAME, kind: 'outcome' }));
    await rows`insert into release_proposals
      select series, 'incident', '2026-Q2', number, day, file, hash, previous, signatures from release_proposals`;
    await countersign(phalla, { ...NAME, kind: 'outcome' });
    const params = { ...NAME, kind: 'incident', cohort: '2026-Q2' as Quarter } as const;
    const { release } = await phalla.call(readProposal, { params });
    expect(release.number).toBe(2);
    const body = { hash: release.hash, signature: signRelease(release, phalla.identity.signing) };
    expect(await outcomeOf(phalla.call(countersignRelease, { params, body }))).toBe('sequence_taken');
    expect((await published()).map(({ number }) => number)).toEqual([1, 2]);
  });
});
