import { byteAt, bytesOf, le32 } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';
import { copyOf, readChunks, wrapChunk } from './riff.ts';

const PICTURES = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Of the flags of VP8X: transparency and animation. Exif, XMP and colour profile are gone, the rest is reserved. */
const KEPT_FLAGS = 0x12;
/** Position, size, duration and flags of a frame of an animation, in bytes. */
const FRAME_HEAD = 16;

/** Keeps pictures, transparency and animation byte for byte; no Exif, no XMP, no colour profile, no unknown chunk. */
export async function planWebp(source: Source): Promise<PieceList> {
  const end = Math.min(source.size, 8 + le32(await source.read(4, 4), 0));
  const body = new PieceList();
  body.write(bytesOf('WEBP'));
  let pictures = 0;
  for await (const chunk of readChunks(source, 12, end)) {
    if (PICTURES.has(chunk.name)) {
      body.append(wrapChunk(chunk.name, copyOf(chunk)));
      pictures += chunk.name === 'ALPH' ? 0 : 1;
    } else if (chunk.name === 'VP8X') {
      const head = Uint8Array.from(await source.read(chunk.start, 10));
      head.set([byteAt(head, 0) & KEPT_FLAGS, 0, 0, 0]);
      body.append(wrapChunk('VP8X', listOf(head)));
    } else if (chunk.name === 'ANIM') {
      body.append(wrapChunk('ANIM', listOf(Uint8Array.from(await source.read(chunk.start, 6)))));
    } else if (chunk.name === 'ANMF') {
      body.append(wrapChunk('ANMF', await planFrame(source, chunk.start, chunk.end)));
      pictures += 1;
    }
  }
  if (pictures === 0) throw new CannotClean('damaged');
  return wrapChunk('RIFF', body);
}

async function planFrame(source: Source, start: number, end: number): Promise<PieceList> {
  if (end - start < FRAME_HEAD) throw new CannotClean('damaged');
  const frame = new PieceList();
  frame.copy(start, start + FRAME_HEAD);
  for await (const chunk of readChunks(source, start + FRAME_HEAD, end)) {
    if (PICTURES.has(chunk.name)) frame.append(wrapChunk(chunk.name, copyOf(chunk)));
  }
  return frame;
}

function listOf(bytes: Uint8Array): PieceList {
  const list = new PieceList();
  list.write(bytes);
  return list;
}
