import type { CaseId } from '@romduol/shared/ids';
import { chunkCount, openAttachment } from '@romduol/shared/sealing/attachment';
import { ApiRefusal } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import type { MessageName } from './acts.ts';
import { findMessageFile } from './conversation.ts';
import { openCase } from './open-case.ts';

/** Fetches bytes as they are. The browser gives `fetch`, the tests a running server. */
export type FetchBytes = (path: string) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;

const NOT_FOUND = 404;

/**
 * A file of a report, or of a message, fetched and verified chunk by chunk; `place` counts from 0. Nothing is answered before all of it has
 * verified. Throws `DeskRefusal` `file_incomplete` while parts of it have not arrived, `SealingError` `damaged` when any
 * bit is another, `ApiRefusal`.
 */
export async function openFile(
  desk: Desk,
  fetchBytes: FetchBytes,
  {
    caseId,
    place,
    message,
  }: { readonly caseId: CaseId; readonly place: number; readonly message?: MessageName | undefined },
): Promise<Blob> {
  const open = await openCase(desk, caseId);
  const ofReport = open.report.attachments[place];
  const found =
    message !== undefined
      ? await findMessageFile(desk, open, message, place)
      : ofReport && { note: ofReport, key: open.held.all[0] ?? open.held.key };
  if (!found) throw new DeskRefusal('file_incomplete');
  const { note, key } = found;
  const opener = openAttachment({ caseId, place, key }, note.length);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let chunk = 0; chunk < chunkCount(note.length); chunk += 1) {
    const answer = await fetchBytes(`/api/cases/${caseId}/attachments/${note.object}/${chunk}`).catch(() => {
      throw new ApiRefusal('unreachable', null);
    });
    if (answer.status === NOT_FOUND) throw new DeskRefusal('file_incomplete');
    if (answer.status === 401) throw new ApiRefusal('not_signed_in', null);
    if (answer.status !== 200) throw new ApiRefusal('answer_malformed', null);
    parts.push(new Uint8Array(opener.open(answer.bytes)));
  }
  opener.finish();
  return new Blob(parts);
}
