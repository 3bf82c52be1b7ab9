import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { assert, array, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { setUp, settled } from './set-up-turns.ts';

beforeAll(async () => useSodium(await loadStandardSodium()));

test('while there is a free place nobody waits', async () => {
  const { had, ask, endOne } = setUp({ places: 1 });
  for (let n = 0; n < 100; n += 1) {
    void ask('a');
    await settled();
    expect(had).toHaveLength(n + 1);
    await endOne();
  }
});

test('whoever floods waits behind everybody else’s first request', async () => {
  const { had, ask, endOne } = setUp({ places: 1 });
  for (let n = 0; n < 50; n += 1) void ask('flood', `flood ${n}`);
  void ask('a', 'a 0');
  void ask('a', 'a 1');
  void ask('b', 'b 0');
  await settled();
  for (let n = 0; n < 7; n += 1) await endOne();
  expect(had).toEqual(['flood 0', 'flood 1', 'a 0', 'b 0', 'flood 2', 'a 1', 'flood 3', 'flood 4']);
});

test('every request gets its turn exactly once, and while one waits no other prefix has two turns more', async () => {
  const step = record({ tag: constantFrom('a', 'b', 'c', 'd'), ends: integer({ min: 0, max: 3 }) });
  await assert(
    asyncProperty(array(step, { maxLength: 80 }), integer({ min: 1, max: 4 }), async (steps, places) => {
      const { turns, had, refused, open, ask, endOne } = setUp({ places });
      const asked: string[] = [];
      /** For each that waits, in order: how often each other prefix had a turn since it was next of its own. */
      const overtaken = new Map<string, Map<string, number>>();
      const hasAllItMay = (tag: string): boolean =>
        open.filter((turn) => turn.tag === tag).length >= Math.max(1, places - 1);
      let seen = 0;
      const look = (): void => {
        for (; seen < had.length; seen += 1) {
          const name = had[seen] ?? '';
          const [tag = ''] = name.split(' ');
          overtaken.delete(tag);
          for (const [other, counts] of overtaken) {
            if (hasAllItMay(other)) continue;
            counts.set(tag, (counts.get(tag) ?? 0) + 1);
            expect(counts.get(tag)).toBeLessThanOrEqual(1);
          }
        }
        const waiting = asked.filter((name) => !had.includes(name)).map((name) => name.split(' ')[0] ?? '');
        for (const tag of waiting) if (!overtaken.has(tag)) overtaken.set(tag, new Map());
      };
      for (const [n, { tag, ends }] of steps.entries()) {
        const name = `${tag} ${n}`;
        asked.push(name);
        void ask(tag, name);
        await settled();
        look();
        for (let ended = 0; ended < ends; ended += 1) {
          await endOne();
          look();
        }
        expect(open.length).toBeLessThanOrEqual(places);
        const waiting = asked.filter((one) => !had.includes(one)).map((one) => one.split(' ')[0] ?? '');
        expect(open.length === places || waiting.every(hasAllItMay)).toBe(true);
      }
      while (open.length > 0) {
        await endOne();
        look();
      }
      expect(had.toSorted()).toEqual(asked.toSorted());
      expect(refused).toEqual([]);
      // Within a prefix, first come, first served.
      for (const tag of 'abcd') {
        const order = had.filter((name) => name.startsWith(tag));
        expect(order).toEqual(asked.filter((name) => name.startsWith(tag)));
      }
      expect(turns.waiting).toBe(0);
    }),
  );
});

test('no prefix has all of the places, so that another finds one at once', async () => {
  const { had, ask } = setUp({ places: 3 });
  for (let n = 0; n < 5; n += 1) void ask('a');
  await settled();
  expect(had).toEqual(['a', 'a']);
  void ask('b');
  await settled();
  expect(had).toEqual(['a', 'a', 'b']);
});

test('when the room is full only the prefix that has most waiting must come back, newest first', async () => {
  const { had, refused, ask, endOne } = setUp({ places: 1, room: 5 });
  for (let n = 0; n < 7; n += 1) void ask('flood', `flood ${n}`);
  await settled();
  expect(refused).toEqual(['flood 6']);
  for (const name of ['a 0', 'b 0', 'a 1']) void ask(name.charAt(0), name);
  await settled();
  expect(refused).toEqual(['flood 6', 'flood 5', 'flood 4', 'flood 3']);
  for (let n = 0; n < 6; n += 1) await endOne();
  expect(had.toSorted()).toEqual(['a 0', 'a 1', 'b 0', 'flood 0', 'flood 1', 'flood 2']);
});

test('whoever has gone has no turn, and keeps nobody from theirs', async () => {
  const { had, refused, ask, endOne } = setUp({ places: 1 });
  const gone = new AbortController();
  void ask('a', 'a 0');
  void ask('b', 'b 0', gone.signal);
  void ask('c', 'c 0');
  gone.abort();
  await settled();
  expect(refused).toEqual(['b 0']);
  await ask('b', 'b 1', gone.signal);
  await endOne();
  expect([had, refused]).toEqual([
    ['a 0', 'c 0'],
    ['b 0', 'b 1'],
  ]);
});

test('nobody waits longer than their browser does: they are told to come back', async () => {
  const { timer, turns, had, refused, ask, endOne } = setUp({ places: 1 });
  void ask('a', 'a 0');
  void ask('a', 'a 1');
  await timer.pass(45_000);
  await settled();
  expect([had, refused, turns.waiting]).toEqual([['a 0'], ['a 1'], 0]);
  await endOne();
  void ask('a', 'a 2');
  await settled();
  expect(had).toEqual(['a 0', 'a 2']);
});
