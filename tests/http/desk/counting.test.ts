import { listRecords } from '@romduol/shared/api/statistics';
import { sealRecord } from '@romduol/shared/sealing/record';
import { openCounting } from '@romduol/web/desk/counting';
import type { Desk } from '@romduol/web/desk/desk';
import { freezeCohort } from '@romduol/web/desk/freeze';
import { ownStatisticsKey } from '@romduol/web/desk/granted-keys';
import type { FreezeProgress } from '@romduol/web/desk/open-records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshCohort, NAME, RIPE, freshCohort, newRecordId, outcomeOf, storeSealed } from '../fresh-cohort.ts';

let cohort: FreshCohort;
beforeAll(async () => {
  cohort = await freshCohort('pglite');
  const { dara } = cohort.desks;
  const { epoch, key: statisticsKey } = await ownStatisticsKey(dara);
  const head = { revision: 1, author: dara.member.id, epoch, codebook: 1, statisticsKey };
  // Under the author's own key, and nothing that a desk writes.
  const nonsense = sealRecord({ ...head, recordId: newRecordId(), content: new Uint8Array(40).fill(255) });
  await storeSealed(dara, [nonsense]);
  await cohort.goTo(RIPE);
});
afterAll(() => cohort.fresh.close());

const freeze = (tell: (progress: FreezeProgress) => void) =>
  freezeCohort(cohort.desks.sopheap, { ...NAME, kind: 'incident' }, tell);

test('a freeze tells how many records it has opened, then how many it counts', async () => {
  const told: FreezeProgress[] = [];
  const { counted, authors } = await freeze((progress) => told.push(progress));
  expect(told).toEqual([
    { step: 'opening', records: 121 },
    { step: 'counting', records: 120 },
  ]);
  expect(counted).toHaveLength(60);
  expect(authors.unexpected).toEqual(['sok.dara']);
});

test('a record that the server hands out again and again is counted once, and its author named', async () => {
  const { sopheap, dara } = cohort.desks;
  let repeated = 0;
  const call = (async (operation: unknown, input: unknown) => {
    const answer = await sopheap.call(operation as typeof listRecords, input as never);
    if (operation !== listRecords) return answer;
    const [first] = answer.records.filter(({ author }) => author === dara.member.id);
    const again = Array.from({ length: 30 }, () => first!);
    repeated += again.length;
    return { ...answer, records: [...answer.records, ...again] };
  }) as Desk['call'];
  const { counted, authors } = await freezeCohort({ ...sopheap, call }, { ...NAME, kind: 'incident' });
  expect(repeated).toBe(30);
  expect(counted).toHaveLength(60);
  expect(new Set(counted).size).toBe(60);
  expect(authors.unexpected).toEqual(['sok.dara']);
});

test('a freeze that is stopped is refused and leaves nothing; the next one counts', async () => {
  const counting = openCounting();
  expect(counting.progress()).toBeNull();
  const stopped = counting.run(freeze);
  expect(counting.progress()).toEqual({ step: 'opening', records: 0 });
  counting.stop();
  expect(await outcomeOf(stopped)).toBe('stopped');
  expect(counting.progress()).toBeNull();
  expect((await counting.run(freeze)).counted).toHaveLength(60);
});

test('a later freeze stops the one before', async () => {
  const counting = openCounting();
  const [first, second] = [outcomeOf(counting.run(freeze)), outcomeOf(counting.run(freeze))];
  expect(await Promise.all([first, second])).toEqual(['stopped', 'done']);
});
