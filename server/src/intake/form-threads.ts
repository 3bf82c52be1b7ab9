import { Worker } from 'node:worker_threads';
import { SLOW, type Standing } from '../web-security/standing.ts';
import type { Timer } from '../web-security/timer.ts';
import { type Asker, makeTurns } from '../web-security/turns.ts';
import { CREDITS, type FromFormThread, type ToFormThread } from './form-messages.ts';
import type { ReturnAsk, ReturnTold } from '../conversation/return-messages.ts';
import type { SealedChunk } from './seal-files.ts';

/** What is done for a thread while its form is still on the way. */
export type Serving = {
  /** Resolves when the chunk is durable. */
  readonly storeChunk: (chunk: SealedChunk) => Promise<unknown>;
  /** Answers what a form of the return page asks of the store. */
  readonly tell: (ask: ReturnAsk) => Promise<ReturnTold>;
};

/** What a thread says of its form itself, apart from moving bytes and asking. */
type Spoken = Exclude<FromFormThread, { kind: 'credit' | 'file' | 'ask' }>;

/** One thread, for one form. */
export type FormThread = {
  send(message: ToFormThread): void;
  /** Hands a chunk over, not copied; waits while the thread has enough to do. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What the thread says next of the form. Rejects when it has failed, or a sealed chunk could not be stored. */
  next(): Promise<Spoken>;
  /** Gives the place back and waits for another, behind others: for what a machine seems to have sent. Never refuses. */
  stepAside(): Promise<void>;
  /** Gives the place of a short form back for that of a long one; false for whoever must come back later. */
  lengthen(): Promise<boolean>;
  /** Ends the thread, with all that it remembers, and lets the next form have its place. */
  end(): void;
};

/** Forms that fit into a few packets, and those that do not: a slow line holds one of these for as long as it takes. */
export type FormLength = 'short' | 'long';

export type FormThreads = {
  /**
   * Waits for a place; null for whoever must come back later. A long form is still being sent while it has its thread, so
   * those have places of their own. What the thread says after a chunk of a file it says when that is stored.
   */
  take(asker: Asker, length: FormLength, serving: Serving): Promise<FormThread | null>;
  /** Whether a long form waits for the place of another. */
  readonly wanted: boolean;
  close(): Promise<void>;
};

export type FormThreadsOptions = {
  readonly worker: URL;
  /** libsodium, compiled. */
  readonly wasm: WebAssembly.Module;
  /**
   * Forms sealed at the same time: short ones, and beside them long ones, whose slow lines must not keep the others waiting.
   * Each needs some 50 MiB while the receipt is derived, and a long one as much as its longest file before that.
   */
  readonly places: Readonly<Record<FormLength, number>>;
  /** Forms that may wait for a place. Beyond it people are asked to send again. */
  readonly queue: number;
  readonly standing: Standing;
  readonly timer: Timer;
};

/** Forms that may step aside at the same time; each keeps its thread, some 15 MiB. */
const ASIDE_MAX = 4;
/** Forms that may wait for a long place with a thread of their own, some 50 MiB each. */
const LENGTHENING_MAX = 4;

function startWorker({ worker, wasm }: FormThreadsOptions): Worker {
  const started = new Worker(worker, {
    workerData: { wasm },
    // Nothing of the environment is needed in there, and a database's password might be in it.
    env: {},
    // A library that reads a file may print what it stumbles over: none of it reaches this process's output.
    stdout: true,
    stderr: true,
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 },
  });
  // A warm thread does not keep the process alive.
  started.unref();
  started.on('error', () => undefined);
  return started;
}

function takeWorker(
  worker: Worker,
  { storeChunk, tell }: Serving,
  places: Pick<FormThread, 'stepAside' | 'lengthen'>,
  onEnd: () => void,
): FormThread {
  worker.ref();
  const state = { credits: CREDITS, failed: false };
  const spoken: Spoken[] = [];
  let wake = (): void => undefined;
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const fail = (): void => {
    state.failed = true;
    wake();
  };
  worker.on('message', (message: FromFormThread) => {
    if (message.kind === 'credit') state.credits += 1;
    else if (message.kind === 'file')
      void storeChunk(message).then(() => worker.postMessage({ kind: 'kept' } satisfies ToFormThread), fail);
    else if (message.kind === 'ask')
      void tell(message.ask).then((told) => worker.postMessage({ kind: 'told', told } satisfies ToFormThread), fail);
    else spoken.push(message);
    wake();
  });
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
    ...places,
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
  const turnsFor = (length: FormLength) =>
    makeTurns({ places: places[length], room: queue, weight: 1, standing, timer });
  const rooms = { short: turnsFor('short'), long: turnsFor('long') };
  let aside = 0;
  let lengthening = 0;
  return {
    async take(asker, length, serving) {
      const turns = rooms[length];
      let endTurn = await turns.take(asker);
      if (endTurn === null) return null;
      const worker = warm ?? startWorker(options);
      warm = null;
      const giveBack = (): void => {
        if (!closed && warm === null) warmUp();
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
      const lengthen = async (): Promise<boolean> => {
        if (length === 'long') return true;
        if (lengthening >= LENGTHENING_MAX) return false;
        lengthening += 1;
        giveBack();
        endTurn = await rooms.long.take(asker);
        lengthening -= 1;
        return endTurn !== null;
      };
      return takeWorker(worker, serving, { stepAside, lengthen }, giveBack);
    },
    get wanted() {
      return rooms.long.waiting > 0;
    },
    async close() {
      closed = true;
      await warm?.terminate();
      warm = null;
    },
  };
}
