import { type KeyringFile, proposeKeyring, publishKeyring, readKeyring } from '@romduol/shared/api/keyring';
import type { MemberId, OrganisationId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { SealingError } from '@romduol/shared/sealing/errors';
import { type Keyring, type Member, type Name, hashKeyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { parseAuthority } from '@romduol/shared/sealing/keyring-parse';
import {
  type MemberToSign,
  type PartToSign,
  type RecoveryToSign,
  type Signer,
  type TeamToSign,
  renewKeyring as signNext,
  signAuthority,
} from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type Desk, DeskRefusal } from './desk.ts';
import { followKeyrings } from './keyring.ts';

/** Published; or it waits until a second administrator or a supervisor has signed. */
export type Outcome = 'published' | 'proposed';

/** An organisation that joins, with its administrator's signing key and the part that they signed. */
export type Joining = {
  readonly organisation: { readonly id: OrganisationId; readonly name: Name };
  readonly administrator: { readonly member: MemberId; readonly signing: Uint8Array };
  readonly part: KeyringFile['index'];
};

export type KeyringWork = {
  /** Makes the organisation's members out of those that the newest version names, which may be later than the desk's. */
  readonly members?: (own: readonly Member[]) => readonly (MemberToSign | Member)[];
  readonly teams?: readonly TeamToSign[];
  readonly joining?: Joining;
  /** What the organisation is called from now on. */
  readonly name?: Name;
  /** The card that the organisation has from now on; null: none any more. */
  readonly recovery?: RecoveryToSign | null;
  /** The root key's seed, off its card: for a new administrator, an organisation that joins or is renamed, or two more years. */
  readonly rootSeed?: Uint8Array;
};

export const signerOf = (desk: Desk): Signer => ({ member: desk.member.id, signing: desk.identity.signing });

/** The newest file, which is the very one that the desk has followed and judged. Throws `keyring_broken`. */
export async function newestFile(desk: Desk): Promise<KeyringFile> {
  desk.keyring = await followKeyrings(desk.call, desk.keyrings, desk.pinnedRoot);
  const { file } = await desk.call(readKeyring);
  if (file === null || !sodium().equal(hashKeyring(file), desk.keyring.hash)) throw new SealingError('keyring_broken');
  return file;
}

/**
 * Signs the next version: with the organisation's members or teams as given, or with neither, which prolongs it. The root
 * signs too where its seed is given. Throws `DeskRefusal`: `not_permitted`; `root_needed` for an administrator or a name that
 * the root's list does not have; `wrong_root_key` for the seed of another deployment; `not_permitted` `last_administrator`,
 * `last_reader` for what would leave nobody.
 */
export async function signKeyring(desk: Desk, work: KeyringWork): Promise<Outcome> {
  if (!desk.member.roles.includes('administrator')) throw new DeskRefusal('not_permitted');
  const previous = await newestFile(desk);
  const day = dayAt(desk.clock());
  const own = desk.member.organisation;
  const changes = work.members !== undefined || work.teams !== undefined || work.recovery !== undefined;
  const before = desk.keyring.members.filter(({ organisation }) => organisation === own);
  const members = work.members?.(before) ?? before;
  const teams = work.teams ?? desk.keyring.teams.filter(({ organisation }) => organisation === own);
  if (changes) requireReaders(desk.keyring, own, teams, members);
  const authority = signNewAuthority(desk, previous, members, work);
  const recovery = work.recovery === undefined ? desk.keyring.recoveries.get(own) : (work.recovery ?? undefined);
  const part: PartToSign = { organisation: own, teams, members, recovery, signers: [signerOf(desk)] };
  const next = signNext({
    previous,
    day,
    signer: signerOf(desk),
    ...(changes && { parts: [part] }),
    ...(work.joining !== undefined && { joining: [work.joining.part] }),
    ...(authority !== undefined && { authority }),
  });
  const outcome = judge(desk, next);
  await desk.call(outcome === 'published' ? publishKeyring : proposeKeyring, { body: next });
  await refreshKeyring(desk);
  return outcome;
}

/** Prolongs the keyring by 90 days from today. For administrators; also when it has expired. */
export async function renewKeyring(desk: Desk): Promise<void> {
  await signKeyring(desk, {});
}

/** Follows the keyring to its newest version, and takes over what it says of the desk's own member. */
export async function refreshKeyring(desk: Desk): Promise<void> {
  desk.keyring = await followKeyrings(desk.call, desk.keyrings, desk.pinnedRoot);
  desk.member = desk.keyring.members.find(({ id }) => id === desk.member.id) ?? desk.member;
}

/** Judged here as every other client will, so that nothing is sent that they would refuse. */
function judge(desk: Desk, next: KeyringFile): Outcome {
  const { keyring } = verifyKeyring(next, { today: dayAt(desk.clock()) });
  try {
    verifySuccession(desk.keyring, keyring, next);
    return 'published';
  } catch (error) {
    if (error instanceof SealingError && error.code === 'second_signature_missing') return 'proposed';
    throw error;
  }
}

function signNewAuthority(
  desk: Desk,
  previous: KeyringFile,
  members: readonly (MemberToSign | Member)[],
  { joining, name: renamed, rootSeed }: KeyringWork,
): KeyringFile['authority'] | undefined {
  const unnamed = members.filter(
    (member) =>
      member.status === 'active' &&
      member.roles.includes('administrator') &&
      !sodium().equal(desk.keyring.administrators.get(member.id) ?? new Uint8Array(0), signingKeyOf(member)),
  );
  if (rootSeed === undefined) {
    if (unnamed.length > 0 || joining !== undefined || renamed !== undefined) throw new DeskRefusal('root_needed');
    return undefined;
  }
  const root = rootSeed.length === 32 ? sodium().signKeypair(rootSeed) : undefined;
  if (root === undefined || !sodium().equal(root.publicKey, previous.root)) throw new DeskRefusal('wrong_root_key');
  const before = parseAuthority(previous.authority.bytes);
  const organisations = before.organisations.map(({ id, name, administrators }) => {
    const named = [...administrators].map(([member, signing]) => ({ member, signing }));
    const own = id === desk.member.organisation;
    const added = own ? unnamed : [];
    const kept = named.filter(({ member }) => !added.some((one) => one.id === member));
    return {
      id,
      name: (own ? renamed : undefined) ?? name,
      administrators: [...kept, ...added.map((one) => ({ member: one.id, signing: signingKeyOf(one) }))],
    };
  });
  const joined = joining === undefined ? [] : [{ ...joining.organisation, administrators: [joining.administrator] }];
  return signAuthority(root, {
    number: before.number + 1,
    day: dayAt(desk.clock()),
    organisations: [...organisations, ...joined],
  });
}

const signingKeyOf = (member: MemberToSign | Member): Uint8Array =>
  'signingKey' in member ? member.signingKey : member.signing;

const reads = (member: Pick<Member, 'status' | 'roles' | 'teams'>, team: string): boolean =>
  member.status === 'active' &&
  (member.roles.includes('caseworker') || member.roles.includes('supervisor')) &&
  member.teams.some((id) => id === team);

/** No change may leave an organisation without its administrator, or a team that had readers without any. */
function requireReaders(
  before: Keyring,
  organisation: OrganisationId,
  teams: readonly TeamToSign[],
  members: readonly (MemberToSign | Member)[],
): void {
  if (!members.some(({ status, roles }) => status === 'active' && roles.includes('administrator'))) {
    throw new DeskRefusal('not_permitted', 'last_administrator');
  }
  const were = before.members.filter((member) => member.organisation === organisation);
  for (const { id } of teams) {
    const had = were.some((member) => reads(member, id));
    if (had && !members.some((member) => reads(member, id))) throw new DeskRefusal('not_permitted', 'last_reader');
  }
}
