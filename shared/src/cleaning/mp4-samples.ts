import { be16, be32, be64, byteAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { type Box, boxesIn, findBox } from './mp4-boxes.ts';

/** A stretch of the file that samples take, in bytes. */
export type Range = { readonly from: number; readonly to: number };

/** Two hours of sound in chunks of one sample have half a million. */
const MOST_CHUNKS = 500_000;

/** The chunks of a track: where each begins and how many bytes its samples have. */
export function chunksOf(bytes: Uint8Array, track: Box): Range[] {
  const table = findBox(bytes, track, 'mdia', 'minf', 'stbl');
  if (table === null) return [];
  const find = (type: string): Box | null => findBox(bytes, table, type);
  const [short, long, groups] = [find('stco'), find('co64'), find('stsc')];
  const offsets = short ?? long;
  if (offsets === null || groups === null) return [];
  const width = short === null ? 8 : 4;
  const count = countOf(bytes, offsets, 4, width);
  if (count > MOST_CHUNKS) throw new CannotClean('too_large');
  const runs = countOf(bytes, groups, 4, 12);
  const sizes = sampleSizes(bytes, find('stsz'), find('stz2'));
  const chunks: Range[] = [];
  for (let chunk = 0, run = -1, sample = 0; chunk < count; chunk += 1) {
    while (run + 1 < runs && be32(bytes, groups.start + 8 + (run + 1) * 12) <= chunk + 1) run += 1;
    if (run < 0) throw new CannotClean('damaged');
    const samples = be32(bytes, groups.start + 8 + run * 12 + 4);
    const at = offsets.start + 8 + chunk * width;
    const from = width === 4 ? be32(bytes, at) : be64(bytes, at);
    chunks.push({ from, to: from + sizes(sample, samples) });
    sample += samples;
  }
  return chunks;
}

/** The number that stands at `at` in a table, checked against the length of what it counts. */
function countOf(bytes: Uint8Array, { start, end }: Box, at: number, width: number): number {
  const count = be32(bytes, start + at);
  if (start + at + 4 + count * width > end) throw new CannotClean('damaged');
  return count;
}

/** A function that adds up the bytes of so many samples from one on. */
function sampleSizes(
  bytes: Uint8Array,
  plain: Box | null,
  compact: Box | null,
): (from: number, count: number) => number {
  if (plain !== null) {
    const same = be32(bytes, plain.start + 4);
    if (same !== 0) return (_, count) => count * same;
    const total = countOf(bytes, plain, 8, 4);
    return (from, count) => sum(from, count, total, (sample) => be32(bytes, plain.start + 12 + sample * 4));
  }
  if (compact === null) throw new CannotClean('damaged');
  const bits = byteAt(bytes, compact.start + 7);
  if (![4, 8, 16].includes(bits)) throw new CannotClean('damaged');
  const total = countOf(bytes, compact, 8, bits / 8);
  const first = compact.start + 12;
  return (from, count) =>
    sum(from, count, total, (sample) => {
      if (bits === 16) return be16(bytes, first + sample * 2);
      if (bits === 8) return byteAt(bytes, first + sample);
      return (byteAt(bytes, first + (sample >>> 1)) >>> (sample % 2 === 0 ? 4 : 0)) & 15;
    });
}

function sum(from: number, count: number, total: number, sizeOf: (sample: number) => number): number {
  if (from + count > total) throw new CannotClean('damaged');
  let bytes = 0;
  for (let sample = from; sample < from + count; sample += 1) bytes += sizeOf(sample);
  return bytes;
}

/** Whether the track calls each of its samples one byte long, which QuickTime says of all sound, whatever it takes. */
export function hasUncertainSizes(bytes: Uint8Array, track: Box): boolean {
  const sizes = findBox(bytes, track, 'mdia', 'minf', 'stbl', 'stsz');
  return sizes !== null && be32(bytes, sizes.start + 4) === 1;
}

/** Each chunk up to where the next of any track begins, or to the end of the file. */
export function extendChunks(chunks: readonly Range[], starts: readonly number[], size: number): Range[] {
  const sorted = [...starts].sort((a, b) => a - b);
  return chunks.map(({ from, to }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    return { from, to: Math.max(Math.min(to, size), sorted[low] ?? size) };
  });
}

/** The size of a sample that says none, by the id of its track, from `mvex`. */
export function defaultSizes(bytes: Uint8Array, movie: Box): Map<number, number> {
  const extension = findBox(bytes, movie, 'mvex');
  const boxes = extension === null ? [] : boxesIn(bytes, extension.start, extension.end);
  return new Map(
    boxes
      .filter(({ type }) => type === 'trex')
      .map(({ start }) => [be32(bytes, start + 4), be32(bytes, start + 16)] as const),
  );
}

/** What the samples of a fragment take, with the id of their track. `moofAt`: where the fragment's description begins. */
export function fragmentRanges(
  bytes: Uint8Array,
  fragment: Box,
  moofAt: number,
  sizes: ReadonlyMap<number, number>,
): (Range & { readonly track: number })[] {
  const ranges: (Range & { readonly track: number })[] = [];
  let previousEnd = moofAt;
  for (const traf of boxesIn(bytes, fragment.start, fragment.end)) {
    if (traf.type !== 'traf') continue;
    const head = findBox(bytes, traf, 'tfhd');
    if (head === null) throw new CannotClean('damaged');
    const flags = be32(bytes, head.start) & 0xff_ff_ff;
    const track = be32(bytes, head.start + 4);
    const skip = (...bits: number[]): number => bits.reduce((all, bit) => all + ((flags & bit) === 0 ? 0 : 4), 0);
    const base = (flags & 1) === 0 ? ((flags & 0x2_00_00) === 0 ? previousEnd : moofAt) : be64(bytes, head.start + 8);
    const sizeAt = head.start + 8 + ((flags & 1) === 0 ? 0 : 8) + skip(2, 8);
    const size = (flags & 0x10) === 0 ? (sizes.get(track) ?? 0) : be32(bytes, sizeAt);
    let at = base;
    for (const run of boxesIn(bytes, traf.start, traf.end)) {
      if (run.type !== 'trun') continue;
      const range = runRange(bytes, run, base, at, size);
      ranges.push({ ...range, track });
      at = range.to;
    }
    previousEnd = at;
  }
  return ranges;
}

function runRange(bytes: Uint8Array, run: Box, base: number, next: number, size: number): Range {
  const flags = be32(bytes, run.start) & 0xff_ff_ff;
  const has = (bit: number): 0 | 1 => ((flags & bit) === 0 ? 0 : 1);
  const width = 4 * (has(0x1_00) + has(0x2_00) + has(0x4_00) + has(0x8_00));
  const count = countOf(bytes, run, 4, 0);
  const first = run.start + 8 + 4 * (has(1) + has(4));
  if (first + count * width > run.end) throw new CannotClean('damaged');
  const from = has(1) === 1 ? base + (be32(bytes, run.start + 8) | 0) : next;
  if (from < 0) throw new CannotClean('damaged');
  if (has(0x2_00) === 0) return { from, to: from + count * size };
  let to = from;
  for (let sample = 0; sample < count; sample += 1) to += be32(bytes, first + sample * width + 4 * has(0x1_00));
  return { from, to };
}

/** The gaps that ranges, in any order, leave in stretches that follow one another. */
export function gapsBetween(ranges: readonly Range[], stretches: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const gaps: Range[] = [];
  let next = 0;
  let covered = 0;
  for (const { from, to } of stretches) {
    let at = Math.max(from, covered);
    for (let range = sorted[next]; range !== undefined && range.from < to; range = sorted[(next += 1)]) {
      if (range.from > at) gaps.push({ from: at, to: range.from });
      at = Math.max(at, range.to);
    }
    covered = at;
    if (at < to) gaps.push({ from: at, to });
  }
  return gaps;
}
