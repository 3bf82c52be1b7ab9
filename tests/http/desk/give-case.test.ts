import { readCase } from '@romduol/shared/api/cases';
import { readConversation, sendMessage } from '@romduol/shared/api/conversation';
import type { CaseId, Day, TeamId } from '@romduol/shared/ids';
import { openConversation } from '@romduol/shared/sealing/conversation';
import { deriveReceipt, normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { readConversation as readTalk } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { makeGiveCase } from '@romduol/web/desk/give-case';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { openTalk } from '@romduol/web/enhance/return-talk';
import { sealReply } from '@romduol/web/enhance/seal-reply';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../database/fresh.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openDesk } from '../open-desk.ts';
import { offerInside, outcomeOf, TOLD } from './offer-inside.ts';

describe.each(kinds)('a case that another organisation goes on with, on %s', (kind) => {
  let fresh: FreshApp;
  let dara: Desk;
  let srey: Desk;
  let chenda: Desk;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    // Receipts are derived here as in a browser.
    useSodium(await loadSumoSodium());
    dara = await openDesk(fresh, 'sok.dara');
    srey = await openDesk(fresh, 'tep.srey');
    chenda = await openDesk(fresh, 'ros.chenda');
  });
  afterAll(() => fresh.close());

  const given = makeGiveCase(() => dara);
  const ofThem = async (desk: Desk): Promise<Map<CaseId, Awaited<ReturnType<typeof readQueue>>[number]>> =>
    new Map((await readQueue(desk)).map((row) => [row.caseId, row]));

  const offered = (more?: Parameters<typeof offerInside>[2], team?: TeamId | null) =>
    offerInside(fresh, () => dara, more, team);

  test('comes as theirs, with what was agreed to and nothing else, by the word of whoever handed it over', async () => {
    const before = await ofThem(srey);
    const old = await offered();
    await old.agree();
    await old.send();
    const { readers, receipt } = (await given(old.caseId, old.referralId, 'page')) ?? {};
    expect([readers?.toSorted(), receipt]).toEqual([['ros.chenda', 'tep.srey'], null]);

    const [row, ...others] = [...(await ofThem(srey)).values()].filter(({ caseId }) => !before.has(caseId));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ handedOver: true, problem: null, answers: { narrative: TOLD.narrative } });
    const caseId = row!.caseId;
    const opened = await openCase(chenda, caseId);
    expect(opened).toMatchObject({ flags: [], contact: {} });
    expect(opened.answers).toEqual({ codebook: 1, narrative: TOLD.narrative, age: TOLD.age });
    expect(opened.handOver).toEqual({
      organisation: { en: 'rainbow', km: 'rainbow' },
      author: 'sok.dara',
      reference: 'ABCDEFGH',
      day: expect.any(String) as string,
      sector: 'shelter',
      urgency: 'd3',
      reason: 'a bed',
      purpose: 'to go on',
      until: null,
      items: ['reason', 'narrative', 'age'],
      mode: 'phone',
      by: 'survivor',
    });
    expect(JSON.stringify([opened.answers, opened.handOver])).not.toContain(old.caseId);
    // Also once somebody has written, when the list is read from summaries.
    await recordEntry(srey, caseId, { kind: 'opened' });
    expect((await ofThem(chenda)).get(caseId)).toMatchObject({ handedOver: true, summary: { handedOver: true } });
    expect((await openCase(chenda, caseId)).flags).toEqual([]);

    // Neither organisation reaches into the other's case, and nothing kept of the one names the other.
    for (const desk of [srey, chenda]) expect(await outcomeOf(openCase(desk, old.caseId))).toBe('not_found');
    expect(await outcomeOf(openCase(dara, caseId))).toBe('not_found');
    expect(await outcomeOf(dara.call(readCase, { params: { caseId } }))).toBe('not_found');
    expect((await ofThem(dara)).has(caseId)).toBe(false);
    const after = await openCase(dara, old.caseId);
    expect(JSON.stringify(after.case.log)).not.toContain(caseId);
    expect(after.case.referrals[0]).toMatchObject({
      state: 'sent',
      steps: [{}, {}, {}, { action: 'hand_over' }, { action: 'arrive' }],
    });

    // The survivor finds the new number with the old one; whoever else reads that conversation does not.
    const line = (await old.talk()).talk.lines.at(-1);
    expect(line).toMatchObject({ kind: 'handed_over', text: 'Micro' });
    const digits = normaliseReceipt(line?.receipt ?? '') ?? '';
    expect(digits).toHaveLength(20);
    expect(JSON.stringify(await readTalk(dara, old.caseId))).not.toContain(digits);
    const keys = deriveReceipt(digits, fresh.keyring().fingerprint);
    const { sealed } = await fresh.call(readConversation, { body: { lookup: keys.lookup } });
    const there = openTalk(keys, openConversation(keys.lookup, sealed) as never, fresh.keyring());
    await fresh.call(sendMessage, { body: { lookup: keys.lookup, message: sealReply(there, 'it is me') } });
    expect((await readTalk(srey, caseId)).lines.map(({ text }) => text)).toContain('it is me');

    // Once; and this case may rest.
    expect(await outcomeOf(given(old.caseId, old.referralId, 'page'))).toBe('illegal_move');
    await old.record({ kind: 'status', to: 'transferred' });
    expect((await openCase(dara, old.caseId)).case.state).toBe('transferred');
  });

  test('goes nowhere without a consent that holds at that moment', async () => {
    const before = (await ofThem(srey)).size;
    const none = await offered();
    expect(await outcomeOf(none.send())).toBe('illegal_move');
    expect(await outcomeOf(given(none.caseId, none.referralId, 'read_out'))).toBe('illegal_move');

    const ended = await offered();
    await ended.agree();
    await ended.send();
    await ended.record({ kind: 'consent_withdrawn', consentId: ended.consentId });
    expect(await outcomeOf(given(ended.caseId, ended.referralId, 'read_out'))).toBe('illegal_move');

    const over = await offered();
    const day = new Date(fresh.clock.now).toISOString().slice(0, 10) as Day;
    await over.agree(day);
    await over.send();
    fresh.clock.now += 86_400_000;
    try {
      dara = await openDesk(fresh, 'sok.dara');
      expect(await outcomeOf(given(over.caseId, over.referralId, 'read_out'))).toBe('no_live_consent');
    } finally {
      fresh.clock.now -= 86_400_000;
      dara = await openDesk(fresh, 'sok.dara');
    }
    expect((await ofThem(srey)).size).toBe(before);
    // The control: the same, while it holds.
    await given(over.caseId, over.referralId, 'read_out');
    expect((await ofThem(srey)).size).toBe(before + 1);
  });

  test('goes to a team of another organisation only', async () => {
    const outside = await offered({}, null);
    await outside.agree();
    expect(await outcomeOf(outside.send())).toBe('illegal_move');
    for (const team of ['battambang', 'nowhere'] as TeamId[]) {
      const own = await offered({}, team);
      await own.agree();
      await own.send();
      expect(await outcomeOf(given(own.caseId, own.referralId, 'read_out'))).toBe('illegal_move');
    }
  });

  test.each(['struck off', 'in a conflict of interest'])('is sealed to nobody there who is %s', async (why) => {
    const before = await ofThem(chenda);
    const { id } = fresh.people['tep.srey'];
    const old = await offered(why === 'struck off' ? { struckOff: 'tep.srey' } : {});
    await old.agree();
    await old.send();
    if (why !== 'struck off')
      await old.record({ kind: 'conflict_declared', about: { who: 'member', member: id }, reason: 'a cousin' });
    const { readers } = (await given(old.caseId, old.referralId, 'read_out')) ?? {};
    expect(readers).toEqual(['ros.chenda']);
    const [row] = [...(await ofThem(chenda)).values()].filter(({ caseId }) => !before.has(caseId));
    // Named in the new report, so that nobody gives them a key of it later either.
    expect(row?.answers?.strike_off).toEqual([id]);
    expect((await ofThem(srey)).has(row!.caseId)).toBe(false);
  });

  test('tells the number where it is read out, and nowhere else', async () => {
    const before = (await ofThem(srey)).size;
    const old = await offered();
    await old.agree();
    await old.send();
    const { receipt } = (await given(old.caseId, old.referralId, 'read_out')) ?? {};
    expect(normaliseReceipt(receipt?.khmer ?? '')).toBe(normaliseReceipt(receipt?.latin ?? ''));
    expect(normaliseReceipt(receipt?.latin ?? '')).toHaveLength(20);
    expect((await old.talk()).talk.lines.filter(({ kind: of }) => of === 'handed_over')).toEqual([]);
    expect((await ofThem(srey)).size).toBe(before + 1);
  });
});
