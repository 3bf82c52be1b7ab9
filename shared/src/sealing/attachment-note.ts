import { fields, list, text, whole } from './fields.ts';

// Apart from the sealing of files: a page that sends none carries only this.

/** What a report or message says of a file that follows it. Nothing of this stands outside. */
export type AttachmentNote = {
  /** The name of the stored file: UUIDv4. */
  readonly object: string;
  /** As the sender's device called it; empty for a recording. */
  readonly name: string;
  /** MIME type, found by looking at the file. */
  readonly type: string;
  /** Bytes, without padding. */
  readonly length: number;
};

/** The notes in a report or message that was opened. Throws `malformed`. */
export const readNotes = (value: unknown): AttachmentNote[] =>
  list(value ?? [], (one) => {
    const note = fields(one);
    return {
      object: text(note['object'], /^[0-9a-f-]{36}$/),
      name: text(note['name'], /^[^]{0,200}$/),
      type: text(note['type'], /^[\w.+-]+\/[\w.+-]+$/),
      length: whole(note['length']),
    };
  });
