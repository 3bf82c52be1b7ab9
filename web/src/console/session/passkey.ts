import type { NewPasskey, PasskeyAsk, PasskeyOffer, PasskeyProof } from '@romduol/shared/api/passkeys';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import type { QuickOffer } from '../../desk/factor-views.ts';
import { Refusal } from '../desk-line.ts';

// Passkeys answer to a page, never to a worker: here is all that asks them.

/** Kinds of signature, best first: Ed25519, P-256, RSA for older Windows. */
const KINDS = [-8, -7, -257];
/** Milliseconds in which somebody finds their key or telephone. */
const PATIENCE = 120_000;

export const hasPasskeys = (): boolean => typeof PublicKeyCredential === 'function';

/** The browser does not say why, so that no site learns which passkeys somebody has. */
async function ask(asking: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!hasPasskeys()) throw new Refusal('passkey_unavailable');
  try {
    const given = await asking();
    if (given instanceof PublicKeyCredential) return given;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'InvalidStateError') throw new Refusal('passkey_known');
    if (name === 'SecurityError' || name === 'NotSupportedError') throw new Refusal('passkey_unavailable');
  }
  throw new Refusal('passkey_cancelled');
}

const listed = (ids: readonly string[]): PublicKeyCredentialDescriptor[] =>
  ids.map((id) => ({ type: 'public-key', id: buffer(fromBase64url(id)) }));

/** The browser's types know no views of shared memory. */
const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer;

/** Has an authenticator make a passkey: on this device, on a telephone, or on a security key. */
export async function makePasskey(offer: PasskeyOffer): Promise<NewPasskey> {
  const made = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: buffer(offer.challenge),
        rp: { name: 'Romduol' },
        user: { id: buffer(offer.account), name: offer.handle, displayName: offer.handle },
        pubKeyCredParams: KINDS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: listed(offer.known),
        // Not kept in a list on the device where that can be helped: it would say who works here.
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
        attestation: 'none',
        extensions: { prf: {} },
        timeout: PATIENCE,
      },
    }),
  );
  const answer = made.response as AuthenticatorAttestationResponse;
  const publicKey = typeof answer.getPublicKey === 'function' ? answer.getPublicKey() : null;
  if (publicKey === null) throw new Refusal('passkey_unavailable');
  return {
    credentialId: toBase64url(new Uint8Array(made.rawId)),
    publicKey: new Uint8Array(publicKey),
    clientData: new Uint8Array(answer.clientDataJSON),
    authenticatorData: new Uint8Array(answer.getAuthenticatorData()),
  };
}

/** Has one of the member's passkeys sign. */
export async function usePasskey({ challenge, credentials }: PasskeyAsk): Promise<PasskeyProof> {
  const given = await ask(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: buffer(challenge),
        allowCredentials: listed(credentials),
        userVerification: 'required',
        timeout: PATIENCE,
      },
    }),
  );
  const answer = given.response as AuthenticatorAssertionResponse;
  return {
    credentialId: toBase64url(new Uint8Array(given.rawId)),
    clientData: new Uint8Array(answer.clientDataJSON),
    authenticatorData: new Uint8Array(answer.authenticatorData),
    signature: new Uint8Array(answer.signature),
  };
}

/**
 * Has a passkey work its secret out (the PRF extension): 32 bytes, the same each time. Nobody but this page is shown the
 * signature, so its challenge proves nothing. Throws `no_prf` where browser or passkey cannot do it.
 */
export async function workOut({
  credentials,
  input,
}: QuickOffer): Promise<{ readonly credentialId: string; readonly output: Uint8Array }> {
  const given = await ask(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: buffer(crypto.getRandomValues(new Uint8Array(32))),
        allowCredentials: listed(credentials),
        userVerification: 'required',
        extensions: { prf: { eval: { first: buffer(input) } } },
        timeout: PATIENCE,
      },
    }),
  );
  const first = given.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) throw new Refusal('no_prf');
  const output =
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : new Uint8Array(first.buffer, first.byteOffset, first.byteLength);
  return { credentialId: toBase64url(new Uint8Array(given.rawId)), output };
}
