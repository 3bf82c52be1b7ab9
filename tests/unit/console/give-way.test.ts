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

test('what was asked for meanwhile is looked at first, when it begins to wait and when it would go on', async () => {
  const giveWay = makeGiveWay();
  const openings = [opening(), opening()];
  const { open } = giveWay.watch({ open: (at: number) => openings[at]!.act() }, []);
  const over: number[] = [];
  const ask = (at: number) => setTimeout(() => void open(at).then(() => over.push(at)));
  ask(0);
  const rest = giveWay.atRest().then(() => [...over]);
  for (const [at, one] of openings.entries()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    // As a message that came while the desk was at work.
    if (at === 0) ask(1);
    one.over();
  }
  expect(await rest).toEqual([0, 1]);
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
