import type { VerifiedGrant } from './grant.ts';
import { checkSignature, signParts } from './signature.ts';
import type { KeyPair } from './sodium.ts';

/**
 * That a case's key was drawn by somebody who had the organisation's recovery card in hand: Ed25519 by the card over the hash
 * of the key's grant, 64 bytes. The grant names case, epoch, readers and author.
 */
export function signCardUse(grant: Pick<VerifiedGrant, 'hash'>, signing: KeyPair): Uint8Array {
  return signParts('card-use', [grant.hash], signing.secretKey);
}

/** Throws `bad_signature`. */
export function verifyCardUse(grant: Pick<VerifiedGrant, 'hash'>, signature: Uint8Array, cardKey: Uint8Array): void {
  checkSignature('card-use', [grant.hash], signature, cardKey);
}
