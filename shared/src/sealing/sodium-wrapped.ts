import type * as Library from 'libsodium-wrappers';
import { checkStreams } from './sodium-checked-streams.ts';
import type { Streams, UncheckedSodium } from './sodium-checked.ts';

/** The calls that libsodium-wrappers and libsodium-wrappers-sumo have alike. */
type Shared = Pick<
  typeof Library,
  | 'randombytes_buf'
  | 'crypto_generichash'
  | 'crypto_kdf_derive_from_key'
  | 'crypto_aead_xchacha20poly1305_ietf_encrypt'
  | 'crypto_aead_xchacha20poly1305_ietf_decrypt'
  | 'crypto_kem_xwing_seed_keypair'
  | 'crypto_kem_xwing_enc'
  | 'crypto_kem_xwing_dec'
  | 'crypto_sign_seed_keypair'
  | 'crypto_sign_detached'
  | 'crypto_sign_verify_detached'
  | 'crypto_secretstream_xchacha20poly1305_init_pull'
  | 'crypto_secretstream_xchacha20poly1305_push'
  | 'crypto_secretstream_xchacha20poly1305_pull'
>;

/** Tags of libsodium's secret stream. */
const MESSAGE = 0;
const FINAL = 3;

/** Everything but the calls that only the sumo build has. */
export function bindWrapped(library: Shared): Omit<UncheckedSodium, 'passwordHash'> {
  return {
    randomBytes: (length) => library.randombytes_buf(length),
    hash: (length, message, key) => library.crypto_generichash(length, message, key ?? null),
    deriveKey: (id, context, key) => library.crypto_kdf_derive_from_key(32, BigInt(id), context, key),
    aeadSeal: (key, nonce, additional, message) =>
      library.crypto_aead_xchacha20poly1305_ietf_encrypt(message, additional, null, nonce, key),
    kemKeypair(seed) {
      const pair = library.crypto_kem_xwing_seed_keypair(seed);
      return { publicKey: pair.publicKey, secretKey: pair.privateKey };
    },
    kemEncapsulate: (publicKey) => library.crypto_kem_xwing_enc(publicKey),
    verify: (signature, message, publicKey) => library.crypto_sign_verify_detached(signature, message, publicKey),
  };
}

export function bindWrappedStreams(library: Shared, chacha20: Streams['chacha20']): Streams {
  return checkStreams({
    aeadOpen(key, nonce, additional, ciphertext) {
      try {
        return library.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, additional, nonce, key);
      } catch {
        // The lengths were checked before, so this can only be a tag that does not match.
        return null;
      }
    },
    chacha20,
    kemDecapsulate: (ciphertext, secretKey) => library.crypto_kem_xwing_dec(ciphertext, secretKey),
    signKeypair(seed) {
      const pair = library.crypto_sign_seed_keypair(seed);
      return { publicKey: pair.publicKey, secretKey: pair.privateKey };
    },
    sign: (message, secretKey) => library.crypto_sign_detached(message, secretKey),
    streamSealer(key, header) {
      // Sender and receiver begin in the same state; only `init_pull` lets the header be given, as vectors need it.
      const state = library.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
      return {
        push: (message, additional, last) =>
          library.crypto_secretstream_xchacha20poly1305_push(state, message, additional, last ? FINAL : MESSAGE),
      };
    },
    streamOpener(key, header) {
      const state = library.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
      return {
        pull(ciphertext, additional) {
          // False, not an error, for a bad tag.
          const pulled = library.crypto_secretstream_xchacha20poly1305_pull(state, ciphertext, additional);
          return pulled ? { message: pulled.message, last: pulled.tag === FINAL } : null;
        },
      };
    },
  });
}
