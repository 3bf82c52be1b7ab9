import { listOwnRecords, storeRecords, type SealedRecord } from '@romduol/shared/api/statistics';
import type { Day, RecordId } from '@romduol/shared/ids';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import { openRecordList, signRecordList } from '@romduol/shared/sealing/record-list';
import type { Input } from '@romduol/shared/api/contract';
import type { Desk } from './desk.ts';
import { codedMarks } from './coded-marks.ts';
import type { QueueRow } from './views.ts';

/** What this member has handed in and vouches for, as their next list will say it. */
export type HandedIn = {
  /** Of the last list; 0 before the first. */
  number: number;
  /** Revisions by record. */
  readonly named: Map<RecordId, number>;
  /** The list on the server says something else, or is old. */
  due: boolean;
};

/** A list is signed anew after so many days, so that publishers can tell an old one that a server hands out. */
const RENEWED_AFTER_DAYS = 7;

/** What the server has of the member's own, as it says. */
export type OwnRecords = Awaited<ReturnType<typeof readOwn>>;

export const readOwn = (desk: Desk) => desk.call(listOwnRecords);

/**
 * Takes up the member's last list and what is known beyond it: what the cases say that they coded and the server has, which a
 * crash kept out of the list, is named; what was counted, or revised by a colleague since, no longer is. What the server has
 * lost stays named: publishers shall hear of it. Throws `bad_signature` on a list that is not the member's.
 */
export function takeUpList(desk: Desk, { records, list }: OwnRecords, queue: readonly QueueRow[]): HandedIn {
  const last = list === null ? null : openRecordList(list, desk.member.signing);
  const named = new Map((last?.records ?? []).map(({ recordId, revision }) => [recordId, revision] as const));
  const before = new Map(named);
  const stored = new Map(records.map((record) => [record.recordId, record]));
  for (const { recordId, counted } of records) if (counted) named.delete(recordId);
  for (const { recordId, revision, author } of queue.flatMap(codedMarks)) {
    const known = stored.get(recordId);
    if (author !== desk.member.id) named.delete(recordId);
    else if (known !== undefined && !known.counted && known.revision >= revision) named.set(recordId, known.revision);
  }
  const changed = before.size !== named.size || [...named].some(([id, revision]) => before.get(id) !== revision);
  desk.handedIn = { number: last?.number ?? 0, named, due: changed || isOld(last?.day ?? null, desk) };
  return desk.handedIn;
}

const isOld = (day: Day | null, desk: Desk): boolean =>
  day !== null && addDays(day, RENEWED_AFTER_DAYS) <= dayAt(desk.clock());

/** Hands in a batch beside the list that names it. Gives the ids that the server did not take. */
export async function handIn(desk: Desk, handedIn: HandedIn, records: SealedRecord[]): Promise<readonly RecordId[]> {
  const before = records.map(({ recordId }) => [recordId, handedIn.named.get(recordId)] as const);
  for (const { recordId, revision } of records) handedIn.named.set(recordId, revision);
  const { refused } = await desk.call(storeRecords, { body: { records, list: nextList(desk, handedIn) } });
  handedIn.number += 1;
  handedIn.due = refused.length > 0;
  // Counted before, or revised by somebody else: what was said of it before stands.
  for (const [recordId, revision] of before) {
    if (!refused.includes(recordId)) continue;
    if (revision === undefined) handedIn.named.delete(recordId);
    else handedIn.named.set(recordId, revision);
  }
  return refused;
}

type NextList = Input<typeof storeRecords>['body']['list'];

function nextList(desk: Desk, { number, named }: HandedIn): NextList {
  const records = [...named].map(([recordId, revision]) => ({ recordId, revision }));
  const said = { member: desk.member.id, number: number + 1, day: dayAt(desk.clock()), records };
  const { member: _, ...list } = signRecordList(said, desk.identity.signing);
  return list;
}
