import { appendEntry, listCases, readCase, storeVaultWrap } from '@romduol/shared/api/cases';
import { submitReport } from '@romduol/shared/api/reports';
import { entryHash, genesisHash } from '@romduol/shared/sealing/log';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller } from '@romduol/web/desk/caller';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { makeEntry } from './make-entry.ts';
import { makeReport } from './make-report.ts';
import type { Handle } from './people.ts';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    fresh = await freshApp(kind);
    for (const handle of ['sok.dara', 'chan.lina', 'keo.rith', 'vann.sopheap', 'tep.srey'] as const)
      callers.set(handle, await fresh.as(handle));
  });
  afterAll(() => fresh.close());

  const as = (handle: Handle): Caller => callers.get(handle) ?? fresh.call;
  async function submit(options: Parameters<typeof makeReport>[2] = {}) {
    const report = makeReport(fresh.people, fresh.keyring(), options);
    await fresh.call(submitReport, { body: report });
    return report.caseId;
  }
  async function sees(handle: Handle): Promise<string[]> {
    const { cases } = await as(handle)(listCases, { query: { limit: 500 } });
    return cases.map(({ caseId }) => caseId);
  }
  /** The entry that comes next in a case, as its author would seal it now. */
  async function next(handle: Handle, caseId: Awaited<ReturnType<typeof submit>>) {
    const { report, entries } = await as(handle)(readCase, { params: { caseId } });
    const last = entries.at(-1);
    const previous = last === undefined ? genesisHash(report) : entryHash(caseId, last);
    return makeEntry(fresh.people[handle], fresh.keyring(), { caseId, seq: entries.length + 1, previous });
  }

  test('a case is seen by its team, by nobody struck off, by no other team and no other organisation', async () => {
    const open = await submit();
    const struckOff = await submit({ without: 'chan.lina' });
    const elsewhere = await submit({ team: 'battambang' });
    const foreign = await submit({ team: 'siem-reap' });
    expect(await sees('sok.dara')).toEqual(expect.arrayContaining([open, struckOff]));
    expect(await sees('chan.lina')).toContain(open);
    expect(await sees('chan.lina')).not.toContain(struckOff);
    expect(await sees('keo.rith')).toEqual([elsewhere]);
    expect(await sees('tep.srey')).toEqual([foreign]);
    for (const [handle, caseId] of [
      ['chan.lina', struckOff],
      ['keo.rith', open],
      ['tep.srey', open],
    ] as const) {
      const call = as(handle);
      const { entry, summary } = await next('vann.sopheap', caseId);
      const params = { caseId };
      const body = { epoch: 0, wrap: sodium().randomBytes(72) };
      await expect(call(readCase, { params })).rejects.toMatchObject({ code: 'not_found' });
      await expect(call(appendEntry, { params, body: { entry, summary } })).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(call(storeVaultWrap, { params, body })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('a slot opens nothing to a member of another team', async () => {
    const caseId = await submit({ team: 'battambang', readers: ['keo.rith', 'sok.dara', 'tep.srey'] });
    expect(await sees('keo.rith')).toContain(caseId);
    for (const handle of ['sok.dara', 'tep.srey'] as const) {
      expect(await sees(handle)).not.toContain(caseId);
      await expect(as(handle)(readCase, { params: { caseId } })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('the queue comes page by page, newest first, each case once', async () => {
    const start = fresh.clock.now;
    const made: string[] = [];
    for (let day = 0; day < 7; day += 1) {
      fresh.clock.now = start + day * 86_400_000;
      made.push(await submit({ team: 'siem-reap' }));
    }
    fresh.clock.now = start;
    const paged: { caseId: string; day: string }[] = [];
    for (let after: string | null = null; ;) {
      const page: { cases: typeof paged; next: string | null } = await as('tep.srey')(listCases, {
        query: { limit: 3, ...(after === null ? {} : { after }) },
      });
      paged.push(...page.cases);
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged.map(({ day }) => day)).toEqual(
      paged
        .map(({ day }) => day)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(paged.map(({ caseId }) => caseId)).size).toBe(paged.length);
    expect(paged.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining(made));
    await expect(as('tep.srey')(listCases, { query: { after: "x'; --", limit: 5 } })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });

  test('a case comes with its report until it has a summary', async () => {
    const caseId = await submit();
    const row = async () =>
      (await as('sok.dara')(listCases, { query: { limit: 500 } })).cases.find((one) => one.caseId === caseId);
    expect((await row())?.report).toEqual((await as('sok.dara')(readCase, { params: { caseId } })).report);
    const { entry, summary } = await next('sok.dara', caseId);
    await as('sok.dara')(appendEntry, { params: { caseId }, body: { entry, summary } });
    expect(await row()).toMatchObject({ report: null, summary });
  });

  test('entries are appended in order and served as they were sealed', async () => {
    const caseId = await submit();
    const first = await next('sok.dara', caseId);
    await as('sok.dara')(appendEntry, { params: { caseId }, body: first });
    const second = await next('chan.lina', caseId);
    await as('chan.lina')(appendEntry, { params: { caseId }, body: second });
    const { entries, summary } = await as('vann.sopheap')(readCase, { params: { caseId } });
    expect(entries).toEqual([first.entry, second.entry]);
    for (const [from, rest] of [
      [2, [second.entry]],
      [3, []],
    ] as const) {
      const further = await as('vann.sopheap')(readCase, { params: { caseId }, query: { from } });
      expect(further).toMatchObject({ entries: rest, summary: second.summary });
    }
    expect(summary).toEqual(second.summary);
  });

  test('of two who write at once one is told to look again', async () => {
    const caseId = await submit();
    const both = await Promise.all([next('sok.dara', caseId), next('chan.lina', caseId)]);
    const outcomes = await Promise.all(
      both.map((body, at) =>
        as(at === 0 ? 'sok.dara' : 'chan.lina')(appendEntry, { params: { caseId }, body }).then(
          () => 'stored',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['sequence_taken', 'stored']);
    const { entries, summary } = await as('sok.dara')(readCase, { params: { caseId } });
    expect(entries).toHaveLength(1);
    expect(summary?.author).toBe(entries[0]?.author);
  });

  test('refuses entries out of order, out of the chain, by another, or under another keyring', async () => {
    const caseId = await submit();
    const good = await next('sok.dara', caseId);
    const refused = (change: { entry?: object; summary?: object }, code: string) =>
      expect(
        as('sok.dara')(appendEntry, {
          params: { caseId },
          body: { entry: { ...good.entry, ...change.entry }, summary: { ...good.summary, ...change.summary } },
        }),
      ).rejects.toMatchObject({ code });
    await refused({ entry: { seq: 2 }, summary: { seq: 2 } }, 'sequence_taken');
    const place = { caseId, seq: 1, previous: good.entry.previous };
    await refused(
      makeEntry(fresh.people['sok.dara'], fresh.keyring(), { ...place, previous: new Uint8Array(32) }),
      'bad_input',
    );
    const foreign = makeEntry(fresh.people['chan.lina'], fresh.keyring(), place);
    await refused({ ...foreign, summary: { ...foreign.summary, author: fresh.people['sok.dara'].id } }, 'bad_input');
    await refused({ summary: { author: fresh.people['chan.lina'].id } }, 'bad_input');
    await refused({ entry: { epoch: 1 }, summary: { epoch: 1 } }, 'bad_input');
    await refused({ summary: { seq: 2 } }, 'bad_input');
    await refused({ summary: { head: new Uint8Array(32) } }, 'bad_input');
    await refused({ entry: { keyringVersion: 2 } }, 'keyring_outdated');
    await refused({ entry: { keyringHash: new Uint8Array(32) } }, 'keyring_outdated');
    await as('sok.dara')(appendEntry, { params: { caseId }, body: good });
    await refused({}, 'sequence_taken');
  });

  test('a wrap takes the place of the slot for whoever keeps one', async () => {
    const caseId = await submit();
    const wrap = sodium().randomBytes(72);
    const access = async (handle: Handle) => (await as(handle)(readCase, { params: { caseId } })).access;
    expect(await access('sok.dara')).toMatchObject({ epoch: 0, wrap: null, slot: expect.any(Uint8Array) });
    await as('sok.dara')(storeVaultWrap, { params: { caseId }, body: { epoch: 0, wrap } });
    expect(await access('sok.dara')).toEqual({ epoch: 0, wrap, slot: null, grants: [] });
    expect(await access('chan.lina')).toMatchObject({ wrap: null, slot: expect.any(Uint8Array) });
    await expect(
      as('sok.dara')(storeVaultWrap, { params: { caseId }, body: { epoch: 1, wrap } }),
    ).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('an erased contact is served as nothing, and the report still reads', async () => {
    const caseId = await submit();
    await query(fresh.database.db)`select erase_contact(${caseId})`;
    const { report } = await as('sok.dara')(readCase, { params: { caseId } });
    expect(report.contact).toEqual({ nonce: new Uint8Array(24), ciphertext: new Uint8Array(0) });
    expect(report.body.ciphertext.length).toBeGreaterThan(0);
  });

  test('each entry is written down in the audit log with it, or neither is', async () => {
    const caseId = await submit();
    const body = await next('sok.dara', caseId);
    await query(
      fresh.database.db,
    )`alter table audit_log add constraint closed check (act <> 'entry_appended') not valid`;
    await expect(as('sok.dara')(appendEntry, { params: { caseId }, body })).rejects.toMatchObject({
      code: 'bad_input',
    });
    expect((await as('sok.dara')(readCase, { params: { caseId } })).entries).toEqual([]);
    await query(fresh.database.db)`alter table audit_log drop constraint closed`;
    await as('sok.dara')(appendEntry, { params: { caseId }, body });
    const written = await query(
      fresh.database.db,
    )`select from audit_log where act = 'entry_appended' and member = ${fresh.people['sok.dara'].id} and object = ${caseId}`;
    expect(written).toHaveLength(1);
  });
});
