import { type SealedRecord, listOwnRecords, listRecords, storeRecords } from '@romduol/shared/api/statistics';
import type { Day } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { signRecordList, type RecordList } from '@romduol/shared/sealing/record-list';
import type { Desk } from '@romduol/web/desk/desk';
import { ownStatisticsKey } from '@romduol/web/desk/granted-keys';
import { readOwn, takeUpList } from '@romduol/web/desk/handed-in';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshCohort, freshCohort, newRecordId, outcomeOf, sealContent, storeSealed } from './fresh-cohort.ts';
import { openDesk } from './open-desk.ts';

describe.each(kinds)('%s', (kind) => {
  let cohort: FreshCohort;
  beforeAll(async () => {
    cohort = await freshCohort(kind);
  });
  afterAll(() => cohort.fresh.close());

  /** As a restored backup may lack a record: the database itself lets none go that is not counted. */
  async function forget(recordId: string): Promise<void> {
    const ask = query(cohort.fresh.database.db);
    await ask`alter table coded_records disable trigger coded_records_kept`;
    await ask`delete from coded_records where record_id = ${recordId}`;
    await ask`alter table coded_records enable trigger coded_records_kept`;
  }

  /** What an author's desk would send, under the list of `signer`. */
  const bodyOf = (signer: Desk, records: SealedRecord[], change: Partial<RecordList> = {}) => {
    const named = records.map(({ recordId, revision }) => ({ recordId, revision }));
    const said = { member: signer.member.id, number: 1, day: dayAt(cohort.fresh.clock.now), records: named, ...change };
    return { records, list: signRecordList(said, signer.identity.signing) };
  };

  test('nobody stores for somebody else; a colleague may revise what an author coded, as cases change hands', async () => {
    const { dara } = cohort.desks;
    const record = await sealContent(dara, null);
    const lina = await openDesk(cohort.fresh, 'chan.lina');
    expect(await outcomeOf(lina.call(storeRecords, { body: bodyOf(lina, [record]) }))).toBe('forbidden');
    expect(await storeSealed(dara, [record])).toEqual([]);
    await ownStatisticsKey(lina);
    const over = await sealContent(lina, null, record.recordId, 2);
    expect(await storeSealed(lina, [over])).toEqual([]);
    expect((await lina.call(listOwnRecords)).records).toMatchObject([{ recordId: record.recordId, revision: 2 }]);
    // No earlier one, and none of another organisation.
    expect(await storeSealed(dara, [record])).toEqual([record.recordId]);
    const chenda = await openDesk(cohort.fresh, 'ros.chenda');
    await ownStatisticsKey(chenda);
    const foreign = await sealContent(chenda, null, record.recordId, 3);
    expect(await storeSealed(chenda, [foreign])).toEqual([record.recordId]);
    await forget(record.recordId);
  });

  test('records come beside the next list of their author, which names them', async () => {
    const { dara } = cohort.desks;
    const { number } = takeUpList(dara, await readOwn(dara), []);
    const record = await sealContent(dara, null);
    const store = (change: Partial<RecordList>, signer = dara) =>
      outcomeOf(dara.call(storeRecords, { body: bodyOf(signer, [record], change) }));
    expect(await store({ number })).toBe('sequence_taken');
    expect(await store({ number: number + 2 })).toBe('sequence_taken');
    expect(await store({ number: number + 1, records: [] })).toBe('bad_input');
    expect(await store({ number: number + 1, records: [{ recordId: record.recordId, revision: 2 }] })).toBe(
      'bad_input',
    );
    expect(await store({ number: number + 1, day: '2026-01-01' as Day })).toBe('bad_input');
    for (const { member } of [cohort.desks.sopheap, dara])
      expect(await store({ number: number + 1, member: member.id }, cohort.desks.sopheap)).toBe('bad_input');
    const next = () => store({ number: number + 1 });
    expect((await Promise.all([next(), next()])).toSorted()).toEqual(['done', 'sequence_taken']);
    await forget(record.recordId);
  });

  test('a newer revision takes the place of the older, never the other way', async () => {
    const { dara } = cohort.desks;
    const recordId = newRecordId();
    const first = await sealContent(dara, null, recordId, 1);
    const second = await sealContent(dara, null, recordId, 2);
    expect(await storeSealed(dara, [second])).toEqual([]);
    expect(await storeSealed(dara, [first])).toEqual([recordId]);
    expect(await outcomeOf(dara.call(storeRecords, { body: bodyOf(dara, [first, second]) }))).toBe('bad_input');
    const { records } = await dara.call(listOwnRecords);
    expect(records.find((one) => one.recordId === recordId)).toEqual({ recordId, revision: 2, counted: false });
    await forget(recordId);
  });

  test('refuses records under a key that no publisher was granted', async () => {
    const { dara } = cohort.desks;
    const record = { ...(await sealContent(dara, null)), epoch: 2 };
    expect(await storeSealed(dara, [record])).toEqual([record.recordId]);
  });

  test("publishers read their organisation's records page by page, in the order of their ids", async () => {
    const { sopheap } = cohort.desks;
    const first = await sopheap.call(listRecords, { query: { limit: 50 } });
    if (first.next === null) throw new Error('one page only');
    const rest = await sopheap.call(listRecords, { query: { limit: 100, after: first.next } });
    const ids = [...first.records, ...rest.records].map(({ recordId }) => recordId);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(120);
    expect(rest.next).toBeNull();
    const chenda = await openDesk(cohort.fresh, 'ros.chenda');
    expect((await chenda.call(listRecords, { query: { limit: 10 } })).records).toEqual([]);
  });
});
