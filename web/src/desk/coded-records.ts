import type { SealedRecord } from '@romduol/shared/api/statistics';
import { CODEBOOK_VERSION } from '@romduol/shared/codebook/code-list';
import type { Case } from '@romduol/shared/casework/case';
import type { RecordId } from '@romduol/shared/ids';
import { sealRecord, teamMark } from '@romduol/shared/sealing/record';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { CodedRecord } from '@romduol/shared/statistics/coded-record';
import { packRecord, type RecordContent } from '@romduol/shared/statistics/packed-record';
import { ApiRefusal } from './caller.ts';
import { codedMarks } from './coded-marks.ts';
import type { Desk } from './desk.ts';
import { type HandedIn, handIn, readOwn, takeUpList } from './handed-in.ts';
import { ownStatisticsKey } from './granted-keys.ts';
import { type OpenCase, openCase } from './open-case.ts';
import type { QueueRow } from './views.ts';

/** What waits to be sealed names no case, and its id is in no way made from one. */
type Waiting = { readonly recordId: RecordId; readonly revision: number; readonly content: RecordContent };

/** Records coded since the desk was opened; they leave together, shuffled, so that their order tells nothing. */
export type Outbox = Map<RecordId, Waiting>;

/** Puts what the member has coded in this case into the outbox. */
export function collectRecords(desk: Desk, outbox: Outbox, open: Pick<OpenCase, 'case' | 'report' | 'stored'>): void {
  const { uncount } = open.report;
  // The team that the report came to, which its seal binds: it stays when the case goes to another.
  const team = teamMark(open.stored.team);
  for (const part of codedBy(desk, open.case)) {
    outbox.set(part.recordId, {
      recordId: part.recordId,
      revision: part.revision,
      content: { record: part.counts ? part.record : null, uncount, team },
    });
  }
}

type OwnPart = {
  readonly recordId: RecordId;
  readonly revision: number;
  readonly record: CodedRecord;
  readonly counts: boolean;
};

function codedBy(desk: Desk, { coded }: Pick<Case, 'coded'>): OwnPart[] {
  return [coded.incident, coded.outcome].flatMap((part) => (part?.author === desk.member.id ? [part] : []));
}

/**
 * Seals what waits under the author's statistics key and hands it in, with the author's signed list of all that they have handed
 * in. Nothing is sent when nothing waits and the list is as it should be.
 */
export async function sendRecords(desk: Desk, outbox: Outbox): Promise<void> {
  if (outbox.size === 0 && desk.handedIn?.due !== true) return;
  try {
    await sendOnce(desk, outbox, desk.handedIn ?? takeUpList(desk, await readOwn(desk), []));
  } catch (refusal) {
    // The member's other device was quicker: what it stored is newer, or the same.
    if (!(refusal instanceof ApiRefusal && refusal.code === 'sequence_taken')) throw refusal;
    await sendOnce(desk, outbox, takeUpList(desk, await readOwn(desk), []));
  }
}

async function sendOnce(desk: Desk, outbox: Outbox, handedIn: HandedIn): Promise<void> {
  const records = outbox.size === 0 ? [] : await sealOutbox(desk, outbox);
  for (let at = 0; at < records.length; at += BATCH) await handIn(desk, handedIn, records.slice(at, at + BATCH));
  // Also what the last batch named and the server did not take.
  if (handedIn.due) await handIn(desk, handedIn, []);
  outbox.clear();
}

/** Fewer than the server takes at once. */
const BATCH = 500;

async function sealOutbox(desk: Desk, outbox: Outbox): Promise<SealedRecord[]> {
  const { epoch, key } = await ownStatisticsKey(desk);
  return shuffle([...outbox.values()]).map(({ recordId, revision, content }) =>
    sealRecord({
      recordId,
      revision,
      author: desk.member.id,
      epoch,
      codebook: CODEBOOK_VERSION,
      statisticsKey: key,
      content: packRecord(content),
    }),
  );
}

/** At unlock: whatever the log says this member coded and the server does not have, because a crash kept it back. */
export async function collectKeptBack(desk: Desk, outbox: Outbox, queue: readonly QueueRow[]): Promise<void> {
  const own = await readOwn(desk);
  takeUpList(desk, own, queue);
  const stored = new Map(own.records.map((record) => [record.recordId, record]));
  const missing = (row: QueueRow): boolean =>
    codedMarks(row).some(({ recordId, revision, author }) => {
      const known = stored.get(recordId);
      return author === desk.member.id && (known === undefined || (!known.counted && known.revision < revision));
    });
  for (const row of queue) {
    if (missing(row)) collectRecords(desk, outbox, await openCase(desk, row.caseId));
  }
}

/** Fisher and Yates, drawn from libsodium without bias. */
function shuffle<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}

function below(m: number): number {
  const limit = 2 ** 32 - (2 ** 32 % m);
  for (;;) {
    const drawn = new DataView(sodium().randomBytes(4).buffer).getUint32(0);
    if (drawn < limit) return drawn % m;
  }
}
