import type { TeamId } from '@romduol/shared/ids';
import type { Trouble } from '@romduol/web/pages/trouble-page';
import type { Asker } from '../web-security/turns.ts';
import type { Encoding } from '../pages/compress.ts';
import type { FormTask, SealedForm, ToFormThread } from './form-messages.ts';
import type { FormLength, FormThread, FormThreads, Serving } from './form-threads.ts';
import type { SealedChunk } from './seal-files.ts';

/**
 * Longest body taken, bytes: five files and the words, and room for a film that is too large. Its bytes are thrown away as
 * they come, so that the page can come back with everything that was typed.
 */
const BODY_MAX = 200 * 1000 * 1000;
/** A body up to this long is taken in before it asks for a thread, so that a slow line does not hold one. */
const HELD_MAX = 64 * 1024;
/** What is read and thrown away after a refusal, so that the answer reaches a browser that is still sending. */
const DRAIN_MAX = 500 * 1000 * 1000;
/** Milliseconds without a byte. */
const IDLE_MAX = 30_000;
/** Bytes a second that a longer body must come by while others wait for its thread, and the milliseconds it has to begin. */
const SLOWEST = 2048;
const BEGINNING = 20_000;
/** Milliseconds in all: fifty megabytes at 150 kbit/s. Who sends more slowly holds a place that others wait for. */
const LONGEST = 45 * 60_000;

export type FormAnswer =
  | {
      readonly kind: 'page';
      readonly status: 200 | 422;
      readonly encoding: Encoding;
      readonly html: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'trouble'; readonly trouble: Extract<Trouble, 'busy' | 'fault' | 'too_large' | 'malformed'> };

/** A file, opened piece by piece as it is read. The thread ends with it. */
export type Download = {
  readonly kind: 'download';
  readonly name: string;
  readonly length: number;
  readonly content: ReadableStream<Uint8Array>;
};

/** Where a form finds a thread, and who it comes from. */
export type FormPlace = {
  readonly threads: FormThreads;
  readonly asker: Asker;
  /** Milliseconds since some moment. */
  readonly now: () => number;
};

export type TakeFormDeps = FormPlace & {
  readonly keysOf: (team: TeamId) => Promise<readonly Uint8Array[]>;
  /** Resolve when what they are given is durable. */
  readonly storeChunk: (chunk: SealedChunk) => Promise<unknown>;
  readonly store: (sealed: SealedForm) => Promise<unknown>;
};

type Body = ReadableStreamDefaultReader<Uint8Array>;

/** The next bytes, in memory of their own so that they can be handed over; null at the end. Throws when none come. */
async function readChunk(body: Body): Promise<Uint8Array<ArrayBuffer> | null> {
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('idle')), IDLE_MAX);
  });
  try {
    const { done, value } = await Promise.race([body.read(), idle]);
    return done || value === undefined ? null : new Uint8Array(value);
  } finally {
    clearTimeout(timer);
  }
}

async function drain(body: Body): Promise<void> {
  try {
    for (let left = DRAIN_MAX; left > 0;) {
      const chunk = await readChunk(body);
      if (chunk === null) return;
      left -= chunk.length;
    }
  } catch {
    // Gone already.
  }
  await body.cancel().catch(() => undefined);
}

const trouble = (what: Extract<FormAnswer, { kind: 'trouble' }>['trouble']): FormAnswer => ({
  kind: 'trouble',
  trouble: what,
});

/** Lets the thread read, seal and draw. What comes back is sealed or a finished page. */
async function converse(thread: FormThread, deps: TakeFormDeps): Promise<FormAnswer> {
  for (;;) {
    const message = await thread.next();
    if (message.kind === 'page') return message;
    if (message.kind === 'refused') return trouble(message.trouble);
    if (message.kind === 'download' || message.kind === 'piece') throw new Error('out of turn');
    if (message.kind === 'team') {
      if (message.trapped) await thread.stepAside();
      thread.send({ kind: 'keys', keys: await deps.keysOf(message.team) });
    } else {
      await deps.store(message);
      thread.send({ kind: 'stored' });
    }
  }
}

/**
 * Moves a form's body into a thread that seals it, stores what comes out, and returns the page to show. This side moves
 * bytes: it never parses, keeps or reports them. Never throws.
 */
export const takeForm = (
  stream: ReadableStream<Uint8Array> | null,
  task: FormTask,
  deps: TakeFormDeps,
): Promise<FormAnswer> =>
  takeBody(
    stream,
    { kind: 'task', task },
    { ...deps, tell: () => Promise.reject(new Error('nothing to ask here')) },
    (thread) => converse(thread, deps),
  );

/**
 * Moves a form's body into a thread that was told `first` what to do with it, and lets `talk` answer what the thread then
 * says. Never throws.
 */
export async function takeBody<Answer extends FormAnswer | Download>(
  stream: ReadableStream<Uint8Array> | null,
  first: ToFormThread,
  { threads, asker, now, storeChunk, tell }: FormPlace & Serving,
  talk: (thread: FormThread) => Promise<Answer>,
): Promise<Answer | FormAnswer> {
  if (stream === null) return trouble('malformed');
  const body: Body = stream.getReader();
  let thread: FormThread | null = null;
  const begin = async (length: FormLength, held: Uint8Array<ArrayBuffer>[]): Promise<FormThread | null> => {
    const begun = await threads.take(asker, length, { storeChunk, tell });
    begun?.send(first);
    for (const bytes of held.splice(0)) await begun?.write(bytes);
    return begun;
  };
  try {
    const held: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    let begunAt = 0;
    const until = now() + LONGEST;
    for (let bytes = await readChunk(body); bytes !== null; bytes = await readChunk(body)) {
      length += bytes.length;
      if (now() > until) return trouble('fault');
      if (length > BODY_MAX) {
        await drain(body);
        return trouble('too_large');
      }
      const dueAt = begunAt + BEGINNING + (length / SLOWEST) * 1000;
      if (thread !== null && threads.wanted && now() > dueAt) return trouble('busy');
      if (thread !== null) await thread.write(bytes);
      else if (held.push(bytes) > 0 && length > HELD_MAX) {
        thread = await begin('long', held);
        begunAt = now();
        if (thread === null) return trouble('busy');
      }
    }
    thread ??= await begin('short', held);
    if (thread === null) return trouble('busy');
    thread.send({ kind: 'end' });
    const answer = await talk(thread);
    if (answer.kind === 'download') thread = null;
    return answer;
  } catch {
    return trouble('fault');
  } finally {
    thread?.end();
    await body.cancel().catch(() => undefined);
  }
}
