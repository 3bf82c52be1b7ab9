import type { Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { identityFromSeed, newIdentitySeed } from '@romduol/shared/sealing/identity';
import { type Keyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { makeKeyring } from '@romduol/shared/sealing/keyring-signing';
import { sodium } from '@romduol/shared/sealing/sodium';

export const TODAY = '2026-03-01' as Day;

export type FormSample = { readonly keyring: Keyring; readonly key: Uint8Array };
/** A keyring of one team, and the key of the one who reads it. */
export function makeFormSample(): FormSample {
  const identity = identityFromSeed(newIdentitySeed());
  const member = crypto.randomUUID() as MemberId;
  const file = makeKeyring({
    root: sodium().signKeypair(sodium().randomBytes(32)),
    day: TODAY,
    organisations: [
      {
        organisation: 'sample' as OrganisationId,
        name: { en: 'Sample', km: 'គំរូ' },
        teams: [{ id: 'duty' as TeamId, name: { en: 'Duty', km: 'ប្រចាំការ' }, provinces: [], duty: true }],
        members: [
          {
            id: member,
            handle: 'sophea',
            teams: ['duty' as TeamId],
            roles: ['administrator', 'caseworker'],
            publisher: false,
            status: 'active',
            kemKey: identity.kem.publicKey,
            signingKey: identity.signing.publicKey,
          },
        ],
        signers: [{ member, signing: identity.signing }],
      },
    ],
  });
  return { keyring: verifyKeyring(file, { today: TODAY }).keyring, key: identity.kem.publicKey };
}
