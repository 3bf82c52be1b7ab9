/* oxlint-disable no-underscore-dangle -- the names that Emscripten gives to C functions */
import { SealingError } from './errors.ts';
import { checkStreams } from './sodium-checked-streams.ts';
import type { Sodium } from './sodium.ts';
import type { ThinSodium } from './sodium-thin.ts';

/** Bytes of a secret stream's state, and the tag of its last piece. */
const STREAM_STATE = 52;
const FINAL = 3;

/** The thin build with all calls. A file of its own: a page without files never loads it. */
export function withStreams(thin: ThinSodium): Sodium {
  const { raw, run } = thin;
  function must(...call: Parameters<typeof run>): [Uint8Array, Uint8Array] {
    const outputs = run(...call);
    if (outputs === null) throw new SealingError('out_of_memory');
    return outputs as [Uint8Array, Uint8Array];
  }

  /** A secret stream's state at its beginning, the same for sender and receiver. */
  const beginStream = (key: Uint8Array, header: Uint8Array): Uint8Array =>
    must([STREAM_STATE], [header, key], raw._crypto_secretstream_xchacha20poly1305_init_pull)[0];

  const streams = checkStreams({
    aeadOpen: (key, nonce, additional, sealed) =>
      run([sealed.length - 16], [sealed, additional, nonce, key], (out, c = 0, a = 0, n = 0, k = 0) =>
        raw._crypto_aead_xchacha20poly1305_ietf_decrypt(out, 0, 0, c, sealed.length, 0, a, additional.length, 0, n, k),
      )?.[0] ?? null,
    chacha20: (length, nonce, key) =>
      must([length], [nonce, key], (out, n = 0, k = 0) => raw._crypto_stream_chacha20_ietf(out, length, 0, n, k))[0],
    kemDecapsulate: (ciphertext, secretKey) => must([32], [ciphertext, secretKey], raw._crypto_kem_xwing_dec)[0],
    signKeypair(seed) {
      const [publicKey, secretKey] = must([32, 64], [seed], raw._crypto_sign_seed_keypair);
      return { publicKey, secretKey };
    },
    sign: (message, secretKey) =>
      must([64], [message, secretKey], (out, m = 0, k = 0) =>
        raw._crypto_sign_detached(out, 0, m, message.length, 0, k),
      )[0],
    streamSealer(key, header) {
      let state = beginStream(key, header);
      return {
        push(message, additional, last) {
          const [next, sealed] = must([state, message.length + 17], [message, additional], (s, out = 0, m = 0, a = 0) =>
            raw._crypto_secretstream_xchacha20poly1305_push(
              s,
              out,
              0,
              m,
              message.length,
              0,
              a,
              additional.length,
              0,
              last ? FINAL : 0,
            ),
          );
          state = next;
          return sealed;
        },
      };
    },
    streamOpener(key, header) {
      let state = beginStream(key, header);
      return {
        pull(sealed, additional) {
          const outputs = [state, sealed.length - 17, 1];
          const pulled = run(outputs, [sealed, additional], (s, out = 0, tag = 0, c = 0, a = 0) =>
            raw._crypto_secretstream_xchacha20poly1305_pull(
              s,
              out,
              0,
              tag,
              c,
              sealed.length,
              0,
              a,
              additional.length,
              0,
            ),
          );
          if (pulled === null) return null;
          const [next, message, tag] = pulled as [Uint8Array, Uint8Array, Uint8Array];
          state = next;
          return { message, last: tag[0] === FINAL };
        },
      };
    },
  });
  return { ...thin, ...streams };
}
