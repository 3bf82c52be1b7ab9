import { Worker } from 'node:worker_threads';
import { CREDITS, type FromFormThread, type ToFormThread } from './form-messages.ts';

/** One thread, for one form. */
export type FormThread = {
  send(message: ToFormThread): void;
  /** Hands a chunk over, not copied; waits while the thread has enough to do. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What the thread says next, credits apart. Rejects when it has failed. */
  next(): Promise<Exclude<FromFormThread, { kind: 'credit' }>>;
  /** Ends the thread, with all that it remembers, and lets the next form have its place. */
  end(): void;
};

export type FormThreads = {
  /** Waits for a place; null when too many wait for one already. */
  take(): Promise<FormThread | null>;
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
};

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

function takeWorker(worker: Worker, onEnd: () => void): FormThread {
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
  let busy = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    if (!closed && warm === null) warmUp();
    const next = waiting.shift();
    // The place is handed on, never free in between: whoever comes now must not overtake those who wait.
    if (next === undefined) busy -= 1;
    else next();
  };
  return {
    async take() {
      if (busy < options.places) busy += 1;
      else if (waiting.length >= options.queue) return null;
      else await new Promise<void>((resume) => waiting.push(resume));
      const worker = warm ?? startWorker(options);
      warm = null;
      return takeWorker(worker, leave);
    },
    async close() {
      closed = true;
      await warm?.terminate();
      warm = null;
    },
  };
}
