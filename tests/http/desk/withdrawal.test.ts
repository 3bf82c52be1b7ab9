import { undoWithdrawal, withdrawReport } from '@romduol/shared/api/conversation';
import { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import { DirectoryEntryId, MemberId } from '@romduol/shared/ids';
import { uncountMark } from '@romduol/shared/sealing/envelope';
import { sealRecord } from '@romduol/shared/sealing/record';
import { packRecord } from '@romduol/shared/statistics/packed-record';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { EntryDraft } from '@romduol/web/desk/acts';
import { answer, readConversation } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { freezeCohort } from '@romduol/web/desk/freeze';
import { ownStatisticsKey } from '@romduol/web/desk/granted-keys';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { sampleIncidents } from '../../unit/statistics/sample-cohort.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { NAME, RIPE, freshCohort, newRecordId, outcomeOf, storeSealed } from '../fresh-cohort.ts';
import { type HandedIn, handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';

describe.each(mainKinds)('a report that is taken back, at the desk, on %s', (kind) => {
  let fresh: FreshApp;
  let dara: Desk;
  let given: HandedIn;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    dara = await openDesk(fresh, 'sok.dara');
    given = await handInFor(fresh);
  });
  afterAll(() => fresh.close());

  const withdraw = (withdrawal: Uint8Array) =>
    fresh.call(withdrawReport, { body: { lookup: given.lookup, withdrawal, second: null } });
  const record = (entry: EntryDraft) => recordEntry(dara, given.caseId, entry);

  test('the first reading tells the reporter, once, whoever else reads at the same moment', async () => {
    const again = await openDesk(fresh, 'sok.dara');
    await Promise.all([readConversation(dara, given.caseId), readConversation(again, given.caseId)]);
    const view = await readConversation(dara, given.caseId);
    expect(view.lines).toMatchObject([{ kind: 'received', fromReporter: false, by: 'sok.dara', text: '' }]);
    expect((await given.read())?.messages).toHaveLength(1);
  });

  test('an answer says how much of the reporter’s it answers, and the words are refused at a length', async () => {
    await answer(dara, given.caseId, '  ជំរាបសួរ  ');
    expect((await readConversation(dara, given.caseId)).lines.at(-1)).toMatchObject({ text: 'ជំរាបសួរ', kind: 'words' });
    expect(await outcomeOf(answer(dara, given.caseId, ' \n'))).toBe('illegal_entry');
    expect(await outcomeOf(answer(dara, given.caseId, 'x'.repeat(5_001)))).toBe('illegal_entry');
  });

  test('nothing is offered, consented to, sent, coded or widened while it is being taken back', async () => {
    for (const entry of [
      { kind: 'opened' },
      { kind: 'triaged', level: 'low', proposed: 'low', reasons: [] },
    ] as const satisfies EntryDraft[])
      await record(entry);
    const referralId = ReferralId.parse(crypto.randomUUID());
    const consentId = ConsentId.parse(crypto.randomUUID());
    const recipient = { entryId: DirectoryEntryId.parse(crypto.randomUUID()), name: 'A safe house' };
    const offer: EntryDraft = {
      kind: 'referral',
      referralId,
      step: { action: 'offer', sector: 'shelter', recipient, training: 'trained', urgency: 'h24', reason: 'a bed' },
    };
    const consent: EntryDraft = {
      kind: 'consent_given',
      consent: {
        id: consentId,
        referralId,
        recipient,
        items: ['needs'],
        purpose: 'a bed',
        mode: 'written',
        by: 'survivor',
        until: null,
      },
    };
    const sending: EntryDraft = {
      kind: 'referral',
      referralId,
      step: { action: 'send', consentId, items: ['needs'], delivery: 'call', due: '2026-05-20' as never },
    };
    await record(offer);
    await record(consent);
    await withdraw(given.withdrawal);
    const added: EntryDraft = { kind: 'member_added', member: MemberId.parse(crypto.randomUUID()) };
    for (const entry of [offer, consent, sending, added]) expect(await outcomeOf(record(entry))).toBe('withdrawn');
    // What ends sharing is still written down.
    expect(await outcomeOf(record({ kind: 'note', text: 'she asked us to stop' }))).toBe('done');
    await fresh.call(undoWithdrawal, { body: { lookup: given.lookup } });
    expect(await outcomeOf(record(sending))).toBe('done');
  });

  test('a withdrawal that was not made with the receipt is told from one that was', async () => {
    const judged = async () => {
      const [row] = (await readQueue(dara)).filter(({ caseId }) => caseId === given.caseId);
      const { withdrawal } = await readConversation(dara, given.caseId);
      return [row?.withdrawal?.genuine, withdrawal?.genuine];
    };
    await withdraw(sodium().randomBytes(32));
    expect(await judged()).toEqual([false, false]);
    await fresh.call(undoWithdrawal, { body: { lookup: given.lookup } });
    await withdraw(given.withdrawal);
    expect(await judged()).toEqual([true, true]);
    await fresh.call(undoWithdrawal, { body: { lookup: given.lookup } });
    expect(await judged()).toEqual([undefined, undefined]);
  });
});

describe.each(mainKinds)('a freeze on %s', (kind) => {
  test('drops the records of reports that were taken back, asked for or erased, and counts one that was undone', async () => {
    const { fresh, desks, goTo } = await freshCohort(kind);
    try {
      const given = [await handInFor(fresh), await handInFor(fresh), await handInFor(fresh)];
      const { epoch, key: statisticsKey } = await ownStatisticsKey(desks.dara);
      const records = given.map(({ withdrawal }, at) =>
        sealRecord({
          recordId: newRecordId(),
          revision: 1,
          author: desks.dara.member.id,
          epoch,
          codebook: 1,
          statisticsKey,
          content: packRecord({
            record: sampleIncidents(3, 7)[at] ?? null,
            uncount: uncountMark(withdrawal),
            team: null,
          }),
        }),
      );
      await storeSealed(desks.dara, records);
      const [pending, erased, undone] = given as [HandedIn, HandedIn, HandedIn];
      await goTo(RIPE);
      const frozen = async () => (await freezeCohort(desks.sopheap, { ...NAME, kind: 'incident' })).counted;
      // The control: before anybody takes anything back all three are counted.
      const ids = records.map(({ recordId }) => recordId);
      expect((await frozen()).filter((one) => ids.includes(one))).toHaveLength(3);
      for (const { lookup, withdrawal } of [pending, undone])
        await fresh.call(withdrawReport, { body: { lookup, withdrawal, second: null } });
      await fresh.call(withdrawReport, {
        body: { lookup: erased.lookup, withdrawal: erased.withdrawal, second: erased.second.lookup },
      });
      await fresh.call(undoWithdrawal, { body: { lookup: undone.lookup } });
      expect(await erased.read()).toBeNull();
      expect((await frozen()).filter((one) => ids.includes(one))).toEqual([ids[2]]);
      expect(await frozen()).toHaveLength(61);
    } finally {
      await fresh.close();
    }
  });
});
