import {
  INVITATION_DAYS,
  answerInvitation,
  createInvitation,
  listInvitations,
  readInvitation,
  withdrawInvitation,
} from '@romduol/shared/api/invitations';
import { addDays } from '@romduol/shared/language/dates';
import type { SignedIn } from '../accounts/identify.ts';
import { deleteAccount, findAccount, insertMembers } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { sqlState } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import {
  deleteInvitation,
  findInvitation,
  insertInvitation,
  isHandleInvited,
  readInvitations,
  takeAnswer,
} from './store.ts';

const UNIQUE_VIOLATION = '23505';

export function mountInvitations(
  mount: Mount<SignedIn>,
  { db, secret }: { readonly db: Database; readonly secret: Secret },
): void {
  mount.guarded(createInvitation, async ({ body: { id, token, plan } }, caller, call) => {
    const joining = plan.organisation;
    const known = caller.keyring.keyring.organisations.some((one) => one.id === joining?.id);
    const ownTeams = plan.teams.every((team) => caller.keyring.organisationOf.get(team) === caller.organisation);
    // Only into own teams; who joins with an organisation has none of ours.
    if (joining === null ? !ownTeams : known || plan.teams.length > 0) throw new Refusal('bad_input');
    if (joining !== null && !plan.roles.includes('administrator')) throw new Refusal('bad_input');
    await transaction(db, async (tx) => {
      const taken =
        (await findAccount(tx, { handle: plan.handle })) ?? (await isHandleInvited(tx, plan.handle, call.today));
      if (taken) throw new Refusal('already_exists');
      await insertInvitation(tx, {
        id,
        tokenHash: secret.invitationHash(token),
        organisation: caller.organisation,
        invitedBy: caller.id,
        plan,
        expires: addDays(call.today, INVITATION_DAYS),
      });
      await recordAct(tx, { act: 'member_invited', member: caller.id, object: id, day: call.today });
    });
    call.created();
    return {};
  });

  mount.guarded(listInvitations, async (_, caller, call) => ({
    invitations: (await readInvitations(db, caller.organisation, call.today)).map(({ id, plan, expires, answer }) => ({
      id,
      plan,
      expires,
      answer,
    })),
  }));

  mount.guarded(withdrawInvitation, async ({ params: { id } }, caller, call) => {
    await transaction(db, async (tx) => {
      const answeredBy = await deleteInvitation(tx, id, caller.organisation);
      if (answeredBy === undefined) throw new Refusal('not_found');
      if (answeredBy !== null) await deleteAccount(tx, answeredBy);
      await recordAct(tx, { act: 'invitation_withdrawn', member: caller.id, object: id, day: call.today });
    });
    return {};
  });

  mount.open(readInvitation, async ({ body: { token } }, call) => {
    const found = await findInvitation(db, secret.invitationHash(token), call.today);
    if (found === null) throw new Refusal('invitation_void');
    const { plan, organisation, expires } = found;
    return { plan, organisation, expires };
  });

  mount.open(answerInvitation, async ({ body: { token, answer } }, call) => {
    const { memberId, key, signing, part, ...account } = answer;
    const tokenHash = secret.invitationHash(token);
    const found = await findInvitation(db, tokenHash, call.today);
    if (found === null) throw new Refusal('invitation_void');
    if ((found.plan.organisation === null) !== (part === null)) throw new Refusal('bad_input');
    try {
      await transaction(db, async (tx) => {
        await insertMembers(tx, [{ ...account, memberId, handle: found.plan.handle, key }], (auth) =>
          secret.authHash(auth),
        );
        // Somebody may have been quicker since it was found.
        if ((await takeAnswer(tx, tokenHash, call.today, { memberId, signing, part })) === null)
          throw new Refusal('invitation_void');
        await recordAct(tx, { act: 'invitation_answered', member: null, object: found.id, day: call.today });
      });
    } catch (error) {
      if (sqlState(error) === UNIQUE_VIOLATION) throw new Refusal('already_exists');
      throw error;
    }
    call.created();
    return {};
  });
}
