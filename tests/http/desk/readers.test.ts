import { beginEpoch, leaveCase, listCases, readCase } from '@romduol/shared/api/cases';
import { answerReporter, sendMessage } from '@romduol/shared/api/conversation';
import type { CaseId } from '@romduol/shared/ids';
import { addReader, declareConflict, removeReader } from '@romduol/web/desk/change-readers';
import { answer, readConversation } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { openTalk } from '@romduol/web/enhance/return-talk';
import { sealReply } from '@romduol/web/enhance/seal-reply';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { type HandedIn, handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import type { Handle } from '../people.ts';

describe.each(mainKinds)('who reads a case, on %s', (kind) => {
  let fresh: FreshApp;
  let dara: Desk;
  let lina: Desk;
  let rith: Desk;
  let sopheap: Desk;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    const open = (handle: Handle) => openDesk(fresh, handle);
    dara = await open('sok.dara');
    lina = await open('chan.lina');
    rith = await open('keo.rith');
    sopheap = await open('vann.sopheap');
  });
  afterAll(() => fresh.close());

  const handIn = (options: Parameters<typeof handInFor>[2] = {}) =>
    handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'], ...options });
  const note = (desk: Desk, caseId: CaseId, text: string) => recordEntry(desk, caseId, { kind: 'note', text });
  const notes = async (desk: Desk, caseId: CaseId): Promise<string[]> =>
    (await openCase(desk, caseId)).case.notes.map(({ entry }) => (entry.kind === 'note' ? entry.text : ''));
  const slotsOf = (caseId: CaseId, handle: Handle) =>
    query(fresh.database.db)`select epoch from case_slots where case_id = ${caseId}
      and kid in (select kid from member_keys where member_id = ${fresh.people[handle].id}) order by epoch`;
  const talkOf = async (given: HandedIn) => {
    const conversation = await given.read();
    if (conversation === null) throw new Error('no conversation');
    return openTalk(given.receipt, conversation, fresh.keyring());
  };
  const reply = async (given: HandedIn, text: string) =>
    fresh.call(sendMessage, { body: { lookup: given.lookup, message: sealReply(await talkOf(given), text) } });

  test('somebody of another team is brought in, and reads everything from the beginning', async () => {
    const { caseId } = await handIn();
    await note(dara, caseId, 'before');
    expect(await outcomeOf(openCase(rith, caseId))).toBe('not_found');
    expect(await outcomeOf(addReader(dara, caseId, rith.member.id))).toBe('illegal_entry');
    await addReader(sopheap, caseId, rith.member.id);
    expect((await readQueue(rith)).map((row) => [row.caseId, row.problem])).toEqual([[caseId, null]]);
    await note(rith, caseId, 'after');
    for (const desk of [dara, lina, rith, sopheap]) expect(await notes(desk, caseId)).toEqual(['before', 'after']);
    const { case: folded } = await openCase(dara, caseId);
    expect(folded.log.map(({ entry }) => entry.kind)).toEqual(['note', 'readers_changed', 'member_added', 'note']);
    expect(folded.irregular).toEqual([]);
  });

  test('who was taken off finds nothing, and their old key opens nothing that is written later', async () => {
    const { caseId } = await handIn();
    await note(lina, caseId, 'one');
    const before = await lina.call(readCase, { params: { caseId } });
    await recordEntry(sopheap, caseId, { kind: 'assigned', member: dara.member.id });
    await removeReader(dara, caseId, lina.member.id);
    await note(dara, caseId, 'two');
    expect(await outcomeOf(openCase(lina, caseId))).toBe('not_found');
    expect((await readQueue(lina)).map((row) => row.caseId)).not.toContain(caseId);
    expect(await slotsOf(caseId, 'chan.lina')).toEqual([]);
    const wraps = await query(fresh.database.db)`select from vault_wraps where case_id = ${caseId}
      and member_id = ${lina.member.id}`;
    expect(wraps).toEqual([]);
    // Even what the server has now, with the slot that she once had, opens nothing further.
    const now = await dara.call(readCase, { params: { caseId } });
    const served = { ...now, access: { ...now.access, epoch: 0, wrap: null, slot: before.access.slot } };
    const tricked: Desk = { ...lina, seen: new Map(), caseKeys: new Map(), call: (async () => served) as never };
    expect(await outcomeOf(openCase(tricked, caseId))).toBe('no_key');
    expect(await notes(dara, caseId)).toEqual(['one', 'two']);
  });

  test('of two who change readers at once one wins, and the other judges anew', async () => {
    const { caseId } = await handIn();
    const other = await openDesk(fresh, 'vann.sopheap');
    await Promise.all([
      addReader(sopheap, caseId, rith.member.id),
      removeReader(other, caseId, lina.member.id),
      note(dara, caseId, 'meanwhile'),
    ]);
    const { case: folded, held } = await openCase(sopheap, caseId);
    expect(held.epoch).toBe(2);
    expect([...folded.readers].sort()).toEqual([dara, rith, sopheap].map(({ member }) => member.id).sort());
    expect(folded.irregular).toEqual([]);
    expect(await notes(rith, caseId)).toEqual(['meanwhile']);
    expect(await outcomeOf(openCase(lina, caseId))).toBe('not_found');
  });

  test('nobody whom the reporter struck off is ever given a key', async () => {
    const { caseId } = await handIn({ readers: ['sok.dara', 'vann.sopheap'], struckOff: 'chan.lina' });
    expect(await outcomeOf(addReader(sopheap, caseId, lina.member.id))).toBe('illegal_entry');
    expect((await openCase(sopheap, caseId)).held.epoch).toBe(0);
  });

  test('a colleague in conflict stops reading at once, and does not learn why', async () => {
    const { caseId } = await handIn();
    const about = { who: 'member', member: lina.member.id } as const;
    await declareConflict(dara, caseId, { kind: 'conflict_declared', about, reason: 'her cousin' });
    expect(await outcomeOf(openCase(lina, caseId))).toBe('not_found');
    expect(await outcomeOf(addReader(sopheap, caseId, lina.member.id))).toBe('illegal_entry');
    expect((await openCase(dara, caseId)).case.conflicts.members).toEqual([lina.member.id]);
  });

  test('one’s own conflict takes one’s way in, and the next to write draws a key one never held', async () => {
    const { caseId } = await handIn();
    const about = { who: 'member', member: lina.member.id } as const;
    await declareConflict(lina, caseId, { kind: 'conflict_declared', about, reason: 'my cousin' });
    expect(await outcomeOf(openCase(lina, caseId))).toBe('not_found');
    expect(await slotsOf(caseId, 'chan.lina')).toEqual([]);
    const { held } = await note(dara, caseId, 'she has stepped back');
    expect(held.epoch).toBe(1);
    expect((await openCase(dara, caseId)).case.readers).not.toContain(lina.member.id);
  });

  test('who could not give their way in up, the line having dropped, gives it up later and draws no key', async () => {
    const { caseId } = await handIn();
    const about = { who: 'member', member: lina.member.id } as const;
    const dropped: Desk = {
      ...lina,
      call: ((operation: unknown, input: unknown) => {
        if (operation === leaveCase) throw new Error('the line dropped');
        return lina.call(operation as never, input as never);
      }) as never,
    };
    const declared = declareConflict(dropped, caseId, { kind: 'conflict_declared', about, reason: 'my cousin' });
    await expect(declared).rejects.toThrow('the line dropped');
    expect(await slotsOf(caseId, 'chan.lina')).toHaveLength(1);
    expect(await outcomeOf(note(lina, caseId, 'once more'))).toBe('no_key');
    expect(await slotsOf(caseId, 'chan.lina')).toEqual([]);
    expect(lina.caseKeys.has(caseId)).toBe(false);
    expect((await note(dara, caseId, 'without her')).held.epoch).toBe(1);
  });

  test('the last who can open a case cannot leave it', async () => {
    const { caseId } = await handIn({ readers: ['sok.dara'] });
    const about = { who: 'member', member: dara.member.id } as const;
    const declared = declareConflict(dara, caseId, { kind: 'conflict_declared', about, reason: 'mine' });
    expect(await outcomeOf(declared)).toBe('no_reader_left');
    expect((await openCase(dara, caseId)).entries).toEqual([]);
  });

  test('the conversation goes on under the new key, and the reporter reads and answers', async () => {
    const given = await handIn();
    const { caseId } = given;
    await answer(dara, caseId, 'first');
    await reply(given, 'under the first key');
    const late = sealReply(await talkOf(given), 'sealed before the change');
    await removeReader(sopheap, caseId, lina.member.id);
    await answer(dara, caseId, 'second');
    expect(await outcomeOf(fresh.call(sendMessage, { body: { lookup: given.lookup, message: late } }))).toBe(
      'sequence_taken',
    );
    await reply(given, 'under the second key');
    await addReader(sopheap, caseId, rith.member.id);
    await answer(rith, caseId, 'third');
    const { talk, keys } = await talkOf(given);
    expect(keys).toHaveLength(3);
    expect(talk.keyChecked).toBe(true);
    const said = ['first', 'under the first key', 'second', 'under the second key', 'third'];
    expect(talk.lines.map(({ text, oldKey }) => [text, oldKey])).toEqual(said.map((text) => [text, false]));
    expect((await readConversation(rith, caseId)).lines.map(({ text }) => text)).toEqual(said);
    const { cases } = await rith.call(listCases, { query: { limit: 500 } });
    expect(cases.find((one) => one.caseId === caseId)?.conversation.lastAnswer?.epoch).toBe(2);
    expect((await readQueue(rith)).find((row) => row.caseId === caseId)).toMatchObject({
      unanswered: 0,
      problem: null,
    });
  });

  test('a message that arrives under an old key is shown as one, on both sides', async () => {
    const given = await handIn();
    const { caseId } = given;
    await reply(given, 'mine');
    const talk = await talkOf(given);
    const late = sealReply(talk, 'somebody who kept the key');
    await removeReader(sopheap, caseId, lina.member.id);
    // As only a server that breaks its own rule can.
    await query(
      fresh.database.db,
    )`insert into messages (case_id, direction, counter, epoch, previous, nonce, ciphertext, day)
      values (${caseId}, 0, 2, 0, ${late.previous}, ${late.sealed.nonce}, ${late.sealed.ciphertext}, '2026-05-11')`;
    const seen = [
      ['mine', false],
      ['somebody who kept the key', true],
    ];
    const own = (await talkOf(given)).talk.lines;
    expect(own.map(({ text, oldKey }) => [text, oldKey])).toEqual(seen);
    const { lines } = await readConversation(dara, caseId);
    expect(lines.filter(({ fromReporter }) => fromReporter).map(({ text, oldKey }) => [text, oldKey])).toEqual(seen);
  });

  test('the server takes no grant but the next, by a reader, for caseworkers of the organisation, counted right', async () => {
    const given = await handIn();
    const { caseId } = given;
    let body: unknown;
    const keeping: Desk = {
      ...sopheap,
      call: ((operation: unknown, input: { body: unknown }) => {
        if (operation !== beginEpoch) return sopheap.call(operation as never, input as never);
        body = input.body;
        throw new Error('kept back');
      }) as never,
    };
    await removeReader(keeping, caseId, lina.member.id).catch(() => undefined);
    const good = body as never as Parameters<typeof sopheap.call<typeof beginEpoch>>[1] extends infer I
      ? NonNullable<I extends { body?: infer B } ? B : never>
      : never;
    const offer = (change: object, desk = sopheap) =>
      outcomeOf(desk.call(beginEpoch, { params: { caseId }, body: { ...good, ...change } }));
    const [first = new Uint8Array(0), ...rest] = good.slots;
    expect(await offer({}, dara)).toBe('forbidden');
    expect(await offer({}, rith)).toBe('not_found');
    expect(await offer({ slots: rest })).toBe('bad_input');
    expect(await offer({ slots: [first.map((byte, at) => (at === 1183 ? byte ^ 1 : byte)), ...rest] })).toBe(
      'bad_input',
    );
    const { nonce, ciphertext } = good.previousKey;
    const changed = { nonce, ciphertext: ciphertext.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) };
    expect(await offer({ previousKey: changed })).toBe('bad_input');
    expect(await offer({ grant: good.conversation.grant })).toBe('bad_input');
    expect(await offer({ entries: good.entries.map((entry) => ({ ...entry, epoch: 0 })) })).toBe('bad_input');
    expect(await offer({ summary: { ...good.summary, epoch: 0 } })).toBe('bad_input');
    await reply(given, 'meanwhile');
    expect(await offer({})).toBe('sequence_taken');
    expect((await openCase(lina, caseId)).held.epoch).toBe(0);
    const message = given.first(1, 'under the report’s key');
    await sopheap.call(answerReporter, { params: { caseId }, body: { message } });
  });
});
