import { be16, be32, be64, byteAt, bytesOf, nameAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { type Box, boxesIn } from './mp4-boxes.ts';
import type { Range } from './mp4-samples.ts';

/** Coded pictures, and pictures put together from others: tiles, turned ones, overlays, tone maps. */
const PICTURES = new Set(['hvc1', 'av01', 'avc1', 'grid', 'iden', 'iovl', 'tmap']);
const TELLING = new Set(['Exif', 'mime', 'uri ', 'skip']);

/**
 * Takes from the list of items (`iinf`) their names, and from Exif, XMP and the like their type, so that readers pass them
 * over. Answers the ids of the pictures. An item of a type that is not known makes the file one that is refused.
 */
export function cleanItemList(bytes: Uint8Array, list: Box): Set<number> {
  const pictures = new Set<number>();
  const first = list.start + (byteAt(bytes, list.start) === 0 ? 6 : 8);
  for (const { type: boxType, start, end } of boxesIn(bytes, first, list.end)) {
    const version = byteAt(bytes, start);
    if (boxType !== 'infe' || version < 2 || version > 3) throw new CannotClean('unknown_parts');
    const typeAt = start + (version === 2 ? 8 : 10);
    const type = nameAt(bytes, typeAt);
    if (be16(bytes, typeAt - 2) !== 0) throw new CannotClean('encrypted');
    if (PICTURES.has(type)) pictures.add(version === 2 ? be16(bytes, start + 4) : be32(bytes, start + 4));
    else if (TELLING.has(type)) bytes.set(bytesOf('skip'), typeAt);
    else throw new CannotClean('unknown_parts');
    bytes.fill(0, typeAt + 4, end);
  }
  return pictures;
}

/** Where the items of some ids lie, in the file and inside the `idat` box, in bytes from the beginning of each. */
export type Places = { readonly inFile: Range[]; readonly inside: Range[] };

/** Reads the table of places (`iloc`). */
export function findItems(bytes: Uint8Array, table: Box, wanted: ReadonlySet<number>): Places {
  const places: Places = { inFile: [], inside: [] };
  let at = table.start + 4;
  const next = (width: number): number => {
    const value = width === 0 ? 0 : width === 2 ? be16(bytes, at) : width === 4 ? be32(bytes, at) : be64(bytes, at);
    at += width;
    if (at > table.end) throw new CannotClean('damaged');
    return value;
  };
  const version = byteAt(bytes, table.start);
  const sizes = next(2);
  const [offsetSize = 0, lengthSize = 0, baseSize = 0, indexSize = 0] = [12, 8, 4, 0].map(
    (shift) => (sizes >>> shift) & 15,
  );
  if (version > 2 || [offsetSize, lengthSize, baseSize, indexSize].some((size) => ![0, 4, 8].includes(size)))
    throw new CannotClean('damaged');
  const wide = version === 2 ? 4 : 2;
  for (let items = next(wide); items > 0; items -= 1) {
    const isWanted = wanted.has(next(wide));
    const method = version === 0 ? 0 : next(2) & 15;
    if (next(2) !== 0 || method > 1) throw new CannotClean('unknown_parts');
    const base = next(baseSize);
    for (let extents = next(2); extents > 0; extents -= 1) {
      if (version > 0) next(indexSize);
      const from = base + next(offsetSize);
      const length = next(lengthSize);
      // Nothing said means the whole file.
      if (length === 0) throw new CannotClean('unknown_parts');
      if (isWanted) (method === 0 ? places.inFile : places.inside).push({ from, to: from + length });
    }
  }
  return places;
}

const WORDS = new Set(['desc', 'cprt', 'dmnd', 'dmdd', 'vued', 'meta', 'tech', 'targ', 'dscm']);

/** Takes from a colour profile (ICC.1) who made it, when, for which device, and all its texts; colours stay as they are. */
export function cleanProfile(profile: Uint8Array): void {
  const tags = Math.min(be32(profile, 128), 100);
  for (const [from, to] of [
    [4, 8],
    [24, 36],
    [40, 44],
    [48, 56],
    [80, 100],
  ] as const)
    profile.fill(0, from, to);
  for (let tag = 0; tag < tags; tag += 1) {
    const at = 132 + tag * 12;
    const [from, length] = [be32(profile, at + 4), be32(profile, at + 8)];
    if (WORDS.has(nameAt(profile, at))) profile.fill(0, from + 8, Math.min(from + length, profile.length));
  }
}
