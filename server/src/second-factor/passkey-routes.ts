import { MOST_PASSKEYS, namePasskey, readFactors, removeFactor, storeQuickWrap } from '@romduol/shared/api/passkeys';
import { answerPasskey, confirmPasskey, offerPasskey } from '@romduol/shared/api/second-factor';
import type { SignedIn } from '../accounts/identify.ts';
import { deleteMemberSessions, findAccount } from '../accounts/store.ts';
import type { Throttle } from '../accounts/throttle.ts';
import { recordAct } from '../audit/store.ts';
import { transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type SignInDeps, afterFactor, needsFactor, renewSession } from './go-on.ts';
import { makeProving } from './prove.ts';
import {
  countPasskey,
  deletePasskey,
  deleteTotp,
  endStep,
  endStepsOf,
  findTotp,
  forgetAttempt,
  insertPasskey,
  keepBeside,
  listPasskeys,
} from './store.ts';
import { checkNewPasskey, checkPasskeyProof } from './webauthn.ts';

/** Passkeys as second proofs, and what members do about theirs. */
export function mountPasskeys(mount: Mount<SignedIn>, deps: SignInDeps & { readonly throttle: Throttle }): void {
  const { db, secret } = deps;
  const { stepOf, provePassphrase } = makeProving(deps);
  const expected = (challenge: Uint8Array) => ({ challenge, origins: deps.origins() });

  mount.open(answerPasskey, async ({ body: { ticket, proof } }, call) => {
    const step = await stepOf(ticket, 'factor');
    const passkey = (await listPasskeys(db, step.memberId)).find((one) => one.credentialId === proof.credentialId);
    const counter =
      passkey === undefined ? null : checkPasskeyProof(proof, passkey.publicKey, expected(step.challenge));
    const answer =
      passkey === undefined || counter === null
        ? null
        : await transaction(db, async (tx) => {
            if (!(await countPasskey(tx, passkey.id, counter))) return null;
            if (!(await endStep(tx, step.hash))) throw new Refusal('ticket_void');
            return afterFactor(deps, tx, step, call);
          });
    if (answer === null) {
      await recordAct(db, { act: 'sign_in_failed', member: step.memberId, day: call.today });
      throw new Refusal('passkey_refused');
    }
    return answer;
  });

  mount.open(offerPasskey, async ({ body: { ticket } }) => {
    const step = await stepOf(ticket, 'enrol');
    await forgetAttempt(db, step.hash);
    const account = await findAccount(db, { id: step.memberId });
    if (account === null) throw new Refusal('ticket_void');
    const known = (await listPasskeys(db, step.memberId)).map(({ credentialId }) => credentialId);
    const { challenge, memberId } = step;
    return { challenge, account: secret.passkeyAccount(memberId), handle: account.handle, known };
  });

  mount.open(confirmPasskey, async ({ body: { ticket, made } }, call) => {
    const step = await stepOf(ticket, 'enrol');
    const { memberId } = step;
    const counter = checkNewPasskey(made, expected(step.challenge));
    if (counter === null) throw new Refusal('passkey_refused');
    return transaction(db, async (tx) => {
      if (!(await endStep(tx, step.hash))) throw new Refusal('ticket_void');
      await endStepsOf(tx, memberId);
      if ((await listPasskeys(tx, memberId)).length >= MOST_PASSKEYS) throw new Refusal('already_exists');
      const { credentialId, publicKey } = made;
      const added = await insertPasskey(tx, { memberId, credentialId, publicKey, counter, day: call.today });
      if (!added) throw new Refusal('already_exists');
      await deleteMemberSessions(tx, [memberId]);
      const answer = await afterFactor(deps, tx, step, call);
      await recordAct(tx, { act: 'factor_enrolled', member: memberId, day: call.today });
      return answer;
    });
  });

  mount.guarded(readFactors, async (_, caller) => {
    const member = caller.keyring.members.get(caller.id);
    const passkeys = await listPasskeys(db, caller.id);
    return {
      totp: (await findTotp(db, caller.id)) !== null,
      required: deps.factorRequired && member !== undefined && needsFactor(member),
      passkeys: passkeys.map(({ id, credentialId, day, name, quick }) => ({ id, credentialId, day, name, quick })),
    };
  });

  mount.guarded(namePasskey, async ({ params: { id }, body: { name } }, caller) => {
    if (!(await keepBeside(db, caller.id, id, { name }))) throw new Refusal('not_found');
    return {};
  });

  mount.guarded(storeQuickWrap, async ({ params: { id }, body: { quick } }, caller) => {
    if (!(await keepBeside(db, caller.id, id, { quick }))) throw new Refusal('not_found');
    return {};
  });

  mount.guarded(removeFactor, async ({ body: { auth, factor } }, caller, call) => {
    await provePassphrase(caller.id, auth);
    const member = caller.keyring.members.get(caller.id);
    const needed = deps.factorRequired && member !== undefined && needsFactor(member);
    await transaction(db, async (tx) => {
      const gone = await (factor === 'totp' ? deleteTotp(tx, caller.id) : deletePasskey(tx, caller.id, factor));
      if (!gone) throw new Refusal('not_found');
      const left = (await listPasskeys(tx, caller.id)).length > 0 || (await findTotp(tx, caller.id)) !== null;
      if (needed && !left) throw new Refusal('last_factor');
      await recordAct(tx, { act: 'factor_removed', member: caller.id, day: call.today });
      // Whoever holds what was taken away may be in, or half way.
      await renewSession(deps, tx, caller.id, call);
    });
    return {};
  });
}
