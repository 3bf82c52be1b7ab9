import { planCleaning } from '@romduol/shared/cleaning/clean-file';
import { type Piece, readPieces } from '@romduol/shared/cleaning/pieces';
import type { ReadableFile } from '@romduol/shared/cleaning/readable-file';
import { ATTACHMENTS_MAX, ATTACHMENT_MAX } from '@romduol/shared/sealing/attachment';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { AS_IS, type FileProblem } from '../pages/form-fields.ts';
import { makeUuid } from './make-uuid.ts';
import { nameFile } from './name-file.ts';
import { redrawPicture } from './redraw-picture.ts';
import type { UploadFile } from './upload-files.ts';

const MEGABYTE = 1_000_000;

export type PreparedFiles = {
  /** What the report or message says of them. */
  readonly notes: readonly AttachmentNote[];
  /** The same files with what is left of them, to be handed in. */
  readonly files: readonly UploadFile[];
  readonly problems: readonly FileProblem[];
};

/** A file, by its slices: a film is never in memory as a whole. */
const readerOfBlob = (blob: Blob): ReadableFile => ({
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
});

type Prepared = {
  readonly note: AttachmentNote;
  readonly cleaned: boolean;
  readonly content: () => AsyncIterable<Uint8Array>;
};

async function prepare(field: string, file: File, place: number): Promise<Prepared> {
  const made = (reader: ReadableFile, pieces: readonly Piece[], length: number, type: string, extension?: string) => ({
    note: { object: makeUuid(), name: nameFile(field, file.name, place, extension), type, length },
    cleaned: extension !== undefined,
    content: () => readPieces(reader, pieces),
  });
  const reader = readerOfBlob(file);
  const plan = await planCleaning(reader);
  const redrawable = plan.kind === 'cleaned' ? plan.type : plan.why === 'needs_reencoding' ? 'image/heif' : '';
  const drawn = await redrawPicture(file, redrawable);
  if (drawn !== null) {
    const redrawn = readerOfBlob(drawn);
    const again = await planCleaning(redrawn);
    if (again.kind === 'cleaned') return made(redrawn, again.pieces, again.size, again.type, again.extension);
  }
  if (plan.kind === 'cleaned') return made(reader, plan.pieces, plan.size, plan.type, plan.extension);
  return made(reader, [{ from: 0, to: file.size }], file.size, 'application/octet-stream');
}

/**
 * Looks at the files among the fields of a form: what they are, what has to be taken out of them, and what is wrong with
 * them. For the browser of whoever sends them, reporter and caseworker alike.
 */
export async function prepareFiles(
  fields: readonly (readonly [name: string, value: FormDataEntryValue])[],
): Promise<PreparedFiles> {
  const prepared: Prepared[] = [];
  const problems = new Map<FileProblem['code'], FileProblem>();
  const refuse = (field: string, code: FileProblem['code'], max?: number): void => {
    problems.set(code, { question: field as FileProblem['question'], code, ...(max === undefined ? {} : { max }) });
  };
  for (const [field, file] of fields) {
    if (typeof file === 'string' || file.name === '') continue;
    if (prepared.length === ATTACHMENTS_MAX) refuse(field, 'too_many_files', ATTACHMENTS_MAX);
    else if (file.size > ATTACHMENT_MAX) refuse(field, 'file_too_large', ATTACHMENT_MAX / MEGABYTE);
    else if (file.size === 0) refuse(field, 'file_empty');
    else {
      try {
        prepared.push(await prepare(field, file, prepared.length));
      } catch {
        // The device does not give it out: a picture that lies in a cloud, a card that was taken out.
        refuse(field, 'file_empty');
      }
    }
  }
  const asIs = fields.some(([name]) => name === AS_IS);
  if (!asIs && prepared.some(({ cleaned }) => !cleaned)) refuse(AS_IS, 'cannot_clean');
  return {
    notes: prepared.map(({ note }) => note),
    files: prepared.map(({ note, content }) => ({ ...note, content })),
    problems: [...problems.values()],
  };
}
