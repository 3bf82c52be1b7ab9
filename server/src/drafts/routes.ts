import { dropDraft, listDrafts, storeDraft } from '@romduol/shared/api/drafts';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findDrafts, removeDraft, replaceDraft } from './store.ts';

// Drafts are not acts: nothing of them is audited, for nothing has been done yet.

export function mountDrafts(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(listDrafts, async (_, member) => ({ drafts: await findDrafts(db, member.id) }));

  mount.guarded(storeDraft, async ({ params: { draftId }, body }, member, call) => {
    const refused = await replaceDraft(db, member.id, draftId, { ...body, today: call.today });
    if (refused !== null) throw new Refusal(refused);
    return {};
  });

  mount.guarded(dropDraft, async ({ params: { draftId }, query: { over } }, member) => {
    await removeDraft(db, member.id, draftId, over.split('.').map(fromBase64url));
    return {};
  });
}
