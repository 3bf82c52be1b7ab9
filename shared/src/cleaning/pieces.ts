import { CannotClean } from './cannot-clean.ts';
import type { ReadableFile } from './readable-file.ts';

/** A part of a cleaned file: a stretch of the original (offsets in bytes, `to` not included), new bytes, or zeros. */
export type Piece =
  | { readonly from: number; readonly to: number }
  | { readonly bytes: Uint8Array }
  | { readonly zeros: number };

/** So that a hostile file cannot make a plan that is larger than itself. Films of hours need some thousands. */
const MOST_PIECES = 100_000;

export function lengthOf(piece: Piece): number {
  if ('bytes' in piece) return piece.bytes.length;
  return 'zeros' in piece ? piece.zeros : piece.to - piece.from;
}

/** The length of a cleaned file in bytes. */
export function totalLength(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + lengthOf(piece), 0);
}

/** Collects a plan from front to back; neighbours that continue one another become one piece. */
export class PieceList {
  readonly pieces: Piece[] = [];

  copy(from: number, to: number): void {
    if (to <= from) return;
    const last = this.pieces.at(-1);
    if (last !== undefined && 'to' in last && last.to === from) this.#replaceLast({ from: last.from, to });
    else this.#add({ from, to });
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#add({ bytes });
  }

  zero(length: number): void {
    if (length <= 0) return;
    const last = this.pieces.at(-1);
    if (last !== undefined && 'zeros' in last) this.#replaceLast({ zeros: last.zeros + length });
    else this.#add({ zeros: length });
  }

  append(other: PieceList): void {
    for (const piece of other.pieces) {
      if ('bytes' in piece) this.write(piece.bytes);
      else if ('zeros' in piece) this.zero(piece.zeros);
      else this.copy(piece.from, piece.to);
    }
  }

  #replaceLast(piece: Piece): void {
    this.pieces[this.pieces.length - 1] = piece;
  }

  #add(piece: Piece): void {
    if (this.pieces.length >= MOST_PIECES) throw new CannotClean('damaged');
    this.pieces.push(piece);
  }
}

/** Something that takes the place of as many bytes of the original, from `at` on. */
export type Patch = { readonly at: number } & ({ readonly bytes: Uint8Array } | { readonly zeros: number });

/** The first `end` bytes of the original with the patches, which do not overlap, in their places. */
export function applyPatches(patches: readonly Patch[], end: number): PieceList {
  const list = new PieceList();
  let at = 0;
  for (const patch of [...patches].sort((a, b) => a.at - b.at)) {
    const length = lengthOf(patch);
    if (length === 0) continue;
    if (patch.at < at || patch.at + length > end) throw new CannotClean('damaged');
    list.copy(at, patch.at);
    if ('bytes' in patch) list.write(patch.bytes);
    else list.zero(patch.zeros);
    at = patch.at + length;
  }
  list.copy(at, end);
  return list;
}

/**
 * The cleaned file from front to back, in chunks of at most `most` bytes: what a caller seals and sends without ever
 * holding the whole.
 */
export async function* readPieces(
  reader: ReadableFile,
  pieces: readonly Piece[],
  most: number = 256 * 1024,
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    const length = lengthOf(piece);
    for (let at = 0; at < length; at += most) {
      const step = Math.min(most, length - at);
      if ('bytes' in piece) yield piece.bytes.subarray(at, at + step);
      else if ('zeros' in piece) yield new Uint8Array(step);
      else yield await reader.read(piece.from + at, step);
    }
  }
}
