import type { MemberId } from '../ids.ts';
import { concat, fromUtf8, pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { padToLength, unpad } from './padding.ts';
import { open, seal } from './sealed.ts';

const NONCE = 24;
/** Every name is as long as any other, bytes. */
const PADDED = 128;

type Owner = { readonly vaultKey: Uint8Array; readonly memberId: MemberId; readonly credentialId: string };

const bind = ({ memberId, credentialId }: Owner): Uint8Array =>
  pae(label('passkey-name'), utf8(memberId), utf8(credentialId));

/** What a member calls one of their passkeys, for their own eyes: 168 bytes, nonce first. Throws `too_long` from 128 bytes on. */
export function sealPasskeyName(owner: Owner, name: string): Uint8Array {
  const { nonce, ciphertext } = seal(owner.vaultKey, bind(owner), padToLength(utf8(name.normalize('NFC')), PADDED));
  return concat(nonce, ciphertext);
}

/** Throws `damaged`. */
export function openPasskeyName(owner: Owner, sealed: Uint8Array): string {
  return fromUtf8(
    unpad(open(owner.vaultKey, bind(owner), { nonce: sealed.slice(0, NONCE), ciphertext: sealed.slice(NONCE) })),
  );
}
