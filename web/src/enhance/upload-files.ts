import type { CaseId } from '@romduol/shared/ids';
import {
  CHUNKS_TOGETHER,
  chunkCount,
  sealAttachment,
  uploadCheck,
  uploadToken,
} from '@romduol/shared/sealing/attachment';
import { concat, toBase64url } from '@romduol/shared/sealing/bytes';
import type { UploadProgress } from './messages.ts';

export type UploadFile = {
  readonly object: string;
  /** Bytes, without padding. */
  readonly length: number;
  /** The file from its beginning. Asked for once: what was sealed is kept until it has arrived, never sealed again. */
  readonly content: () => AsyncIterable<Uint8Array>;
};

/** How files are announced: where, and in whose name. */
export type Announcement = { readonly path: string; readonly body: Readonly<Record<string, unknown>> };

/** Files of whoever holds the receipt: of the report itself, or of the message with this counter. */
export const announceByReceipt = (lookup: Uint8Array, counter?: number): Announcement => ({
  path: '/api/attachments',
  body: { lookup: toBase64url(lookup), direction: counter === undefined ? -1 : 0, counter: counter ?? 0 },
});

export type Upload = {
  /** Requests under way end; no other begins. */
  pause(): void;
  /** Goes on, and at once where it was waiting for a connection. */
  resume(): void;
  /** There is a connection again, as far as the device knows. */
  retry(): void;
};

/** How it reaches the server, by path, and whom it tells how far it is. */
export type UploadWays = {
  readonly send: (path: string, request: RequestInit) => Promise<Response>;
  readonly tell: (progress: UploadProgress) => void;
};

/** Requests under way at once: enough to keep the line full while one waits for the disk at the other end. */
const UNDER_WAY = 3;
/** Milliseconds: first pause before a chunk is sent again, doubled each time, and the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** For one request: a chunk at 20 kbit/s. */
const PATIENCE = 120_000;
/** A request that took less, milliseconds, may carry twice as many chunks the next time: a slow line loses one at most. */
const QUICK = 2_000;

/** Thrown for what no repetition mends. */
class Refused extends Error {}

/**
 * Hands in the files of a stored report or message, whose key `key` is, one after another, as they are sealed. Each sealed
 * chunk is kept until the server has it, through any number of dropped connections.
 */
export function startUpload(
  source: {
    readonly caseId: CaseId;
    readonly key: Uint8Array;
    readonly announcement: Announcement;
    readonly files: readonly UploadFile[];
  },
  ways: UploadWays,
): Upload {
  const { caseId, key, announcement, files } = source;
  const token = uploadToken(key);
  /** `chunks`: how many one request carries. */
  const line = { paused: false, dropped: false, chunks: 1 };
  let at = { place: 0, stored: 0 };
  const chunksOf = (place: number): number => chunkCount(files[place]?.length ?? 0);
  const tell = (state: UploadProgress['state']): void =>
    ways.tell({ kind: 'progress', ...at, chunks: chunksOf(at.place), state });
  const tellNow = (): void => tell(line.paused ? 'paused' : line.dropped ? 'dropped' : 'sending');

  const waiting = new Set<() => void>();
  /** Until `wakeAll`, or for so many milliseconds. */
  const wait = (longest?: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = longest === undefined ? undefined : setTimeout(() => wakeUp(), longest);
      const wakeUp = (): void => {
        clearTimeout(timer);
        waiting.delete(wakeUp);
        resolve();
      };
      waiting.add(wakeUp);
    });
  const wakeAll = (): void => {
    for (const wakeUp of waiting) wakeUp();
  };

  /** Sends until it is acknowledged. What is sent is asked for anew each time. */
  async function deliver(ask: () => readonly [address: string, request: RequestInit]): Promise<void> {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      while (line.paused) await wait();
      const [address, request] = ask();
      try {
        const answer = await ways.send(address, { ...request, signal: AbortSignal.timeout?.(PATIENCE) });
        if (answer.ok) {
          line.dropped = false;
          return;
        }
        if (answer.status < 500 && answer.status !== 408 && answer.status !== 429) throw new Refused();
      } catch (reason) {
        if (reason instanceof Refused) throw reason;
      }
      line.dropped = true;
      line.chunks = 1;
      tellNow();
      await wait(pause);
    }
  }

  const announce = (): Promise<void> =>
    deliver(() => [
      announcement.path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...announcement.body,
          check: toBase64url(uploadCheck(token)),
          files: files.map(({ object, length }) => ({ object, chunks: chunkCount(length) })),
        }),
      },
    ]);

  async function handIn(place: number, { object, content }: UploadFile): Promise<void> {
    const sealer = sealAttachment({ caseId, place, key });
    // Its own count: a straggler of a file that was given up must not add to the next one's.
    const progress = { place, stored: 0 };
    at = progress;
    tellNow();
    const underWay = new Set<Promise<void>>();
    let chunk = 0;
    let together: Uint8Array[] = [];
    const sendTogether = async (first: number, sealed: readonly Uint8Array[]): Promise<void> => {
      for (let sent = 0, count = 0; sent < sealed.length; sent += count) {
        const began = Date.now();
        await deliver(() => {
          // Fewer where the line has become worse: all of them might never go through at once.
          count = Math.min(line.chunks, sealed.length - sent);
          return [
            `/api/attachments/${object}/${first + sent}`,
            {
              method: 'PUT',
              headers: { 'content-type': 'application/octet-stream', 'upload-token': toBase64url(token) },
              body: concat(...sealed.slice(sent, sent + count)) as Uint8Array<ArrayBuffer>,
            },
          ];
        });
        line.chunks = Date.now() - began < QUICK ? Math.min(line.chunks * 2, CHUNKS_TOGETHER) : 1;
        progress.stored += count;
        tellNow();
      }
    };
    const sendHeld = async (): Promise<void> => {
      const sending = sendTogether(chunk, together).finally(() => underWay.delete(sending));
      // Met where it is awaited.
      sending.catch(() => undefined);
      underWay.add(sending);
      chunk += together.length;
      together = [];
      if (underWay.size === UNDER_WAY) await Promise.race(underWay);
    };
    const send = async (sealed: Iterable<Uint8Array>): Promise<void> => {
      for (const bytes of sealed) {
        together.push(bytes);
        if (together.length >= line.chunks) await sendHeld();
      }
    };
    for await (const piece of content()) await send(sealer.push(piece));
    await send(sealer.finish());
    if (together.length > 0) await sendHeld();
    await Promise.all(underWay);
  }

  async function run(): Promise<void> {
    const announced = announce();
    for (const [place, file] of files.entries()) {
      try {
        at = { place, stored: 0 };
        await announced;
        await handIn(place, file);
        tell('stored');
      } catch {
        // Refused, or the device does not give the file out any more. The others may still arrive.
        tell('failed');
      }
    }
  }
  void run();

  return {
    pause() {
      line.paused = true;
      tellNow();
    },
    resume() {
      line.paused = false;
      tellNow();
      wakeAll();
    },
    retry: wakeAll,
  };
}
