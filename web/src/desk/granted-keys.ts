import { type Grant, type GrantPurpose, listGrants, publishGrant } from '@romduol/shared/api/grants';
import type { MemberId, OrganisationId } from '@romduol/shared/ids';
import { openGrant, openGrantedKey, readGrant, signGrant, type VerifiedGrant } from '@romduol/shared/sealing/grant';
import type { Member } from '@romduol/shared/sealing/keyring';
import { sodium } from '@romduol/shared/sealing/sodium';
import { ApiRefusal } from './caller.ts';
import { memberByKid } from './case-key.ts';
import { isConfirmed, requireConfirmed } from './confirm.ts';
import { organisationOfCohort } from '@romduol/shared/statistics/ledger';
import { type Desk, DeskRefusal } from './desk.ts';
import { followKeyrings } from './keyring.ts';
import { colleagues, keysOf } from './members.ts';

type Purpose = Extract<GrantPurpose, 'statistics' | 'directory' | 'cohort'>;
type HeldGrant = { readonly grant: VerifiedGrant; readonly slot: Uint8Array | null };

/** Which role may grant a key of this purpose; the server holds to the same, but the desk does not rely on it. */
function mayGrant(purpose: Purpose, author: Member, objectId: string): boolean {
  if (purpose === 'statistics') return author.id === objectId;
  if (purpose === 'directory') return author.roles.includes('administrator') && author.organisation === objectId;
  return author.publisher && organisationOfCohort(objectId) === author.organisation;
}

/** Whom a key of this purpose may be given to. */
function mayReceive(purpose: Purpose, { status, roles, publisher, id, organisation }: Member, author: Member): boolean {
  if (status !== 'active' || organisation !== author.organisation) return false;
  if (purpose === 'directory') return roles.some((role) => role !== 'auditor');
  return publisher || (purpose === 'statistics' && id === author.id);
}

/**
 * Grants of a purpose, in the order of their objects and epochs, each with its signature checked, its author's standing and
 * whom it names: by the keyring that it was made under, which is never older than that of the one before. So nobody who has
 * left can sign one as if they had not, once there is one of later. Throws `DeskRefusal` `no_key`.
 */
export async function readGrants(desk: Desk, purpose: Purpose): Promise<HeldGrant[]> {
  const { grants } = await desk.call(listGrants, { query: { purpose } });
  // A colleague's desk may have followed the keyring further than this one.
  if (grants.some(({ grant }) => readGrant(grant, null).keyringVersion > desk.keyring.version)) {
    desk.keyring = await followKeyrings(desk.call, desk.keyrings, desk.pinnedRoot);
  }
  const held = grants.map(({ grant, slot }) => ({ grant: verifyGrant(desk, purpose, grant), slot }));
  const inOrder = held.toSorted(
    ({ grant: a }, { grant: b }) => a.objectId.localeCompare(b.objectId) || a.epoch - b.epoch,
  );
  inOrder.forEach(({ grant }, at) => {
    const before = inOrder[at - 1]?.grant;
    if (before?.objectId !== grant.objectId) return;
    if (grant.keyringVersion < before.keyringVersion) throw new DeskRefusal('no_key', 'grant_backdated');
  });
  return inOrder;
}

function verifyGrant(desk: Desk, purpose: Purpose, grant: Grant): VerifiedGrant {
  const said = readGrant(grant, null);
  const then = desk.keyrings.get(said.keyringVersion);
  const author = then?.members.find(({ id }) => id === grant.author);
  if (then === undefined || author === undefined || !sodium().equal(then.hash, said.keyringHash)) {
    throw new DeskRefusal('no_key', 'grant_of_a_stranger');
  }
  const verified = openGrant(grant, null, author.signing);
  if (verified.purpose !== purpose) throw new DeskRefusal('no_key', 'grant_of_another_purpose');
  if (author.status !== 'active' || !mayGrant(purpose, author, verified.objectId)) {
    throw new DeskRefusal('no_key', 'grant_without_standing');
  }
  const named = verified.kids.map((kid) => memberByKid(then, kid));
  if (!named.every((member) => member !== undefined && mayReceive(purpose, member, author))) {
    throw new DeskRefusal('no_key', 'grant_to_a_stranger');
  }
  return verified;
}

const nameOf = (purpose: Purpose, objectId: string, epoch: number): string => `${purpose} ${objectId} ${epoch}`;

/** The key a grant holds for this member, or null when it holds none for them. */
export function keyFromGrant(desk: Desk, { grant, slot }: HeldGrant): Uint8Array | null {
  const name = nameOf(grant.purpose as Purpose, grant.objectId, grant.epoch);
  const known = desk.grantedKeys.get(name);
  if (known !== undefined) return known;
  const key = slot === null ? null : openGrantedKey(grant, [slot], desk.identity.kem);
  if (key !== null) desk.grantedKeys.set(name, key);
  return key;
}

export type EpochKey = { readonly epoch: number; readonly key: Uint8Array };

/** `newest` of all epochs that there are, 0 for none; `keys` only those that the member was given. */
export type GrantedKeys = { readonly keys: Map<number, Uint8Array>; readonly newest: number };

/** Makes a key, wraps it for the recipients and signs the grant; what is sent is the caller's affair. */
export async function prepareGrant(
  desk: Desk,
  what: {
    readonly purpose: Purpose;
    readonly objectId: string;
    readonly epoch: number;
    readonly recipients: readonly Member[];
    /** Commitment of the key of the epoch before, where there was one. */
    readonly previousCommit?: Uint8Array | null;
  },
): Promise<{ key: Uint8Array; grant: Grant; slots: Uint8Array[] }> {
  requireConfirmed(desk);
  const key = sodium().randomBytes(32);
  const signed = signGrant({
    purpose: what.purpose,
    objectId: what.objectId,
    epoch: what.epoch,
    key,
    previousCommit: what.previousCommit ?? null,
    recipients: await keysOf(desk, what.recipients),
    keyringVersion: desk.keyring.version,
    keyringHash: desk.keyring.hash,
    author: desk.member.id,
    signing: desk.identity.signing,
  });
  return { key, ...signed };
}

/** Whether a grant names these members and nobody else. */
const namesJust = ({ kids }: VerifiedGrant, members: readonly Member[]): boolean =>
  kids.length === members.length && members.every(({ kemId }) => kids.some((kid) => sodium().equal(kid, kemId)));

/** A colleague's desk was quicker, or has followed the keyring further. */
const isOvertaken = (refusal: unknown): boolean =>
  refusal instanceof ApiRefusal && (refusal.code === 'sequence_taken' || refusal.code === 'keyring_outdated');

/**
 * The keys of an object that the member holds, by epoch, and the newest of all. Whoever may give it makes the first, and the
 * next when somebody has left who was given the last, or come since: from then on nothing is sealed under the last.
 */
async function keysOfObject(
  desk: Desk,
  purpose: 'statistics' | 'directory',
  objectId: MemberId | OrganisationId,
  recipients: () => readonly Member[],
): Promise<GrantedKeys> {
  const grants = (await readGrants(desk, purpose)).filter(({ grant }) => grant.objectId === objectId);
  const newest = grants.at(-1);
  const held: GrantedKeys = { keys: new Map(), newest: newest?.grant.epoch ?? 0 };
  for (const one of grants) {
    const key = keyFromGrant(desk, one);
    if (key !== null) held.keys.set(one.grant.epoch, key);
  }
  const isDue = newest === undefined || !namesJust(newest.grant, recipients());
  if (!isDue || !mayGrant(purpose, desk.member, objectId)) return held;
  // Sealed to people whom the member has not looked at yet, it waits.
  if (newest !== undefined && !isConfirmed(desk)) return held;
  const epoch = held.newest + 1;
  const previousCommit = newest?.grant.commit ?? null;
  const what = { purpose, objectId, epoch, recipients: recipients(), previousCommit };
  const { key, grant, slots } = await prepareGrant(desk, what);
  try {
    await desk.call(publishGrant, { body: { grant, slots } });
  } catch (refusal) {
    if (newest !== undefined && isOvertaken(refusal)) return held;
    throw refusal;
  }
  desk.grantedKeys.set(nameOf(purpose, objectId, epoch), key);
  return { keys: held.keys.set(epoch, key), newest: epoch };
}

/** Throws `no_key` as the purpose has it, when the newest was not given to the member, or there is none. */
function newestOf({ keys, newest }: GrantedKeys, code: 'no_directory_key' | 'no_statistics_key'): EpochKey {
  const key = keys.get(newest);
  if (key === undefined) throw new DeskRefusal(code);
  return { epoch: newest, key };
}

/** The organisation's directory keys, for everybody in it but auditors. An administrator's desk makes them. */
export function directoryKeys(desk: Desk): Promise<GrantedKeys> {
  const members = (): Member[] => colleagues(desk).filter((m) => m.roles.some((role) => role !== 'auditor'));
  return keysOfObject(desk, 'directory', desk.member.organisation, members);
}

/** The one under which the directory is written now. Throws `no_directory_key`. */
export async function directoryKey(desk: Desk): Promise<EpochKey> {
  return newestOf(await directoryKeys(desk), 'no_directory_key');
}

/** The author's own statistics key, granted to the organisation's publishers and, so that it can be used again, themselves. */
export async function ownStatisticsKey(desk: Desk): Promise<EpochKey> {
  const readers = (): Member[] => colleagues(desk).filter((m) => m.publisher || m.id === desk.member.id);
  return newestOf(await keysOfObject(desk, 'statistics', desk.member.id, readers), 'no_statistics_key');
}
