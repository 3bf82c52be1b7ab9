import { pae } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { sodium } from './sodium.ts';

/** Ed25519 over PAE(label, parts): 64 bytes. */
export function signParts(name: string, parts: readonly Uint8Array[], secretKey: Uint8Array): Uint8Array {
  return sodium().sign(pae(label(name), ...parts), secretKey);
}

/** Throws `bad_signature`, also for a signature or key of another length. */
export function checkSignature(
  name: string,
  parts: readonly Uint8Array[],
  signature: Uint8Array,
  publicKey: Uint8Array,
): void {
  const possible = signature.length === 64 && publicKey.length === 32;
  if (!possible || !sodium().verify(signature, pae(label(name), ...parts), publicKey)) {
    throw new SealingError('bad_signature');
  }
}
