import type { KeyringFile } from '../api/keyring.ts';
import type { Day, MemberId, OrganisationId, TeamId } from '../ids.ts';
import { pae, toBase64url } from './bytes.ts';
import { SealingError } from './errors.ts';
import { parseAuthority, parseIndex, parsePart, type Part } from './keyring-parse.ts';
import { AUTHORITY_DAYS, KEYRING_DAYS, type Keyring, type Member, type Recovery, type Team } from './keyring-shape.ts';
import { label } from './labels.ts';
import { checkSignature } from './signature.ts';
import { keyId } from './slot.ts';
import { sodium } from './sodium.ts';

export type { Keyring, Member, Name, Recovery, Team } from './keyring-shape.ts';

type Signed = KeyringFile['index'];

function broken(): never {
  throw new SealingError('keyring_broken');
}

/** H(32, PAE(…root, root key)). */
export function rootFingerprint(root: Uint8Array): Uint8Array {
  return sodium().hash(32, pae(label('root'), root));
}

/** H(32, PAE(…kem, public KEM key)): what the keyring holds beside the short key id. */
export function kemHash(publicKey: Uint8Array): Uint8Array {
  return sodium().hash(32, pae(label('kem'), publicKey));
}

/** Hash of a signed part or authority list as the index holds it. */
export function hashSigned(name: 'authority' | 'part', bytes: Uint8Array): Uint8Array {
  return sodium().hash(32, pae(label(`${name}-hash`), bytes));
}

/** Over the bytes that were signed, not the signatures: a second signature joins without another version. */
export function hashKeyring(file: KeyringFile): Uint8Array {
  const parts = file.parts.map((part) => part.bytes);
  return sodium().hash(32, pae(label('keyring'), file.root, file.authority.bytes, file.index.bytes, ...parts));
}

/** Days must be real, in order, and no further apart than a signature may last. */
function checkLifetime({ day, expires }: { day: Day; expires: Day }, most: number): void {
  const days = (Date.parse(expires) - Date.parse(day)) / 86_400_000;
  if (!(days >= 0 && days <= most)) broken();
}

/** The first signature is its proposer's; it must be by one of these. Checked before anything inside is believed. */
function checkProposer(name: string, signed: Signed, administrators: ReadonlyMap<MemberId, Uint8Array>): void {
  const first = signed.signatures[0];
  const key = first && administrators.get(first.member);
  if (!first || !key) throw new SealingError('unknown_signer');
  checkSignature(name, [signed.bytes], first.signature, key);
}

/** Every signature must be good, the first by an active administrator, others by one or by an active supervisor. */
function checkSigners(name: string, signed: Signed, members: readonly Member[]): void {
  signed.signatures.forEach(({ member, signature }, at) => {
    const signer = members.find(({ id, status }) => id === member && status === 'active');
    const allowed = signer?.roles.some((role) => role === 'administrator' || (at > 0 && role === 'supervisor'));
    if (!signer || !allowed) throw new SealingError('unknown_signer');
    checkSignature(name, [signed.bytes], signature, signer.signing);
  });
}

/** What no two may share, and who must belong where. */
function checkConsistency(parts: readonly Part[], recoveries: Keyring['recoveries']): void {
  const seen = new Set<string>();
  const once = (...names: string[]): void => {
    const name = names.join(' ');
    if (seen.has(name)) broken();
    seen.add(name);
  };
  for (const { organisation, teams, members } of parts) {
    once('organisation', organisation);
    const recovery = recoveries.get(organisation);
    if (recovery) {
      once('kem', toBase64url(recovery.kemId));
      once('signing', toBase64url(recovery.signing));
    }
    for (const team of teams) {
      once('team', team.id);
      if (team.duty) once('duty');
      for (const province of team.provinces) once('province', province);
    }
    for (const member of members) {
      once('member', member.id);
      once('handle', member.handle);
      once('kem', toBase64url(member.kemId));
      once('signing', toBase64url(member.signing));
      if (!member.teams.every((id) => teams.some((team) => team.id === id))) broken();
    }
  }
  if (!seen.has('duty')) broken();
}

/**
 * Verifies one version of the keyring on its own, as the report page does: root over the list of organisations and
 * their administrators, an administrator over each organisation's part and over the index. `today` is the reader's day;
 * an expired keyring comes back with `expired`, since it must still receive reports, and members' clients refuse it.
 * Throws `wrong_root`, `bad_signature`, `unknown_signer`, `malformed`, `keyring_broken`, `keyring_rolled_back`.
 */
export function verifyKeyring(
  file: KeyringFile,
  options: { readonly today: Day; readonly pinnedRoot?: Uint8Array; readonly minimumVersion?: number },
): { keyring: Keyring; expired: boolean } {
  const { equal } = sodium();
  if (options.pinnedRoot && !equal(file.root, options.pinnedRoot)) throw new SealingError('wrong_root');
  checkSignature('authority', [file.authority.bytes], file.authority.signature, file.root);
  const authority = parseAuthority(file.authority.bytes);
  checkLifetime(authority, AUTHORITY_DAYS);

  const administrators = new Map(authority.organisations.flatMap((one) => [...one.administrators]));
  checkProposer('index', file.index, administrators);
  const index = parseIndex(file.index.bytes);
  checkLifetime(index, KEYRING_DAYS);
  if (index.version < (options.minimumVersion ?? 1)) throw new SealingError('keyring_rolled_back');
  if (!equal(index.authority, hashSigned('authority', file.authority.bytes))) broken();
  if (index.parts.length !== file.parts.length) broken();

  const partHashes = new Map<OrganisationId, Uint8Array>();
  const parts = file.parts.map((signed, at) => {
    const hash = hashSigned('part', signed.bytes);
    if (!equal(hash, index.parts[at] as Uint8Array)) broken();
    const proposer = signed.signatures[0]?.member as MemberId;
    const organisation = authority.organisations.find((one) => one.administrators.has(proposer));
    checkProposer('part', signed, organisation?.administrators ?? new Map());
    const part = parsePart(signed.bytes);
    if (part.organisation !== organisation?.id) throw new SealingError('unknown_signer');
    checkSigners('part', signed, part.members);
    partHashes.set(part.organisation, hash);
    return part;
  });
  const recoveries = new Map(
    parts.flatMap(({ organisation, recovery }): [OrganisationId, Recovery][] =>
      recovery ? [[organisation, { ...recovery, kemId: keyId(recovery.kemKey) }]] : [],
    ),
  );
  checkConsistency(parts, recoveries);
  const members = parts.flatMap((part) => part.members);
  checkSigners('index', file.index, members);

  const expires = index.expires < authority.expires ? index.expires : authority.expires;
  const keyring = {
    version: index.version,
    day: index.day,
    expires,
    hash: hashKeyring(file),
    previous: index.previous,
    fingerprint: rootFingerprint(file.root),
    authority: authority.number,
    administrators,
    organisations: authority.organisations.filter(({ id }) => partHashes.has(id)).map(({ id, name }) => ({ id, name })),
    teams: parts.flatMap((part) => part.teams),
    members,
    recoveries,
    partHashes,
  };
  return { keyring, expired: options.today > expires };
}

/**
 * The team a report goes to: the one chosen, or for `any` the one that covers the province, else the duty team. Resolve
 * it when the answers are known. Throws `no_team` for a team that the keyring does not name.
 */
export function chooseTeam(keyring: Keyring, choice: 'any' | TeamId, province: string | null): Team {
  const covers = (team: Team): boolean => province !== null && team.provinces.includes(province);
  const team =
    choice === 'any'
      ? (keyring.teams.find(covers) ?? keyring.teams.find(({ duty }) => duty))
      : keyring.teams.find(({ id }) => id === choice);
  if (!team) throw new SealingError('no_team');
  return team;
}

/** Everybody who reads a team's reports: its active caseworkers and supervisors. */
export function recipientsOf(keyring: Keyring, team: TeamId): Member[] {
  return keyring.members.filter(
    ({ teams, roles, status }) =>
      status === 'active' && teams.includes(team) && (roles.includes('caseworker') || roles.includes('supervisor')),
  );
}

/**
 * The members' KEM keys, in the members' order, out of those that a server handed over; ones that nobody asked for are
 * left out. Throws `keys_differ` when a member's key is missing or is not the one in the signed keyring.
 */
export function checkKeys(members: readonly Member[], keys: readonly Uint8Array[]): Uint8Array[] {
  const { equal } = sodium();
  return members.map((member) => {
    const key = keys.find((one) => equal(keyId(one), member.kemId) && equal(kemHash(one), member.kemHash));
    if (!key) throw new SealingError('keys_differ');
    return key;
  });
}

/**
 * The keys that a report to a team is sealed to: its readers' (`checkKeys`), and its organisation's recovery key where there
 * is one, which nobody can strike off.
 */
export function recipientKeys(
  { recoveries }: Keyring,
  { organisation }: Pick<Team, 'organisation'>,
  readers: readonly Member[],
  served: readonly Uint8Array[],
): Uint8Array[] {
  const recovery = recoveries.get(organisation);
  return [...checkKeys(readers, served), ...(recovery ? [recovery.kemKey] : [])];
}
