import { readConfirmation, storeConfirmation } from '@romduol/shared/api/keyring';
import { signConfirmation, verifyConfirmation } from '@romduol/shared/sealing/confirmation';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { addsRecipient, changesBetween } from '@romduol/shared/sealing/keyring-changes';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import type { ChangeView } from './views.ts';

export const askConfirmed = (call: Caller) => call(readConfirmation);

/**
 * The version whose changes this member has confirmed last, by their own signature. Somebody who has never confirmed one
 * begins with the version they were admitted by: a server that hides a confirmation has them look again, and no more.
 * Throws `keyring_rolled_back` and `keyring_broken` when the server's keyring is not the one that was confirmed, or does
 * not reach as far.
 */
export async function readConfirmed(
  asked: ReturnType<typeof askConfirmed>,
  desk: Pick<Desk, 'member' | 'identity' | 'keyring' | 'keyrings'>,
): Promise<Keyring> {
  const { member, identity, keyring, keyrings } = desk;
  const { confirmation } = await asked;
  if (confirmation === null) return admittedBy(desk);
  const { version, hash, signature } = confirmation;
  verifyConfirmation({ member: member.id, version, hash }, signature, identity.signing.publicKey);
  if (version > keyring.version) throw new SealingError('keyring_rolled_back');
  const confirmed = keyrings.get(version);
  if (confirmed === undefined || !sodium().equal(confirmed.hash, hash)) throw new SealingError('keyring_broken');
  return confirmed;
}

/** The first version that names the member with the keys they have. */
function admittedBy({ member, keyring, keyrings }: Pick<Desk, 'member' | 'keyring' | 'keyrings'>): Keyring {
  const versions = [...keyrings.values()].sort((a, b) => a.version - b.version);
  const names = ({ members }: Keyring): boolean =>
    members.some(({ id, signing }) => id === member.id && sodium().equal(signing, member.signing));
  return versions.find(names) ?? keyring;
}

async function storeConfirmed(call: Caller, desk: Pick<Desk, 'member' | 'identity' | 'keyring'>): Promise<Keyring> {
  const { keyring, member, identity } = desk;
  const { version, hash } = keyring;
  const signature = signConfirmation({ member: member.id, version, hash }, identity.signing);
  await call(storeConfirmation, { body: { version, hash, signature } });
  return keyring;
}

/** Signs that the member has looked at every change up to the desk's keyring. */
export async function confirmKeyring(desk: Desk): Promise<void> {
  desk.confirmed = await storeConfirmed(desk.call, desk);
}

/** What changed since, version by version, in words' codes. Empty: nothing to confirm; a mere renewal changes nothing. */
export function unconfirmedChanges({ confirmed, keyring, keyrings }: Desk): ChangeView[] {
  const changes: ChangeView[] = [];
  for (let version = confirmed.version + 1; version <= keyring.version; version += 1) {
    const before = keyrings.get(version - 1);
    const after = keyrings.get(version);
    if (before === undefined || after === undefined) throw new SealingError('keyring_broken');
    changes.push(...tellChanges(before, after));
  }
  return changes;
}

/** The changes of one version, with the names that they are told by. */
export function tellChanges(before: Keyring, after: Keyring): ChangeView[] {
  return changesBetween(before, after).map((change): ChangeView => {
    const organisation = [...after.organisations, ...before.organisations].find(({ id }) => id === change.organisation);
    const team = 'team' in change ? [...after.teams, ...before.teams].find(({ id }) => id === change.team) : undefined;
    const member =
      'member' in change ? [...after.members, ...before.members].find(({ id }) => id === change.member) : undefined;
    const teams = after.teams.filter(({ id }) => member?.teams.includes(id)).map(({ name }) => name);
    return {
      version: after.version,
      day: after.day,
      kind: change.kind,
      organisation: organisation?.name ?? null,
      team: team?.name ?? null,
      member:
        member === undefined
          ? null
          : { handle: member.handle, roles: member.roles, publisher: member.publisher, teams },
      signedByOne: addsRecipient(before, after, change.organisation) && decidersOf(before, change.organisation) < 2,
    };
  });
}

/** How many could have signed a change of an organisation: one alone can have no second. */
const decidersOf = ({ members }: Keyring, organisation: string): number =>
  members.filter(
    (member) =>
      member.organisation === organisation &&
      member.status === 'active' &&
      member.roles.some((role) => role === 'administrator' || role === 'supervisor'),
  ).length;

export const isConfirmed = (desk: Desk): boolean =>
  desk.confirmed.version >= desk.keyring.version || unconfirmedChanges(desk).length === 0;

/** Throws `keyring_unconfirmed`: whoever seals does it for people whom they have seen to be in the list. */
export function requireConfirmed(desk: Desk): void {
  if (!isConfirmed(desk)) throw new DeskRefusal('keyring_unconfirmed');
}
