import library from 'libsodium-wrappers-sumo';
import { SealingError } from './errors.ts';
import { checkLengths } from './sodium-checked.ts';
import type { Sodium } from './sodium.ts';
import { bindWrapped, bindWrappedStreams } from './sodium-wrapped.ts';

/** The sumo build, for the server's sealing worker threads, the console's worker, tests and the demo. */
export async function loadSumoSodium(): Promise<Sodium> {
  await library.ready;
  const calls = checkLengths({
    ...bindWrapped(library),
    passwordHash(password, salt, operations, memory) {
      try {
        return library.crypto_pwhash(32, password, salt, operations, memory, library.crypto_pwhash_ALG_ARGON2ID13);
      } catch {
        throw new SealingError('out_of_memory');
      }
    },
  });
  const streams = bindWrappedStreams(library, (length, nonce, key) =>
    library.crypto_stream_chacha20_ietf_xor(new Uint8Array(length), nonce, key),
  );
  return { ...calls, ...streams };
}
