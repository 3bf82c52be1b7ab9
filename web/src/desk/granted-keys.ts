import { type Grant, type GrantPurpose, listGrants, publishGrant } from '@romduol/shared/api/grants';
import type { MemberId, OrganisationId } from '@romduol/shared/ids';
import { openGrant, openGrantedKey, signGrant, type VerifiedGrant } from '@romduol/shared/sealing/grant';
import type { Member } from '@romduol/shared/sealing/keyring';
import { sodium } from '@romduol/shared/sealing/sodium';
import { requireConfirmed } from './confirm.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { colleagues, keysOf } from './members.ts';

type Purpose = Extract<GrantPurpose, 'statistics' | 'directory' | 'cohort'>;
type HeldGrant = { readonly grant: VerifiedGrant; readonly slot: Uint8Array | null };

/** Which role may grant a key of this purpose; the server holds to the same, but the desk does not rely on it. */
function mayGrant(purpose: Purpose, author: Member, objectId: string): boolean {
  if (purpose === 'statistics') return author.id === objectId;
  if (purpose === 'directory') return author.roles.includes('administrator') && author.organisation === objectId;
  return author.publisher && objectId.startsWith(`${author.organisation}/`);
}

/** Grants of a purpose, each with its signature and its author's standing checked; others are left out. */
export async function readGrants(desk: Desk, purpose: Purpose): Promise<HeldGrant[]> {
  const { grants } = await desk.call(listGrants, { query: { purpose } });
  const held: HeldGrant[] = [];
  for (const { grant, slot } of grants) {
    const verified = verifyGrant(desk, grant);
    if (verified.purpose !== purpose) throw new DeskRefusal('no_key', 'grant_of_another_purpose');
    held.push({ grant: verified, slot });
  }
  return held;
}

function verifyGrant(desk: Desk, grant: Grant): VerifiedGrant {
  const author = desk.keyring.members.find((m) => m.id === grant.author);
  if (author === undefined) throw new DeskRefusal('no_key', 'grant_of_a_stranger');
  const verified = openGrant(grant, null, author.signing);
  if (!mayGrant(verified.purpose as Purpose, author, verified.objectId)) {
    throw new DeskRefusal('no_key', 'grant_without_standing');
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

/** Makes a key, wraps it for the recipients and signs the grant; what is sent is the caller's affair. */
export async function prepareGrant(
  desk: Desk,
  what: { purpose: Purpose; objectId: string; epoch: number; recipients: readonly Member[] },
): Promise<{ key: Uint8Array; grant: Grant; slots: Uint8Array[] }> {
  requireConfirmed(desk);
  const key = sodium().randomBytes(32);
  const signed = signGrant({
    purpose: what.purpose,
    objectId: what.objectId,
    epoch: what.epoch,
    key,
    previousCommit: null,
    recipients: await keysOf(desk, what.recipients),
    keyringVersion: desk.keyring.version,
    keyringHash: desk.keyring.hash,
    author: desk.member.id,
    signing: desk.identity.signing,
  });
  return { key, ...signed };
}

/** The newest key of an object, made and granted to `recipients` when there is none and the caller may make it. */
async function newestKey(
  desk: Desk,
  purpose: 'statistics' | 'directory',
  objectId: MemberId | OrganisationId,
  recipients: () => readonly Member[],
): Promise<EpochKey | null> {
  const grants = (await readGrants(desk, purpose)).filter(({ grant }) => grant.objectId === objectId);
  const newest = grants.reduce<HeldGrant | null>((a, b) => (a === null || b.grant.epoch > a.grant.epoch ? b : a), null);
  if (newest !== null) {
    const key = keyFromGrant(desk, newest);
    return key === null ? null : { epoch: newest.grant.epoch, key };
  }
  if (!mayGrant(purpose, desk.member, objectId)) return null;
  const { key, grant, slots } = await prepareGrant(desk, { purpose, objectId, epoch: 1, recipients: recipients() });
  await desk.call(publishGrant, { body: { grant, slots } });
  desk.grantedKeys.set(nameOf(purpose, objectId, 1), key);
  return { epoch: 1, key };
}

/** The organisation's directory key, for everybody in it but auditors. An administrator's desk makes it. */
export async function directoryKey(desk: Desk): Promise<EpochKey> {
  const members = (): Member[] => colleagues(desk).filter((m) => m.roles.some((role) => role !== 'auditor'));
  const key = await newestKey(desk, 'directory', desk.member.organisation, members);
  if (key === null) throw new DeskRefusal('no_directory_key');
  return key;
}

/** The author's own statistics key, granted to the organisation's publishers and, so that it can be used again, themselves. */
export async function ownStatisticsKey(desk: Desk): Promise<EpochKey> {
  const readers = (): Member[] => colleagues(desk).filter((m) => m.publisher || m.id === desk.member.id);
  const key = await newestKey(desk, 'statistics', desk.member.id, readers);
  if (key === null) throw new DeskRefusal('no_statistics_key');
  return key;
}
