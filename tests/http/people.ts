import { type FoundingMember } from '@romduol/shared/api/accounts';
import type { Role } from '@romduol/shared/api/contract';
import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import {
  type Identity,
  authKey,
  identityFromSeed,
  newIdentitySeed,
  wrapIdentity,
} from '@romduol/shared/sealing/identity';
import { makeKeyring } from '@romduol/shared/sealing/keyring-signing';
import { type KeyPair, sodium } from '@romduol/shared/sealing/sodium';

/** A member as the tests know them: with everything secret. `root` stands for what Argon2id would make of a passphrase. */
export type Person = {
  readonly id: MemberId;
  readonly handle: string;
  readonly organisation: OrganisationId;
  readonly teams: readonly TeamId[];
  readonly roles: readonly Role[];
  readonly publisher: boolean;
  readonly identity: Identity;
  readonly root: Uint8Array;
};

const PLAN = {
  rainbow: {
    teams: { 'phnom-penh': ['KH-12'], battambang: ['KH-2'] },
    members: {
      'sok.dara': [['phnom-penh'], ['caseworker']],
      'chan.lina': [['phnom-penh'], ['caseworker']],
      'keo.rith': [['battambang'], ['caseworker']],
      'vann.sopheap': [['phnom-penh'], ['supervisor', 'publisher']],
      'meas.phalla': [['battambang'], ['supervisor', 'publisher']],
      'ly.bopha': [[], ['administrator']],
      'noy.kosal': [[], ['advocate']],
      'pich.rany': [[], ['auditor']],
    },
  },
  micro: {
    teams: { 'siem-reap': ['KH-17'] },
    members: {
      'tep.srey': [['siem-reap'], ['caseworker']],
      'ros.chenda': [['siem-reap'], ['supervisor', 'publisher']],
      'heng.vuth': [[], ['administrator']],
    },
  },
} as const;
export type Handle = keyof (typeof PLAN)['rainbow']['members'] | keyof (typeof PLAN)['micro']['members'];

export type People = Readonly<Record<Handle, Person>>;

function makePerson(
  organisation: string,
  handle: string,
  [teams, roles]: readonly [readonly string[], readonly string[]],
): Person {
  return {
    id: crypto.randomUUID() as MemberId,
    handle,
    organisation: organisation as OrganisationId,
    teams: teams as readonly TeamId[],
    roles: roles.filter((role) => role !== 'publisher') as Role[],
    publisher: roles.includes('publisher'),
    identity: identityFromSeed(newIdentitySeed()),
    root: sodium().randomBytes(32),
  };
}

/** Two organisations with everybody that the tests need, new keys for each. */
export function makePeople(): People {
  const entries = Object.entries(PLAN).flatMap(([organisation, { members }]) =>
    Object.entries(members).map(([handle, what]) => [handle, makePerson(organisation, handle, what)] as const),
  );
  return Object.fromEntries(entries) as People;
}

/** The first keyring of these people, signed by their administrators. */
export function signFirstKeyring(people: People, root: KeyPair, day: Day): KeyringFile {
  const named = (text: string) => ({ en: text, km: text });
  return makeKeyring({
    root,
    day,
    organisations: Object.entries(PLAN).map(([organisation, { teams }]) => {
      const members = Object.values(people).filter((person) => person.organisation === organisation);
      const administrator = members.find(({ roles }) => roles.includes('administrator'));
      if (administrator === undefined) throw new Error('an organisation without administrator');
      return {
        organisation: organisation as OrganisationId,
        name: named(organisation),
        teams: Object.entries(teams).map(([id, provinces]) => ({
          id: id as TeamId,
          name: named(id),
          provinces,
          duty: id === 'phnom-penh',
        })),
        members: members.map(({ id, handle, teams: own, roles, publisher, identity }) => ({
          id,
          handle,
          teams: own,
          roles,
          publisher,
          status: 'active' as const,
          kemKey: identity.kem.publicKey,
          signingKey: identity.signing.publicKey,
        })),
        signers: [{ member: administrator.id, signing: administrator.identity.signing }] as const,
      };
    }),
  });
}

/** What founding a deployment sends of each of them. */
export const foundingMembers = (people: People): FoundingMember[] =>
  Object.values(people).map(({ id, handle, identity, root }) => {
    const parameters = { salt: sodium().randomBytes(16), operations: 3, memory: 128 * 1024 * 1024 };
    return {
      memberId: id,
      handle,
      parameters,
      auth: authKey(root),
      identity: { epoch: 0, wrapped: wrapIdentity(root, identity.seed, { memberId: id, epoch: 0, parameters }) },
      key: identity.kem.publicKey,
    };
  });
