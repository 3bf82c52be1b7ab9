import { planCleaning } from '@romduol/shared/cleaning/clean-file';
import { type Piece, readPieces } from '@romduol/shared/cleaning/pieces';
import type { ReadableFile } from '@romduol/shared/cleaning/readable-file';
import type { CaseId } from '@romduol/shared/ids';
import { ATTACHMENTS_MAX, ATTACHMENT_MAX } from '@romduol/shared/sealing/attachment';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import type { ThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import { AS_IS, type FileProblem } from '../pages/form-fields.ts';
import type { ToUploader } from './messages.ts';
import { makeUuid } from './make-uuid.ts';
import { nameFile } from './name-file.ts';
import { redrawPicture } from './redraw-picture.ts';
import { type UploadFile, startUpload } from './upload-files.ts';

// Fetched by the sealing worker when a form comes with files, and not before.

export type ChosenFiles = {
  readonly problems: readonly FileProblem[];
  /** As the report names them. */
  readonly names: readonly string[];
  /** What the report says of its files, and the key, drawn here, that they are going to be sealed under. */
  draw(
    caseId: CaseId,
    lookup: Uint8Array,
  ): { readonly key: Uint8Array; readonly attachments: readonly AttachmentNote[] };
  /** What the page asks once the report is stored. */
  take(message: ToUploader['kind']): undefined;
};

const MEGABYTE = 1_000_000;

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

/** Looks at the files of a form: what they are, what has to be taken out of them, and what is wrong with them. */
export async function readFiles(
  fields: readonly (readonly [name: string, value: FormDataEntryValue])[],
  thin: ThinSodium,
): Promise<ChosenFiles> {
  useSodium(withStreams(thin));
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
  let begin: (() => ReturnType<typeof startUpload>) | undefined;
  let upload: ReturnType<typeof startUpload> | undefined;
  addEventListener('online', () => upload?.retry());
  return {
    problems: [...problems.values()],
    names: prepared.map(({ note }) => note.name),
    draw(caseId, lookup) {
      const key = sodium().randomBytes(32);
      const files: UploadFile[] = prepared.map(({ note, content }) => ({ ...note, content }));
      begin = () =>
        startUpload(
          { caseId, lookup, key, files },
          { send: (path, request) => fetch(path, request), tell: (progress) => postMessage(progress) },
        );
      return { key, attachments: prepared.map(({ note }) => note) };
    },
    take(message) {
      if (message === 'upload') upload ??= begin?.();
      else upload?.[message]();
    },
  };
}
