import { zipSync } from 'fflate';
import { utf8 } from '../sealing/bytes.ts';

/** A file to be put into another: text or bytes. */
export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export const bytesOf = ({ content }: NamedFile): Uint8Array => (typeof content === 'string' ? utf8(content) : content);

/**
 * A zip of the files in their order, the same bytes on every machine: fflate writes the local parts of a date, so the one
 * day that is put on every file is given in local parts as well.
 */
export function zipFiles(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const mtime = new Date(1980, 0, 1, 12);
  return new Uint8Array(zipSync(Object.fromEntries(files.map((file) => [file.name, bytesOf(file)])), { mtime, os: 3 }));
}
