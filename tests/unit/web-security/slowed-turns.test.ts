import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { SLOW, UNTOLD } from '@romduol/server/web-security/standing';
import { assert, array, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { setUp, settled } from './set-up-turns.ts';

beforeAll(async () => useSodium(await loadStandardSodium()));

/** So many forms in a minute make a prefix one that is far above its share. */
const FLOOD = 400;

test('even among floods every request gets its turn once', async () => {
  const step = record({ tag: constantFrom('a', 'flood', 'b', SLOW), passes: integer({ min: 0, max: 400 }) });
  await assert(
    asyncProperty(array(step, { maxLength: 40 }), integer({ min: 1, max: 4 }), async (steps, places) => {
      const set = setUp({ places });
      set.standing.count('flood', FLOOD);
      const { timer, turns, had, refused, open, ask, endOne } = set;
      for (const [n, { tag, passes }] of steps.entries()) {
        void ask(tag, `${tag} ${n}`);
        await timer.pass(passes);
        await settled();
        expect(open.length).toBeLessThanOrEqual(places);
        await endOne();
      }
      for (let n = 0; n < 60; n += 1) {
        await timer.pass(300);
        await settled();
        await endOne();
      }
      expect(had.toSorted()).toEqual(steps.map(({ tag }, n) => `${tag} ${n}`).toSorted());
      expect(refused).toEqual([]);
      expect(turns.waiting).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('a prefix far above its share has half of the places, and all others find one at once', async () => {
  const set = setUp({ places: 4 });
  set.standing.count('flood', FLOOD);
  const { timer, had, ask } = set;
  for (let n = 0; n < 10; n += 1) void ask('flood');
  await timer.pass(5_000);
  expect(had).toEqual(['flood', 'flood']);
  void ask('a');
  void ask('b');
  await settled();
  expect(had).toEqual(['flood', 'flood', 'a', 'b']);
});

test('its pauses grow with the excess, up to a length that still serves four requests a second', async () => {
  const set = setUp({ places: 4 });
  const { standing, timer } = set;
  const paused: number[] = [];
  for (const weight of [60, 59, 60, 120, 600, 6_000]) {
    standing.count('flood', weight);
    paused.push(standing.pause('flood'));
  }
  expect(paused.slice(0, 2)).toEqual([0, 0]);
  expect(paused).toEqual(paused.toSorted((a, b) => a - b));
  expect(new Set(paused.slice(1)).size).toBe(5);
  expect(paused.at(-1)).toBe(250);
  // And fade: nobody is slowed for long after.
  await timer.pass(5 * 60_000);
  expect(standing.pause('flood')).toBe(0);
});

test('below two forms a second a prefix is never slowed, however long that goes on', async () => {
  const { timer, standing, ask, endOne } = setUp({ places: 1 });
  for (let n = 0; n < 1_000; n += 1) {
    void ask('operator');
    await settled();
    expect(standing.pause('operator')).toBe(0);
    await endOne();
    await timer.pass(510);
  }
});

test('requests whose origin cannot be told are never slowed; what a machine seems to have sent always is', async () => {
  const { timer, had, refused, ask, endOne, standing } = setUp({ places: 2, room: 10 });
  for (let n = 0; n < 1_000; n += 1) {
    void ask(UNTOLD);
    await settled();
    await endOne();
  }
  expect([had.length, refused.length, standing.pause(UNTOLD)]).toEqual([1_000, 0, 0]);
  void ask(SLOW);
  void ask(SLOW);
  await settled();
  expect(had.slice(1_000)).toEqual([SLOW]);
  await endOne();
  await timer.pass(250);
  await settled();
  expect(had.slice(1_000)).toEqual([SLOW, SLOW]);
});
