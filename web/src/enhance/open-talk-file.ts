import { openAttachment } from '@romduol/shared/sealing/attachment';
import { messageKey } from '@romduol/shared/sealing/conversation';
import { nameToSave } from '../pages/file-kinds.ts';
import { nameOfFile } from '../pages/name-of-file.ts';
import type { OpenedTalk, TalkFile, TalkLine } from './return-talk.ts';

/** A file of the team's as whoever has the receipt gets it. */
export type OpenedFile = {
  /** What it is saved as. */
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly length: number;
  /** Piece by piece, each verified. Throws `SealingError` when one is not what was sent, or is missing. */
  readonly pieces: AsyncIterator<Uint8Array>;
};

/** A sealed chunk of a stored file; null when it is not there. */
export type FetchChunk = (object: string, chunk: number) => Promise<Uint8Array | null>;

function findFile({ talk }: OpenedTalk, name: string): { readonly line: TalkLine; readonly file: TalkFile } | null {
  for (const line of talk.lines) {
    const file = line.files.find((one) => !line.fromReporter && nameOfFile(line, one) === name);
    if (file !== undefined) return { line, file };
  }
  return null;
}

/** Opens a file of the team's, `name` as `nameOfFile` has it. Null when there is none, or not all of it. */
export function openTalkFile(opened: OpenedTalk, name: string, fetchChunk: FetchChunk): OpenedFile | null {
  const found = findFile(opened, name);
  if (found === null || !found.file.arrived) return null;
  const { line, file } = found;
  const { counter, epoch } = line;
  const key = messageKey(opened.keys[epoch] as Uint8Array, { counter, direction: 1 });
  const opener = openAttachment({ caseId: opened.conversation.caseId, place: file.place, key }, file.length);
  async function* read(): AsyncGenerator<Uint8Array> {
    for (let chunk = 0; chunk < file.chunks; chunk += 1) {
      // What is missing is as bad as what was changed: `finish` says so.
      const sealed = await fetchChunk(file.object, chunk);
      if (sealed === null) break;
      yield opener.open(sealed);
    }
    opener.finish();
  }
  return {
    name: nameToSave(file.name, file.type, `file-${file.place + 1}`),
    type: file.type,
    length: file.length,
    pieces: read(),
  };
}
