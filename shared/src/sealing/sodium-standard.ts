import library from 'libsodium-wrappers';
import { SealingError } from './errors.ts';
import { checkLengths } from './sodium-checked.ts';
import type { Sodium } from './sodium.ts';
import { bindWrapped, bindWrappedStreams } from './sodium-wrapped.ts';

function missing(): never {
  throw new SealingError('not_in_this_build');
}

/**
 * The standard build, for the server's main thread. It has no Argon2id, so that thread cannot derive a key from words,
 * and no bare stream cipher: `passwordHash` and `chacha20` throw `not_in_this_build`.
 */
export async function loadStandardSodium(): Promise<Sodium> {
  await library.ready;
  const calls = checkLengths({ ...bindWrapped(library), passwordHash: missing });
  return { ...calls, ...bindWrappedStreams(library, missing) };
}
