import type { CaseId } from '@romduol/shared/ids';
import type { DeskActs } from '../../desk/acts.ts';
import type { QueueRow } from '../../desk/views.ts';

export type QueueState = {
  /** What is here so far; null before the first piece. */
  readonly rows: readonly QueueRow[] | null;
  /** Whether every row is here. */
  readonly whole: boolean;
  readonly busy: boolean;
  readonly refusal: unknown;
};

type QueueActs = Pick<DeskActs, 'queuePage' | 'queueRows' | 'changes'>;

/** The rows of the cases, once for all screens, kept up to date by the server's stream of changes. */
export type QueueStore = {
  state(): QueueState;
  subscribe(listener: () => void): () => void;
  /** Reads everything unless that has been done or is under way. */
  open(): void;
  /** Reads everything anew. */
  again(): void;
  /** Is told of each case that has changed; `null`: of any, for the line was down. */
  onChange(listener: (caseIds: readonly CaseId[] | null) => void): () => void;
  /** Nothing is asked for any more: the console was locked. */
  close(): void;
};

/** Milliseconds between two drawings while the list fills: each sorts what is here. */
const REDRAW = 400;
/** Milliseconds for which changes are gathered before their rows are asked for. */
const GATHER = 400;

const EMPTY: QueueState = { rows: null, whole: false, busy: false, refusal: null };

export function makeQueueStore(acts: QueueActs): QueueStore {
  const listeners = new Set<() => void>();
  const followers = new Set<(caseIds: readonly CaseId[] | null) => void>();
  let state = EMPTY;
  let closed = false;
  let following = false;
  /** The line was down while everything was being read: what came first may be old again. */
  let overtaken = false;
  const changed = new Set<CaseId>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Partial<QueueState>): void => {
    if (closed) return;
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const read = async (): Promise<void> => {
    if (state.busy || closed) return;
    // From before the first piece: what changes while the others come must not be missed.
    follow();
    show({ busy: true, refusal: null });
    const rows: QueueRow[] = [];
    // What is shown stays while it is read again; the first time, the list grows as it comes.
    const grows = state.rows === null;
    let drawn = 0;
    try {
      for (let after: string | null = null; ;) {
        const page = await acts.queuePage(after);
        rows.push(...page.rows);
        if (page.next === null || closed) break;
        after = page.next;
        if (grows && (drawn === 0 || performance.now() - drawn > REDRAW)) {
          drawn = performance.now();
          show({ rows: [...rows] });
        }
      }
      show({ rows, whole: true, busy: false });
    } catch (refusal) {
      show({ busy: false, refusal });
    }
    if (overtaken && !closed) {
      overtaken = false;
      void read();
    } else renewSoon();
  };

  /** Not while everything is read: a piece that was asked for before would take the newer row's place. */
  const renewSoon = (): void => {
    if (changed.size > 0 && !state.busy && !closed) timer ??= setTimeout(() => void renew(), GATHER);
  };

  /** Asks anew for the rows of what has changed; a case that is not answered is none of the member's any more. */
  const renew = async (): Promise<void> => {
    timer = undefined;
    if (state.busy) return;
    const ids = [...changed];
    changed.clear();
    // Nothing is listed yet: the first reading will have it.
    if (state.rows === null) return;
    try {
      const fresh = new Map((await acts.queueRows(ids)).map((row) => [row.caseId, row]));
      const asked = new Set(ids);
      const kept = (state.rows ?? []).flatMap((row) => (asked.has(row.caseId) ? (fresh.get(row.caseId) ?? []) : row));
      const known = new Set(kept.map(({ caseId }) => caseId));
      show({ rows: [...[...fresh.values()].filter(({ caseId }) => !known.has(caseId)), ...kept] });
    } catch (refusal) {
      show({ refusal });
    }
  };

  const follow = (): void => {
    if (following || closed) return;
    following = true;
    const wait = async (): Promise<void> => {
      for (;;) {
        const { caseIds, missed } = await acts.changes();
        if (closed) return;
        for (const hear of followers) hear(missed ? null : caseIds);
        for (const id of caseIds) changed.add(id);
        if (missed && state.busy) overtaken = true;
        else if (missed) void read();
        renewSoon();
      }
    };
    // Refused when the desk ends, which is when nobody waits any more.
    wait().catch(() => undefined);
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      if (state.rows === null) void read();
    },
    again: () => void read(),
    onChange(listener) {
      followers.add(listener);
      follow();
      return () => followers.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      listeners.clear();
      followers.clear();
      changed.clear();
      state = EMPTY;
    },
  };
}
