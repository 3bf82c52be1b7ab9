import { NOTICE_DAYS, setErasure } from '@romduol/shared/api/retention';
import { addDays } from '@romduol/shared/language/dates';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { holdCase, isVisible } from '../cases/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { replaceErasure } from './store.ts';

export function mountRetention(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(setErasure, async ({ params: { caseId }, body }, member, { today }) => {
    if (!(await isVisible(db, member, caseId))) throw new Refusal('not_found');
    const soonest = addDays(today, NOTICE_DAYS);
    if ([body.contactOn, body.contentOn].some((day) => day !== null && day < soonest)) throw new Refusal('bad_input');
    await transaction(db, async (tx) => {
      if (!(await holdCase(tx, caseId))) throw new Refusal('not_found');
      await replaceErasure(tx, caseId, body);
      await recordAct(tx, { act: 'erasure_set', member: member.id, object: caseId, day: today });
    });
    return {};
  });
}
