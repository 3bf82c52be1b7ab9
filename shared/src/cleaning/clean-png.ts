import { be32, nameAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';

/**
 * Chunks that decide how pixels look, with the longest that each may be: what is longer carries something else.
 * Colour profiles (iCCP) name devices and people and are left out, as in JPEG and WebP.
 */
const NEEDED = new Map([
  ['IHDR', 13],
  ['PLTE', 768],
  ['tRNS', 256],
  ['gAMA', 4],
  ['cHRM', 32],
  ['sRGB', 1],
  ['cICP', 4],
  ['sBIT', 4],
  ['bKGD', 6],
  ['pHYs', 9],
  ['acTL', 8],
  ['fcTL', 26],
  ['fdAT', Infinity],
  ['IDAT', Infinity],
  ['IEND', 0],
]);

/** Keeps the chunks that are needed, byte for byte, and nothing behind the last. */
export async function planPng(source: Source): Promise<PieceList> {
  const list = new PieceList();
  list.copy(0, 8);
  let pictures = 0;
  for (let at = 8; ;) {
    const head = await source.read(at, 8);
    const name = nameAt(head, 4);
    const length = be32(head, 0);
    const end = at + 12 + length;
    if (end > source.size || (at === 8 && name !== 'IHDR')) throw new CannotClean('damaged');
    if (length <= (NEEDED.get(name) ?? -1)) list.copy(at, end);
    // A critical chunk that nobody here knows: without it the picture would be another one.
    else if (/^[A-Z]/.test(name)) throw new CannotClean('damaged');
    if (name === 'IDAT') pictures += 1;
    if (name === 'IEND') break;
    at = end;
  }
  if (pictures === 0) throw new CannotClean('damaged');
  return list;
}
