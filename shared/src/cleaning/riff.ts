import { bytesOf, le32, nameAt, setLe32 } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList, totalLength } from './pieces.ts';

/** A chunk of RIFF: its name, and where its content begins and ends in bytes, without the byte that pads it. */
export type Chunk = { readonly name: string; readonly start: number; readonly end: number };

/** The chunks between two places. One that is longer than its surroundings ends with them, as in recordings cut short. */
export async function* readChunks(source: Source, from: number, to: number): AsyncGenerator<Chunk> {
  for (let at = from; at + 8 <= to;) {
    const head = await source.read(at, 8);
    const end = Math.min(to, at + 8 + le32(head, 4));
    yield { name: nameAt(head, 0), start: at + 8, end };
    at = end + ((end - at) % 2);
  }
}

/** A chunk of this name around what the list holds, padded to an even length. */
export function wrapChunk(name: string, content: PieceList): PieceList {
  const length = totalLength(content.pieces);
  if (length > 0xff_ff_ff_ff) throw new CannotClean('too_large');
  const head = bytesOf(`${name}\0\0\0\0`);
  setLe32(head, 4, length);
  const list = new PieceList();
  list.write(head);
  list.append(content);
  list.zero(length % 2);
  return list;
}

export function copyOf(chunk: Chunk): PieceList {
  const list = new PieceList();
  list.copy(chunk.start, chunk.end);
  return list;
}
