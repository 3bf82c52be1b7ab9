import { Changed, HEARTBEAT, followChanges } from '@romduol/shared/api/changes';
import type { CaseId } from '@romduol/shared/ids';

/** Opens a stream of the server; `signal` ends it. */
export type OpenStream = (
  path: string,
  signal: AbortSignal,
) => Promise<{ readonly status: number; readonly body: AsyncIterable<Uint8Array> | null }>;

/** Which cases have changed. `missed`: for a while nobody listened, so anything may have. */
export type ChangeView = { readonly caseIds: readonly CaseId[]; readonly missed: boolean };

export type Follower = {
  /** Begins to listen; what is heard waits for `next`. */
  listen(): void;
  /** Resolves when there is something new. Listens, where nobody has begun to. */
  next(): Promise<ChangeView>;
  close(): void;
};

/** Milliseconds: the first pause after a broken line, and the longest. */
const SHORTEST = 1_000;
const LONGEST = 60_000;
/** A line that says nothing for this long, signs of life included, is dead without knowing it. */
const SILENCE = 2.5 * HEARTBEAT * 1000;
/** A line that lasted this long was a good one: the next pause is short again. */
const GOOD = 30_000;

/**
 * How long to wait before the n-th attempt after a broken line, counted from 0: doubling, and each desk at another moment, so
 * that a server that comes back is not met by everybody at once. `chance`: from 0 to 1.
 */
export function pauseBefore(attempt: number, chance: number): number {
  return Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt, 10)) * (0.5 + chance);
}

/** Follows the server's stream of changes for as long as it lives, and comes back when the line breaks. */
export function makeFollower(open: OpenStream, chance: () => number = Math.random): Follower {
  const ending = new AbortController();
  const changed = new Set<CaseId>();
  let missed = false;
  let waiter: ((change: ChangeView) => void) | undefined;
  let running = false;

  const hand = (): void => {
    if (waiter === undefined || (changed.size === 0 && !missed)) return;
    const answer = { caseIds: [...changed], missed };
    changed.clear();
    missed = false;
    waiter(answer);
    waiter = undefined;
  };
  const hear = (caseIds: readonly CaseId[]): void => {
    for (const id of caseIds) changed.add(id);
    hand();
  };
  /** False when it is not ours to try again: the session is over, or the role has gone. */
  const listenOnce = async (isFirst: boolean): Promise<boolean> => {
    const line = new AbortController();
    const end = (): void => line.abort();
    ending.signal.addEventListener('abort', end);
    let quiet = setTimeout(end, SILENCE);
    try {
      const { status, body } = await open(followChanges.path, line.signal);
      if (status === 401 || status === 403) return false;
      if (status !== 200 || body === null) return true;
      if (!isFirst) {
        missed = true;
        hand();
      }
      for await (const cases of readEvents(body, () => {
        clearTimeout(quiet);
        quiet = setTimeout(end, SILENCE);
      }))
        hear(cases);
      return true;
    } catch {
      return true;
    } finally {
      clearTimeout(quiet);
      ending.signal.removeEventListener('abort', end);
    }
  };
  const run = async (): Promise<void> => {
    let attempt = 0;
    for (let first = true; !ending.signal.aborted; first = false) {
      const began = Date.now();
      if (!(await listenOnce(first))) return;
      if (Date.now() - began >= GOOD) attempt = 0;
      await pause(pauseBefore(attempt, chance()), ending.signal);
      attempt += 1;
    }
  };

  const listen = (): void => {
    if (running) return;
    running = true;
    void run().finally(() => {
      running = false;
    });
  };

  return {
    listen,
    next() {
      listen();
      return new Promise((resolve) => {
        waiter = resolve;
        hand();
      });
    },
    close: () => ending.abort(),
  };
}

/** The events of a stream, each parsed; what is no event of ours is passed over. */
async function* readEvents(body: AsyncIterable<Uint8Array>, alive: () => void): AsyncGenerator<readonly CaseId[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    alive();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const read = line.startsWith('data:') ? Changed.safeParse(parseJson(line.slice(5))) : null;
      if (read?.success === true) yield read.data.cases;
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
