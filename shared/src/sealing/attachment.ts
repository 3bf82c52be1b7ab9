import type { CaseId } from '../ids.ts';
import { concat, le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { padmeLength } from './padding.ts';
import { sodium } from './sodium.ts';

/** Files with one report or message, and bytes of each: with script, and where a form is posted. */
export const ATTACHMENTS_MAX = 5;
export const ATTACHMENT_MAX = 100 * 1000 * 1000;
export const FORM_ATTACHMENT_MAX = 10 * 1000 * 1000;

/** Bytes of a file in one chunk; the last may be shorter. */
const CHUNK = 256 * 1024;
const HEADER = 24;
/** What sealing adds to a chunk. The first also carries the stream's header. */
const OVERHEAD = 17;
/** Files up to this long look alike; above it, in Padmé's steps. */
const FLOOR = 64 * 1024;
/** The longest chunk as it is stored. */
export const SEALED_CHUNK_MAX = HEADER + CHUNK + OVERHEAD;
/** Chunks that may be handed in together, and the longest such request. */
export const CHUNKS_TOGETHER = 4;
export const UPLOAD_MAX = HEADER + CHUNKS_TOGETHER * (CHUNK + OVERHEAD);

/** Which file of its report or message this is, counted from 0, and the key of that report or message. */
export type AttachmentOwner = { readonly caseId: CaseId; readonly place: number; readonly key: Uint8Array };

const attachmentKey = ({ place, key }: AttachmentOwner): Uint8Array => sodium().deriveKey(16 + place, 'rdatt_01', key);
const bindFirst = ({ caseId, place }: AttachmentOwner, header: Uint8Array): Uint8Array =>
  pae(label('att'), utf8(caseId), le64(place), header);

/** Into how many chunks a file of `length` bytes is sealed, padding included. */
export const chunkCount = (length: number): number => Math.ceil(padmeLength(length, FLOOR) / CHUNK);

/** Whether a sealed chunk of `length` bytes may stand in this place of a file of `chunks`: its length is in Padmé's steps. */
export function isChunkLength(chunks: number, chunk: number, length: number): boolean {
  const content = length - OVERHEAD - (chunk === 0 ? HEADER : 0);
  if (chunk < chunks - 1) return content === CHUNK;
  const whole = (chunks - 1) * CHUNK + content;
  return chunk === chunks - 1 && content > 0 && content <= CHUNK && padmeLength(whole, FLOOR) === whole;
}

/**
 * Takes apart what was handed in together: sealed chunks one behind the other, the first of which is to stand in place
 * `first` of a file of `chunks`. Null when that is not their length.
 */
export function splitChunks(chunks: number, first: number, together: Uint8Array): Uint8Array[] | null {
  const split: Uint8Array[] = [];
  let at = 0;
  do {
    const chunk = first + split.length;
    const rest = together.subarray(at);
    const one = chunk < chunks - 1 ? rest.subarray(0, CHUNK + OVERHEAD + (chunk === 0 ? HEADER : 0)) : rest;
    if (!isChunkLength(chunks, chunk, one.length)) return null;
    split.push(one);
    at += one.length;
  } while (at < together.length);
  return split;
}

/** A token that lets its holder hand in the files of one report or message, whose key `key` is. */
export const uploadToken = (key: Uint8Array): Uint8Array => sodium().deriveKey(6, 'rdupld01', key);

/** What the server compares a token with: H(32, PAE(…upload, token)). */
export const uploadCheck = (token: Uint8Array): Uint8Array => sodium().hash(32, pae(label('upload'), token));

export type AttachmentSealer = {
  /** Takes the next bytes of the file, any number, and hands out the chunks that they complete. */
  push(bytes: Uint8Array): Generator<Uint8Array>;
  /** Pads and hands out the rest. Nothing may follow. */
  finish(): Generator<Uint8Array>;
};

/**
 * Seals one file as it comes, holding at most one chunk of it. Each sealer draws a header of its own, so a file that is
 * begun anew is sealed under another state: keep what came out until it is stored, never make it again.
 */
export function sealAttachment(owner: AttachmentOwner): AttachmentSealer {
  const header = sodium().randomBytes(HEADER);
  const stream = sodium().streamSealer(attachmentKey(owner), header);
  let first = true;
  /** One chunk, filled again and again: memory of its own for each would cost as much as half of the sealing. */
  const held = new Uint8Array(CHUNK);
  let holds = 0;
  let length = 0;
  const sealHeld = (last: boolean): Uint8Array => {
    const sealed = stream.push(held.subarray(0, holds), first ? bindFirst(owner, header) : new Uint8Array(), last);
    holds = 0;
    if (!first) return sealed;
    first = false;
    return concat(header, sealed);
  };
  // A full chunk waits until more comes: which one is the last is part of what is sealed.
  function* add(bytes: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length;) {
      if (holds === CHUNK) yield sealHeld(false);
      const taken = bytes.subarray(at, at + CHUNK - holds);
      held.set(taken, holds);
      holds += taken.length;
      at += taken.length;
    }
  }
  return {
    *push(bytes) {
      length += bytes.length;
      yield* add(bytes);
    },
    *finish() {
      for (let left = padmeLength(length, FLOOR) - length; left > 0; left -= CHUNK) {
        yield* add(new Uint8Array(Math.min(left, CHUNK)));
      }
      const last = sealHeld(true);
      held.fill(0);
      yield last;
    },
  };
}

export type AttachmentOpener = {
  /** The next bytes of the file. Throws `damaged`, `too_long`: discard all that came before. */
  open(chunk: Uint8Array): Uint8Array;
  /** Throws `damaged` unless the last chunk was the last. */
  finish(): void;
};

/** Opens a file chunk by chunk; `length` is its true length, as report or message says. */
export function openAttachment(owner: AttachmentOwner, length: number): AttachmentOpener {
  let stream: ReturnType<ReturnType<typeof sodium>['streamOpener']> | undefined;
  let left = length;
  let ended = false;
  return {
    open(chunk) {
      if (ended || chunk.length > SEALED_CHUNK_MAX) throw new SealingError('damaged');
      let additional: Uint8Array = new Uint8Array();
      let sealed = chunk;
      if (stream === undefined) {
        const header = chunk.subarray(0, HEADER);
        if (header.length < HEADER) throw new SealingError('damaged');
        stream = sodium().streamOpener(attachmentKey(owner), header);
        additional = bindFirst(owner, header);
        sealed = chunk.subarray(HEADER);
      }
      const pulled = stream.pull(sealed, additional);
      if (pulled === null) throw new SealingError('damaged');
      ended = pulled.last;
      const content = pulled.message.subarray(0, left);
      left -= content.length;
      return content;
    },
    finish() {
      if (!ended || left > 0) throw new SealingError('damaged');
    },
  };
}
