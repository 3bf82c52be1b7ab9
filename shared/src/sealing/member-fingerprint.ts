import type { MemberId } from '../ids.ts';
import { pae, utf8 } from './bytes.ts';
import { fingerprintWords } from './fingerprint-words.ts';
import { label } from './labels.ts';
import { sodium } from './sodium.ts';

/** A member's two public keys: KEM 1216 bytes, Ed25519 32. */
export type PublicKeys = { readonly kemKey: Uint8Array; readonly signingKey: Uint8Array };

/** H(32, PAE(…member-keys, member id, KEM key, signing key)). */
export function memberFingerprint(memberId: MemberId, { kemKey, signingKey }: PublicKeys): Uint8Array {
  return sodium().hash(32, pae(label('member-keys'), utf8(memberId), kemKey, signingKey));
}

/** The words by which two people, each before their own screen, find out that they mean the same keys. */
export function memberWords(memberId: MemberId, keys: PublicKeys): string[] {
  return fingerprintWords(memberFingerprint(memberId, keys));
}
