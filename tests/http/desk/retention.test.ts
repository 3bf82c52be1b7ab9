import { setErasure } from '@romduol/shared/api/retention';
import type { CaseId, Day } from '@romduol/shared/ids';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import { RETENTION_ITEM } from '@romduol/shared/site/items';
import { writeSetting } from '@romduol/shared/site/settings';
import { findBrokenAudit } from '@romduol/server/audit/store';
import { eraseOver } from '@romduol/server/retention/erase';
import type { EntryDraft } from '@romduol/web/desk/acts';
import type { Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { showKept } from '@romduol/web/desk/retention';
import { publishEdition } from '@romduol/web/desk/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';

describe.each(mainKinds)('what is closed goes on its day, on %s', (kind) => {
  let fresh: FreshApp;
  let dara: Desk;
  let sopheap: Desk;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    dara = await openDesk(fresh, 'sok.dara');
    sopheap = await openDesk(fresh, 'vann.sopheap');
  });
  afterAll(() => fresh.close());

  const today = (): Day => dayAt(fresh.clock.now);
  const sweep = (day: Day): Promise<number> =>
    eraseOver({ db: fresh.database.db, secret: fresh.secret, tombstones: fresh.tombstones }, day);
  const rows = async (): Promise<unknown[]> => query(fresh.database.db)`select from erasures`;
  const close = async (keepEvidence = false): Promise<CaseId> => {
    const { caseId } = await handInFor(fresh, undefined, { readers: ['sok.dara', 'vann.sopheap'] });
    const steps: readonly EntryDraft[] = [
      { kind: 'opened' },
      { kind: 'triaged', level: 'low', proposed: 'low', reasons: [] },
      { kind: 'closure_requested', reason: 'needs_met', keepEvidence },
    ];
    for (const step of steps) await recordEntry(dara, caseId, step);
    return caseId;
  };
  const approve = async (caseId: CaseId) =>
    showKept(sopheap, await recordEntry(sopheap, caseId, { kind: 'closure_approved' }));

  test('contact details first, then everything, by the periods that the organisation signed', async () => {
    const bopha = await openDesk(fresh, 'ly.bopha');
    const content = writeSetting({ v: 1, unreachableDays: 40, contactDays: 20, contentMonths: 2 });
    await publishEdition(bopha, { item: RETENTION_ITEM, language: '-', after: 0, content });
    const caseId = await close();
    const view = await approve(caseId);
    expect(view.erasure).toEqual({ contactOn: addDays(today(), 20), contentOn: '2026-07-11' });
    expect((await openCase(dara, caseId)).erasure).toEqual(view.erasure);

    expect(await sweep(addDays(today(), 19))).toBe(0);
    expect((await openCase(dara, caseId)).contact).not.toBeNull();
    expect(await sweep(addDays(today(), 20))).toBe(1);
    const without = await openCase(dara, caseId);
    expect(without.contact).toBeNull();
    expect(without.erasure).toEqual({ contactOn: null, contentOn: '2026-07-11' });
    expect(await sweep('2026-07-10' as Day)).toBe(0);
    expect(await sweep('2026-07-11' as Day)).toBe(1);
    expect(await outcomeOf(openCase(dara, caseId))).toBe('not_found');
    expect((await readQueue(dara)).map((row) => row.caseId)).not.toContain(caseId);
    expect(await rows()).toEqual([]);
    expect(await findBrokenAudit(fresh.database.db)).toBeNull();
    const named = await query(fresh.database.db)`select from audit_log
      where act in ('contact_erased', 'case_erased') and object is not null`;
    expect(named).toEqual([]);
  });

  test('a case that is opened again is kept, and evidence too', async () => {
    const again = await close();
    await approve(again);
    expect(await rows()).toHaveLength(1);
    const reopened = await showKept(sopheap, await recordEntry(sopheap, again, { kind: 'reopened', reason: 'more' }));
    expect(reopened.erasure).toBeNull();
    expect(await rows()).toEqual([]);

    const evidence = await close(true);
    expect((await approve(evidence)).erasure).toEqual({ contactOn: addDays(today(), 20), contentOn: null });
    expect(await sweep('2036-01-01' as Day)).toBe(1);
    const kept = await openCase(dara, evidence);
    expect([kept.contact, kept.case.state]).toEqual([null, 'closed']);
    // Opening it again asks for nothing more.
    expect((await showKept(dara, kept)).erasure).toBeNull();
  });

  test('what a member asks for against the log is taken back by whoever opens the case next', async () => {
    const soon = { contactOn: null, contentOn: addDays(today(), 14) };
    const ask = (caseId: CaseId) => dara.call(setErasure, { params: { caseId }, body: soon });
    const open = await close();
    await ask(open);
    expect((await showKept(sopheap, await openCase(sopheap, open))).erasure).toBeNull();
    expect((await openCase(dara, open)).erasure).toBeNull();

    const evidence = await close(true);
    await approve(evidence);
    await ask(evidence);
    const kept = { contactOn: addDays(today(), 20), contentOn: null };
    expect((await showKept(sopheap, await openCase(sopheap, evidence))).erasure).toEqual(kept);
    expect((await openCase(dara, evidence)).erasure).toEqual(kept);
    await dara.call(setErasure, { params: { caseId: evidence }, body: { contactOn: null, contentOn: null } });
  });

  test('nobody erases a case at once, or one that is not theirs', async () => {
    const caseId = await close();
    const ask = (desk: Desk, contentOn: Day | null) =>
      outcomeOf(desk.call(setErasure, { params: { caseId }, body: { contactOn: null, contentOn } }));
    expect(await ask(dara, addDays(today(), 13))).toBe('bad_input');
    // Another organisation's member, and one of the very team who is no reader: so it is for whoever was struck off.
    for (const handle of ['tep.srey', 'chan.lina'] as const)
      expect(await ask(await openDesk(fresh, handle), addDays(today(), 400))).toBe('not_found');
    expect(await rows()).toEqual([]);
  });
});
