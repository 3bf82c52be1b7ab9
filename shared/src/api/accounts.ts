import { MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, bytes, operation } from './contract.ts';
import { KeyringFile, MemberKey } from './keyring.ts';
import { NewEdition } from './site.ts';

export const Handle = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/);

/** Argon2id parameters; the client refuses any weaker than 3 passes over 128 MiB. */
export const DerivationParameters = z.object({
  salt: bytes({ length: 16 }),
  operations: z.int().min(1).max(64),
  /** bytes */
  memory: z
    .int()
    .min(8192)
    .max(2 ** 31),
});
export type DerivationParameters = z.output<typeof DerivationParameters>;

/** A member's identity seed, wrapped under a key that only the passphrase gives. */
export const WrappedIdentity = z.object({ epoch: z.int().min(0), wrapped: Sealed(48) });

/** What opens a member's desk, with the passphrase. */
export const Account = z.object({
  memberId: MemberId,
  handle: Handle,
  parameters: DerivationParameters,
  identity: WrappedIdentity,
  /** A passkey of theirs opens the desk again while the session lives. */
  quickUnlock: z.boolean(),
});

/** Unknown handles get stable parameters made up from a secret, so that asking tells nothing. */
export const readParameters = operation({
  method: 'post',
  path: '/api/accounts/parameters',
  access: 'public',
  body: z.object({ handle: Handle }),
  answer: DerivationParameters,
});

/** For unlocking while the session still lives. */
export const readOwnAccount = operation({
  method: 'get',
  path: '/api/accounts/own',
  access: 'member',
  answer: Account,
});

export const signOut = operation({ method: 'delete', path: '/api/accounts/session', access: 'member' });

/** A passphrase's way into an identity, as its maker's browser hands it in. */
export const NEW_WRAP = {
  parameters: DerivationParameters,
  auth: bytes({ length: 32 }),
  identity: WrappedIdentity,
} as const;

/** One member of a new deployment; everything secret in it was made and sealed in the browser that sends it. */
const FoundingMember = z.object({
  memberId: MemberId,
  handle: Handle,
  ...NEW_WRAP,
  key: MemberKey,
});
export type FoundingMember = z.output<typeof FoundingMember>;

/**
 * Sets up an empty database, once, by the one-time link that the server printed at its start. `editions` are the founder's
 * first words on the public pages, such as that reports are not taken yet.
 */
export const foundDeployment = operation({
  method: 'post',
  path: '/api/accounts/founding',
  access: 'public',
  bodyLimit: 2 * 1024 * 1024,
  body: z.object({
    token: z.string().max(64),
    keyring: KeyringFile,
    members: z.array(FoundingMember).min(1).max(200),
    editions: z.array(NewEdition).max(8).optional(),
  }),
});
