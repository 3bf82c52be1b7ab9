import { listRecords, listWithdrawn, type SealedRecord } from '@romduol/shared/api/statistics';
import type { Day, MemberId, RecordId } from '@romduol/shared/ids';
import { uncountMark } from '@romduol/shared/sealing/envelope';
import { RECORD_BYTES, recordOpener } from '@romduol/shared/sealing/record';
import { checkPacked, markOf, type PackedRecord } from '@romduol/shared/statistics/packed-record';
import type { Desk } from './desk.ts';
import { keyFromGrant, readGrants } from './granted-keys.ts';
import { handleOf } from './members.ts';
import { listChecker, readRecordLists } from './record-lists.ts';

/** A record that is to be counted, still packed: a million of them in words would be a gigabyte. */
export type Opened = PackedRecord & { readonly recordId: RecordId };

/** How far a freeze has come: records opened so far, then all of them while they are counted and rounded. */
export type FreezeProgress = { readonly step: 'opening' | 'counting'; readonly records: number };

/** Authors whose records are not what they handed in: a publisher speaks with them before anything is published. */
export type AuthorsTrouble = {
  /** Handles of authors whose records did not open, are not what an author of ours would write, or that no list of theirs names. */
  readonly unexpected: readonly string[];
  /** How many records authors handed in that the server does not hand out, or as they were earlier. */
  readonly missing: readonly { readonly author: string; readonly records: number }[];
};

export type OpenedRecords = AuthorsTrouble & {
  readonly opened: readonly Opened[];
  /** Of everybody at work who codes: the day on which they last said what they handed in, null for never. */
  readonly days: readonly { readonly author: string; readonly day: Day | null }[];
};

/** How many records a page of the server's list has. Between pages others of the worker's calls are answered. */
const PAGE = 5_000;

/**
 * Opens every uncounted record of the organisation, a page at a time as they come. They come in the order of their ids: one
 * that does not is handed out a second time. It is not counted again, or a server could make one person's record many, whom
 * no rounding hides; its author is named among the unexpected.
 *
 * Each is held against its author's signed list of what they handed in. What a list does not name, or names at another revision, is
 * not counted: a server may have kept a correction back, a survivor's no among them; nor is what a colleague's list names at a
 * later revision, since cases change hands. What a list names and is not there is `missing`.
 * @param tell is told after each page.
 */
export async function openAllRecords(desk: Desk, tell: (progress: FreezeProgress) => void): Promise<OpenedRecords> {
  const grants = await readGrants(desk, 'statistics');
  const keys = new Map(
    grants.map((held) => [`${held.grant.objectId} ${held.grant.epoch}`, keyFromGrant(desk, held)] as const),
  );
  const { withdrawals } = await desk.call(listWithdrawn);
  const said = await readRecordLists(desk);
  const lists = listChecker(said);
  const open = recordReader((author, epoch) => keys.get(`${author} ${epoch}`) ?? null, withdrawals.map(uncountMark));
  const opened: Opened[] = [];
  const unexpected = new Set<string>(said.broken.map((author) => handleOf(desk, author)));
  let seen = 0;
  let last = '';
  for (let after: RecordId | undefined; ;) {
    const page = await desk.call(listRecords, { query: { limit: PAGE, ...(after === undefined ? {} : { after }) } });
    const once: SealedRecord[] = [];
    for (const record of page.records) {
      if (record.recordId > last && lists.isNamed(record)) once.push(record);
      else unexpected.add(handleOf(desk, record.author));
      last = record.recordId > last ? record.recordId : last;
    }
    const read = open(once);
    for (const one of read.opened) opened.push(one);
    for (const author of read.unexpected) unexpected.add(handleOf(desk, author));
    seen += page.records.length;
    tell({ step: 'opening', records: seen });
    if (page.next === null) break;
    after = page.next;
  }
  const byHandle = <T>(found: Iterable<readonly [MemberId, T]>) =>
    [...found]
      .map(([id, value]) => ({ author: handleOf(desk, id), value }))
      .sort((a, b) => (a.author < b.author ? -1 : 1));
  const { missing, superseded } = lists.finish();
  return {
    opened: superseded.size === 0 ? opened : opened.filter(({ recordId }) => !superseded.has(recordId)),
    unexpected: [...unexpected].sort(),
    missing: byHandle(missing).map(({ author, value }) => ({ author, records: value })),
    days: byHandle(said.days).map(({ author, value }) => ({ author, day: value })),
  };
}

type Page = { readonly opened: readonly Opened[]; readonly unexpected: ReadonlySet<SealedRecord['author']> };

/**
 * Opens pages of records: those to be counted, and the authors of those that do not open or that no author's desk would have
 * written. A record that was changed must not stop the others, nor go unnoticed.
 * @param withdrawn marks of reports that were taken back: their records are passed over, as are those taken back themselves.
 */
export function recordReader(
  keyOf: (author: SealedRecord['author'], epoch: number) => Uint8Array | null,
  withdrawn: readonly Uint8Array[],
): (records: readonly SealedRecord[]) => Page {
  const open = recordOpener();
  const dropped = new Set(withdrawn.map(nameOfMark));
  return (records) => {
    const opened: Opened[] = [];
    const unexpected = new Set<SealedRecord['author']>();
    // One buffer a page: a million small ones would weigh more than what they hold.
    const room = new Uint8Array(records.length * RECORD_BYTES);
    let used = 0;
    for (const sealed of records) {
      try {
        const key = keyOf(sealed.author, sealed.epoch);
        if (key === null) throw new Error('no key');
        const record = checkPacked(open(sealed, key), sealed.codebook);
        if (record === null || (dropped.size > 0 && dropped.has(nameOfMark(markOf(record.packed))))) continue;
        const { kind, quarter, codebook, packed } = record;
        const kept = room.subarray(used, used + packed.length);
        kept.set(packed);
        used += packed.length;
        opened.push({ recordId: sealed.recordId, kind, quarter, codebook, packed: kept });
      } catch {
        unexpected.add(sealed.author);
      }
    }
    return { opened, unexpected };
  };
}

/** One character a byte. */
const nameOfMark = (mark: Uint8Array): string => String.fromCharCode(...mark);
