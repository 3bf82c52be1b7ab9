import { MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { Account, Handle, NEW_WRAP } from './accounts.ts';
import { bytes, operation } from './contract.ts';
import { NewPasskey, PasskeyAsk, PasskeyOffer, PasskeyProof } from './passkeys.ts';

const Auth = bytes({ length: 32 });
/** Holds a place in a sign-in for five minutes and five wrong answers; 32 random bytes, of which the server keeps a hash. */
const Ticket = bytes({ length: 32 });
/** Six digits of a code generator (RFC 6238, SHA-1, 30 s), for the sign-in of a ticket. */
const CodeForTicket = z.object({ ticket: Ticket, code: z.string().regex(/^[0-9]{6}$/) });

/**
 * Where a sign-in stands. Only `open` comes with a session and with the wrapped identity: before the second factor
 * nothing is handed out that a passphrase could be tried on.
 */
export const SignInStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('open'), account: Account }),
  z.object({ step: z.literal('factor'), ticket: Ticket, totp: z.boolean(), passkey: PasskeyAsk.nullable() }),
  z.object({ step: z.literal('enrol'), ticket: Ticket }),
  z.object({ step: z.literal('rewrap'), ticket: Ticket, memberId: MemberId, epoch: z.int().min(0) }),
]);
export type SignInStep = z.output<typeof SignInStep>;

export const signIn = operation({
  method: 'post',
  path: '/api/accounts/session',
  access: 'public',
  body: z.object({ handle: Handle, auth: Auth }),
  answer: SignInStep,
});

export const answerFactor = operation({
  method: 'post',
  path: '/api/accounts/factor',
  access: 'public',
  body: CodeForTicket,
  answer: SignInStep,
});

/** A fresh secret for the member's code generator, 20 bytes; it counts from the first code that it shows. */
export const offerTotp = operation({
  method: 'post',
  path: '/api/accounts/factor/offer',
  access: 'public',
  body: z.object({ ticket: Ticket }),
  answer: z.object({ secret: bytes({ length: 20 }), handle: Handle }),
});

export const confirmTotp = operation({
  method: 'post',
  path: '/api/accounts/factor/confirmation',
  access: 'public',
  body: CodeForTicket,
  answer: SignInStep,
});

/** For a member at work who wants a second factor, or another: the passphrase is proven once more. */
export const startEnrolment = operation({
  method: 'post',
  path: '/api/accounts/factor/enrolment',
  access: 'member',
  body: z.object({ auth: Auth }),
  answer: z.object({ ticket: Ticket }),
});

/** The second proof by a passkey. */
export const answerPasskey = operation({
  method: 'post',
  path: '/api/accounts/factor/passkey',
  access: 'public',
  body: z.object({ ticket: Ticket, proof: PasskeyProof }),
  answer: SignInStep,
});

/** What a new passkey is made for. */
export const offerPasskey = operation({
  method: 'post',
  path: '/api/accounts/factor/passkey/offer',
  access: 'public',
  body: z.object({ ticket: Ticket }),
  answer: PasskeyOffer,
});

/** Enrols a passkey; one more where there are others. */
export const confirmPasskey = operation({
  method: 'post',
  path: '/api/accounts/factor/passkey/confirmation',
  access: 'public',
  body: z.object({ ticket: Ticket, made: NewPasskey }),
  answer: SignInStep,
});

/** Unknown handles get a challenge too. */
export const startRecovery = operation({
  method: 'post',
  path: '/api/accounts/recovery',
  access: 'public',
  body: z.object({ handle: Handle }),
  answer: z.object({ ticket: Ticket, challenge: bytes({ length: 32 }) }),
});

/** `signature` as `signRecovery` makes it. A second factor follows where there is one, then `rewrap`. */
export const proveRecovery = operation({
  method: 'post',
  path: '/api/accounts/recovery/proof',
  access: 'public',
  body: z.object({ ticket: Ticket, signature: bytes({ length: 64 }) }),
  answer: SignInStep,
});

/** Ends a recovery: a new passphrase's wrap in place of the one forgotten. Every earlier session ends. */
export const rewrapIdentity = operation({
  method: 'post',
  path: '/api/accounts/recovery/wrap',
  access: 'public',
  body: z.object({ ticket: Ticket, ...NEW_WRAP }),
  answer: SignInStep,
});

/** Every other session of the member ends. `oldAuth` proves the passphrase in use. */
export const changePassphrase = operation({
  method: 'post',
  path: '/api/accounts/passphrase',
  access: 'member',
  body: z.object({ oldAuth: Auth, ...NEW_WRAP }),
});
