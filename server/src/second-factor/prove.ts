import type { MemberId } from '@romduol/shared/ids';
import { sodium } from '@romduol/shared/sealing/sodium';
import { findAccount } from '../accounts/store.ts';
import type { Throttle } from '../accounts/throttle.ts';
import { Refusal } from '../refusal.ts';
import { type SignInDeps, activeMember } from './go-on.ts';
import { type SignInRow, type Stage, tryStep } from './store.ts';

export type Proving = {
  /** The sign-in that a ticket stands for, at this stage, of somebody who may still come in. Throws `ticket_void`. */
  stepOf(ticket: Uint8Array, stage: Stage): Promise<SignInRow & { readonly hash: Uint8Array }>;
  /** For a member at work, before anything about their way in changes. Throws `credentials_refused`. */
  provePassphrase(memberId: MemberId, auth: Uint8Array): Promise<void>;
};

export function makeProving(deps: SignInDeps & { readonly throttle: Throttle }): Proving {
  const { db, secret, clock, throttle } = deps;
  return {
    async stepOf(ticket, stage) {
      const hash = secret.ticketHash(ticket);
      const row = await tryStep(db, hash, stage, clock());
      if (row === null) throw new Refusal('ticket_void');
      const member = await activeMember(deps, await findAccount(db, { id: row.memberId }));
      if (member === null) throw new Refusal('credentials_refused');
      return { ...row, hash };
    },
    async provePassphrase(memberId, auth) {
      const account = await findAccount(db, { id: memberId });
      if (account === null || !throttle.attempt(account.handle)) throw new Refusal('too_many_attempts');
      if (!sodium().equal(secret.authHash(auth), account.authHash)) throw new Refusal('credentials_refused');
      throttle.succeeded(account.handle);
    },
  };
}
