import { listDirectory, storeDirectoryEntries, storeDirectoryEntry } from '@romduol/shared/api/directory';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findEntries, storeRevision } from './store.ts';

export function mountDirectory(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(listDirectory, async (_, member) => ({ entries: await findEntries(db, member.organisation) }));

  mount.guarded(storeDirectoryEntries, async ({ body: { entries } }, member, call) => {
    if (new Set(entries.map(({ entryId }) => entryId)).size < entries.length) throw new Refusal('bad_input');
    // Two such requests that lock their rows in different orders would wait for each other.
    const inOrder = entries.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1));
    await transaction(db, async (tx) => {
      for (const entry of inOrder) {
        if (!(await storeRevision(tx, member.organisation, entry, call.today))) throw new Refusal('sequence_taken');
      }
      const object = member.organisation;
      await recordAct(tx, { act: 'directory_entries_stored', member: member.id, object, day: call.today });
    });
    return {};
  });

  mount.guarded(storeDirectoryEntry, async ({ params: { entryId }, body: entry }, member, call) => {
    if (entry.entryId !== entryId) throw new Refusal('bad_input');
    await transaction(db, async (tx) => {
      if (!(await storeRevision(tx, member.organisation, entry, call.today))) throw new Refusal('sequence_taken');
      await recordAct(tx, { act: 'directory_entry_stored', member: member.id, object: entryId, day: call.today });
    });
    return {};
  });
}
