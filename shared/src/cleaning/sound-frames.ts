import { byteAt, hasName } from './byte-order.ts';
import type { Source } from './readable-file.ts';

/** Sound that is a row of frames, each behind a head of its own, with nothing around them. */
export type FrameFormat = {
  /** Bytes. */
  readonly head: number;
  /** The length in bytes of the frame with this head, 0 when it is none. */
  lengthOf(head: Uint8Array): number;
  /** What the heads of all frames of one stream have in common. */
  streamOf(head: Uint8Array): number;
};

/** So far behind an ID3 tag, and without one, the first frame may stand. */
const [FAR, NEAR] = [1024 * 1024, 4096];

/** Where the first frame stands, behind any tags; null when there is none. */
export async function findFirstFrame(source: Source, format: FrameFormat): Promise<number | null> {
  let start = 0;
  while (start + 10 <= source.size && hasName(await source.read(start, 3), 0, 'ID3'))
    start += id3Length(await source.read(start, 10));
  const last = Math.min(source.size - format.head, start + (start === 0 ? NEAR : FAR));
  for (let at = start; at <= last; at += 1) {
    const head = await source.read(at, format.head);
    const length = format.lengthOf(head);
    if (length > 0 && (await leadsOn(source, at + length, format, format.streamOf(head)))) return at;
  }
  return null;
}

/** The whole frames of the stream that begins at `first`. What stands between and behind them is passed over. */
export async function* framesFrom(
  source: Source,
  first: number,
  format: FrameFormat,
): AsyncGenerator<{ readonly at: number; readonly end: number }> {
  const stream = format.streamOf(await source.read(first, format.head));
  let follows = true;
  for (let at = first; at + format.head <= source.size;) {
    const head = await source.read(at, format.head);
    const end = at + (format.streamOf(head) === stream ? format.lengthOf(head) : 0);
    // A few bytes may look like a head by chance; behind a gap, two in a row must.
    const isFrame: boolean =
      end > at && end <= source.size && (follows || (await leadsOn(source, end, format, stream)));
    if (isFrame) yield { at, end };
    at = isFrame ? end : at + 1;
    follows = isFrame;
  }
}

/** Whether a frame of the same stream, or nothing more, stands at a place. */
async function leadsOn(source: Source, at: number, format: FrameFormat, stream: number): Promise<boolean> {
  if (at === source.size) return true;
  if (at + format.head > source.size) return false;
  const head = await source.read(at, format.head);
  return format.lengthOf(head) > 0 && format.streamOf(head) === stream;
}

function id3Length(head: Uint8Array): number {
  const size = [6, 7, 8, 9].reduce((total, at) => total * 128 + (byteAt(head, at) & 0x7f), 0);
  return 10 + size + ((byteAt(head, 5) & 0x10) === 0 ? 0 : 10);
}
