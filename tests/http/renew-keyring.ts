import { type KeyringFile, readKeyring } from '@romduol/shared/api/keyring';
import { dayAt } from '@romduol/shared/language/dates';
import { verifyKeyring } from '@romduol/shared/sealing/keyring';
import { renewKeyring } from '@romduol/shared/sealing/keyring-signing';
import type { FreshApp } from './fresh-app.ts';
import type { Handle } from './people.ts';

export async function currentKeyring(fresh: FreshApp): Promise<KeyringFile> {
  const { file } = await fresh.call(readKeyring);
  if (file === null) throw new Error('not founded');
  return file;
}

export const signerOf = ({ people }: FreshApp, handle: Handle) => ({
  member: people[handle].id,
  signing: people[handle].identity.signing,
});

/** The version after the one in force, signed by `handle`. */
export const renewAs = async (
  fresh: FreshApp,
  handle: Handle,
  more: Partial<Parameters<typeof renewKeyring>[0]> = {},
): Promise<KeyringFile> =>
  renewKeyring({
    previous: await currentKeyring(fresh),
    day: dayAt(fresh.clock.now),
    signer: signerOf(fresh, handle),
    ...more,
  });

/** The part of a member's organisation as it stands, with this member changed. */
export async function partWith(fresh: FreshApp, handle: Handle, change: object) {
  const { keyring } = verifyKeyring(await currentKeyring(fresh), { today: dayAt(fresh.clock.now) });
  const { organisation } = fresh.people[handle];
  const administrator = organisation === 'rainbow' ? 'ly.bopha' : 'heng.vuth';
  return {
    organisation,
    teams: keyring.teams.filter((team) => team.organisation === organisation),
    members: keyring.members
      .filter((member) => member.organisation === organisation)
      .map((member) => (member.handle === handle ? { ...member, ...change } : member)),
    recovery: keyring.recoveries.get(organisation),
    signers: [signerOf(fresh, administrator)] as const,
  };
}
