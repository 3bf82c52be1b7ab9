import { type DraftKeeper, makeDraftKeeper } from '@romduol/web/desk/drafts';
import type { Desk } from '@romduol/web/desk/desk';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { openDesk } from './open-desk.ts';

let fresh: FreshApp;
let desk: Desk;
beforeAll(async () => {
  fresh = await freshApp();
  desk = await openDesk(fresh, 'sok.dara');
});
afterAll(() => fresh.close());

const PLACE = 'case/note';
const textOf = (read: Awaited<ReturnType<DraftKeeper['read']>>): string =>
  (read[0]?.value as { readonly text?: string } | undefined)?.text ?? '';

test('whatever one person types, records and loads anew on three devices, no word goes that was not recorded where it was seen', async () => {
  const act = fc.record({
    device: fc.nat(2),
    does: fc.constantFrom('type', 'type', 'type', 'load', 'record'),
    /** The line drops: before it arrives, or before its answer does. */
    line: fc.constantFrom('holds', 'holds', 'holds', 'lost', 'unanswered'),
    word: fc.constantFrom('ពាក្យ', 'word', 'two words'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 16 }), async (acts) => {
      await query(fresh.database.db)`delete from drafts`;
      let line = 'holds';
      const call: Desk['call'] = async (operation, input) => {
        if (line === 'lost') throw new Error('the line dropped');
        const answer = await desk.call(operation, input);
        if (line === 'unanswered') throw new Error('the line dropped');
        return answer;
      };
      const load = async () => {
        const keeper = makeDraftKeeper(() => ({ ...desk, call }));
        return { keeper, text: textOf(await keeper.read()) };
      };
      const devices = [await load(), await load(), await load()];
      /** Words that have arrived, and those among them that somebody has recorded. */
      const typed = new Set<string>();
      const recorded = new Set<string>();
      for (const [at, { device: place, does, line: state, word }] of acts.entries()) {
        const device = devices[place] as (typeof devices)[number];
        fresh.clock.now += 1;
        if (does === 'load') {
          // What waits there for the line goes with it, as with any page that is closed.
          devices[place] = await load();
          continue;
        }
        if (does === 'type') {
          device.text = `${device.text} ${word}${at}.`.trim();
          device.keeper.note(PLACE, { text: device.text });
        } else {
          for (const one of device.text.match(/\S+\d+\./g) ?? []) recorded.add(one);
          device.text = '';
          device.keeper.note(PLACE, undefined);
        }
        line = state;
        await device.keeper.flush();
        line = 'holds';
        if (state === 'holds') for (const one of device.text.match(/\S+\d+\./g) ?? []) typed.add(one);
      }
      for (const { keeper } of devices) await keeper.flush();
      // Read and done with until nothing is left: all of it comes up.
      const found = new Set<string>();
      for (let times = 0; times < 20; times += 1) {
        const { keeper, text } = await load();
        if (text === '') break;
        for (const one of text.match(/\S+\d+\./g) ?? []) found.add(one);
        keeper.note(PLACE, undefined);
        await keeper.flush();
      }
      expect([...typed].filter((word) => !found.has(word) && !recorded.has(word))).toEqual([]);
      expect(await query(fresh.database.db)`select from drafts`).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
