import { byteAt, hasName, le32, setLe32 } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { type Patch, type PieceList, applyPatches } from './pieces.ts';
import { emptyComments } from './vorbis-comment.ts';

const HEAD = 27;
const [CONTINUED, BEGINS] = [1, 2];
const LARGEST_HEADERS = 16 * 1024 * 1024;
const MOST_STREAMS = 256;

/** A page that holds a part of the comments: its place, its bytes, and where in them that part stands. */
type CommentPage = { readonly at: number; readonly bytes: Uint8Array; readonly from: number; readonly to: number };
/** A stream whose comments, its second packet, have not all been read. */
type Opening = {
  readonly magic: 'OpusTags' | '\x03vorbis';
  packet: number;
  readonly pages: CommentPage[];
  length: number;
};

/**
 * Empties the comments of every Opus and Vorbis stream. They keep their length, so that pages stay where they are and
 * only those that held comments get a new checksum. Any other stream is refused: its headers may say anything.
 */
export async function planOgg(source: Source): Promise<PieceList> {
  const openings = new Map<number, Opening>();
  const serials = new Set<number>();
  const patches: Patch[] = [];
  let at = 0;
  for (; at < source.size;) {
    const page = await readPage(source, at);
    if (page === null) break;
    const serial = le32(page.head, 14);
    const opening = (byteAt(page.head, 5) & BEGINS) === 0 ? openings.get(serial) : await beginStream(source, at, page);
    if (opening === undefined && !serials.has(serial)) throw new CannotClean('damaged');
    serials.add(serial);
    if (serials.size > MOST_STREAMS) throw new CannotClean('damaged');
    if (opening !== undefined) {
      openings.set(serial, opening);
      if (await takeHeaders(source, at, page, opening)) {
        for (const patch of emptyPages(opening)) patches.push(patch);
        openings.delete(serial);
      }
    }
    at += page.length;
  }
  if (serials.size === 0 || openings.size > 0) throw new CannotClean('damaged');
  return applyPatches(patches, at);
}

type Page = { readonly head: Uint8Array; readonly table: Uint8Array; readonly length: number };

/** The page at a place; null where the file ends in the middle of it or with a tag that is no page. */
async function readPage(source: Source, at: number): Promise<Page | null> {
  const rest = source.size - at;
  const start = await source.read(at, Math.min(rest, 4));
  if (hasName(start, 0, 'TAG') && rest === 128) return null;
  if (!hasName(start, 0, 'OggS'.slice(0, rest))) throw new CannotClean('damaged');
  if (rest < HEAD) return null;
  const head = Uint8Array.from(await source.read(at, HEAD));
  if (byteAt(head, 4) !== 0) throw new CannotClean('damaged');
  const segments = byteAt(head, 26);
  if (rest < HEAD + segments) return null;
  const table = Uint8Array.from(await source.read(at + HEAD, segments));
  const length = HEAD + segments + table.reduce((total, one) => total + one, 0);
  return rest < length ? null : { head, table, length };
}

async function beginStream(source: Source, at: number, page: Page): Promise<Opening> {
  const start = await source.read(at + HEAD + page.table.length, Math.min(8, page.length - HEAD - page.table.length));
  if (hasName(start, 0, 'OpusHead')) return { magic: 'OpusTags', packet: 0, pages: [], length: 0 };
  if (hasName(start, 0, '\x01vorbis')) return { magic: '\x03vorbis', packet: 0, pages: [], length: 0 };
  throw new CannotClean('unknown_parts');
}

/** Notes what of the comments a page holds; true when it holds their end. */
async function takeHeaders(source: Source, at: number, page: Page, opening: Opening): Promise<boolean> {
  const bytes = Uint8Array.from(await source.read(at, page.length));
  if (opening.packet === 1 && opening.length > 0 !== ((byteAt(bytes, 5) & CONTINUED) !== 0))
    throw new CannotClean('damaged');
  let from = HEAD + page.table.length;
  let to = from;
  for (const segment of page.table) {
    to += segment;
    if (segment === 255) continue;
    if (opening.packet === 1) {
      addPage(opening, { at, bytes, from, to });
      return true;
    }
    opening.packet += 1;
    from = to;
  }
  if (opening.packet === 1 && to > from) addPage(opening, { at, bytes, from, to });
  return false;
}

function addPage(opening: Opening, page: CommentPage): void {
  opening.pages.push(page);
  opening.length += page.to - page.from;
  if (opening.length > LARGEST_HEADERS) throw new CannotClean('too_large');
}

function emptyPages({ magic, pages, length }: Opening): Patch[] {
  const comments = emptyComments(magic, length);
  let done = 0;
  return pages.map(({ at, bytes, from, to }) => {
    bytes.set(comments.subarray(done, done + to - from), from);
    done += to - from;
    setLe32(bytes, 22, 0);
    setLe32(bytes, 22, checksum(bytes));
    return { at, bytes };
  });
}

/** CRC-32 of a page as RFC 3533 has it: polynomial 0x04C11DB7, no bits reversed, beginning with 0. */
function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (TABLE[(sum >>> 24) ^ byte] ?? 0)) >>> 0;
  return sum;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let sum = index << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});
