import { listOwnRecords, listRecordLists, listRecords, storeRecords } from '@romduol/shared/api/statistics';
import type { Day } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import { openRecordList, readRecordList, type RecordList } from '@romduol/shared/sealing/record-list';
import type { SignedIn } from '../accounts/identify.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findLists, findOwnList, replaceList } from '../record-lists/store.ts';
import { findCounted, findGrantedEpochs, findOwn, findUncounted, storeNewer } from './store.ts';

export function mountCodedRecords(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  // Not in the audit log: by day and author it would tell what the shuffling hides.
  mount.guarded(storeRecords, async ({ body: { records, list } }, member, call) => {
    if (records.some(({ author }) => author !== member.id)) throw new Refusal('forbidden');
    const ids = records.map(({ recordId }) => recordId);
    if (new Set(ids).size !== ids.length) throw new Refusal('bad_input');
    const signed = { member: member.id, ...list };
    const named = new Map(openList(signed, member, call.today).records.map((one) => [one.recordId, one.revision]));
    if (records.some(({ recordId, revision }) => named.get(recordId) !== revision)) throw new Refusal('bad_input');
    return transaction(db, async (tx) => {
      if (!(await replaceList(tx, member.organisation, signed))) throw new Refusal('sequence_taken');
      const counted = await findCounted(tx, ids);
      const granted = await findGrantedEpochs(tx, member.id);
      const welcome = records.filter(({ recordId, epoch }) => !counted.has(recordId) && granted.has(epoch));
      const stored = await storeNewer(tx, member.organisation, welcome, call.today.slice(0, 7));
      return { stored: stored.size, refused: ids.filter((id) => !stored.has(id)) };
    });
  });

  mount.guarded(listOwnRecords, async (_, member) => ({
    records: await findOwn(db, member.id),
    list: await findOwnList(db, member.id),
  }));

  mount.guarded(listRecordLists, async (_, member) => {
    const lists = await findLists(db, member.organisation);
    const ids = lists.flatMap((signed) => readRecordList(signed).records.map(({ recordId }) => recordId));
    return { lists, counted: [...(await findCounted(db, ids))] };
  });

  mount.guarded(listRecords, async ({ query: { after, limit } }, member) => {
    const records = await findUncounted(db, member.organisation, { after: after ?? null, limit });
    return { records, next: records.length < limit ? null : (records.at(-1)?.recordId ?? null) };
  });
}

/** A list that the caller signed today. */
function openList(signed: Parameters<typeof openRecordList>[0], member: SignedIn, today: Day): RecordList {
  try {
    const list = openRecordList(signed, member.signing);
    if (list.day !== today) throw new Refusal('bad_input');
    return list;
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}
