import {
  RESET_DAYS,
  agreeFactorReset,
  askFactorReset,
  dropFactorReset,
  listFactorResets,
} from '@romduol/shared/api/passkeys';
import type { Act } from '@romduol/shared/api/audit';
import type { Day, MemberId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import type { Member } from '@romduol/shared/sealing/keyring';
import type { SignedIn } from '../accounts/identify.ts';
import { deleteMemberSessions } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { dropReset, findReset, keepReset, listResets } from './store.ts';
import { deleteFactors, endStepsOf } from '../second-factor/store.ts';

const decides = ({ status, roles }: Pick<Member, 'status' | 'roles'>): boolean =>
  status === 'active' && (roles.includes('administrator') || roles.includes('supervisor'));

/**
 * For whoever lost their second proofs: one colleague asks, another agrees. Whoever could do it alone could, with a passphrase
 * that they have seen, become that member.
 */
export function mountFactorResets(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  /** A colleague of the caller's organisation; not oneself. */
  function colleague({ id, keyring, organisation }: SignedIn, member: MemberId): void {
    if (keyring.members.get(member)?.organisation !== organisation) throw new Refusal('not_found');
    if (member === id) throw new Refusal('forbidden');
  }
  async function reset(tx: Database, member: MemberId, by: { act: Act; id: MemberId; day: Day }): Promise<void> {
    await dropReset(tx, member);
    await deleteFactors(tx, member);
    await endStepsOf(tx, member);
    await deleteMemberSessions(tx, [member]);
    await recordAct(tx, { act: by.act, member: by.id, object: member, day: by.day });
  }

  mount.guarded(askFactorReset, async ({ body: { member } }, caller, call) => {
    colleague(caller, member);
    const others = [...caller.keyring.members.values()].filter(
      (one) => one.organisation === caller.organisation && one.id !== member && one.id !== caller.id && decides(one),
    );
    const alone = others.length === 0;
    await transaction(db, async (tx) => {
      if (alone) {
        await reset(tx, member, { act: 'factor_reset_alone', id: caller.id, day: call.today });
        return;
      }
      await keepReset(tx, { member, askedBy: caller.id, day: call.today });
      await recordAct(tx, { act: 'factor_reset_asked', member: caller.id, object: member, day: call.today });
    });
    return { done: alone };
  });

  mount.guarded(listFactorResets, async (_, caller, call) => {
    const resets = await listResets(db, addDays(call.today, -RESET_DAYS));
    return {
      resets: resets.filter(({ member }) => caller.keyring.members.get(member)?.organisation === caller.organisation),
    };
  });

  mount.guarded(agreeFactorReset, async ({ params: { member } }, caller, call) => {
    colleague(caller, member);
    await transaction(db, async (tx) => {
      const asked = await findReset(tx, member, addDays(call.today, -RESET_DAYS));
      const asker = asked === null ? undefined : caller.keyring.members.get(asked.askedBy);
      // Who asked may have left, or lost the role, since.
      if (asker === undefined || !decides(asker)) throw new Refusal('not_found');
      if (asker.id === caller.id) throw new Refusal('forbidden');
      await reset(tx, member, { act: 'factor_reset', id: caller.id, day: call.today });
    });
    return {};
  });

  mount.guarded(dropFactorReset, async ({ params: { member } }, caller, call) => {
    if (caller.keyring.members.get(member)?.organisation !== caller.organisation) throw new Refusal('not_found');
    await transaction(db, async (tx) => {
      if (!(await dropReset(tx, member))) throw new Refusal('not_found');
      await recordAct(tx, { act: 'factor_reset_dropped', member: caller.id, object: member, day: call.today });
    });
    return {};
  });
}
