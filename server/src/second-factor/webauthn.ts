// Web Authentication Level 3, sections 7.1 and 7.2, for what is asked here: no attestation is requested and none is read, so
// that nothing of CBOR or X.509 remains. What the browser hands over as the public key is as good as what the attestation
// object would hold: neither is signed by anybody. Signatures are checked by Node, as libsodium has none of passkeys' curves
// but one.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { NewPasskey, PasskeyProof } from '@romduol/shared/api/passkeys';
import { z } from '@romduol/shared/schema';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';

/** What a passkey is held to. */
export type Expected = {
  /** 32 bytes, drawn for this one answer. */
  readonly challenge: Uint8Array;
  readonly origins: readonly string[];
};

const ClientData = z.object({
  type: z.string(),
  challenge: z.string().max(64),
  origin: z.string().max(300),
  crossOrigin: z.boolean().optional(),
});

const HERE = 0x01;
const VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

const isChallenge = (text: string, challenge: Uint8Array): boolean =>
  /^[A-Za-z0-9_-]{43}$/.test(text) && sodium().equal(fromBase64url(text), challenge);

/**
 * The authenticator's counter; null unless the client data say the expected of this very answer, at an origin of ours, and
 * the authenticator that it was there and knew its owner by PIN, finger or face.
 */
function readClaims(
  type: 'webauthn.create' | 'webauthn.get',
  { clientData, authenticatorData }: Pick<PasskeyProof, 'clientData' | 'authenticatorData'>,
  { challenge, origins }: Expected,
): number | null {
  const client = ClientData.safeParse(readJson(clientData)).data;
  if (client === undefined || client.type !== type || client.crossOrigin === true) return null;
  if (!origins.includes(client.origin) || !isChallenge(client.challenge, challenge)) return null;
  if (authenticatorData.length < 37) return null;
  const host = sha256(new TextEncoder().encode(new URL(client.origin).hostname));
  if (!sodium().equal(authenticatorData.slice(0, 32), host)) return null;
  const flags = authenticatorData[32] ?? 0;
  if ((flags & HERE) === 0 || (flags & VERIFIED) === 0) return null;
  return new DataView(authenticatorData.buffer, authenticatorData.byteOffset).getUint32(33);
}

/** A key of a kind that passkeys have: P-256, Ed25519, or RSA of at least 2048 bits; null for any other. */
function readPublicKey(spki: Uint8Array): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    const fits =
      key.asymmetricKeyType === 'ed25519' ||
      (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') ||
      (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048);
    return fits ? key : null;
  } catch {
    return null;
  }
}

/** A new passkey's counter; null when it is not what was asked for. */
export function checkNewPasskey(made: NewPasskey, expected: Expected): number | null {
  const counter = readClaims('webauthn.create', made, expected);
  const { authenticatorData: data } = made;
  if (counter === null || ((data[32] ?? 0) & WITH_CREDENTIAL) === 0 || data.length < 55) return null;
  const length = new DataView(data.buffer, data.byteOffset).getUint16(53);
  const id = Buffer.from(data.slice(55, 55 + length)).toString('base64url');
  return id === made.credentialId && readPublicKey(made.publicKey) !== null ? counter : null;
}

/** The counter of a passkey that has signed what was asked for; null for anything else. */
export function checkPasskeyProof(proof: PasskeyProof, publicKey: Uint8Array, expected: Expected): number | null {
  const counter = readClaims('webauthn.get', proof, expected);
  const key = readPublicKey(publicKey);
  if (counter === null || key === null) return null;
  const signed = Buffer.concat([proof.authenticatorData, sha256(proof.clientData)]);
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  try {
    return verify(digest, signed, key, proof.signature) ? counter : null;
  } catch {
    return null;
  }
}
