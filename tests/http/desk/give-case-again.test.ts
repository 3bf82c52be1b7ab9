import { appendEntry } from '@romduol/shared/api/cases';
import { answerReporter, readConversation } from '@romduol/shared/api/conversation';
import { submitTakenReport } from '@romduol/shared/api/reports';
import { openConversation } from '@romduol/shared/sealing/conversation';
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
    { where: 'the report', path: submitTakenReport.path, anew: false },
    { where: 'the word to the survivor', path: answerReporter.path, anew: false },
    { where: 'the word in the log', path: appendEntry.path, anew: false },
    { where: 'the word in the log, and the page is loaded anew', path: appendEntry.path, anew: true },
  ])('is one case with one number that leads to it: at $where', ({ path, anew }) => {
    test.each(['before it arrives', 'after'])('%s', async (when) => {
      const before = await rows();
      const old = await offerInside(fresh, () => dara);
      await old.agree();
      await old.send();
      let cut = true;
      const call: Desk['call'] = async (operation, ...rest) => {
        const breaks = cut && operation.path === path;
        if (breaks) cut = false;
        if (breaks && when !== 'after') throw new Error('the line broke');
        const answer = await dara.call(operation, ...rest);
        if (breaks) throw new Error('the line broke');
        return answer;
      };
      const breaking = makeGiveCase(() => ({ ...dara, call }));
      await expect(breaking(old.caseId, old.referralId, 'page')).rejects.toThrow('the line broke');
      const again = await outcomeOf((anew ? makeGiveCase(() => dara) : breaking)(old.caseId, old.referralId, 'page'));
      // What only its answer was lost of is done, and is not done again.
      expect(again).toBe(path === appendEntry.path && when === 'after' ? 'illegal_move' : 'done');

      const [arrived, ...others] = (await rows()).filter((caseId) => !before.includes(caseId));
      expect(others).toEqual([]);
      const told = (await old.talk()).talk.lines.filter(({ kind: of }) => of === 'handed_over');
      expect(told).toHaveLength(1);
      const keys = deriveReceipt(normaliseReceipt(told[0]?.receipt ?? '') ?? '', fresh.keyring().fingerprint);
      const { sealed } = await fresh.call(readConversation, { body: { lookup: keys.lookup } });
      expect(openConversation(keys.lookup, sealed)).toMatchObject({ caseId: arrived });
      const { steps } = (await openCase(dara, old.caseId)).case.referrals[0] ?? {};
      expect(steps?.filter(({ action }) => action === 'acknowledge')).toHaveLength(1);
    });
  });
});
