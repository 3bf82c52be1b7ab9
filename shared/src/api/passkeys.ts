import { Day, MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { bytes, operation } from './contract.ts';

/** base64url, as the browser names a credential. */
export const CredentialId = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/);

/** What the browser signs: its JSON with type, challenge and origin, as bytes. */
const ClientData = bytes({ max: 4096 });
const AuthenticatorData = bytes({ max: 4096 });

/** What the browser is asked to sign, and with which of the member's passkeys. */
export const PasskeyAsk = z.object({ challenge: bytes({ length: 32 }), credentials: z.array(CredentialId).max(20) });
export type PasskeyAsk = z.output<typeof PasskeyAsk>;

/** What the browser is asked to make a passkey for. `known`: those that the member has already. */
export const PasskeyOffer = z.object({
  challenge: bytes({ length: 32 }),
  /** A random name of the account, 16 bytes: what an authenticator files a passkey under. */
  account: bytes({ length: 16 }),
  handle: z.string().max(32),
  known: z.array(CredentialId).max(20),
});
export type PasskeyOffer = z.output<typeof PasskeyOffer>;

/** A new passkey; `publicKey` as SubjectPublicKeyInfo: P-256, Ed25519 or RSA. */
export const NewPasskey = z.object({
  credentialId: CredentialId,
  publicKey: bytes({ max: 1024 }),
  clientData: ClientData,
  authenticatorData: AuthenticatorData,
});
export type NewPasskey = z.output<typeof NewPasskey>;

/** A passkey's signature over authenticator data ‖ SHA-256(client data). */
export const PasskeyProof = z.object({
  credentialId: CredentialId,
  clientData: ClientData,
  authenticatorData: AuthenticatorData,
  signature: bytes({ max: 1024 }),
});
export type PasskeyProof = z.output<typeof PasskeyProof>;

/** Most passkeys that one member may have. */
export const MOST_PASSKEYS = 10;

const FactorId = z.uuidv4().lowercase();
/** Nonce 24 ‖ sealed name, padded to 128 bytes. */
const SealedName = bytes({ length: 24 + 128 + 16 });
/** Nonce 24 ‖ sealed seed 32 + 16. */
const QuickWrap = bytes({ length: 72 });

/** One of the caller's own passkeys; `name` and `quick` are sealed by the member's browser. */
const OwnPasskey = z.object({
  id: FactorId,
  credentialId: CredentialId,
  day: Day,
  name: SealedName.nullable(),
  /** Opens the identity with what the passkey works out; null: it is a second proof and nothing else. */
  quick: QuickWrap.nullable(),
});

/** The caller's second proofs, and whether they need one. */
export const readFactors = operation({
  method: 'get',
  path: '/api/accounts/factor',
  access: 'member',
  answer: z.object({ totp: z.boolean(), required: z.boolean(), passkeys: z.array(OwnPasskey) }),
});

export const namePasskey = operation({
  method: 'put',
  path: '/api/accounts/passkeys/:id/name',
  access: 'member',
  params: z.object({ id: FactorId }),
  body: z.object({ name: SealedName }),
});

/** Keeps a way to unlock by a passkey, or takes it away. */
export const storeQuickWrap = operation({
  method: 'put',
  path: '/api/accounts/passkeys/:id/quick',
  access: 'member',
  params: z.object({ id: FactorId }),
  body: z.object({ quick: QuickWrap.nullable() }),
});

/**
 * Takes away one of the caller's second proofs; `auth` proves the passphrase. Every other session of theirs ends. Refused with
 * `last_factor` where one is needed.
 */
export const removeFactor = operation({
  method: 'post',
  path: '/api/accounts/factor/removal',
  access: 'member',
  body: z.object({ auth: bytes({ length: 32 }), factor: z.union([FactorId, z.literal('totp')]) }),
});

/** Days for which a colleague's wish to reset somebody's second proofs can be agreed to. */
export const RESET_DAYS = 7;

/**
 * Asks that a colleague's second proofs be taken away, so that the next sign-in sets up another. `done`: nobody else could
 * agree, so that it has been done at once.
 */
export const askFactorReset = operation({
  method: 'post',
  path: '/api/accounts/factor/resets',
  access: ['administrator', 'supervisor'],
  body: z.object({ member: MemberId }),
  answer: z.object({ done: z.boolean() }),
});

export const listFactorResets = operation({
  method: 'get',
  path: '/api/accounts/factor/resets',
  access: ['administrator', 'supervisor'],
  answer: z.object({ resets: z.array(z.object({ member: MemberId, askedBy: MemberId, day: Day })) }),
});

/** Agrees to what a colleague asked for: proofs and sessions of that member end. Not what one has asked oneself. */
export const agreeFactorReset = operation({
  method: 'post',
  path: '/api/accounts/factor/resets/:member/agreement',
  access: ['administrator', 'supervisor'],
  params: z.object({ member: MemberId }),
});

export const dropFactorReset = operation({
  method: 'delete',
  path: '/api/accounts/factor/resets/:member',
  access: ['administrator', 'supervisor'],
  params: z.object({ member: MemberId }),
});
