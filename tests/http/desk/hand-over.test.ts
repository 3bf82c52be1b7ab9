import { openCase } from '@romduol/web/desk/open-case';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { record } from '@romduol/web/desk/change-readers';
import { readConversation } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { readQueue } from '@romduol/web/desk/queue';
import { sendMessage } from '@romduol/shared/api/conversation';
import { openTalk } from '@romduol/web/enhance/return-talk';
import { sealReply } from '@romduol/web/enhance/seal-reply';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';

const BATTAMBANG = 'battambang' as TeamId;

describe.each(mainKinds)('a case that another team goes on with, on %s', (kind) => {
  let fresh: FreshApp;
  let dara: Desk;
  let rith: Desk;
  let phalla: Desk;
  let sopheap: Desk;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    dara = await openDesk(fresh, 'sok.dara');
    rith = await openDesk(fresh, 'keo.rith');
    phalla = await openDesk(fresh, 'meas.phalla');
    sopheap = await openDesk(fresh, 'vann.sopheap');
  });
  afterAll(() => fresh.close());

  const handIn = () => handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] });
  const handOver = (desk: Desk, caseId: CaseId, team = BATTAMBANG) =>
    record(desk, caseId, { kind: 'handed_over', team, reason: 'she has moved there' });

  test('is read by that team’s people from the beginning, waits for somebody, and by nobody of the team before', async () => {
    const given = await handIn();
    const { caseId } = given;
    await record(dara, caseId, { kind: 'note', text: 'before' });
    await record(sopheap, caseId, { kind: 'assigned', member: dara.member.id });
    await handOver(dara, caseId);
    for (const desk of [rith, phalla]) {
      const { case: folded } = await openCase(desk, caseId);
      expect(folded).toMatchObject({ team: BATTAMBANG, assignee: null, irregular: [] });
      expect(folded.notes.map(({ entry }) => 'text' in entry && entry.text)).toEqual(['before']);
      const row = (await readQueue(desk)).find((one) => one.caseId === caseId);
      expect([row?.problem, row?.summary?.team]).toEqual([null, BATTAMBANG]);
    }
    for (const desk of [dara, sopheap]) expect(await outcomeOf(openCase(desk, caseId))).toBe('not_found');
    // The reporter's way back stays the same, and leads to the new team.
    const conversation = await given.read();
    const talk = openTalk(given.receipt, conversation as never, fresh.keyring());
    await fresh.call(sendMessage, { body: { lookup: given.lookup, message: sealReply(talk, 'still here') } });
    expect((await readConversation(rith, caseId)).lines.map(({ text }) => text)).toContain('still here');
  });

  test('is handed over by whoever is responsible or a supervisor, to somebody who may read it', async () => {
    const { caseId } = await handIn();
    await record(dara, caseId, { kind: 'note', text: 'mine to read' });
    expect(await outcomeOf(handOver(dara, caseId))).toBe('illegal_entry');
    expect(await outcomeOf(handOver(sopheap, caseId, 'nowhere' as TeamId))).toBe('no_reader_left');
    expect(await outcomeOf(handOver(sopheap, caseId, 'siem-reap' as TeamId))).toBe('no_reader_left');
    expect((await openCase(dara, caseId)).case.team).toBeNull();
  });

  test('stays closed to whoever of that team is implicated', async () => {
    const { caseId } = await handIn();
    await record(sopheap, caseId, {
      kind: 'conflict_declared',
      about: { who: 'member', member: rith.member.id },
      reason: 'his cousin',
    });
    await handOver(sopheap, caseId);
    expect((await openCase(phalla, caseId)).case.readers).toEqual([phalla.member.id]);
    expect(await outcomeOf(openCase(rith, caseId))).toBe('not_found');
  });
});
