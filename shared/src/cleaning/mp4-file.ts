import { CannotClean } from './cannot-clean.ts';
import { type Box, readBoxHead } from './mp4-boxes.ts';
import type { Source } from './readable-file.ts';

/** A film of hours in fragments of a second has some ten thousand. */
const MOST_BOXES = 50_000;

/** The boxes of which a file consists. One whose end lies beyond the file's, or what is no box at all, ends the list. */
export async function topBoxes(source: Source): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at < source.size;) {
    const head = await source.read(at, Math.min(16, source.size - at));
    const box = readBoxHead(head, at, source.size);
    if (box === null || box.end > source.size) break;
    if (boxes.length >= MOST_BOXES) throw new CannotClean('damaged');
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** A box in memory, and where it begins there. */
export async function load(source: Source, box: Box): Promise<{ bytes: Uint8Array; inner: Box }> {
  const bytes = Uint8Array.from(await source.read(box.at, box.end - box.at));
  return { bytes, inner: { type: box.type, at: 0, start: box.start - box.at, end: bytes.length } };
}
