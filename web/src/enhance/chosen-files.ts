import type { CaseId } from '@romduol/shared/ids';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import type { ThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import type { FileProblem } from '../pages/form-fields.ts';
import type { ToUploader } from './messages.ts';
import { prepareFiles } from './prepare-files.ts';
import { type Announcement, type Upload, announceByReceipt, startUpload } from './upload-files.ts';

// Fetched by the worker of report or return page when a form comes with files, and not before.

export type ChosenFiles = {
  readonly problems: readonly FileProblem[];
  /** As the report or message names them. */
  readonly names: readonly string[];
  readonly notes: readonly AttachmentNote[];
  /** What a report says of its files, and the key, drawn here, that they are going to be sealed under. */
  draw(
    caseId: CaseId,
    lookup: Uint8Array,
  ): { readonly key: Uint8Array; readonly attachments: readonly AttachmentNote[] };
  /** The same where the key is known: that of the message which names them. */
  aim(owner: { readonly caseId: CaseId; readonly key: Uint8Array }, announcement: Announcement): void;
  /** What the page asks once report or message is stored. */
  take(message: ToUploader['kind']): undefined;
};

/** Looks at the files of a form: what they are, what has to be taken out of them, and what is wrong with them. */
export async function readFiles(
  fields: readonly (readonly [name: string, value: FormDataEntryValue])[],
  thin: ThinSodium,
): Promise<ChosenFiles> {
  useSodium(withStreams(thin));
  const { notes, files, problems } = await prepareFiles(fields);
  let begin: (() => Upload) | undefined;
  let upload: Upload | undefined;
  addEventListener('online', () => upload?.retry());
  const aim: ChosenFiles['aim'] = (owner, announcement) => {
    begin = () =>
      startUpload(
        { ...owner, announcement, files },
        { send: (path, request) => fetch(path, request), tell: (progress) => postMessage(progress) },
      );
  };
  return {
    problems,
    names: notes.map(({ name }) => name),
    notes,
    draw(caseId, lookup) {
      const key = sodium().randomBytes(32);
      aim({ caseId, key }, announceByReceipt(lookup));
      return { key, attachments: notes };
    },
    aim,
    take(message) {
      if (message === 'upload') upload ??= begin?.();
      else upload?.[message]();
    },
  };
}
