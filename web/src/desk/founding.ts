import { foundDeployment } from '@romduol/shared/api/accounts';
import type { Input, Role } from '@romduol/shared/api/contract';
import type { publishSiteItem } from '@romduol/shared/api/site';
import type { OrganisationId, TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { type Name, rootFingerprint } from '@romduol/shared/sealing/keyring';
import { makeKeyring } from '@romduol/shared/sealing/keyring-signing';
import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import { siteHash, signSiteItem } from '@romduol/shared/sealing/site-signature';
import { type KeyPair, sodium } from '@romduol/shared/sealing/sodium';
import { RECEPTION_ITEM } from '@romduol/shared/site/items';
import { writeSetting } from '@romduol/shared/site/settings';
import type { Caller } from './caller.ts';
import { type Clock, DeskRefusal } from './desk.ts';
import { makeAccount } from './new-account.ts';

export type PlannedTeam = {
  readonly id: TeamId;
  readonly name: Name;
  readonly provinces: readonly string[];
  readonly duty: boolean;
  readonly showsHandles?: true;
};

/** The organisation that a deployment begins with, and its founder; everybody else is invited. */
export type FoundingPlan = {
  readonly organisation: { readonly id: OrganisationId; readonly name: Name };
  readonly teams: readonly PlannedTeam[];
  readonly founder: {
    readonly handle: string;
    readonly roles: readonly Role[];
    readonly publisher: boolean;
    readonly teams: readonly TeamId[];
  };
  /** The public pages say that no reports are taken yet, until an administrator signs otherwise. */
  readonly closed?: true;
};

export type Founded = {
  readonly handle: string;
  readonly passphrase: string;
  /** Seed of the root key, 32 bytes: to be printed, kept offline and forgotten here. */
  readonly rootSeed: Uint8Array;
  readonly fingerprint: Uint8Array;
};

/**
 * Founds an empty deployment with the one-time token that the server printed: makes the root key, the founder's identity
 * and passphrase, and a keyring that names nobody else. Throws `DeskRefusal` `not_permitted` when the founder is no
 * administrator.
 */
export async function found(call: Caller, clock: Clock, token: string, plan: FoundingPlan): Promise<Founded> {
  const { organisation, teams, founder } = plan;
  if (!founder.roles.includes('administrator'))
    throw new DeskRefusal('not_permitted', 'organisation_without_administrator');
  const rootSeed = sodium().randomBytes(32);
  const root = sodium().signKeypair(rootSeed);
  const passphrase = generatePassphrase();
  const { account, identity } = makeAccount(founder.handle, passphrase);
  const keyring = makeKeyring({
    root,
    day: dayAt(clock()),
    organisations: [
      {
        organisation: organisation.id,
        name: organisation.name,
        teams,
        members: [
          {
            ...founder,
            id: account.memberId,
            status: 'active',
            kemKey: identity.kem.publicKey,
            signingKey: identity.signing.publicKey,
          },
        ],
        signers: [{ member: account.memberId, signing: identity.signing }],
      },
    ],
  });
  const editions = plan.closed ? [closedEdition(organisation.id, identity.signing)] : [];
  await call(foundDeployment, { body: { token, keyring, members: [account], editions } });
  return { handle: founder.handle, passphrase, rootSeed, fingerprint: rootFingerprint(root.publicKey) };
}

function closedEdition(organisation: OrganisationId, signing: KeyPair): Input<typeof publishSiteItem>['body'] {
  const content = writeSetting({ v: 1, open: false });
  const name = { item: RECEPTION_ITEM, language: '-', number: 1 } as const;
  return { ...name, content, signature: signSiteItem({ ...name, organisation, hash: siteHash(content) }, signing) };
}
