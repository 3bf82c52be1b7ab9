import type { MemberId } from '../ids.ts';
import { concat, le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { open, seal } from './sealed.ts';
import { sodium } from './sodium.ts';

const NONCE = 24;
const WRAP = NONCE + 32 + 16;

/** What a wrap is bound to. `credentialId`: base64url, as the browser names the passkey. */
export type QuickBinding = { readonly memberId: MemberId; readonly epoch: number; readonly credentialId: string };

/**
 * What every passkey is asked to work its secret out from (WebAuthn's PRF extension): a constant, 32 bytes. The server has no
 * say in it, so that it cannot have a passkey answer for something else.
 */
export function quickUnlockInput(): Uint8Array {
  return sodium().hash(32, pae(label('quick-unlock')));
}

/** H(32, PAE(…quick-unlock-key, member, credential), what the passkey worked out). Throws `wrong_length`. */
function wrappingKey({ memberId, credentialId }: QuickBinding, output: Uint8Array): Uint8Array {
  if (output.length !== 32) throw new SealingError('wrong_length');
  return sodium().hash(32, pae(label('quick-unlock-key'), utf8(memberId), utf8(credentialId)), output);
}

const bind = ({ memberId, epoch, credentialId }: QuickBinding): Uint8Array =>
  pae(label('quick-unlock-wrap'), utf8(memberId), le64(epoch), utf8(credentialId));

/** A member's identity seed under what a passkey works out (32 bytes): 72 bytes, nonce first. */
export function wrapForPasskey(output: Uint8Array, seed: Uint8Array, binding: QuickBinding): Uint8Array {
  const { nonce, ciphertext } = seal(wrappingKey(binding, output), bind(binding), seed);
  return concat(nonce, ciphertext);
}

/** The seed. Throws `wrong_length`, `damaged`: also for another passkey's, member's or epoch's wrap. */
export function unwrapWithPasskey(output: Uint8Array, wrap: Uint8Array, binding: QuickBinding): Uint8Array {
  if (wrap.length !== WRAP) throw new SealingError('wrong_length');
  return open(wrappingKey(binding, output), bind(binding), {
    nonce: wrap.subarray(0, NONCE),
    ciphertext: wrap.subarray(NONCE),
  });
}
