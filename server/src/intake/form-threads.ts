import { Worker } from 'node:worker_threads';
import { SLOW, type Standing } from '../web-security/standing.ts';
import type { Timer } from '../web-security/timer.ts';
import { type Asker, makeTurns } from '../web-security/turns.ts';
import { CREDITS, type FromFormThread, type ToFormThread } from './form-messages.ts';

/** One thread, for one form. */
export type FormThread = {
  send(message: ToFormThread): void;
  /** Hands a chunk over, not copied; waits while the thread has enough to do. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What the thread says next, credits apart. Rejects when it has failed. */
  next(): Promise<Exclude<FromFormThread, { kind: 'credit' }>>;
  /** Gives the place back and waits for another, behind others: for what a machine seems to have sent. Never refuses. */
  stepAside(): Promise<void>;
  /** Ends the thread, with all that it remembers, and lets the next form have its place. */
  end(): void;
};

export type FormThreads = {
  /**
   * Waits for a place; null for whoever must come back later. A `long` form is still being sent while it has the thread:
   * one place is kept from all of those together, so that no slow line holds up what is ready.
   */
  take(asker: Asker, form?: { readonly long: boolean }): Promise<FormThread | null>;
  /** Whether anybody waits. */
  readonly wanted: boolean;
  close(): Promise<void>;
};

export type FormThreadsOptions = {
  readonly worker: URL;
  /** libsodium, compiled. */
  readonly wasm: WebAssembly.Module;
  /** Forms sealed at the same time. Each needs some 50 MiB while the receipt is derived. */
  readonly places: number;
  /** Forms that may wait for a place. Beyond it people are asked to send again. */
  readonly queue: number;
  readonly standing: Standing;
  readonly timer: Timer;
};

/** Forms that may step aside at the same time; each keeps its thread, some 15 MiB. */
const ASIDE_MAX = 4;

function startWorker({ worker, wasm }: FormThreadsOptions): Worker {
  const started = new Worker(worker, {
    workerData: { wasm },
    // Nothing of the environment is needed in there, and a database's password might be in it.
    env: {},
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 },
  });
  // A warm thread does not keep the process alive.
  started.unref();
  started.on('error', () => undefined);
  return started;
}

function takeWorker(worker: Worker, stepAside: () => Promise<void>, onEnd: () => void): FormThread {
  worker.ref();
  const state = { credits: CREDITS, failed: false };
  const spoken: Exclude<FromFormThread, { kind: 'credit' }>[] = [];
  let wake = (): void => undefined;
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  worker.on('message', (message: FromFormThread) => {
    if (message.kind === 'credit') state.credits += 1;
    else spoken.push(message);
    wake();
  });
  const fail = (): void => {
    state.failed = true;
    wake();
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    send: (message) => worker.postMessage(message),
    async write(bytes) {
      // A thread that has spoken has refused: what else comes is of no use to it.
      while (state.credits === 0 && !state.failed && spoken.length === 0) await changed();
      if (state.failed || spoken.length > 0) return;
      state.credits -= 1;
      worker.postMessage({ kind: 'chunk', bytes } satisfies ToFormThread, [bytes.buffer]);
    },
    async next() {
      while (spoken.length === 0 && !state.failed) await changed();
      const message = spoken.shift();
      if (message === undefined) throw new Error('the form thread failed');
      return message;
    },
    stepAside,
    end() {
      void worker.terminate();
      onEnd();
    },
  };
}

/** Keeps one thread warm, replaces each after its use, and lets no more than `places` work at once. */
export function startFormThreads(options: FormThreadsOptions): FormThreads {
  let warm: Worker | null = null;
  let closed = false;
  const warmUp = (): void => {
    const started = startWorker(options);
    warm = started;
    // One that failed while it waited must not be handed out: nobody would hear of its end any more.
    started.once('exit', () => {
      if (warm === started) warm = null;
    });
  };
  warmUp();
  const { places, queue, standing, timer } = options;
  const turns = makeTurns({ places, room: queue, weight: 1, standing, timer });
  const longTurns = makeTurns({ places: Math.max(1, places - 1), room: queue, weight: 0, standing, timer });
  const keepWarm = (): void => {
    if (!closed && warm === null) warmUp();
  };
  let aside = 0;
  return {
    async take(asker, { long } = { long: false }) {
      const endLong = long ? await longTurns.take(asker) : null;
      let endTurn = long && endLong === null ? null : await turns.take(asker);
      if (endTurn === null) {
        endLong?.();
        return null;
      }
      const worker = warm ?? startWorker(options);
      warm = null;
      const giveBack = (): void => {
        keepWarm();
        endTurn?.();
        endTurn = null;
      };
      const stepAside = async (): Promise<void> => {
        if (aside >= ASIDE_MAX) return;
        aside += 1;
        giveBack();
        endTurn = await turns.take({ ...asker, tag: SLOW });
        aside -= 1;
      };
      return takeWorker(worker, stepAside, () => {
        giveBack();
        endLong?.();
      });
    },
    get wanted() {
      return turns.waiting + longTurns.waiting > 0;
    },
    async close() {
      closed = true;
      await warm?.terminate();
      warm = null;
    },
  };
}
