import type { CaseId } from '@romduol/shared/ids';
import { chunkCount, sealAttachment, uploadCheck, uploadToken } from '@romduol/shared/sealing/attachment';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import type { UploadProgress } from './messages.ts';

export type UploadFile = {
  readonly object: string;
  /** Bytes, without padding. */
  readonly length: number;
  /** The file from its beginning. Asked for once: what was sealed is kept until it has arrived, never sealed again. */
  readonly content: () => AsyncIterable<Uint8Array>;
};

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

/** Chunks under way at once: enough to keep the line full while one waits for the disk at the other end. */
const UNDER_WAY = 3;
/** Milliseconds: first pause before a chunk is sent again, doubled each time, and the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** For one request: a chunk at 20 kbit/s. */
const PATIENCE = 120_000;

/** Thrown for what no repetition mends. */
class Refused extends Error {}

/**
 * Hands in the files of a stored report, one after another, as they are sealed. Each sealed chunk is kept until the server
 * has it, through any number of dropped connections.
 */
export function startUpload(
  report: {
    readonly caseId: CaseId;
    readonly lookup: Uint8Array;
    readonly key: Uint8Array;
    readonly files: readonly UploadFile[];
  },
  ways: UploadWays,
): Upload {
  const { caseId, lookup, key, files } = report;
  const token = uploadToken(key);
  const line = { paused: false, dropped: false };
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

  /** Sends until it is acknowledged. */
  async function deliver(address: string, request: RequestInit): Promise<void> {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      while (line.paused) await wait();
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
      tellNow();
      await wait(pause);
    }
  }

  const announce = (): Promise<void> =>
    deliver('/api/attachments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        lookup: toBase64url(lookup),
        direction: -1,
        counter: 0,
        check: toBase64url(uploadCheck(token)),
        files: files.map(({ object, length }) => ({ object, chunks: chunkCount(length) })),
      }),
    });

  async function handIn(place: number, { object, content }: UploadFile): Promise<void> {
    const sealer = sealAttachment({ caseId, place, key });
    // Its own count: a straggler of a file that was given up must not add to the next one's.
    const progress = { place, stored: 0 };
    at = progress;
    tellNow();
    const underWay = new Set<Promise<void>>();
    let chunk = 0;
    const sendOne = async (path: string, bytes: Uint8Array): Promise<void> => {
      await deliver(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', 'upload-token': toBase64url(token) },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      progress.stored += 1;
      tellNow();
    };
    const send = async (sealed: Iterable<Uint8Array>): Promise<void> => {
      for (const bytes of sealed) {
        const sending = sendOne(`/api/attachments/${object}/${chunk}`, bytes).finally(() => underWay.delete(sending));
        // Met where it is awaited.
        sending.catch(() => undefined);
        underWay.add(sending);
        chunk += 1;
        if (underWay.size === UNDER_WAY) await Promise.race(underWay);
      }
    };
    for await (const piece of content()) await send(sealer.push(piece));
    await send(sealer.finish());
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
