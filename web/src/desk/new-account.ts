import type { DerivationParameters, FoundingMember } from '@romduol/shared/api/accounts';
import type { MemberId } from '@romduol/shared/ids';
import {
  authKey,
  deriveRoot,
  type Identity,
  identityFromSeed,
  newDerivationParameters,
  newIdentitySeed,
  wrapIdentity,
} from '@romduol/shared/sealing/identity';

/** A passphrase's way into an identity: what the server is given of it, and the root that opens it here. */
export type Wrapped = {
  readonly root: Uint8Array;
  readonly sent: Pick<FoundingMember, 'parameters' | 'auth' | 'identity'>;
};

/** Wraps an identity's seed under a passphrase, with a fresh salt. Half a second. */
export function wrapUnder(passphrase: string, seed: Uint8Array, memberId: MemberId, epoch: number): Wrapped {
  const parameters = newDerivationParameters();
  const root = deriveRoot(passphrase, parameters);
  return { root, sent: wrapUnderRoot({ root, parameters }, seed, memberId, epoch) };
}

/** The same once the passphrase's root has been worked out with these parameters. */
export function wrapUnderRoot(
  { root, parameters }: { readonly root: Uint8Array; readonly parameters: DerivationParameters },
  seed: Uint8Array,
  memberId: MemberId,
  epoch: number,
): Wrapped['sent'] {
  const wrapped = wrapIdentity(root, seed, { memberId, epoch, parameters });
  return { parameters, auth: authKey(root), identity: { epoch, wrapped } };
}

export type NewAccount = {
  readonly identity: Identity;
  readonly root: Uint8Array;
  /** All that leaves this device. */
  readonly account: FoundingMember;
};

/** Makes a member's keys here and wraps them under their passphrase. */
export function makeAccount(handle: string, passphrase: string): NewAccount {
  const memberId = crypto.randomUUID() as MemberId;
  const seed = newIdentitySeed();
  const identity = identityFromSeed(seed);
  const { root, sent } = wrapUnder(passphrase, seed, memberId, 0);
  return { identity, root, account: { memberId, handle, ...sent, key: identity.kem.publicKey } };
}
