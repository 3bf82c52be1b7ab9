import { byteAt, bytesOf, hasName } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff];

/** The bytes of a colour table that flags announce. */
const tableLength = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/**
 * Keeps pictures, their timing and how often they repeat. Comments, texts, and every application's own blocks (XMP and
 * colour profiles among them) go, and whatever stands behind the end.
 */
export async function planGif(source: Source): Promise<PieceList> {
  const list = new PieceList();
  let at = 13 + tableLength(byteAt(await source.read(10, 1), 0));
  list.copy(0, at);
  let control: readonly [number, number] | null = null;
  let pictures = 0;
  while (at < source.size) {
    const kind = byteAt(await source.read(at, 1), 0);
    if (kind === TRAILER) break;
    if (kind === IMAGE) {
      const flags = byteAt(await source.read(at + 9, 1), 0);
      const end = await skipBlocks(source, at + 11 + tableLength(flags));
      if (control !== null) list.copy(...control);
      control = null;
      list.copy(at, end);
      pictures += 1;
      at = end;
    } else if (kind === EXTENSION) {
      const label = byteAt(await source.read(at + 1, 1), 0);
      const end = await skipBlocks(source, at + 2);
      if (label === GRAPHIC_CONTROL && end - at === 8) control = [at, at + 8];
      else if (label === APPLICATION && end - at >= 19) {
        const loop = await source.read(at, 19);
        if (isLoop(loop)) list.write(plainLoop(loop));
      }
      at = end;
    } else throw new CannotClean('damaged');
  }
  if (pictures === 0) throw new CannotClean('damaged');
  list.write(Uint8Array.of(TRAILER));
  return list;
}

function isLoop(block: Uint8Array): boolean {
  const known = hasName(block, 3, 'NETSCAPE2.0') || hasName(block, 3, 'ANIMEXTS1.0');
  return known && byteAt(block, 2) === 11 && byteAt(block, 14) === 3 && byteAt(block, 15) === 1;
}

/** How often to repeat, and nothing that might follow it. */
function plainLoop(block: Uint8Array): Uint8Array {
  const bytes = bytesOf('!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0');
  bytes.set(block.subarray(16, 18), 16);
  return bytes;
}

/** Where a row of blocks ends, each behind its length in one byte, the last of length zero. */
async function skipBlocks(source: Source, start: number): Promise<number> {
  for (let at = start; ;) {
    const length = byteAt(await source.read(at, 1), 0);
    at += 1 + length;
    if (length === 0) return at;
  }
}
