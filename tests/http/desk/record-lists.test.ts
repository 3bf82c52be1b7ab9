import {
  listOwnRecords,
  listRecordLists,
  listRecords,
  type SealedRecord,
  type SignedRecordList,
  storeRecords,
} from '@romduol/shared/api/statistics';
import type { RecordId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { signRecordList } from '@romduol/shared/sealing/record-list';
import { sendRecords, type Outbox } from '@romduol/web/desk/coded-records';
import type { Desk } from '@romduol/web/desk/desk';
import { freezeCohort, proposeFrozen, reviewProposal } from '@romduol/web/desk/freeze';
import { ownStatisticsKey } from '@romduol/web/desk/granted-keys';
import { readOwn, takeUpList } from '@romduol/web/desk/handed-in';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleIncidents } from '../../unit/statistics/sample-cohort.ts';
import { openDesk } from '../open-desk.ts';
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
} from '../fresh-cohort.ts';

let cohort: FreshCohort;
/** Who codes beside the author of the cohort's records. */
let lina: Desk;
/** The author's, from before the quarter ended. */
let firstList: SignedRecordList | undefined;
beforeAll(async () => {
  cohort = await freshCohort('pglite');
  [firstList] = (await cohort.desks.sopheap.call(listRecordLists)).lists;
  await cohort.goTo(RIPE);
  lina = await openDesk(cohort.fresh, 'chan.lina');
  await ownStatisticsKey(lina);
});
afterAll(() => cohort.fresh.close());

type Answer = (operation: unknown, answer: never) => unknown;

/** A publisher's desk before a server that changes its answers. */
function deskBefore(change: Answer, desk = cohort.desks.sopheap): Desk {
  const call = (async (operation: unknown, input: unknown) =>
    change(operation, (await desk.call(operation as typeof listRecords, input as never)) as never)) as Desk['call'];
  return { ...desk, call };
}
const withRecords = (change: (records: SealedRecord[]) => unknown, desk?: Desk) =>
  deskBefore(
    (operation, answer: { records: never[] }) =>
      operation === listRecords ? { ...answer, records: change(answer.records) } : answer,
    desk,
  );
const withLists = (change: (lists: SignedRecordList[]) => SignedRecordList[]) =>
  deskBefore((operation, answer: { lists: SignedRecordList[] }) =>
    operation === listRecordLists ? { ...answer, lists: change(answer.lists) } : answer,
  );
const freeze = (desk: Desk) => freezeCohort(desk, { ...NAME, kind: 'incident' });

test('an author whose records are kept back is named, with how many, also to the second publisher', async () => {
  const honest = await freeze(cohort.desks.sopheap);
  expect([honest.counted.length, honest.authors.missing, honest.authors.unexpected]).toEqual([60, [], []]);

  const keptBack = new Set(honest.counted.slice(0, 7));
  const keep = (all: { recordId: RecordId }[]) => all.filter(({ recordId }) => !keptBack.has(recordId));
  const { counted, authors } = await freeze(withRecords(keep));
  expect(counted).toHaveLength(53);
  expect(authors.missing).toEqual([{ author: 'sok.dara', records: 7 }]);

  await proposeFrozen(cohort.desks.sopheap, honest);
  const second = withRecords(keep, cohort.desks.phalla);
  const review = await reviewProposal(second, { ...NAME, kind: 'incident' });
  expect([review.same, review.authors.missing]).toEqual([false, [{ author: 'sok.dara', records: 7 }]]);
});

test('who has said nothing since the quarter ended is named, until they have', async () => {
  const silent = async () => (await freeze(cohort.desks.sopheap)).authors.silent;
  const before = await silent();
  expect(before).toContainEqual({ author: 'sok.dara', day: '2026-01-10' });
  expect(before).toContainEqual({ author: 'chan.lina', day: null });
  await storeSealed(cohort.desks.dara, []);
  const after = before.filter(({ author }) => author !== 'sok.dara');
  expect(await silent()).toEqual(after);
  await storeSealed(lina, [await sealContent(lina, null)]);
  expect(await silent()).toEqual(after.filter(({ author }) => author !== 'chan.lina'));
});

test('a record handed out as it was before a correction is not counted, and its author named', async () => {
  const { dara } = cohort.desks;
  const recordId = newRecordId();
  const [content] = sampleIncidents(1, 9);
  const first = await sealContent(dara, content!, recordId, 1);
  await storeSealed(dara, [first]);
  expect((await freeze(cohort.desks.sopheap)).counted).toContain(recordId);
  // The survivor's no, as the desk hands it in.
  await storeSealed(dara, [await sealContent(dara, null, recordId, 2)]);
  const { counted, authors } = await freeze(
    withRecords((all) => all.map((one) => (one.recordId === recordId ? first : one))),
  );
  expect(counted).toHaveLength(60);
  expect(authors).toMatchObject({ missing: [{ author: 'sok.dara', records: 1 }], unexpected: ['sok.dara'] });
});

test('a record that its author never signed for is not counted, though it opens', async () => {
  const stray = await sealContent(cohort.desks.dara, sampleIncidents(1, 11)[0]!);
  const { counted, authors } = await freeze(
    withRecords((all) => [...all, stray].toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1))),
  );
  expect(counted).toHaveLength(60);
  expect(authors).toMatchObject({ missing: [], unexpected: ['sok.dara'] });
});

test('a record as it was before the case changed hands is not counted, though its first author’s list still names it', async () => {
  const { dara } = cohort.desks;
  const first = await sealContent(dara, sampleIncidents(1, 15)[0]!);
  await storeSealed(dara, [first]);
  await storeSealed(lina, [await sealContent(lina, null, first.recordId, 2)]);
  expect((await freeze(cohort.desks.sopheap)).authors.missing).toEqual([]);
  const { counted, authors } = await freeze(
    withRecords((all) => all.map((one) => (one.recordId === first.recordId ? first : one))),
  );
  expect(counted).toHaveLength(60);
  expect(counted).not.toContain(first.recordId);
  expect(authors.missing).toEqual([{ author: 'chan.lina', records: 1 }]);
});

test('lists that are another’s, or changed, are no lists, and whoever they are said to be of is named', async () => {
  const isOf =
    ({ member }: Desk) =>
    (one: SignedRecordList) =>
      one.member === member.id;
  const record = await sealContent(lina, sampleIncidents(1, 12)[0]!);
  await storeSealed(lina, [record]);
  expect((await freeze(cohort.desks.sopheap)).counted).toContain(record.recordId);
  const named = [{ recordId: record.recordId, revision: 1 }];
  const said = { member: lina.member.id, number: 9, day: dayAt(cohort.fresh.clock.now), records: named };
  const spoil: readonly ((list: SignedRecordList, all: SignedRecordList[]) => SignedRecordList)[] = [
    (one) => ({ ...one, list: one.list.slice(1) }),
    (one) => ({ ...one, number: one.number + 1 }),
    (one, all) => ({ ...all.find(isOf(cohort.desks.dara))!, member: one.member }),
    () => signRecordList(said, cohort.desks.sopheap.identity.signing),
  ];
  for (const change of spoil) {
    const server = withLists((all) => all.map((one) => (isOf(lina)(one) ? change(one, all) : one)));
    const keepsBack = withRecords((all) => all.filter(({ author }) => author !== lina.member.id), server);
    // By the list, also where none of their records is there to be held against it.
    for (const desk of [server, keepsBack]) {
      const { counted, authors } = await freeze(desk);
      expect(counted).toHaveLength(60);
      expect(authors.unexpected).toEqual(['chan.lina']);
      expect(authors.silent).toContainEqual({ author: 'chan.lina', day: null });
    }
  }
  expect(await outcomeOf(freeze(withLists((all) => all.filter(isOf(lina)))))).toBe('too_few_records');
});

test('an older list is told by its day, or by what came after it', async () => {
  const [last] = (await cohort.desks.sopheap.call(listRecordLists)).lists.filter(
    ({ member }) => member === cohort.desks.dara.member.id,
  );
  const late = await sealContent(cohort.desks.dara, sampleIncidents(1, 16)[0]!);
  await storeSealed(cohort.desks.dara, [late]);
  const served = (list: SignedRecordList) =>
    withLists((all) => all.map((one) => (one.member === list.member ? list : one)));
  const { counted, authors } = await freeze(served(last!));
  expect(counted).not.toContain(late.recordId);
  expect(authors.unexpected).toEqual(['sok.dara']);
  const old = await freeze(served(firstList!));
  expect(old.authors.silent).toContainEqual({ author: 'sok.dara', day: '2026-01-10' });
  expect((await freeze(cohort.desks.sopheap)).counted).toContain(late.recordId);
});

test('a list is renewed at the next lock when it is a week old, and when a crash kept something out of it', async () => {
  const { dara } = cohort.desks;
  const number = async () => (await dara.call(listOwnRecords)).list?.number ?? 0;
  const nothing: Outbox = new Map();
  const before = await number();
  expect(takeUpList(dara, await readOwn(dara), []).due).toBe(false);
  await sendRecords(dara, nothing);
  expect(await number()).toBe(before);

  await cohort.goTo(RIPE + 8 * DAY);
  const later = cohort.desks.dara;
  expect(takeUpList(later, await readOwn(later), []).due).toBe(true);
  await sendRecords(later, nothing);
  expect(((await later.call(listOwnRecords)).list?.number ?? 0) - before).toBe(1);

  // On the server, and in the case's summary; the list that named it never came.
  const record = await sealContent(later, sampleIncidents(1, 13)[0]!);
  await storeSealed(later, [record]);
  const forgotten = takeUpList(later, await readOwn(later), []);
  forgotten.named.delete(record.recordId);
  forgotten.due = true;
  await sendRecords(later, nothing);
  const { author, recordId, revision } = record;
  const row = { summary: { coded: { incident: { recordId, revision, author }, outcome: null } } } as never;
  const found = takeUpList(later, await readOwn(later), [row]);
  expect([found.due, found.named.get(recordId)]).toEqual([true, 1]);
});

test('of two devices that hand in at once none loses a record', async () => {
  const desks = [await openDesk(cohort.fresh, 'sok.dara'), await openDesk(cohort.fresh, 'sok.dara')];
  const ids = [newRecordId(), newRecordId()];
  const contents = sampleIncidents(2, 14);
  await Promise.all(
    desks.map((desk, i) =>
      sendRecords(
        desk,
        new Map([
          [
            ids[i]!,
            {
              recordId: ids[i]!,
              revision: 1,
              content: { record: contents[i]!, uncount: new Uint8Array(16), team: null },
            },
          ],
        ]),
      ),
    ),
  );
  const { counted, authors } = await freeze(cohort.desks.sopheap);
  expect(counted).toEqual(expect.arrayContaining(ids));
  expect(authors.missing).toEqual([]);
});

test('the server takes no list that it could not hand to publishers', async () => {
  const { dara } = cohort.desks;
  const signed = { number: 99, list: new Uint8Array(40), signature: new Uint8Array(64) };
  expect(await outcomeOf(dara.call(storeRecords, { body: { records: [], list: signed } }))).toBe('bad_input');
});
