import { appendEntry } from '@romduol/shared/api/cases';
import { answerReporter, readConversation } from '@romduol/shared/api/conversation';
import { submitTakenReport } from '@romduol/shared/api/reports';
import { openConversation } from '@romduol/shared/sealing/conversation';
import { HAND_OVER_MINUTES } from '@romduol/shared/casework/referral';
import { deriveReceipt, normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import type { Desk } from '@romduol/web/desk/desk';
import { makeGiveCase } from '@romduol/web/desk/give-case';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openDesk } from '../open-desk.ts';
import { offerInside, outcomeOf } from './offer-inside.ts';

describe('a case that is handed over while the line breaks', () => {
  let fresh: FreshApp;
  let dara: Desk;
  let srey: Desk;
  beforeAll(async () => {
    fresh = await freshApp('pglite');
    // Receipts are derived here as in a browser.
    useSodium(await loadSumoSodium());
    dara = await openDesk(fresh, 'sok.dara');
    srey = await openDesk(fresh, 'tep.srey');
  });
  afterAll(() => fresh.close());

  const rows = async () => (await readQueue(srey)).map(({ caseId }) => caseId);

  describe.each([
    { where: 'the word in the log that it begins', path: appendEntry.path, times: 1, anew: false },
    { where: 'the report', path: submitTakenReport.path, times: 1, anew: false },
    { where: 'the word to the survivor', path: answerReporter.path, times: 1, anew: false },
    { where: 'the word in the log that it arrived', path: appendEntry.path, times: 2, anew: false },
    {
      where: 'the word in the log that it arrived, and the page is loaded anew',
      path: appendEntry.path,
      times: 2,
      anew: true,
    },
  ])('is one case with one number that leads to it: at $where', ({ path, times, anew }) => {
    test.each(['before it arrives', 'after'])('%s', async (when) => {
      const before = await rows();
      const old = await offerInside(fresh, () => dara);
      await old.agree();
      await old.send();
      let left = times;
      const call: Desk['call'] = async (operation, ...rest) => {
        const breaks = operation.path === path && (left -= 1) === 0;
        if (breaks && when !== 'after') throw new Error('the line broke');
        const answer = await dara.call(operation, ...rest);
        if (breaks) throw new Error('the line broke');
        return answer;
      };
      const breaking = makeGiveCase(() => ({ ...dara, call }));
      await expect(breaking(old.caseId, old.referralId, 'page')).rejects.toThrow('the line broke');
      const again = await outcomeOf((anew ? makeGiveCase(() => dara) : breaking)(old.caseId, old.referralId, 'page'));
      // What only its answer was lost of is done, and is not done again.
      expect(again).toBe(times === 2 && when === 'after' ? 'illegal_move' : 'done');

      const [arrived, ...others] = (await rows()).filter((caseId) => !before.includes(caseId));
      expect(others).toEqual([]);
      const told = (await old.talk()).talk.lines.filter(({ kind: of }) => of === 'handed_over');
      expect(told).toHaveLength(1);
      const keys = deriveReceipt(normaliseReceipt(told[0]?.receipt ?? '') ?? '', fresh.keyring().fingerprint);
      const { sealed } = await fresh.call(readConversation, { body: { lookup: keys.lookup } });
      expect(openConversation(keys.lookup, sealed)).toMatchObject({ caseId: arrived });
      const { steps } = (await openCase(dara, old.caseId)).case.referrals[0] ?? {};
      expect(steps?.filter(({ action }) => action === 'arrive')).toHaveLength(1);
    });
  });

  test('is not begun twice at once: whoever finds it begun looks again, and goes on where nothing came of it', async () => {
    const before = await rows();
    const old = await offerInside(fresh, () => dara);
    await old.agree();
    await old.send();
    const call: Desk['call'] = (operation, ...rest) =>
      operation.path === submitTakenReport.path ? Promise.reject(new Error('broke')) : dara.call(operation, ...rest);
    const breaking = makeGiveCase(() => ({ ...dara, call }));
    await expect(breaking(old.caseId, old.referralId, 'read_out')).rejects.toThrow('broke');
    const other = makeGiveCase(() => dara);
    expect(await outcomeOf(other(old.caseId, old.referralId, 'read_out'))).toBe('being_handed_over');
    fresh.clock.now += HAND_OVER_MINUTES * 60_000;
    // Whoever tries again late says so again, and has as long once more.
    await expect(breaking(old.caseId, old.referralId, 'read_out')).rejects.toThrow('broke');
    expect(await outcomeOf(other(old.caseId, old.referralId, 'read_out'))).toBe('being_handed_over');
    fresh.clock.now += HAND_OVER_MINUTES * 60_000;
    expect(await outcomeOf(other(old.caseId, old.referralId, 'read_out'))).toBe('done');
    expect(await outcomeOf(breaking(old.caseId, old.referralId, 'read_out'))).toBe('illegal_move');
    expect((await rows()).length).toBe(before.length + 1);
  });

  test('is theirs who went on with it, however late the first comes back', async () => {
    const before = await rows();
    const old = await offerInside(fresh, () => dara);
    await old.agree();
    await old.send();
    let comesBack: () => void = () => undefined;
    const away = new Promise<void>((resolve) => (comesBack = resolve));
    let isAway: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (isAway = resolve));
    const call: Desk['call'] = async (operation, ...rest) => {
      if (operation.path === answerReporter.path) {
        isAway();
        await away;
        throw new Error('the line broke');
      }
      return dara.call(operation, ...rest);
    };
    const slow = makeGiveCase(() => ({ ...dara, call }))(old.caseId, old.referralId, 'page');
    await gone;
    fresh.clock.now += HAND_OVER_MINUTES * 60_000;
    await makeGiveCase(() => dara)(old.caseId, old.referralId, 'page');
    comesBack();
    await expect(slow).rejects.toThrow('the line broke');
    // The first had arrived without a word to the survivor: the second is the one whose number they have.
    expect((await rows()).length).toBe(before.length + 2);
    expect((await old.talk()).talk.lines.filter(({ kind: of }) => of === 'handed_over')).toHaveLength(1);
    expect((await openCase(dara, old.caseId)).case.irregular).toEqual([]);
  });
});
