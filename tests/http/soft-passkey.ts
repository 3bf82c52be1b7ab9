import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { NewPasskey, PasskeyProof } from '@romduol/shared/api/passkeys';

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What an authenticator says, with what a test wants said otherwise. */
export type Said = {
  readonly challenge: Uint8Array;
  readonly origin?: string;
  /** Whose site the authenticator believes to be at. */
  readonly site?: string;
  readonly type?: string;
  /** Bit 0: somebody was there; bit 2: it knew them. */
  readonly flags?: number;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
};

export type SoftPasskey = {
  readonly credentialId: string;
  make(said: Said): NewPasskey;
  sign(said: Said): PasskeyProof;
};

const PAIRS = {
  p256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ed25519: () => generateKeyPairSync('ed25519'),
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  p384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  rsa1024: () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
} as const;

/** An authenticator of Node's: what a browser hands over, made by hand from the standard. */
export function softPasskey(kind: keyof typeof PAIRS = 'p256', origin = 'http://127.0.0.1:3000'): SoftPasskey {
  const pair: { publicKey: KeyObject; privateKey: KeyObject } = PAIRS[kind]();
  const id = crypto.getRandomValues(new Uint8Array(16));
  const clientOf = (type: string, said: Said): Uint8Array =>
    new TextEncoder().encode(
      JSON.stringify({
        type: said.type ?? type,
        challenge: Buffer.from(said.challenge).toString('base64url'),
        origin: said.origin ?? origin,
        crossOrigin: said.crossOrigin ?? false,
      }),
    );
  const dataOf = (said: Said, flags: number): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(said.counter ?? 0);
    return Buffer.concat([
      sha256(new TextEncoder().encode(said.site ?? new URL(origin).hostname)),
      Buffer.from([said.flags ?? flags]),
      counter,
    ]);
  };
  const credentialId = Buffer.from(id).toString('base64url');
  return {
    credentialId,
    make(said) {
      const length = Buffer.from([0, id.length]);
      return {
        credentialId,
        publicKey: new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' })),
        clientData: clientOf('webauthn.create', said),
        authenticatorData: new Uint8Array(Buffer.concat([dataOf(said, 0x45), Buffer.alloc(16), length, id])),
      };
    },
    sign(said) {
      const clientData = clientOf('webauthn.get', said);
      const authenticatorData = new Uint8Array(dataOf(said, 0x05));
      const digest = kind === 'ed25519' ? null : 'sha256';
      const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
      return {
        credentialId,
        clientData,
        authenticatorData,
        signature: new Uint8Array(sign(digest, signed, pair.privateKey)),
      };
    },
  };
}
