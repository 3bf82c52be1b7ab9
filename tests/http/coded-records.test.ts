import { type SealedRecord, listOwnRecords, listRecords, storeRecords } from '@romduol/shared/api/statistics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshCohort, freshCohort, newRecordId, outcomeOf, sealContent } from './fresh-cohort.ts';
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

  test("a record is its author's: nobody stores for them, or over them", async () => {
    const { dara } = cohort.desks;
    const record = await sealContent(dara, null);
    const lina = await openDesk(cohort.fresh, 'chan.lina');
    expect(await outcomeOf(lina.call(storeRecords, { body: { records: [record] } }))).toBe('forbidden');
    await dara.call(storeRecords, { body: { records: [record] } });
    const over = await sealContent(lina, null, record.recordId, 2);
    const answer = await lina.call(storeRecords, { body: { records: [over] } });
    expect(answer).toEqual({ stored: 0, refused: [record.recordId] });
    await forget(record.recordId);
  });

  test('a newer revision takes the place of the older, never the other way', async () => {
    const { dara } = cohort.desks;
    const recordId = newRecordId();
    const first = await sealContent(dara, null, recordId, 1);
    const second = await sealContent(dara, null, recordId, 2);
    const store = (...records: SealedRecord[]) => dara.call(storeRecords, { body: { records } });
    expect(await store(second)).toEqual({ stored: 1, refused: [] });
    expect(await store(first)).toEqual({ stored: 0, refused: [recordId] });
    expect(await outcomeOf(store(first, second))).toBe('bad_input');
    const { records } = await dara.call(listOwnRecords);
    expect(records.find((one) => one.recordId === recordId)).toEqual({ recordId, revision: 2, counted: false });
    await forget(recordId);
  });

  test('refuses records under a key that no publisher was granted', async () => {
    const { dara } = cohort.desks;
    const record = { ...(await sealContent(dara, null)), epoch: 2 };
    const answer = await dara.call(storeRecords, { body: { records: [record] } });
    expect(answer).toEqual({ stored: 0, refused: [record.recordId] });
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
