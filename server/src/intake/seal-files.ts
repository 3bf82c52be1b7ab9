import type { Readable } from 'node:stream';
import { planCleaning } from '@romduol/shared/cleaning/clean-file';
import { type Piece, readPieces } from '@romduol/shared/cleaning/pieces';
import { readerOf } from '@romduol/shared/cleaning/readable-file';
import {
  ATTACHMENTS_MAX,
  type AttachmentOwner,
  FORM_ATTACHMENT_MAX,
  sealAttachment,
} from '@romduol/shared/sealing/attachment';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { concat } from '@romduol/shared/sealing/bytes';
import { nameFile, readName } from '@romduol/web/enhance/name-file';
import { AS_IS, ATTACHMENTS, type FileProblem, VOICE } from '@romduol/web/pages/form-fields';
import type { AnnouncedFile } from '../attachments/store.ts';
import type { SentField, TakeFiles } from './parse-form.ts';

/** A sealed chunk on its way to the database. */
export type SealedChunk = { readonly object: string; readonly chunk: number; readonly bytes: Uint8Array<ArrayBuffer> };

/** The case, and the key of the report or message that names the files. */
export type FilesOwner = Omit<AttachmentOwner, 'place'>;

export type SealedFiles = {
  readonly notes: readonly AttachmentNote[];
  /** The same files as they are announced. */
  readonly announced: readonly AnnouncedFile[];
  /** Undefined when no file came. */
  readonly problems: readonly FileProblem[] | undefined;
  /** What they are called on the sender's device, to be named when they have to be chosen again. */
  readonly names: readonly string[];
};

export type FileSealing = TakeFiles & {
  /** `asIs`: the person wants those sent from which nothing could be taken out. */
  readonly finish: (asIs: boolean) => Promise<SealedFiles>;
};

const MEGABYTE = 1_000_000;

/**
 * Seals a form's files while the rest of the form is still on its way. One file at a time is held, ten megabytes at most,
 * since what is to be taken out of it stands anywhere in it; what is handed out is sealed, chunk by chunk, and the next
 * is sealed when the last one is stored. Whether the form is in order shows later: nobody can open what it leaves behind.
 * `ownerOf` says whose files they are, by the fields that came before the first; null: nobody's, and they are thrown away.
 */
export function sealFiles(
  ownerOf: (before: readonly SentField[]) => Promise<FilesOwner | null>,
  handOut: (chunk: SealedChunk) => Promise<void>,
): FileSealing {
  const notes: AttachmentNote[] = [];
  const announced: AnnouncedFile[] = [];
  const names: string[] = [];
  const problems = new Map<FileProblem['code'], FileProblem>();
  let uncleaned = false;
  const refuse = (question: FileProblem['question'], code: FileProblem['code'], max?: number): void => {
    problems.set(code, { question, code, ...(max === undefined ? {} : { max }) });
  };

  async function seal(owner: FilesOwner, pieces: AsyncIterable<Uint8Array>, object: string): Promise<number> {
    const sealer = sealAttachment({ ...owner, place: notes.length });
    let chunk = 0;
    const hand = async (sealed: Iterable<Uint8Array>): Promise<void> => {
      for (const bytes of sealed) {
        await handOut({ object, chunk, bytes: new Uint8Array(bytes) });
        chunk += 1;
      }
    };
    for await (const piece of pieces) await hand(sealer.push(piece));
    await hand(sealer.finish());
    return chunk;
  }

  async function takeOne(field: string, name: string, content: Readable, before: readonly SentField[]): Promise<void> {
    const question = field as FileProblem['question'];
    const bytes = await readFile(content);
    names.push(readName(name));
    const owner = await ownerOf(before);
    if (owner === null) return;
    if (bytes === null) return refuse(question, 'file_too_large', FORM_ATTACHMENT_MAX / MEGABYTE);
    if (bytes.length === 0) return refuse(question, 'file_empty');
    if (notes.length === ATTACHMENTS_MAX) return refuse(question, 'too_many_files', ATTACHMENTS_MAX);
    const file = readerOf(bytes);
    const plan = await planCleaning(file);
    const cleaned = plan.kind === 'cleaned';
    if (!cleaned) uncleaned = true;
    const pieces: readonly Piece[] = cleaned ? plan.pieces : [{ from: 0, to: bytes.length }];
    const object = crypto.randomUUID();
    const sealed = await seal(owner, readPieces(file, pieces), object);
    notes.push({
      object,
      name: nameFile(field, name, notes.length, cleaned ? plan.extension : undefined),
      type: cleaned ? plan.type : 'application/octet-stream',
      length: cleaned ? plan.size : bytes.length,
    });
    announced.push({ object, chunks: sealed });
  }

  let turn = Promise.resolve();
  return {
    takes: (field) => field === VOICE || field === ATTACHMENTS,
    take(field, name, content, before) {
      turn = turn.then(() => takeOne(field, name, content, before));
      turn.catch(() => undefined);
    },
    async finish(asIs) {
      await turn;
      if (uncleaned && !asIs) refuse(AS_IS, 'cannot_clean');
      const found = names.length === 0 ? undefined : [...problems.values()];
      return { notes, announced, problems: found, names };
    },
  };
}

/** The whole of a file; null when it is too large, whose bytes are then thrown away as they come. */
async function readFile(content: Readable): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of content as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length <= FORM_ATTACHMENT_MAX) parts.push(part);
    else parts.length = 0;
  }
  return length > FORM_ATTACHMENT_MAX ? null : concat(...parts);
}
