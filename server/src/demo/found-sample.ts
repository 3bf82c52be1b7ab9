import { type FoundingMember, foundDeployment } from '@romduol/shared/api/accounts';
import type { OrganisationId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import type { Identity } from '@romduol/shared/sealing/identity';
import { type Name, rootFingerprint } from '@romduol/shared/sealing/keyring';
import { makeKeyring, type Signer } from '@romduol/shared/sealing/keyring-signing';
import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller } from '@romduol/web/desk/caller';
import type { Clock } from '@romduol/web/desk/desk';
import type { FoundingPlan, PlannedTeam } from '@romduol/web/desk/founding';
import { makeAccount } from '@romduol/web/desk/new-account';

/** Organisations with everybody who works in them: sample members are made by one hand, which real ones never are. */
export type SamplePlan = {
  readonly organisations: readonly {
    readonly id: OrganisationId;
    readonly name: Name;
    readonly teams: readonly PlannedTeam[];
    readonly members: readonly FoundingPlan['founder'][];
  }[];
};

/** A member's way in. `root` saves whoever made the account deriving it again. */
export type SampleAccount = {
  readonly handle: string;
  readonly passphrase: string;
  readonly root: Uint8Array;
  readonly organisation: OrganisationId;
};

export type SampleFounded = {
  readonly accounts: readonly SampleAccount[];
  readonly rootSeed: Uint8Array;
  readonly fingerprint: Uint8Array;
};

type Made = { readonly account: SampleAccount; readonly founding: FoundingMember; readonly identity: Identity };

/** Founds an empty deployment and all its members at once, for demonstrations and tests. Half a second a member. */
export async function foundSample(call: Caller, clock: Clock, token: string, plan: SamplePlan): Promise<SampleFounded> {
  const rootSeed = sodium().randomBytes(32);
  const root = sodium().signKeypair(rootSeed);
  const made = plan.organisations.map(({ id, members }) => members.map(({ handle }) => makeMember(handle, id)));
  const keyring = makeKeyring({
    root,
    day: dayAt(clock()),
    organisations: plan.organisations.map(({ id, name, teams, members }, o) => {
      const own = members.flatMap((member, m) => {
        const one = made[o]?.[m];
        return one === undefined ? [] : [{ member, one }];
      });
      return {
        organisation: id,
        name,
        teams,
        members: own.map(({ member, one: { founding, identity } }) => ({
          ...member,
          id: founding.memberId,
          status: 'active' as const,
          kemKey: identity.kem.publicKey,
          signingKey: identity.signing.publicKey,
        })),
        signers: signersOf(own.filter(({ member }) => member.roles.includes('administrator')).map(({ one }) => one)),
      };
    }),
  });
  const everybody = made.flat();
  await call(foundDeployment, { body: { token, keyring, members: everybody.map((one) => one.founding) } });
  return {
    accounts: everybody.map((one) => one.account),
    rootSeed,
    fingerprint: rootFingerprint(root.publicKey),
  };
}

function signersOf(administrators: readonly Made[]): [Signer, ...Signer[]] {
  const [first, ...others] = administrators.map(({ founding, identity }): Signer => ({
    member: founding.memberId,
    signing: identity.signing,
  }));
  if (first === undefined) throw new RangeError('a sample organisation without administrator');
  return [first, ...others];
}

function makeMember(handle: string, organisation: OrganisationId): Made {
  const passphrase = generatePassphrase();
  const { account, identity, root } = makeAccount(handle, passphrase);
  return { account: { handle, passphrase, root, organisation }, founding: account, identity };
}
