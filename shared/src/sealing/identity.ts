import type { DerivationParameters } from '../api/accounts.ts';
import type { MemberId } from '../ids.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { open, seal, type Sealed } from './sealed.ts';
import { sodium, type KeyPair } from './sodium.ts';

/** A member's private half. All of it follows from the 32-byte seed, which the protocol calls ASK. */
export type Identity = {
  readonly seed: Uint8Array;
  readonly kem: KeyPair;
  readonly signing: KeyPair;
  /** Wraps what the member keeps for themselves: case keys, drafts, saved views. */
  readonly vaultKey: Uint8Array;
};

/** What a wrapped identity is bound to. */
export type IdentityBinding = {
  readonly memberId: MemberId;
  /** Counts the identities of this member. */
  readonly epoch: number;
  readonly parameters: DerivationParameters;
};

/** Below these a stolen hash of a generated passphrase is still safe, a typed one no longer. Memory in bytes. */
export const LEAST_PARAMETERS = { operations: 3, memory: 128 * 1024 * 1024 } as const;

export function newIdentitySeed(): Uint8Array {
  return sodium().randomBytes(32);
}

export function identityFromSeed(seed: Uint8Array): Identity {
  const { deriveKey, kemKeypair, signKeypair } = sodium();
  return {
    seed,
    kem: kemKeypair(deriveKey(1, 'rdkemx01', seed)),
    signing: signKeypair(deriveKey(2, 'rdsign01', seed)),
    vaultKey: deriveKey(3, 'rdvault1', seed),
  };
}

/** A fresh salt with the least parameters. */
export function newDerivationParameters(): DerivationParameters {
  return { salt: sodium().randomBytes(16), ...LEAST_PARAMETERS };
}

/**
 * The 32-byte root that a passphrase gives, about half a second. Spaces around and between words do not matter.
 * Throws `weak_parameters`: the server names the parameters before it is trusted, and cheap ones would make the
 * authentication key searchable.
 */
export function deriveRoot(passphrase: string, parameters: DerivationParameters): Uint8Array {
  const { salt, operations, memory } = parameters;
  if (!(operations >= LEAST_PARAMETERS.operations && memory >= LEAST_PARAMETERS.memory)) {
    throw new SealingError('weak_parameters');
  }
  return sodium().passwordHash(utf8(passphrase.trim().replaceAll(/\s+/g, ' ')), salt, operations, memory);
}

/** What proves the passphrase to the server, which stores only a keyed hash of it. */
export function authKey(root: Uint8Array): Uint8Array {
  return sodium().deriveKey(1, 'rdauth01', root);
}

function bind({ memberId, epoch, parameters }: IdentityBinding): Uint8Array {
  const { salt, operations, memory } = parameters;
  return pae(label('identity'), utf8(memberId), le64(epoch), salt, le64(operations), le64(memory));
}

export function wrapIdentity(root: Uint8Array, seed: Uint8Array, binding: IdentityBinding): Sealed {
  return seal(sodium().deriveKey(2, 'rdwrap01', root), bind(binding), seed);
}

/** The seed. Throws `damaged`, which is also what a wrong passphrase gives. */
export function unwrapIdentity(root: Uint8Array, wrapped: Sealed, binding: IdentityBinding): Uint8Array {
  return open(sodium().deriveKey(2, 'rdwrap01', root), bind(binding), wrapped);
}
