import { makeGiveWay } from '@romduol/web/desk/give-way';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

/** An act that is over when the test says so. */
function opening() {
  let over = (): void => {};
  const done = new Promise<void>((resolve) => {
    over = resolve;
  });
  return { act: () => done, over };
}

test('what nobody waits for goes on only when nobody waits for anything, and then it does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (behind) => {
      const giveWay = makeGiveWay();
      const openings = behind.map(opening);
      const acts = giveWay.watch(
        { ahead: (at: number) => openings[at]!.act(), behind: (at: number) => openings[at]!.act() },
        ['behind'],
      );
      const begun = behind.map((isBehind, at) => (isBehind ? acts.behind(at) : acts.ahead(at)));
      const over: string[] = [];
      const note = async (what: Promise<void>, name: string): Promise<void> => {
        await what;
        over.push(name);
      };
      const rest = note(giveWay.atRest(), 'rest');
      const ended = begun.map((one, at) => note(one, behind[at] ? 'behind' : 'ahead'));
      for (const [at, one] of openings.entries()) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        one.over();
        await ended[at];
      }
      await rest;
      // Acts behind the screens are nobody's.
      expect(over.indexOf('rest')).toBeGreaterThan(over.lastIndexOf('ahead'));
    }),
    { numRuns: 40 },
  );
});

test('what was asked for by then is looked at first', async () => {
  const giveWay = makeGiveWay();
  const { act, over } = opening();
  let isOver = false;
  setTimeout(() => void giveWay.watch({ act }, []).act());
  const rest = giveWay.atRest().then(() => isOver);
  await new Promise((resolve) => setTimeout(resolve, 10));
  isOver = true;
  over();
  expect(await rest).toBe(true);
});

test('an act that is refused is over as well, and its refusal is told', async () => {
  const giveWay = makeGiveWay();
  const acts = giveWay.watch({ act: () => Promise.reject(new Error('refused')) }, []);
  await expect(acts.act()).rejects.toThrow('refused');
  await giveWay.atRest();
});

test('an act that does not end holds nothing up for ever', async () => {
  vi.useFakeTimers();
  const giveWay = makeGiveWay();
  void giveWay.watch({ act: () => new Promise(() => {}) }, []).act();
  const rest = giveWay.atRest();
  await vi.advanceTimersByTimeAsync(2_100);
  await expect(rest).resolves.toBeUndefined();
  vi.useRealTimers();
});
