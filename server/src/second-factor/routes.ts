import {
  answerFactor,
  changePassphrase,
  confirmTotp,
  offerTotp,
  proveRecovery,
  rewrapIdentity,
  startEnrolment,
  startRecovery,
} from '@romduol/shared/api/second-factor';
import type { MemberId } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import { verifyRecovery } from '@romduol/shared/sealing/recovery';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { deleteMemberSessions, findAccount, replaceWrap } from '../accounts/store.ts';
import { type Throttle, makeThrottle } from '../accounts/throttle.ts';
import { recordAct } from '../audit/store.ts';
import { transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type SignInDeps, activeMember, afterFactor, afterFirstProof, issueTicket, renewSession } from './go-on.ts';
import { makeProving } from './prove.ts';
import { endStep, endStepsOf, findTotp, keepOffered, replaceTotp, tryStep, useTotpStep } from './store.ts';
import { stepOfCode } from './totp.ts';

export function mountSecondFactor(mount: Mount<SignedIn>, deps: SignInDeps & { readonly throttle: Throttle }): void {
  const { db, secret, clock } = deps;
  const { stepOf, provePassphrase } = makeProving(deps);
  /** Of members alone, and its own: strangers who try handles by the thousand must not make it forget anybody. */
  const codes = makeThrottle(clock);

  /** Codes have six digits: whoever knows the passphrase must not get through by trying, ticket after ticket. */
  function countAttempt(memberId: MemberId): void {
    if (!codes.attempt(memberId)) throw new Refusal('too_many_attempts');
  }

  mount.open(answerFactor, async ({ body: { ticket, code } }, call) => {
    const step = await stepOf(ticket, 'factor');
    countAttempt(step.memberId);
    const totp = await findTotp(db, step.memberId);
    const at = totp === null ? null : stepOfCode(secret.openFactor(step.memberId, totp.secret), code, clock());
    const answer =
      totp === null || at === null
        ? null
        : await transaction(db, async (tx) => {
            if (!(await useTotpStep(tx, totp.id, at))) return null;
            if (!(await endStep(tx, step.hash))) throw new Refusal('ticket_void');
            return afterFactor(deps, tx, step, call);
          });
    if (answer === null) {
      await recordAct(db, { act: 'sign_in_failed', member: step.memberId, day: call.today });
      throw new Refusal('factor_refused');
    }
    codes.succeeded(step.memberId);
    return answer;
  });

  mount.open(offerTotp, async ({ body: { ticket } }) => {
    const step = await stepOf(ticket, 'enrol');
    const account = await findAccount(db, { id: step.memberId });
    if (account === null) throw new Refusal('ticket_void');
    // The same until it is confirmed: a page opened anew must not make the code scanned before it worthless.
    const offered = step.secret === null ? sodium().randomBytes(20) : secret.openFactor(step.memberId, step.secret);
    await keepOffered(db, step.hash, secret.sealFactor(step.memberId, offered));
    return { secret: offered, handle: account.handle };
  });

  mount.open(confirmTotp, async ({ body: { ticket, code } }, call) => {
    const step = await stepOf(ticket, 'enrol');
    if (step.secret === null) throw new Refusal('ticket_void');
    const { memberId, secret: sealed } = step;
    const lastStep = stepOfCode(secret.openFactor(memberId, sealed), code, clock());
    if (lastStep === null) throw new Refusal('factor_refused');
    return transaction(db, async (tx) => {
      if (!(await endStep(tx, step.hash))) throw new Refusal('ticket_void');
      // Another ticket could put another generator in the place of this one.
      await endStepsOf(tx, memberId);
      await replaceTotp(tx, { memberId, secret: sealed, lastStep, day: call.today });
      await deleteMemberSessions(tx, [memberId]);
      const answer = await afterFactor(deps, tx, step, call);
      await recordAct(tx, { act: 'factor_enrolled', member: memberId, day: call.today });
      return answer;
    });
  });

  mount.guarded(startEnrolment, async ({ body: { auth } }, caller) => {
    await provePassphrase(caller.id, auth);
    const { ticket } = await issueTicket(db, deps, { memberId: caller.id, stage: 'enrol', recovering: false });
    return { ticket };
  });

  mount.open(startRecovery, async ({ body: { handle } }) => {
    const account = await findAccount(db, { handle });
    const member = await activeMember(deps, account);
    if (member === null) return { ticket: sodium().randomBytes(32), challenge: sodium().randomBytes(32) };
    return issueTicket(db, deps, { memberId: member.id, stage: 'recovery', recovering: true });
  });

  mount.open(proveRecovery, async ({ body: { ticket, signature } }, call) => {
    const hash = secret.ticketHash(ticket);
    const step = await tryStep(db, hash, 'recovery', clock());
    const account = step === null ? null : await findAccount(db, { id: step.memberId });
    const member = await activeMember(deps, account);
    // An unknown handle's ticket and a wrong card are refused alike.
    if (step === null || account === null || member === null) throw new Refusal('credentials_refused');
    try {
      verifyRecovery(account.handle, step.challenge, signature, member.signing);
    } catch (error) {
      throw error instanceof SealingError ? new Refusal('credentials_refused') : error;
    }
    return transaction(db, async (tx) => {
      if (!(await endStep(tx, hash))) throw new Refusal('ticket_void');
      const answer = await afterFirstProof(deps, tx, { member, recovering: true }, call);
      await recordAct(tx, { act: 'recovery_started', member: member.id, day: call.today });
      return answer;
    });
  });

  mount.open(rewrapIdentity, async ({ body: { ticket, ...wrap } }, call) => {
    const step = await stepOf(ticket, 'rewrap');
    return transaction(db, async (tx) => {
      if (!(await endStep(tx, step.hash))) throw new Refusal('ticket_void');
      await replaceWrap(tx, step.memberId, wrap, secret.authHash(wrap.auth));
      await deleteMemberSessions(tx, [step.memberId]);
      await recordAct(tx, { act: 'identity_recovered', member: step.memberId, day: call.today });
      return afterFactor(deps, tx, { memberId: step.memberId, recovering: false }, call);
    });
  });

  mount.guarded(changePassphrase, async ({ body: { oldAuth, ...wrap } }, caller, call) => {
    await provePassphrase(caller.id, oldAuth);
    await transaction(db, async (tx) => {
      await replaceWrap(tx, caller.id, wrap, secret.authHash(wrap.auth));
      await recordAct(tx, { act: 'passphrase_changed', member: caller.id, day: call.today });
      await renewSession(deps, tx, caller.id, call);
    });
    return {};
  });
}
