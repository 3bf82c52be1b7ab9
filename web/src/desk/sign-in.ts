import {
  readOwnAccount,
  readParameters,
  signIn as signInOperation,
  signOut as signOutOperation,
} from '@romduol/shared/api/accounts';
import type { Answer } from '@romduol/shared/api/contract';
import { authKey, deriveRoot, identityFromSeed, unwrapIdentity } from '@romduol/shared/sealing/identity';
import { SealingError } from '@romduol/shared/sealing/errors';
import { kemHash } from '@romduol/shared/sealing/keyring';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller } from './caller.ts';
import { type Clock, type Desk, DeskRefusal } from './desk.ts';
import { followKeyrings, type Keyrings } from './keyring.ts';

export type OpenDesk = {
  readonly call: Caller;
  readonly clock: Clock;
  readonly handle: string;
  /** Pinned root public key, when the deployment's build carries one. */
  readonly pinnedRoot?: Uint8Array;
  /** Versions of the keyring that an earlier desk of this member has followed; only later ones are fetched. */
  readonly keyrings?: Keyrings;
};

/**
 * Signs in with a passphrase. Takes as long as Argon2id over 128 MiB takes. Throws `SealingError` `weak_parameters` when
 * the server offers parameters that would make guessing cheap, `ApiRefusal` `credentials_refused` when it does not know us.
 */
export async function signIn(way: OpenDesk & { readonly passphrase: string }): Promise<Desk> {
  const parameters = await way.call(readParameters, { body: { handle: way.handle } });
  return signInWithRoot({ ...way, root: deriveRoot(way.passphrase, parameters) });
}

/** The same with the root key already derived, for whoever has just made the account. */
export async function signInWithRoot(way: OpenDesk & { readonly root: Uint8Array }): Promise<Desk> {
  const account = await way.call(signInOperation, { body: { handle: way.handle, auth: authKey(way.root) } });
  return openDesk(way, account, way.root);
}

/** Opens the desk again while the session still lives: only the passphrase is asked for, nothing is sent of it. */
export async function unlock(way: OpenDesk & { readonly passphrase: string }): Promise<Desk> {
  const account = await way.call(readOwnAccount);
  return openDesk(way, account, deriveRoot(way.passphrase, account.parameters));
}

export async function signOut(desk: Desk): Promise<void> {
  await desk.call(signOutOperation);
}

async function openDesk(way: OpenDesk, account: Answer<typeof signInOperation>, root: Uint8Array): Promise<Desk> {
  const seed = unwrapIdentity(root, account.identity.wrapped, {
    memberId: account.memberId,
    epoch: account.identity.epoch,
    parameters: account.parameters,
  });
  const identity = identityFromSeed(seed);
  const keyrings: Keyrings = way.keyrings ?? new Map();
  const keyring = await followKeyrings(way.call, keyrings, way.pinnedRoot);
  const member = keyring.members.find((m) => m.id === account.memberId);
  if (member === undefined) throw new DeskRefusal('not_a_member');
  if (member.status !== 'active') throw new DeskRefusal('suspended');
  // The keyring vouches for these keys to everybody else; were they others, we would write what nobody believes.
  const ours =
    sodium().equal(member.signing, identity.signing.publicKey) &&
    sodium().equal(member.kemHash, kemHash(identity.kem.publicKey));
  if (!ours) throw new SealingError('keys_differ');
  const organisation = keyring.organisations.find((o) => o.id === member.organisation);
  if (organisation === undefined) throw new DeskRefusal('not_a_member');
  return {
    call: way.call,
    clock: way.clock,
    member,
    organisation,
    identity,
    keyring,
    keyrings,
    caseKeys: new Map(),
    seen: new Map(),
    listed: new Map(),
    grantedKeys: new Map(),
    memberKeys: new Map(),
  };
}
