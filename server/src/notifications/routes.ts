import { readNotices, storeNotices } from '@romduol/shared/api/notifications';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findWish, storeWish } from './store.ts';

/** `hours` is null where no mail is sent. */
export function mountNotifications(
  mount: Mount<SignedIn>,
  { db, hours }: { readonly db: Database; readonly hours: readonly number[] | null },
): void {
  mount.guarded(readNotices, async (_, member) => ({
    offered: hours !== null,
    hours: [...(hours ?? [])],
    wish: await findWish(db, member.id),
  }));

  mount.guarded(storeNotices, async ({ body: { wish } }, member, call) => {
    // An address that nothing can be sent to would be kept for nothing.
    if (wish !== null && hours === null) throw new Refusal('not_ready');
    await transaction(db, async (tx) => {
      await storeWish(tx, member.id, wish);
      await recordAct(tx, { act: 'notices_changed', member: member.id, day: call.today });
    });
    return {};
  });
}
