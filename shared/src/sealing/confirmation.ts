import type { MemberId } from '../ids.ts';
import { le64, utf8 } from './bytes.ts';
import { checkSignature, signParts } from './signature.ts';
import type { KeyPair } from './sodium.ts';

/** That a member has looked at what a version of the keyring changed. */
export type Confirmation = { readonly member: MemberId; readonly version: number; readonly hash: Uint8Array };

const confirmedParts = ({ member, version, hash }: Confirmation): Uint8Array[] => [utf8(member), le64(version), hash];

/**
 * The member's own signature, 64 bytes: the server keeps it, so that another device knows what was confirmed, and cannot
 * say of a version that it was when it was not.
 */
export function signConfirmation(confirmation: Confirmation, signing: KeyPair): Uint8Array {
  return signParts('confirmed', confirmedParts(confirmation), signing.secretKey);
}

/** Throws `bad_signature`. */
export function verifyConfirmation(confirmation: Confirmation, signature: Uint8Array, signerKey: Uint8Array): void {
  checkSignature('confirmed', confirmedParts(confirmation), signature, signerKey);
}
