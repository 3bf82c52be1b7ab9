import type { CaseId } from '@romduol/shared/ids';
import { chunkCount } from '@romduol/shared/sealing/attachment';
import { type PreparedFiles, prepareFiles } from '../enhance/prepare-files.ts';
import { startUpload } from '../enhance/upload-files.ts';
import { AS_IS, ATTACHMENTS } from '../pages/form-fields.ts';
import { DeskRefusal } from './desk.ts';
import type { PreparedView, SendingView } from './views.ts';

/** Carries a sealed chunk, or what announces files, to the server. The browser gives `fetch`, the tests a running server. */
export type SendBytes = (path: string, request: RequestInit) => Promise<Response>;

/** The message that files belong to, and the key that they are sealed under. */
type Message = { readonly caseId: CaseId; readonly counter: number; readonly key: Uint8Array };

/** Hands in a message's files; resolves when each is stored, or cannot be. */
export type HandIn = (message: Message, files: PreparedFiles) => Promise<void>;

export type OutgoingFiles = {
  readonly prepare: (files: readonly File[], asIs: boolean) => Promise<PreparedView>;
  /** What was prepared last. Throws `DeskRefusal` `illegal_entry` when that was something else. */
  readonly prepared: (id: number) => PreparedFiles;
  readonly handIn: HandIn;
  readonly sending: () => SendingView | null;
};

/** The files that one console sends to reporters: one message's at a time, cleaned before anything of them is sealed. */
export function openOutgoing(sendBytes: SendBytes): OutgoingFiles {
  let last: { readonly id: number; readonly files: PreparedFiles } | undefined;
  let prepares = 0;
  let sending: SendingView | null = null;
  return {
    async prepare(files, asIs) {
      const fields = files.map((file) => [ATTACHMENTS, file] as const);
      const prepared = await prepareFiles(asIs ? [...fields, [AS_IS, 'yes']] : fields);
      prepares += 1;
      last = { id: prepares, files: prepared };
      const shown = prepared.notes.map(({ name, type, length }) => ({ name, type, length }));
      return { id: prepares, files: shown, problems: prepared.problems };
    },
    prepared(id) {
      if (last?.id !== id) throw new DeskRefusal('illegal_entry', 'files_refused');
      return last.files;
    },
    handIn({ caseId, counter, key }, { files }) {
      const chunks = files.reduce((sum, { length }) => sum + chunkCount(length), 0);
      const settled = new Map<number, number>();
      sending = { stored: 0, chunks, dropped: false };
      return new Promise((resolve) => {
        const announcement = { path: `/api/cases/${caseId}/attachments`, body: { counter } };
        startUpload(
          { caseId, key, announcement, files },
          {
            send: sendBytes,
            tell({ place, stored, state }) {
              settled.set(place, stored);
              const all = [...settled.values()].reduce((sum, count) => sum + count, 0);
              sending = { stored: all, chunks, dropped: state === 'dropped' };
              if (place < files.length - 1 || (state !== 'stored' && state !== 'failed')) return;
              sending = null;
              resolve();
            },
          },
        );
      });
    },
    sending: () => sending,
  };
}
