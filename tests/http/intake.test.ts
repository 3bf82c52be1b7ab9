import { submitReport } from '@romduol/shared/api/reports';
import { plainBytes } from '@romduol/server/database/columns';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { encodeSealedReport } from '@romduol/shared/sealing/envelope';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send } from './fresh-app.ts';
import { makeReport } from './make-report.ts';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const make = (options: Parameters<typeof makeReport>[2] = {}) => makeReport(fresh.people, fresh.keyring(), options);
  const post = (body: string) => send(fresh.app, 'POST', submitReport.path, { body });
  const rows: ReturnType<typeof query> = (text, ...values) => query(fresh.database.db)(text, ...values);

  test('stores everything that was sealed, and nothing of the receipt as it came', async () => {
    const report = make();
    expect((await post(encodeSealedReport(report))).status).toBe(201);
    const [row] = await rows<Record<string, Uint8Array>>`select * from reports where case_id = ${report.caseId}`;
    if (row === undefined) throw new Error('not stored');
    const stored = (name: string): Uint8Array => plainBytes(row[name] ?? new Uint8Array(0));
    expect(stored('body')).toEqual(report.body.ciphertext);
    expect(stored('commit')).toEqual(report.commit);
    expect(stored('reporter_key')).toEqual(report.reporterKey);
    expect(stored('receipt_index')).toEqual(fresh.secret.receiptIndex(report.lookup));
    expect(stored('receipt_check')).toEqual(fresh.secret.receiptCheck(report.lookup));
    const kept = Buffer.concat(Object.values(row).filter((value) => value instanceof Uint8Array));
    expect(kept.includes(Buffer.from(report.lookup.subarray(0, 16)))).toBe(false);
    expect(kept.includes(Buffer.from(report.lookup.subarray(16)))).toBe(false);

    const slots = await rows<{
      slot: Uint8Array;
    }>`select slot from case_slots where case_id = ${report.caseId} order by kid`;
    expect(slots.map(({ slot }) => plainBytes(slot))).toEqual(report.slots);
    const [contact] = await rows<{
      ciphertext: Uint8Array;
    }>`select ciphertext from report_contacts where case_id = ${report.caseId}`;
    expect(plainBytes(contact?.ciphertext ?? new Uint8Array(0))).toEqual(report.contact.ciphertext);
  });

  test('takes the same request twice and stores it once', async () => {
    const report = make();
    const body = encodeSealedReport(report);
    const answers = [await post(body), await post(body)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(await rows`select from case_slots where case_id = ${report.caseId}`).toHaveLength(report.slots.length);
  });

  test('takes the same request many times at once and stores it once', async () => {
    const report = make();
    const body = encodeSealedReport(report);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await rows`select from reports where case_id = ${report.caseId}`).toHaveLength(1);
  });

  test.each(['narrative', 'receipt', 'a slot'])('refuses another report under a known id: another %s', async (what) => {
    const report = make();
    await fresh.call(submitReport, { body: report });
    const other = make({ caseId: report.caseId });
    const changed = {
      narrative: { ...report, body: other.body },
      receipt: { ...report, lookup: other.lookup },
      'a slot': { ...report, slots: other.slots },
    }[what];
    if (changed === undefined) throw new Error('no such case');
    await expect(fresh.call(submitReport, { body: changed })).rejects.toMatchObject({ code: 'already_exists' });
  });

  test('refuses a receipt that another report has', async () => {
    const report = make();
    await fresh.call(submitReport, { body: report });
    const other = { ...make(), lookup: report.lookup };
    await expect(fresh.call(submitReport, { body: other })).rejects.toMatchObject({ code: 'already_exists' });
  });

  test('one bad report among many at once costs none of the others', async () => {
    const known = make();
    await fresh.call(submitReport, { body: known });
    const good = Array.from({ length: 12 }, () => make());
    const outcomes = await Promise.all(
      [...good.slice(0, 6), { ...make(), lookup: known.lookup }, ...good.slice(6)].map((body) =>
        fresh.call(submitReport, { body }).then(
          () => 'stored',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(12);
    expect(outcomes[6]).toBe('already_exists');
    for (const { caseId } of good) expect(await rows`select from reports where case_id = ${caseId}`).toHaveLength(1);
  });

  test('refuses a report for a team, or under a keyring, that there is not', async () => {
    for (const change of [{ team: 'nowhere' as TeamId }, { keyringVersion: 99 }])
      await expect(fresh.call(submitReport, { body: { ...make(), ...change } })).rejects.toMatchObject({
        code: 'keyring_outdated',
      });
  });

  test('refuses what the contract does not allow', async () => {
    const refused = async (change: object): Promise<number> =>
      (await post(encodeSealedReport({ ...make(), ...change }))).status;
    const { body, reporterCopy } = make();
    expect(await refused({ caseId: 'not-an-id' as CaseId })).toBe(400);
    expect(await refused({ sealedBy: 'server' })).toBe(400);
    expect(await refused({ slots: [] })).toBe(400);
    expect(await refused({ lookup: new Uint8Array(31) })).toBe(400);
    expect(await refused({ keyringVersion: 2 ** 40 })).toBe(400);
    expect(await refused({ reporterCopy: { ...reporterCopy, ciphertext: new Uint8Array(47) } })).toBe(400);
    expect(await refused({ body: { ...body, ciphertext: new Uint8Array(97 * 1024) } })).toBe(400);
    const [slot] = make().slots;
    expect(await refused({ slots: [slot, slot] })).toBe(400);
    expect((await post('{"caseId":')).status).toBe(400);
    expect((await post(`{"padding":"${'x'.repeat(330 * 1024)}"}`)).status).toBe(413);
    expect(fresh.reported).toEqual([]);
  });
});

test('accepts no reports before the deployment is founded', async () => {
  const founded = await freshApp();
  const empty = await freshApp('pglite', { founded: false });
  const report = makeReport(founded.people, founded.keyring());
  await expect(empty.call(submitReport, { body: report })).rejects.toMatchObject({ code: 'not_ready' });
  await Promise.all([founded.close(), empty.close()]);
});
