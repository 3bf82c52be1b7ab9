import { listOwnRecords, listRecords, storeRecords } from '@romduol/shared/api/statistics';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findCounted, findGrantedEpochs, findOwn, findUncounted, storeNewer } from './store.ts';

export function mountCodedRecords(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  // Not in the audit log: by day and author it would tell what the shuffling hides.
  mount.guarded(storeRecords, async ({ body: { records } }, member, call) => {
    if (records.some(({ author }) => author !== member.id)) throw new Refusal('forbidden');
    const ids = records.map(({ recordId }) => recordId);
    if (new Set(ids).size !== ids.length) throw new Refusal('bad_input');
    const counted = await findCounted(db, ids);
    const granted = await findGrantedEpochs(db, member.id);
    const welcome = records.filter(({ recordId, epoch }) => !counted.has(recordId) && granted.has(epoch));
    const stored = await storeNewer(db, member.organisation, welcome, call.today.slice(0, 7));
    return { stored: stored.size, refused: ids.filter((id) => !stored.has(id)) };
  });

  mount.guarded(listOwnRecords, async (_, member) => ({ records: await findOwn(db, member.id) }));

  mount.guarded(listRecords, async ({ query: { after, limit } }, member) => {
    const records = await findUncounted(db, member.organisation, { after: after ?? null, limit });
    return { records, next: records.length < limit ? null : (records.at(-1)?.recordId ?? null) };
  });
}
