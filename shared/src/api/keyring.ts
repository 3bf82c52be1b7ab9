import { Day, MemberId, OrganisationId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';
import { bytes, operation } from './contract.ts';

const Signature = bytes({ length: 64 });
/** JSON exactly as it was signed, with its signatures; the first is its proposer's. */
export const SignedBytes = z.object({
  bytes: bytes({ max: 256 * 1024 }),
  signatures: z.array(z.object({ member: MemberId, signature: Signature })).max(4),
});

/**
 * The keyring as it is signed, stored and served. `bytes` are JSON exactly as signed and are parsed only after their
 * signatures verify: `authority` by the root key, each `part` by an administrator of its organisation, `index` by one of
 * any organisation.
 */
export const KeyringFile = z.object({
  root: bytes({ length: 32 }),
  authority: z.object({ bytes: bytes({ max: 64 * 1024 }), signature: Signature }),
  parts: z.array(SignedBytes).min(1).max(32),
  index: SignedBytes,
});
export type KeyringFile = z.output<typeof KeyringFile>;

/** A member's public KEM key; the keyring holds only its key id, so that a reporter downloads the keys of one team. */
export const MemberKey = bytes({ length: 1216 });

export const readKeyring = operation({
  method: 'get',
  path: '/api/keyring',
  access: 'public',
  answer: z.object({ version: z.int(), file: KeyringFile.nullable() }),
});

/** Every version from `after` on, oldest first, at most 100: a client that has seen one checks the way to the newest. */
export const readKeyringHistory = operation({
  method: 'get',
  path: '/api/keyring/history',
  access: 'public',
  query: z.object({ after: z.coerce.number().int().min(0) }),
  answer: z.object({ files: z.array(KeyringFile).max(100) }),
});

/** The KEM keys of everybody a report to this team is sealed to. Their key ids stand in the signed keyring. */
export const readTeamKeys = operation({
  method: 'get',
  path: '/api/keyring/keys',
  access: 'public',
  query: z.object({ team: TeamId }),
  answer: z.object({ keys: z.array(MemberKey) }),
});

/** KEM keys of members named by id, for grants. */
export const readMemberKeys = operation({
  method: 'post',
  path: '/api/keyring/member-keys',
  access: 'member',
  body: z.object({ members: z.array(MemberId).max(200) }),
  answer: z.object({ keys: z.array(z.object({ member: MemberId, key: MemberKey })) }),
});

/** Publishes the next version. Refused with 409 `keyring_outdated` unless it follows the current one. */
export const publishKeyring = operation({
  method: 'post',
  path: '/api/keyring',
  access: ['administrator'],
  bodyLimit: 1024 * 1024,
  body: KeyringFile,
  answer: z.object({ version: z.int() }),
});

/**
 * Keeps a version that lacks only its second signature, for whoever may give it; another of the same organisation gives way.
 */
export const proposeKeyring = operation({
  method: 'post',
  path: '/api/keyring/proposals',
  access: ['administrator'],
  bodyLimit: 1024 * 1024,
  body: KeyringFile,
});

/** What waits for a second signature in the caller's organisation; null: nothing. */
export const readProposal = operation({
  method: 'get',
  path: '/api/keyring/proposals',
  access: ['administrator', 'supervisor'],
  answer: z.object({
    proposal: z.object({ organisation: OrganisationId, proposedBy: MemberId, day: Day, file: KeyringFile }).nullable(),
  }),
});

/** By its proposer, or refused by somebody who was to sign it. */
export const dropProposal = operation({
  method: 'delete',
  path: '/api/keyring/proposals',
  access: ['administrator', 'supervisor'],
});

/** Publishes the waiting version with the caller's signature beside the proposer's. */
export const secondKeyring = operation({
  method: 'post',
  path: '/api/keyring/proposals/second',
  access: ['administrator', 'supervisor'],
  bodyLimit: 1024 * 1024,
  body: KeyringFile,
  answer: z.object({ version: z.int() }),
});

/** The newest version whose changes the caller has confirmed; null: none yet. */
export const readConfirmation = operation({
  method: 'get',
  path: '/api/keyring/confirmation',
  access: 'member',
  answer: z.object({
    confirmation: z.object({ version: z.int().min(1), hash: bytes({ length: 32 }), signature: Signature }).nullable(),
  }),
});

export const storeConfirmation = operation({
  method: 'put',
  path: '/api/keyring/confirmation',
  access: 'member',
  body: z.object({ version: z.int().min(1), hash: bytes({ length: 32 }), signature: Signature }),
});

/** Shuts a colleague out at once: sessions end, the wrapped identity is withheld. Not oneself. */
export const suspendMember = operation({
  method: 'put',
  path: '/api/keyring/suspensions/:member',
  access: ['supervisor', 'administrator'],
  params: z.object({ member: MemberId }),
});

export const liftSuspension = operation({
  method: 'delete',
  path: '/api/keyring/suspensions/:member',
  access: ['supervisor', 'administrator'],
  params: z.object({ member: MemberId }),
});

/** Whom of the caller's organisation a supervisor has shut out. */
export const listSuspensions = operation({
  method: 'get',
  path: '/api/keyring/suspensions',
  access: ['supervisor', 'administrator'],
  answer: z.object({ members: z.array(MemberId) }),
});
