import { type FoundingMember, foundDeployment } from '@romduol/shared/api/accounts';
import type { Role } from '@romduol/shared/api/contract';
import type { MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import {
  authKey,
  deriveRoot,
  type Identity,
  identityFromSeed,
  newDerivationParameters,
  newIdentitySeed,
  wrapIdentity,
} from '@romduol/shared/sealing/identity';
import { type Name, rootFingerprint } from '@romduol/shared/sealing/keyring';
import { makeKeyring, type Signer } from '@romduol/shared/sealing/keyring-signing';
import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller } from './caller.ts';
import { type Clock, DeskRefusal } from './desk.ts';

export type FoundingPlan = {
  readonly organisations: readonly {
    readonly id: OrganisationId;
    readonly name: Name;
    readonly teams: readonly {
      readonly id: TeamId;
      readonly name: Name;
      readonly provinces: readonly string[];
      readonly duty: boolean;
      readonly showsHandles?: true;
    }[];
    readonly members: readonly {
      readonly handle: string;
      readonly roles: readonly Role[];
      readonly publisher: boolean;
      readonly teams: readonly TeamId[];
    }[];
  }[];
};

/** A member's way in. The passphrase is shown once; `root` saves whoever made the account deriving it again. */
export type FoundedAccount = {
  readonly handle: string;
  readonly passphrase: string;
  readonly root: Uint8Array;
  readonly organisation: OrganisationId;
};

export type Founded = {
  readonly accounts: readonly FoundedAccount[];
  /** Seed of the root key, 32 bytes: to be printed, kept offline and forgotten here. */
  readonly rootSeed: Uint8Array;
  readonly fingerprint: Uint8Array;
};

type Made = { readonly account: FoundedAccount; readonly founding: FoundingMember; readonly identity: Identity };

/**
 * Founds an empty deployment with the one-time token that the server printed: makes the root key, every member's identity
 * and passphrase, and the first keyring. Half a second a member. Throws `DeskRefusal` `not_permitted` when an organisation
 * of the plan has no administrator.
 */
export async function found(call: Caller, clock: Clock, token: string, plan: FoundingPlan): Promise<Founded> {
  const rootSeed = sodium().randomBytes(32);
  const root = sodium().signKeypair(rootSeed);
  const made = new Map<string, Made>();
  for (const organisation of plan.organisations) {
    for (const member of organisation.members) made.set(member.handle, makeMember(member.handle, organisation.id));
  }
  const madeFor = (handle: string): Made => {
    const member = made.get(handle);
    if (member === undefined) throw new DeskRefusal('not_a_member');
    return member;
  };
  const keyring = makeKeyring({
    root,
    day: dayAt(clock()),
    organisations: plan.organisations.map((organisation) => ({
      organisation: organisation.id,
      name: organisation.name,
      teams: organisation.teams,
      members: organisation.members.map((member) => {
        const { founding, identity } = madeFor(member.handle);
        return {
          id: founding.memberId,
          handle: member.handle,
          teams: member.teams,
          roles: member.roles,
          publisher: member.publisher,
          status: 'active' as const,
          kemKey: identity.kem.publicKey,
          signingKey: identity.signing.publicKey,
        };
      }),
      signers: signersOf(
        organisation.members.filter((m) => m.roles.includes('administrator')).map((m) => madeFor(m.handle)),
      ),
    })),
  });
  const members = [...made.values()];
  await call(foundDeployment, { body: { token, keyring, members: members.map((m) => m.founding) } });
  return {
    accounts: members.map((m) => m.account),
    rootSeed,
    fingerprint: rootFingerprint(root.publicKey),
  };
}

function signersOf(administrators: readonly Made[]): [Signer, ...Signer[]] {
  const [first, ...others] = administrators.map((m): Signer => ({
    member: m.founding.memberId,
    signing: m.identity.signing,
  }));
  if (first === undefined) throw new DeskRefusal('not_permitted', 'organisation_without_administrator');
  return [first, ...others];
}

function makeMember(handle: string, organisation: OrganisationId): Made {
  const memberId = crypto.randomUUID() as MemberId;
  const passphrase = generatePassphrase();
  const parameters = newDerivationParameters();
  const root = deriveRoot(passphrase, parameters);
  const seed = newIdentitySeed();
  const identity = identityFromSeed(seed);
  return {
    account: { handle, passphrase, root, organisation },
    identity,
    founding: {
      memberId,
      handle,
      parameters,
      auth: authKey(root),
      identity: { epoch: 0, wrapped: wrapIdentity(root, seed, { memberId, epoch: 0, parameters }) },
      key: identity.kem.publicKey,
    },
  };
}
