import { readConversation } from '@romduol/shared/api/conversation';
import { submitReport, submitTakenReport } from '@romduol/shared/api/reports';
import { openConversation } from '@romduol/shared/sealing/conversation';
import { deriveReceipt, normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { ApiRefusal } from '@romduol/web/desk/caller';
import { openCase } from '@romduol/web/desk/open-case';
import { makeTakeReport } from '@romduol/web/desk/take-report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { makeReport } from './make-report.ts';
import { openDesk } from './open-desk.ts';

const FIELDS = [
  ['narrative', 'She said that they shut her in.'],
  ['categories', 'confined_or_cured'],
  ['province', 'KH-12'],
  ['consent_statistics', 'yes'],
] as const;

describe.each(kinds)('a report taken down for somebody, on %s', (kind) => {
  let fresh: FreshApp;
  beforeEach(async () => {
    fresh = await freshApp(kind);
    // The console's worker derives the receipt itself.
    useSodium(await loadSumoSodium());
  });
  afterEach(async () => {
    await fresh.close();
    useSodium(await loadStandardSodium());
  });

  test('is sealed to the team of the place, marked, audited, and its receipt finds the conversation', async () => {
    const desk = await openDesk(fresh, 'sok.dara');
    const taken = await makeTakeReport(() => desk)(FIELDS);
    if (!taken.ok) throw new Error('refused');
    expect(taken.readers.toSorted()).toEqual(['chan.lina', 'sok.dara', 'vann.sopheap']);
    const { report } = await openCase(await openDesk(fresh, 'chan.lina'), taken.caseId);
    expect(report.sealedBy).toBe('console');
    expect(report.answers).toMatchObject({ narrative: 'She said that they shut her in.', province: 'KH-12' });
    const digits = normaliseReceipt(taken.khmer);
    if (digits === null) throw new Error('no receipt');
    const { lookup } = deriveReceipt(digits, fresh.keyring().fingerprint);
    const { sealed } = await fresh.call(readConversation, { body: { lookup } });
    expect(openConversation(lookup, sealed)?.caseId).toBe(taken.caseId);
    const acts = await query(fresh.database.db)`select member, object from audit_log where act = 'report_taken'`;
    expect(acts).toEqual([{ member: desk.member.id, object: taken.caseId }]);
  });

  test('is not stored when it cannot be written down who took it', async () => {
    const desk = await openDesk(fresh, 'sok.dara');
    const ask = query(fresh.database.db);
    await ask`alter table audit_log add constraint refused check (act <> 'report_taken')`;
    const take = makeTakeReport(() => desk);
    await expect(take(FIELDS)).rejects.toBeInstanceOf(ApiRefusal);
    expect(await ask`select from reports`).toEqual([]);
    await ask`alter table audit_log drop constraint refused`;
    expect((await take(FIELDS)).ok).toBe(true);
    expect(await ask`select from audit_log where act = 'report_taken'`).toHaveLength(1);
  });

  test('with nothing told says what to mend, and stores nothing', async () => {
    const desk = await openDesk(fresh, 'sok.dara');
    const answer = await makeTakeReport(() => desk)([['province', 'KH-12']]);
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'nothing_told' }] });
    expect(await query(fresh.database.db)`select from reports`).toEqual([]);
  });

  test('is one report when the answer to it was lost', async () => {
    const desk = await openDesk(fresh, 'sok.dara');
    let lost = true;
    const call: typeof desk.call = async (operation, input) => {
      const answer = await desk.call(operation, input);
      if (lost && operation.path === submitTakenReport.path) throw new Error('the line dropped');
      return answer;
    };
    const take = makeTakeReport(() => ({ ...desk, call }));
    await expect(take(FIELDS)).rejects.toThrow('the line dropped');
    lost = false;
    expect((await take(FIELDS)).ok).toBe(true);
    expect(await query(fresh.database.db)`select from reports`).toHaveLength(1);
    expect((await take(FIELDS)).ok).toBe(true);
    expect(await query(fresh.database.db)`select from reports`).toHaveLength(2);
  });

  test('cannot be claimed by anybody who is not signed in, nor a stranger’s by a member', async () => {
    const report = makeReport(fresh.people, fresh.keyring());
    const claimed = fresh.call(submitReport, { body: { ...report, sealedBy: 'console' } });
    await expect(claimed).rejects.toMatchObject({ code: 'bad_input' });
    const unsigned = fresh.call(submitTakenReport, { body: { ...report, sealedBy: 'console' } });
    await expect(unsigned).rejects.toMatchObject({ code: 'not_signed_in' });
    const dara = await fresh.as('sok.dara');
    await expect(dara(submitTakenReport, { body: report })).rejects.toMatchObject({ code: 'bad_input' });
  });
});
