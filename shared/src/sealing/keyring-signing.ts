import type { KeyringFile } from '../api/keyring.ts';
import type { Day, MemberId, OrganisationId } from '../ids.ts';
import { toBase64url } from './bytes.ts';
import { SealingError } from './errors.ts';
import { AUTHORITY_DAYS, KEYRING_DAYS, type Member, type Name, type Recovery, type Team } from './keyring-shape.ts';
import { parseIndex, parsePart } from './keyring-parse.ts';
import { hashKeyring, hashSigned, kemHash } from './keyring.ts';
import { encodeJson } from './sealed.ts';
import { signParts } from './signature.ts';
import { keyId } from './slot.ts';
import type { KeyPair } from './sodium.ts';

/** Somebody who signs: a member's id with their Ed25519 keys. */
export type Signer = { readonly member: MemberId; readonly signing: KeyPair };

/** The public half of a recovery card. */
export type RecoveryToSign = Pick<Recovery, 'kemKey' | 'signing'>;

export type TeamToSign = Omit<Team, 'organisation'>;

/** A member as an administrator enters them: with the full KEM key, of which the keyring keeps the hashes. */
export type MemberToSign = Pick<Member, 'id' | 'handle' | 'teams' | 'roles' | 'publisher' | 'status'> & {
  readonly kemKey: Uint8Array;
  readonly signingKey: Uint8Array;
};

/** A member who stands in the keyring already is passed on as they are. */
export type PartToSign = {
  readonly organisation: OrganisationId;
  readonly teams: readonly TeamToSign[];
  readonly members: readonly (MemberToSign | Member)[];
  readonly recovery?: RecoveryToSign | undefined;
  /** Administrators of this organisation who sign it; the first proposes. */
  readonly signers: readonly [Signer, ...Signer[]];
};

type Signed = KeyringFile['index'];

const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day;

function signAll(name: string, bytes: Uint8Array, signers: readonly Signer[]): Signed {
  const signatures = signers.map(({ member, signing }) => ({
    member,
    signature: signParts(name, [bytes], signing.secretKey),
  }));
  return { bytes, signatures };
}

/** `version` is that of the keyring it is signed for: it is no part of any other, nor are its signatures. */
function signPart({ organisation, teams, members, recovery, signers }: PartToSign, version?: number): Signed {
  const bytes = encodeJson({
    v: 1,
    version,
    organisation,
    teams: teams.map(({ id, name, provinces, duty, showsHandles }) => ({ id, name, provinces, duty, showsHandles })),
    members: members.map((member) => {
      const { id, handle, teams: memberTeams, roles, publisher, status } = member;
      const keys =
        'kemKey' in member
          ? { kemId: keyId(member.kemKey), kemHash: kemHash(member.kemKey), signing: member.signingKey }
          : member;
      return {
        id,
        handle,
        teams: memberTeams,
        roles,
        publisher,
        status,
        kemId: toBase64url(keys.kemId),
        kemHash: toBase64url(keys.kemHash),
        signing: toBase64url(keys.signing),
      };
    }),
    ...(recovery && {
      recovery: { kem: toBase64url(recovery.kemKey), signing: toBase64url(recovery.signing) },
    }),
  });
  return signAll('part', bytes, signers);
}

function signIndex(
  file: Omit<KeyringFile, 'index'>,
  { version, previous, day, signer }: { version: number; previous: Uint8Array; day: Day; signer: Signer },
): KeyringFile {
  const bytes = encodeJson({
    v: 1,
    version,
    previous: toBase64url(previous),
    day,
    expires: addDays(day, KEYRING_DAYS),
    authority: toBase64url(hashSigned('authority', file.authority.bytes)),
    parts: file.parts.map((part) => toBase64url(hashSigned('part', part.bytes))),
  });
  return { ...file, index: signAll('index', bytes, [signer]) };
}

/** The organisations and their first administrators, signed by the root key for two years. `number` only ever grows. */
export function signAuthority(
  root: KeyPair,
  {
    number,
    day,
    organisations,
  }: {
    readonly number: number;
    readonly day: Day;
    readonly organisations: readonly {
      readonly id: OrganisationId;
      readonly name: Name;
      readonly administrators: readonly { readonly member: MemberId; readonly signing: Uint8Array }[];
    }[];
  },
): KeyringFile['authority'] {
  const bytes = encodeJson({
    v: 1,
    number,
    day,
    expires: addDays(day, AUTHORITY_DAYS),
    organisations: organisations.map(({ id, name, administrators }) => ({
      id,
      name,
      administrators: administrators.map(({ member, signing }) => ({ member, signing: toBase64url(signing) })),
    })),
  });
  return { bytes, signature: signParts('authority', [bytes], root.secretKey) };
}

/**
 * The first keyring of a deployment. Each organisation's part is signed by its own administrators, the index by the
 * first administrator of the first organisation. `root` signs here and is then kept offline.
 */
export function makeKeyring(input: {
  readonly root: KeyPair;
  readonly day: Day;
  readonly organisations: readonly (PartToSign & { readonly name: Name })[];
}): KeyringFile {
  const { root, day, organisations } = input;
  const signer = organisations[0]?.signers[0];
  if (!signer) throw new SealingError('keyring_broken');
  const authority = signAuthority(root, {
    number: 1,
    day,
    organisations: organisations.map(({ organisation, name, signers }) => ({
      id: organisation,
      name,
      administrators: signers.map(({ member, signing }) => ({ member, signing: signing.publicKey })),
    })),
  });
  const file = { root: root.publicKey, authority, parts: organisations.map((part) => signPart(part)) };
  return signIndex(file, { version: 1, previous: new Uint8Array(32), day, signer });
}

/** An organisation's part by itself: what the first administrator of one that is to join signs, ahead of the root's list. */
export function signFirstPart(part: PartToSign): Signed {
  return signPart(part);
}

/** The same version with a second signature on an organisation's part. Its hash stays. */
export function addSignature(file: KeyringFile, organisation: OrganisationId, signer: Signer): KeyringFile {
  const parts = file.parts.map((part) => {
    if (parsePart(part.bytes).organisation !== organisation) return part;
    const [added] = signAll('part', part.bytes, [signer]).signatures;
    return { ...part, signatures: added === undefined ? part.signatures : [...part.signatures, added] };
  });
  return { ...file, parts };
}

/**
 * The version after `previous`: with changed or added parts, under a new authority list where the root signed one, or
 * with neither, which prolongs it by 90 days. Unchanged parts keep their bytes and signatures.
 */
export function renewKeyring(input: {
  /** A file that `verifyKeyring` accepted. */
  readonly previous: KeyringFile;
  readonly day: Day;
  readonly signer: Signer;
  readonly parts?: readonly PartToSign[];
  /** Parts that organisations which join have signed themselves. */
  readonly joining?: readonly Signed[];
  readonly authority?: KeyringFile['authority'];
}): KeyringFile {
  const { previous, day, signer, parts: changed = [] } = input;
  const version = parseIndex(previous.index.bytes).version + 1;
  const signed = new Map(changed.map((part) => [part.organisation, signPart(part, version)]));
  const parts = previous.parts.map((part) => {
    const { organisation } = parsePart(part.bytes);
    const replacement = signed.get(organisation);
    signed.delete(organisation);
    return replacement ?? part;
  });
  const file = {
    root: previous.root,
    authority: input.authority ?? previous.authority,
    parts: [...parts, ...signed.values(), ...(input.joining ?? [])],
  };
  return signIndex(file, { version, previous: hashKeyring(previous), day, signer });
}
