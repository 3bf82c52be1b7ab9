import { listRecordLists, type SealedRecord } from '@romduol/shared/api/statistics';
import type { Day, MemberId, RecordId } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type ListedRecord, openRecordList, type RecordList } from '@romduol/shared/sealing/record-list';
import { doesCasework } from './case-key.ts';
import type { Desk } from './desk.ts';
import { colleagues, signingOf } from './members.ts';

/** Authors' signed lists of what they handed in, each checked, and which of those records were counted since. */
export type AuthorsLists = {
  readonly lists: readonly RecordList[];
  readonly counted: ReadonlySet<RecordId>;
  /** Whose list is not theirs. */
  readonly broken: readonly MemberId[];
  /** Of everybody at work who codes: the day of their list, null where there is none. */
  readonly days: ReadonlyMap<MemberId, Day | null>;
};

export async function readRecordLists(desk: Desk): Promise<AuthorsLists> {
  const answer = await desk.call(listRecordLists);
  const lists: RecordList[] = [];
  const broken: MemberId[] = [];
  for (const signed of answer.lists) {
    const signing = signingOf(desk, signed.member);
    try {
      if (signing === null) throw new SealingError('unknown_signer');
      lists.push(openRecordList(signed, signing));
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      broken.push(signed.member);
    }
  }
  const dayOf = new Map(lists.map(({ member, day }) => [member, day]));
  const days = new Map(
    colleagues(desk)
      .filter(doesCasework)
      .map(({ id }) => [id, dayOf.get(id) ?? null] as const),
  );
  return { lists, counted: new Set(answer.counted), broken, days };
}

type Place = { readonly records: RecordList['records']; at: number };

/**
 * Holds the records that a server hands out, in the order of their ids, against what their authors signed. A list is in that
 * order too, so that a million are compared by going once along both.
 */
export function listChecker({ lists, counted }: Pick<AuthorsLists, 'lists' | 'counted'>) {
  const places = new Map<MemberId, Place>(lists.map(({ member, records }) => [member, { records, at: 0 }]));
  const passed = new Map<RecordId, { readonly author: MemberId; readonly revision: number }>();
  const accepted: ListedRecord[] = [];
  const pass = (author: MemberId, { recordId, revision }: ListedRecord): void => {
    if (counted.has(recordId)) return;
    const known = passed.get(recordId);
    if (known === undefined || known.revision < revision) passed.set(recordId, { author, revision });
  };
  return {
    /** Whether the author's list names this record at this revision. Records must come in the order of their ids. */
    isNamed({ author, recordId, revision }: SealedRecord): boolean {
      const place = places.get(author);
      if (place === undefined) return false;
      for (; place.at < place.records.length; place.at += 1) {
        const next = place.records[place.at]!;
        if (next.recordId > recordId) return false;
        if (next.recordId === recordId && next.revision === revision) {
          place.at += 1;
          accepted.push(next);
          return true;
        }
        pass(author, next);
      }
      return false;
    },

    /**
     * After the last record: how many of each author are named and were not handed out as they are named, and which of those
     * taken a colleague's list names at a later revision: a case changed hands, and what was said of it before must not stand.
     * The other way round nothing is missing: the list of whoever coded a record first has it as it was.
     */
    finish(): { readonly missing: ReadonlyMap<MemberId, number>; readonly superseded: ReadonlySet<RecordId> } {
      for (const [author, { records, at }] of places) {
        for (let i = at; i < records.length; i += 1) pass(author, records[i]!);
      }
      const superseded = new Set<RecordId>();
      if (passed.size > 0) {
        for (const { recordId, revision } of accepted) {
          const said = passed.get(recordId);
          if (said === undefined) continue;
          if (said.revision > revision) superseded.add(recordId);
          else passed.delete(recordId);
        }
      }
      const missing = new Map<MemberId, number>();
      for (const { author } of passed.values()) missing.set(author, (missing.get(author) ?? 0) + 1);
      return { missing, superseded };
    },
  };
}
