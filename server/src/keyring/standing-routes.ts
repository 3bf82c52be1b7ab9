import {
  liftSuspension,
  listSuspensions,
  readConfirmation,
  storeConfirmation,
  suspendMember,
} from '@romduol/shared/api/keyring';
import type { MemberId } from '@romduol/shared/ids';
import { verifyConfirmation } from '@romduol/shared/sealing/confirmation';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { SignedIn } from '../accounts/identify.ts';
import { deleteMemberSessions } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { endStepsOf } from '../second-factor/store.ts';
import { deleteSuspension, insertSuspension, readStoredConfirmation, readSuspended, storeConfirmed } from './store.ts';

/** Where members stand beside the keyring: what they have confirmed of it, and who is shut out at once. */
export function mountStanding(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(readConfirmation, async (_, caller) => ({
    confirmation: await readStoredConfirmation(db, caller.id),
  }));

  mount.guarded(storeConfirmation, async ({ body }, caller, call) => {
    const { version, hash, signature } = body;
    try {
      verifyConfirmation({ member: caller.id, version, hash }, signature, caller.signing);
    } catch (error) {
      throw error instanceof SealingError ? new Refusal('bad_input') : error;
    }
    await transaction(db, async (tx) => {
      if (!(await storeConfirmed(tx, caller.id, body))) throw new Refusal('keyring_outdated');
      await recordAct(tx, { act: 'keyring_confirmed', member: caller.id, object: String(version), day: call.today });
    });
    return {};
  });

  /** A colleague of the caller's organisation, and not the caller. */
  function colleague(caller: SignedIn, id: MemberId): MemberId {
    if (caller.keyring.members.get(id)?.organisation !== caller.organisation) throw new Refusal('not_found');
    if (id === caller.id) throw new Refusal('forbidden');
    return id;
  }

  mount.guarded(suspendMember, async ({ params }, caller, call) => {
    const memberId = colleague(caller, params.member);
    await transaction(db, async (tx) => {
      if (!(await insertSuspension(tx, { memberId, suspendedBy: caller.id, day: call.today }))) return;
      await deleteMemberSessions(tx, [memberId]);
      await endStepsOf(tx, memberId);
      await recordAct(tx, { act: 'member_suspended', member: caller.id, object: memberId, day: call.today });
    });
    return {};
  });

  mount.guarded(liftSuspension, async ({ params }, caller, call) => {
    const memberId = colleague(caller, params.member);
    await transaction(db, async (tx) => {
      if (!(await deleteSuspension(tx, memberId))) return;
      await recordAct(tx, { act: 'suspension_lifted', member: caller.id, object: memberId, day: call.today });
    });
    return {};
  });

  mount.guarded(listSuspensions, async (_, caller) => ({
    members: (await readSuspended(db)).filter(
      (id) => caller.keyring.members.get(id)?.organisation === caller.organisation,
    ),
  }));
}
