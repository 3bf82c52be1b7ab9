import { CannotClean } from './cannot-clean.ts';

/** A file that can be read at any place, so that a film of 100 MB need not be in memory. A `Blob` makes one in two lines. */
export type ReadableFile = {
  /** In bytes. */
  readonly size: number;
  /** Exactly `length` bytes from `offset` on, both in bytes and inside the file. May reject when the device fails. */
  read(offset: number, length: number): Promise<Uint8Array>;
};

/** A reader of bytes that are in memory anyway. */
export function readerOf(bytes: Uint8Array): ReadableFile {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/** Enough for the headers of many pages or blocks at once, little enough to be read in vain. */
const WINDOW = 64 * 1024;
/** Tables of a film of an hour come to a few megabytes; what claims to have more of them is not such a film. */
const LARGEST_READ = 32 * 1024 * 1024;

/** What the parsers read from: a sliding window over a file, which refuses every read that the file does not have. */
export class Source {
  readonly size: number;
  readonly #reader: ReadableFile;
  #start = 0;
  #window = new Uint8Array(0);

  constructor(reader: ReadableFile) {
    this.#reader = reader;
    this.size = reader.size;
  }

  /** `length` bytes from `offset` on, not to be written to. Throws `CannotClean` beyond the file's end. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.size)) throw new CannotClean('damaged');
    if (length > LARGEST_READ) throw new CannotClean('too_large');
    if (offset < this.#start || offset + length > this.#start + this.#window.length) await this.#slide(offset, length);
    return this.#window.subarray(offset - this.#start, offset - this.#start + length);
  }

  /** At most a window of bytes from `offset` on; empty at the end of the file. */
  async readSome(offset: number): Promise<Uint8Array> {
    return this.read(offset, Math.max(0, Math.min(WINDOW, this.size - offset)));
  }

  async #slide(offset: number, length: number): Promise<void> {
    const wanted = Math.min(Math.max(length, WINDOW), this.size - offset);
    const bytes = await this.#reader.read(offset, wanted);
    if (bytes.length !== wanted) throw new CannotClean('damaged');
    this.#start = offset;
    this.#window = bytes as Uint8Array<ArrayBuffer>;
  }
}
