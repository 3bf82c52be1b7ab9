import { useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import type { Desk } from '@romduol/web/desk/desk';
import { makeGiveCase, type ReceiptWay } from '@romduol/web/desk/give-case';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openDesk } from '../open-desk.ts';
import { offerInside, outcomeOf } from './offer-inside.ts';
import { scheduledDesk } from './scheduled-desk.ts';

const TRYING = ['sok.dara', 'chan.lina', 'vann.sopheap'] as const;

let fresh: FreshApp;
const desks: Desk[] = [];
let srey: Desk;
beforeAll(async () => {
  fresh = await freshApp('pglite');
  // Receipts are derived here as in a browser.
  useSodium(await loadSumoSodium());
  for (const handle of TRYING) desks.push(await openDesk(fresh, handle));
  srey = await openDesk(fresh, 'tep.srey');
});
afterAll(() => fresh.close());

test('of several desks that hand the same case over at once one does, however their requests fall between each other', async () => {
  const ways = fc.array(fc.constantFrom<ReceiptWay>('page', 'read_out'), { minLength: 2, maxLength: 3 });
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), ways, async (scheduler, tries) => {
      const before = (await readQueue(srey)).length;
      const old = await offerInside(fresh, () => desks[0] as Desk, { readers: [...TRYING] });
      await old.agree();
      await old.send();
      const outcomes = await scheduler.waitFor(
        Promise.all(
          tries.map((way, at) => {
            const desk = scheduledDesk(desks[at] as Desk, scheduler);
            return outcomeOf(makeGiveCase(() => desk)(old.caseId, old.referralId, way));
          }),
        ),
      );
      for (const outcome of outcomes) seen[outcome] = (seen[outcome] ?? 0) + 1;
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect((await readQueue(srey)).length).toBe(before + 1);
      const { case: folded } = await openCase(desks[0] as Desk, old.caseId);
      expect(folded.irregular).toEqual([]);
      expect(folded.referrals[0]?.steps.filter(({ action }) => action === 'arrive')).toHaveLength(1);
      const told = (await old.talk()).talk.lines.filter(({ kind }) => kind === 'handed_over');
      expect(told).toHaveLength(tries[outcomes.indexOf('done')] === 'page' ? 1 : 0);
    }),
    { numRuns: 12 },
  );
  // The others were told why: that somebody has begun, or is through.
  expect(seen['being_handed_over']).toBeGreaterThan(0);
  expect(Object.keys(seen).filter((code) => !['being_handed_over', 'done', 'illegal_move'].includes(code))).toEqual([]);
});
