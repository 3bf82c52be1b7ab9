import type { CaseId } from '@romduol/shared/ids';
import type { ChangeView } from '@romduol/web/desk/follow-changes';
import type { QueueRow } from '@romduol/web/desk/views';
import { makeQueueStore } from '@romduol/web/console/queue/queue-store';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const id = (n: number): CaseId => `0000000${n}-0000-4000-8000-000000000000` as CaseId;
const row = (n: number, unanswered = 0): QueueRow => ({
  caseId: id(n),
  team: 'capital' as QueueRow['team'],
  day: '2026-05-11' as QueueRow['day'],
  readers: [],
  summary: null,
  answers: null,
  proposal: null,
  unanswered,
  answered: null,
  withdrawal: null,
  problem: null,
});

/** A desk of three cases in two pieces, and a line on which the test says what has changed. */
function fakeDesk() {
  const stored = new Map([1, 2, 3].map((n) => [id(n), row(n)]));
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
    desk.stored.set(id(2), row(2, 5));
    desk.stored.set(id(4), row(4));
    desk.stored.delete(id(3));
    await desk.say({ caseIds: [id(2), id(3), id(4)] });
    const rows = queue.state().rows ?? [];
    expect(rows.map((one) => one.caseId).sort()).toEqual([id(1), id(2), id(4)]);
    expect(rows.find(({ caseId }) => caseId === id(2))?.unanswered).toBe(5);
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

  it('hears and asks nothing once it is closed', async () => {
    const desk = fakeDesk();
    const queue = makeQueueStore(desk.acts);
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    queue.close();
    await desk.say({ missed: true });
    expect(desk.pages()).toBe(2);
  });
});
