import { byteAt, hasName } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';

/** What an AMR file begins with, narrow and wide (RFC 4867), and the bytes behind the head of a frame by its type; -1: unused. */
const NARROW = { magic: '#!AMR\n', lengths: [12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0] };
const WIDE = { magic: '#!AMR-WB\n', lengths: [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0] };

/** Frames from the beginning to the end; there is no place for anything else. One that is cut short is left out. */
export async function planAmr(source: Source): Promise<PieceList> {
  const start = await source.read(0, Math.min(source.size, WIDE.magic.length));
  const { magic, lengths } = hasName(start, 0, WIDE.magic) ? WIDE : NARROW;
  let at = magic.length;
  while (at < source.size) {
    const head = byteAt(await source.read(at, 1), 0);
    const length = lengths[(head >>> 3) & 15] ?? -1;
    if ((head & 0x83) !== 0 || length < 0) throw new CannotClean('damaged');
    if (at + 1 + length > source.size) break;
    at += 1 + length;
  }
  if (at === magic.length) throw new CannotClean('damaged');
  const list = new PieceList();
  list.copy(0, at);
  return list;
}
