import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';

/** A field as sent; undefined stands for a file where none belongs, whose bytes are thrown away as they come. */
export type SentField = readonly [name: string, value: string | undefined];

/**
 * Takes a file where one belongs, with the fields that came before it. While its content is not read, nothing that follows
 * it is parsed.
 */
export type TakeFiles = {
  readonly takes: (field: string) => boolean;
  readonly take: (field: string, name: string, content: Readable, before: readonly SentField[]) => void;
};

/** Longest value taken, bytes: several times the longest answer, so that what is too long can be shown again. */
const VALUE_MAX = 512 * 1024;
/** All values together: a form's body may be long for its files only. */
const VALUES_MAX = 1024 * 1024;
const FIELDS_MAX = 300;

export type FormParser = {
  /** Resolves when the bytes are parsed and more may come. */
  write(bytes: Uint8Array): Promise<void>;
  end(): void;
  /** Everything that was sent. Rejects with `malformed` or `too_large` as the message. */
  readonly fields: Promise<readonly SentField[]>;
};

/** Parses a form body, multipart or urlencoded, as it arrives. */
export function parseForm(contentType: string, files: TakeFiles): FormParser {
  const fields: SentField[] = [];
  let length = 0;
  const headers: BusboyHeaders = { 'content-type': contentType };
  let write: FormParser['write'] = async () => undefined;
  let end: FormParser['end'] = () => undefined;
  const parsed = new Promise<readonly SentField[]>((resolve, reject) => {
    const refuse = (why: 'malformed' | 'too_large') => (): void => reject(new Error(why));
    let parser: BusboyInstance;
    try {
      parser = new Busboy({
        headers,
        limits: { fieldSize: VALUE_MAX, files: FIELDS_MAX, parts: FIELDS_MAX, headerPairs: 32 },
      });
    } catch {
      // Neither kind of form.
      refuse('malformed')();
      return;
    }
    parser.on('field', (name, value, nameCut, valueCut) => {
      length += name.length + value.length;
      // Counted here: the parser's own count says nothing when an urlencoded body ends beyond it.
      if (nameCut || valueCut || fields.length === FIELDS_MAX || length > VALUES_MAX) refuse('too_large')();
      else fields.push([name, value]);
    });
    parser.on('file', (name, stream, filename) => {
      if (filename && files.takes(name)) return files.take(name, filename, stream, [...fields]);
      if (filename) fields.push([name, undefined]);
      stream.resume();
    });
    for (const limit of ['partsLimit', 'filesLimit'] as const) parser.on(limit, refuse('too_large'));
    parser.on('error', refuse('malformed'));
    parser.on('finish', () => resolve(fields));
    write = (bytes) =>
      new Promise((taken) => parser.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), () => taken()));
    end = () => parser.end();
  });
  return { write: (bytes) => write(bytes), end: () => end(), fields: parsed };
}
