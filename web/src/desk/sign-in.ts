import { readOwnAccount, readParameters, signIn as signInOperation, signOut as signOutOperation } from '@romduol/shared/api/accounts';
import type { Answer } from '@romduol/shared/api/contract';
import { today } from '@romduol/shared/language/dates';
import { authKey, deriveRoot, identityFromSeed, unwrapIdentity } from '@romduol/shared/sealing/identity';
import type { Caller } from './caller.ts';
import { type Clock, type Desk, DeskRefusal } from './desk.ts';
import { loadKeyring } from './keyring.ts';

export type OpenDesk = {
  readonly call: Caller;
  readonly clock: Clock;
  readonly handle: string;
  /** Pinned root public key, when the deployment's build carries one. */
  readonly pinnedRoot?: Uint8Array;
};

/**
 * Signs in with a passphrase. Takes as long as Argon2id over 128 MiB takes. Throws `SealingError` `weak_parameters` when
 * the server offers parameters that would make guessing cheap, `ApiRefusal` `credentials_refused` when it does not know us.
 */
export async function signIn(with_: OpenDesk & { readonly passphrase: string }): Promise<Desk> {
  const parameters = await with_.call(readParameters, { body: { handle: with_.handle } });
  return signInWithRoot({ ...with_, root: deriveRoot(with_.passphrase, parameters) });
}

/** The same with the root key already derived, for whoever has just made the account. */
export async function signInWithRoot(with_: OpenDesk & { readonly root: Uint8Array }): Promise<Desk> {
  const account = await with_.call(signInOperation, { body: { handle: with_.handle, auth: authKey(with_.root) } });
  return openDesk(with_, account, with_.root);
}

/** Opens the desk again while the session still lives: only the passphrase is asked for, nothing is sent of it. */
export async function unlock(with_: OpenDesk & { readonly passphrase: string }): Promise<Desk> {
  const account = await with_.call(readOwnAccount);
  return openDesk(with_, account, deriveRoot(with_.passphrase, account.parameters));
}

export async function signOut(desk: Desk): Promise<void> {
  await desk.call(signOutOperation);
}

async function openDesk(with_: OpenDesk, account: Answer<typeof signInOperation>, root: Uint8Array): Promise<Desk> {
  const seed = unwrapIdentity(root, account.identity.wrapped, {
    memberId: account.memberId,
    epoch: account.identity.epoch,
    parameters: account.parameters,
  });
  const identity = identityFromSeed(seed);
  const keyring = await loadKeyring(with_.call, today(with_.clock()), with_.pinnedRoot);
  const member = keyring.members.find((m) => m.id === account.memberId);
  if (member === undefined) throw new DeskRefusal('not_a_member');
  if (member.status !== 'active') throw new DeskRefusal('suspended');
  const organisation = keyring.organisations.find((o) => o.id === member.organisation);
  if (organisation === undefined) throw new DeskRefusal('not_a_member');
  return {
    call: with_.call,
    clock: with_.clock,
    member,
    organisation,
    identity,
    keyring,
    earlier: new Map([[keyring.version, keyring]]),
    caseKeys: new Map(),
    grantedKeys: new Map(),
    memberKeys: new Map(),
  };
}
