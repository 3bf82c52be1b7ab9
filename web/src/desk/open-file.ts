import type { CaseId } from '@romduol/shared/ids';
import { chunkCount, openAttachment } from '@romduol/shared/sealing/attachment';
import { ApiRefusal } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { openCase } from './open-case.ts';

/** Fetches bytes as they are. The browser gives `fetch`, the tests a running server. */
export type FetchBytes = (path: string) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;

const NOT_FOUND = 404;

/**
 * A file of a report, fetched and verified chunk by chunk; `place` counts from 0. Nothing is answered before all of it has
 * verified. Throws `DeskRefusal` `file_incomplete` while parts of it have not arrived, `SealingError` `damaged` when any
 * bit is another, `ApiRefusal`.
 */
export async function openFile(desk: Desk, fetchBytes: FetchBytes, caseId: CaseId, place: number): Promise<Blob> {
  const { report, held } = await openCase(desk, caseId);
  const note = report.attachments[place];
  if (note === undefined) throw new DeskRefusal('file_incomplete');
  const opener = openAttachment({ caseId, place, key: held.all[0] ?? held.key }, note.length);
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
