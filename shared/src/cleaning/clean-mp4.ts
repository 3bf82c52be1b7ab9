import { bytesOf, be32 } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { type Box, boxesIn, findBox, rewriteBoxes } from './mp4-boxes.ts';
import { load, topBoxes } from './mp4-file.ts';
import { MOVIE_RULES, type TrackKind, fragmentRules, kindOfTrack } from './mp4-rules.ts';
import {
  type Range,
  chunksOf,
  defaultSizes,
  extendChunks,
  fragmentRanges,
  gapsBetween,
  hasUncertainSizes,
} from './mp4-samples.ts';
import { type Patch, type PieceList, applyPatches } from './pieces.ts';
import type { Source } from './readable-file.ts';

/** Descriptions of the whole, which hold nothing else. */
const PLAIN: ReadonlySet<string> = new Set(['ftyp', 'styp', 'sidx']);
const NEEDED: ReadonlySet<string> = new Set([...PLAIN, 'moov', 'moof', 'mdat']);

/**
 * Keeps pictures and sounds and what plays them; every box that is not known to be needed becomes free space of the same
 * length, all zeros, so that no offset changes. Times and names become nothing. Of the media data, whatever no kept track
 * plays is zeroed: places recorded along the way, subtitles, time codes, things hidden behind. What follows the last
 * needed box is cut off.
 */
export async function planMp4(source: Source): Promise<{ list: PieceList; hasPicture: boolean }> {
  const boxes = await topBoxes(source);
  const end = boxes.filter(({ type }) => NEEDED.has(type)).at(-1)?.end ?? 0;
  const movieBox = boxes.find(({ type }) => type === 'moov');
  if (movieBox === undefined || !boxes.some(({ type }) => type === 'mdat')) throw new CannotClean('damaged');
  const movie = await readMovie(source, movieBox, end);
  const patches: Patch[] = [{ at: movieBox.at, bytes: movie.bytes }];
  const played = [...movie.played];
  const rules = fragmentRules((track) => movie.tracks.has(track));
  for (const box of boxes) {
    if (box.at >= end || box === movieBox || PLAIN.has(box.type)) continue;
    if (box.type === 'moof') {
      const { bytes, inner } = await load(source, box);
      for (const range of fragmentRanges(bytes, inner, box.at, movie.sizes)) {
        if (movie.tracks.has(range.track)) played.push(range);
      }
      rewriteBoxes(bytes, inner.start, inner.end, rules);
      patches.push({ at: box.at, bytes });
    } else if (box.type !== 'mdat') {
      patches.push({ at: box.at + 4, bytes: bytesOf('free') }, { at: box.start, zeros: box.end - box.start });
    }
  }
  if (played.some(({ to }) => to > end)) throw new CannotClean('damaged');
  const media = boxes.filter(({ type }) => type === 'mdat').map(({ start, end: to }) => ({ from: start, to }));
  for (const { from, to } of gapsBetween(played, media)) patches.push({ at: from, zeros: to - from });
  return { list: applyPatches(patches, end), hasPicture: movie.hasPicture };
}

type Movie = {
  /** The box, rewritten. */
  readonly bytes: Uint8Array;
  /** Ids of the tracks that stay. */
  readonly tracks: ReadonlySet<number>;
  readonly played: readonly Range[];
  /** Sizes of samples in fragments, by track. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly hasPicture: boolean;
};

async function readMovie(source: Source, box: Box, fileEnd: number): Promise<Movie> {
  const { bytes, inner } = await load(source, box);
  const tracks = boxesIn(bytes, inner.start, inner.end)
    .filter(({ type }) => type === 'trak')
    .map((track) => readTrack(bytes, track));
  const kept = tracks.filter(({ kind }) => kind !== null);
  if (kept.length === 0) throw new CannotClean('damaged');
  const starts = tracks.flatMap(({ chunks }) => chunks.map(({ from }) => from));
  const played = kept.flatMap(({ chunks, hasNoCertainEnd }) =>
    hasNoCertainEnd ? extendChunks(chunks, starts, fileEnd) : chunks,
  );
  const sizes = defaultSizes(bytes, inner);
  rewriteBoxes(bytes, inner.start, inner.end, MOVIE_RULES);
  return {
    bytes,
    tracks: new Set(kept.map(({ id }) => id)),
    played,
    sizes,
    hasPicture: kept.some(({ kind }) => kind === 'vide'),
  };
}

type Track = {
  readonly kind: TrackKind;
  readonly id: number;
  readonly chunks: Range[];
  readonly hasNoCertainEnd: boolean;
};

function readTrack(bytes: Uint8Array, track: Box): Track {
  const kind = kindOfTrack(bytes, track);
  const head = findBox(bytes, track, 'tkhd');
  if (head === null) throw new CannotClean('damaged');
  const id = be32(bytes, head.start + (bytes[head.start] === 1 ? 20 : 12));
  const hasNoCertainEnd = kind === 'soun' && hasUncertainSizes(bytes, track);
  return { kind, id, chunks: chunksOf(bytes, track), hasNoCertainEnd };
}
