import type { CaseId } from '@romduol/shared/ids';
import type { ChangeView } from '@romduol/web/desk/follow-changes';
import { makeQueueStore } from '@romduol/web/console/queue/queue-store';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rowId, sampleRow as row } from './sample-row.ts';

/** A desk of three cases in two pieces, and a line on which the test says what has changed. */
function fakeDesk() {
  const stored = new Map([1, 2, 3].map((n) => [rowId(n), row(n)]));
  let say: (change: ChangeView) => void = () => undefined;
  let pages = 0;
  return {
    stored,
    pages: () => pages,
    say: async (change: Partial<ChangeView>) => {
      say({ caseIds: [], missed: false, ...change });
      await vi.advanceTimersByTimeAsync(1_000);
    },
    acts: {
      queuePage: async (after: string | null) => {
        pages += 1;
        const all = [...stored.values()];
        return after === null ? { rows: all.slice(0, 2), next: 'two' } : { rows: all.slice(2), next: null };
      },
      queueRows: async (ids: readonly CaseId[]) => ids.flatMap((one) => stored.get(one) ?? []),
      changes: () => new Promise<ChangeView>((resolve) => (say = resolve)),
    },
  };
}

describe('the list of cases that all screens share', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('shows the first piece before the rest is there, and then all', async () => {
    const desk = fakeDesk();
    const queue = makeQueueStore(desk.acts);
    const shown: [number, boolean][] = [];
    queue.subscribe(() => shown.push([queue.state().rows?.length ?? 0, queue.state().whole]));
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual([
      [0, false],
      [2, false],
      [3, true],
    ]);
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.pages()).toBe(2);
  });

  it('takes over what has changed, what is new and what is gone, without reading everything', async () => {
    const desk = fakeDesk();
    const queue = makeQueueStore(desk.acts);
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    desk.stored.set(rowId(2), row(2, { unanswered: 5 }));
    desk.stored.set(rowId(4), row(4));
    desk.stored.delete(rowId(3));
    await desk.say({ caseIds: [rowId(2), rowId(3), rowId(4)] });
    const rows = queue.state().rows ?? [];
    expect(rows.map((one) => one.caseId).sort()).toEqual([rowId(1), rowId(2), rowId(4)]);
    expect(rows.find(({ caseId }) => caseId === rowId(2))?.unanswered).toBe(5);
    expect(desk.pages()).toBe(2);
  });

  it('reads everything anew when the line was down, since anything may have changed', async () => {
    const desk = fakeDesk();
    const queue = makeQueueStore(desk.acts);
    const heard: unknown[] = [];
    queue.onChange((caseIds) => heard.push(caseIds));
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    await desk.say({ missed: true });
    expect(desk.pages()).toBe(4);
    expect(heard).toEqual([null]);
  });

  it('keeps what changed while the rest was still on its way, though the first piece came before', async () => {
    const desk = fakeDesk();
    let arrive: () => void = () => undefined;
    const acts = {
      ...desk.acts,
      queuePage: async (after: string | null) => {
        const page = await desk.acts.queuePage(after);
        if (after !== null) await new Promise<void>((resolve) => (arrive = resolve));
        return page;
      },
    };
    const queue = makeQueueStore(acts);
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    desk.stored.set(rowId(1), row(1, { unanswered: 7 }));
    await desk.say({ caseIds: [rowId(1)] });
    arrive();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(queue.state().whole).toBe(true);
    expect(queue.state().rows?.map(({ unanswered }) => unanswered)).toEqual([7, 0, 0]);
    // The line broke in the middle of it: the whole is read once more.
    queue.again();
    await vi.advanceTimersByTimeAsync(0);
    await desk.say({ missed: true });
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.pages(), queue.state().busy]).toEqual([6, false]);
  });

  it('hears, asks and holds nothing once it is closed', async () => {
    const desk = fakeDesk();
    const queue = makeQueueStore(desk.acts);
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    queue.close();
    await desk.say({ missed: true });
    expect(desk.pages()).toBe(2);
    expect(queue.state().rows).toBeNull();
  });
});
