import { makeFollower, type OpenStream, pauseBefore } from '@romduol/web/desk/follow-changes';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const ID = '00000001-0000-4000-8000-000000000000';

async function* bytesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}
const until = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
async function* quietUntil(signal: AbortSignal, ...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  yield* bytesOf(...texts);
  await until(signal);
}

describe('following what changes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reads events that come in pieces, and passes over what is none of ours', async () => {
    const event = `: \n\ndata: {"cases":["${ID}"]}\n\n`;
    const open: OpenStream = async (_, signal) => ({
      status: 200,
      body: quietUntil(signal, 'data: {"cases":["nonsense"]}\n\ndata: nothing\n', event.slice(0, 21), event.slice(21)),
    });
    const follower = makeFollower(open);
    expect(await follower.next()).toEqual({ caseIds: [ID], missed: false });
    follower.close();
  });

  it('comes back after a broken line, ever more slowly, and says that something may have been missed', async () => {
    const at: number[] = [];
    let broken = true;
    const open: OpenStream = async (_, signal) => {
      at.push(Date.now());
      if (broken) throw new Error('no line');
      return { status: 200, body: quietUntil(signal, ': \n\n') };
    };
    const follower = makeFollower(open, () => 0.5);
    const next = follower.next();
    await vi.advanceTimersByTimeAsync(16_000);
    expect(at.map((one) => Math.round((one - (at[0] ?? 0)) / 1000))).toEqual([0, 1, 3, 7, 15]);
    broken = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await next).toEqual({ caseIds: [], missed: true });
    follower.close();
  });

  it.each([401, 403])('stays away after %i: the session is over', async (status) => {
    const open = vi.fn<OpenStream>(async () => ({ status, body: null }));
    const follower = makeFollower(open);
    void follower.next();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('lets go of a line without a sign of life', async () => {
    const signals: AbortSignal[] = [];
    const open: OpenStream = async (_, signal) => {
      signals.push(signal);
      return { status: 200, body: quietUntil(signal, ': \n\n') };
    };
    const follower = makeFollower(open);
    void follower.next();
    await vi.advanceTimersByTimeAsync(49_000);
    expect(signals[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(signals[0]?.aborted).toBe(true);
    follower.close();
  });

  it('ends with the desk', async () => {
    const signals: AbortSignal[] = [];
    const open = vi.fn<OpenStream>(async (_, signal) => {
      signals.push(signal);
      return { status: 200, body: quietUntil(signal) };
    });
    const follower = makeFollower(open);
    void follower.next();
    await vi.advanceTimersByTimeAsync(10);
    follower.close();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(signals[0]?.aborted).toBe(true);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('waits at least half a second and at most a minute and a half, and no two desks alike', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const wait = pauseBefore(attempt, chance);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(90_000);
      }),
    );
    expect(pauseBefore(3, 0)).toBeLessThan(pauseBefore(3, 1));
  });
});
