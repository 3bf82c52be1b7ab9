// The organisation's recovery card: founded, in every slot, used when every reader is lost, renewed.
import { readCase } from '@romduol/shared/api/cases';
import { readLostCase } from '@romduol/shared/api/recovery';
import type { CaseId } from '@romduol/shared/ids';
import type { Caller } from '@romduol/web/desk/caller';
import { confirmKeyring, unconfirmedChanges } from '@romduol/web/desk/confirm';
import { handOver } from '@romduol/web/desk/change-readers';
import { dueChanges, keepReaders } from '@romduol/web/desk/keep-readers';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { countLost, drawCard, endCard, readCardUses, recoverCases } from '@romduol/web/desk/recovery';
import { openTalk } from '@romduol/web/enhance/return-talk';
import { sealReply } from '@romduol/web/enhance/seal-reply';
import { sendMessage } from '@romduol/shared/api/conversation';
import { readConversation } from '@romduol/web/desk/conversation';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import { beforeEachCardOffice, TEAM } from './card-office.ts';

describe.each(kinds)('an organisation’s recovery card, on %s', (database) => {
  const office = beforeEachCardOffice(database);

  test('is confirmed by every console, and then stands beside the readers of every report and key', async () => {
    const { fresh, at, kidOfCard, found, leave, slotsFor, handIn, take, post } = office();
    const old = await handIn();
    const dara = await at('sok.dara');
    await recordEntry(dara, old.caseId, { kind: 'note', text: 'before' });
    const card = kidOfCard(await found());
    expect(await slotsFor(card)).toEqual([]);

    // Nothing is sealed before the change has been looked at.
    const later = await openDesk(fresh, 'sok.dara');
    expect(unconfirmedChanges(later).map((change) => change.kind)).toEqual(['recovery_founded']);
    expect(dueChanges(later, await readQueue(later))).toEqual([]);
    expect(await outcomeOf(recordEntry(later, old.caseId, { kind: 'note', text: 'no' }))).toBe('keyring_unconfirmed');
    await confirmKeyring(later);

    // Reports from then on, taken by a member or sent without script, whoever is struck off.
    const taken = await take();
    expect(await post()).toBe(200);
    expect(await slotsFor(card)).toHaveLength(2);

    // What was there before gets a key for it, once, by any reader's desk.
    const rows = await readQueue(later);
    expect(dueChanges(later, rows)).toEqual([old.caseId]);
    expect(await keepReaders(later, rows)).toEqual({ done: 1, of: 1, failed: [] });
    expect(dueChanges(later, await readQueue(later))).toEqual([]);
    expect(await slotsFor(card)).toContainEqual({ case_id: old.caseId, epoch: 1 });
    const { case: folded } = await openCase(later, old.caseId);
    expect(folded.log.at(-1)?.entry).toMatchObject({ kind: 'readers_changed', why: 'card_changed' });
    expect(folded.irregular).toEqual([]);

    // Later keys: after somebody has left, and after a hand-over.
    await leave(['chan.lina']);
    const sopheap = await at('vann.sopheap');
    await keepReaders(sopheap, await readQueue(sopheap));
    await handOver(sopheap, taken, { kind: 'handed_over', team: 'battambang' as never, reason: 'moved' });
    expect(await slotsFor(card)).toContainEqual({ case_id: old.caseId, epoch: 2 });
    expect((await slotsFor(card)).filter(({ case_id }) => case_id === taken).at(-1)?.epoch).toBe(2);
  });

  test('opens cases whose readers are all lost, for named members, and is told everywhere', async () => {
    const { fresh, at, idOf, kidOfCard, found, leave, take } = office();
    const words = await found();
    const lost = await take();
    const dara = await at('sok.dara');
    await recordEntry(dara, lost, { kind: 'note', text: 'before' });
    const other = await handInFor(fresh, undefined, { readers: ['meas.phalla'] });
    expect(await countLost(await at('meas.phalla'))).toBe(0);
    await leave(TEAM);
    const phalla = await at('meas.phalla');
    expect(await countLost(phalla)).toBe(1);
    expect(await countLost(await at('keo.rith'))).toBe(0);

    // Nobody else is handed anything, nor anything else but what the card opens.
    const asked = (call: Caller, caseId: CaseId) => outcomeOf(call(readLostCase, { params: { caseId } }));
    expect(await asked((await at('keo.rith')).call, lost)).toBe('forbidden');
    expect(await asked((await at('ly.bopha')).call, lost)).toBe('forbidden');
    expect(await asked((await at('ros.chenda')).call, lost)).toBe('not_found');
    expect(await asked(phalla.call, other.caseId)).toBe('not_found');
    expect(await outcomeOf(phalla.call(readCase, { params: { caseId: lost } }))).toBe('not_found');
    const served = await phalla.call(readLostCase, { params: { caseId: lost } });
    expect(Buffer.compare(served.access.slot?.slice(0, 16) ?? new Uint8Array(0), kidOfCard(words))).toBe(0);

    // To be handed a case is told too: whoever has the card needs no more to read it.
    const uses = [{ handle: 'meas.phalla', day: '2026-05-11', cases: 1 }];
    expect(await readCardUses(await at('keo.rith'))).toEqual(uses);

    const readers = [idOf('keo.rith'), idOf('sok.dara')];
    expect(await outcomeOf(recoverCases(phalla, { words: drawCard().join(' '), readers }))).toBe('wrong_card');
    expect(await outcomeOf(recoverCases(phalla, { words: 'one two', readers }))).toBe('bad_recovery_words');
    expect(await outcomeOf(recoverCases(await at('keo.rith'), { words: words.join(' '), readers }))).toBe(
      'not_permitted',
    );
    expect(await outcomeOf(recoverCases(phalla, { words: words.join(' '), readers: [] }))).toBe('no_reader_left');
    const heard: number[] = [];
    const kept = await recoverCases(phalla, { words: words.join(' '), readers }, ({ done }) => heard.push(done));
    expect([kept, heard]).toEqual([{ done: 1, of: 1, failed: [] }, [1]]);
    expect(await countLost(phalla)).toBe(0);

    // Whoever was named reads it all; who has left is given none of it, and she who opened it neither.
    const rith = await at('keo.rith');
    const { case: folded } = await openCase(rith, lost);
    expect(folded.notes).toHaveLength(1);
    expect(folded.readers).toEqual([idOf('keo.rith')]);
    expect(folded.log.at(-1)).toMatchObject({ author: idOf('meas.phalla'), entry: { why: 'recovered' } });
    expect(folded.irregular).toEqual([]);
    expect(phalla.caseKeys.has(lost)).toBe(false);
    expect(await outcomeOf(openCase(phalla, lost))).toBe('not_found');
    const acts = await query(fresh.database.db)`select act, member, object from audit_log
      where act in ('lost_case_read', 'case_recovered') order by number`;
    const by = { member: idOf('meas.phalla'), object: lost };
    expect(acts).toEqual([
      { act: 'lost_case_read', ...by },
      { act: 'lost_case_read', ...by },
      { act: 'case_recovered', ...by },
    ]);
    for (const handle of ['keo.rith', 'ly.bopha', 'pich.rany'] as const)
      expect(await readCardUses(await at(handle))).toEqual(uses);
    expect(await readCardUses(await at('tep.srey'))).toEqual([]);
    fresh.clock.now += 15 * 86_400_000;
    expect(await readCardUses(await at('keo.rith'))).toEqual([]);
  });

  test('opens cases of which nobody who has a key does casework any more', async () => {
    const { at, idOf, found, leave, take } = office();
    const words = await found();
    const caseId = await take();
    await leave(['sok.dara', 'chan.lina'], { roles: [], teams: [] });
    expect(await countLost(await at('meas.phalla'))).toBe(0);
    await leave(['vann.sopheap'], { roles: [], publisher: false, teams: [] });
    const phalla = await at('meas.phalla');
    expect(await countLost(phalla)).toBe(1);
    const kept = await recoverCases(phalla, { words: words.join(' '), readers: [idOf('keo.rith')] });
    expect(kept).toEqual({ done: 1, of: 1, failed: [] });
    expect((await openCase(await at('keo.rith'), caseId)).case.readers).toEqual([idOf('keo.rith')]);
  });

  test('leaves the conversation whole: what the reporter wrote before and after is read by the new readers', async () => {
    const { fresh, at, idOf, found, leave, handIn } = office();
    const words = await found();
    const given = await handIn();
    await keepReaders(await at('sok.dara'), await readQueue(await at('sok.dara')));
    const reply = async (text: string): Promise<void> => {
      const conversation = await given.read();
      if (conversation === null) throw new Error('no conversation');
      const talk = await openTalk(given.receipt, conversation, (await at('meas.phalla')).keyring);
      await fresh.call(sendMessage, { body: { lookup: given.lookup, message: sealReply(talk, text) } });
    };
    await reply('before');
    await leave(TEAM);
    await recoverCases(await at('meas.phalla'), { words: words.join(' '), readers: [idOf('meas.phalla')] });
    await reply('after');
    const phalla = await at('meas.phalla');
    const { lines } = await readConversation(phalla, given.caseId);
    expect(lines.flatMap(({ text, oldKey, fromReporter }) => (fromReporter ? [[text, oldKey]] : []))).toEqual([
      ['before', false],
      ['after', false],
    ]);
  });

  test('renewed, the old one opens nothing; given up, nothing is left of it', async () => {
    const { at, idOf, kidOfCard, found, leave, slotsFor, take } = office();
    const first = await found();
    const caseId = await take();
    const second = await found();
    expect(await slotsFor(kidOfCard(first))).toEqual([]);
    const dara = await at('sok.dara');
    const rows = await readQueue(dara);
    expect(dueChanges(dara, rows)).toEqual([caseId]);
    await keepReaders(dara, rows);
    expect(await slotsFor(kidOfCard(second))).toEqual([{ case_id: caseId, epoch: 1 }]);
    await leave(TEAM);
    const phalla = await at('meas.phalla');
    const readers = [idOf('meas.phalla')];
    expect(await outcomeOf(recoverCases(phalla, { words: first.join(' '), readers }))).toBe('wrong_card');
    await recoverCases(phalla, { words: second.join(' '), readers });
    expect((await readQueue(phalla)).map((row) => [row.caseId, row.problem])).toEqual([[caseId, null]]);

    expect(await endCard(await at('ly.bopha'))).toBe('published');
    expect(await slotsFor(kidOfCard(second))).toEqual([]);
    const after = await at('meas.phalla');
    await keepReaders(after, await readQueue(after));
    expect((await openCase(after, caseId)).held.epoch).toBe(3);
    expect(await outcomeOf(recoverCases(after, { words: second.join(' '), readers }))).toBe('wrong_card');
  });
});
