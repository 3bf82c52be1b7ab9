/* oxlint-disable no-underscore-dangle -- the names that Emscripten gives to C functions */
import load from 'libsodium-sumo';
import { SealingError } from './errors.ts';
import { checkLengths, type UncheckedSodium } from './sodium-checked.ts';
import type { Sodium } from './sodium.ts';

/** Turns libsodium's WASM, wherever it comes from, into an instance, given the imports that its glue code offers. */
export type InstantiateWasm = (imports: object) => Promise<{ readonly instance: object }>;

/** Copies bytes into the library's memory, calls it, and copies out what came of it. */
export type RunRaw = (
  outputs: readonly (number | Uint8Array)[],
  inputs: readonly Uint8Array[],
  call: (...pointers: number[]) => number,
) => Uint8Array[] | null;

/** The calls without `Streams`, which `withStreams` adds for those who need them. */
export type ThinSodium = Sodium & {
  readonly raw: Awaited<ReturnType<typeof load>>;
  readonly run: RunRaw;
};

const ARGON2ID13 = 2;

/**
 * The raw sumo library with about fifteen calls bound directly: 3.9 kB where the complete wrapper is 19 (Brotli). For
 * the report page's worker. Every buffer is zeroed before it is freed. Rejects when `instantiate` does; the glue code
 * alone would wait for ever.
 */
export async function loadThinSodium(instantiate: InstantiateWasm): Promise<ThinSodium> {
  const raw = await new Promise<Awaited<ReturnType<typeof load>>>((resolve, reject) => {
    load({
      getRandomValue: () => crypto.getRandomValues(new Uint32Array(1))[0] as number,
      async instantiateWasm(imports, done) {
        try {
          const { instance } = await instantiate(imports);
          done(instance);
        } catch (error) {
          reject(error);
        }
      },
    }).then(resolve, reject);
  });
  if (raw._sodium_init() < 0) throw new SealingError('not_in_this_build');

  /**
   * Copies `inputs` in, runs, copies outputs out; null when the library answers a failure. An output is given by its
   * length, or by the bytes that stand there before.
   */
  const run: RunRaw = (outputs, inputs, call) => {
    const buffers: [pointer: number, length: number][] = [];
    const allocate = (length: number): number => {
      const pointer = raw._malloc(length || 1);
      if (pointer === 0) throw new SealingError('out_of_memory');
      buffers.push([pointer, length]);
      return pointer;
    };
    try {
      const pointers = [...outputs, ...inputs].map((given) => {
        if (typeof given === 'number') return allocate(given);
        const pointer = allocate(given.length);
        raw.HEAPU8.set(given, pointer);
        return pointer;
      });
      if (call(...pointers) !== 0) return null;
      return outputs.map((_, at) => {
        const [pointer, length] = buffers[at] as [number, number];
        return raw.HEAPU8.slice(pointer, pointer + length);
      });
    } finally {
      for (const [pointer, length] of buffers) {
        raw.HEAPU8.fill(0, pointer, pointer + length);
        raw._free(pointer);
      }
    }
  };

  function must(...call: Parameters<typeof run>): [Uint8Array, Uint8Array] {
    const outputs = run(...call);
    if (outputs === null) throw new SealingError('out_of_memory');
    return outputs as [Uint8Array, Uint8Array];
  }

  const missing = (): never => {
    throw new SealingError('not_in_this_build');
  };
  const calls: UncheckedSodium = {
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    hash: (length, message, key = new Uint8Array()) =>
      must([length], [message, key], (out, m = 0, k = 0) =>
        raw._crypto_generichash(out, length, m, message.length, 0, k, key.length),
      )[0],
    deriveKey: (id, context, key) =>
      must([32], [new TextEncoder().encode(context), key], (out, c = 0, k = 0) =>
        raw._crypto_kdf_derive_from_key(out, 32, id >>> 0, Math.floor(id / 2 ** 32), c, k),
      )[0],
    aeadSeal: (key, nonce, additional, message) =>
      must([message.length + 16], [message, additional, nonce, key], (out, m = 0, a = 0, n = 0, k = 0) =>
        raw._crypto_aead_xchacha20poly1305_ietf_encrypt(out, 0, m, message.length, 0, a, additional.length, 0, 0, n, k),
      )[0],
    kemKeypair(seed) {
      const [publicKey, secretKey] = must([1216, 32], [seed], raw._crypto_kem_xwing_seed_keypair);
      return { publicKey, secretKey };
    },
    kemEncapsulate(publicKey) {
      const [ciphertext, sharedSecret] = must([1120, 32], [publicKey], raw._crypto_kem_xwing_enc);
      return { ciphertext, sharedSecret };
    },
    verify: (signature, message, publicKey) =>
      run([], [signature, message, publicKey], (s, m = 0, k = 0) =>
        raw._crypto_sign_verify_detached(s, m, message.length, 0, k),
      ) !== null,
    passwordHash: (password, salt, operations, memory) =>
      must([32], [password, salt], (out, p = 0, s = 0) =>
        raw._crypto_pwhash(out, 32, 0, p, password.length, 0, s, operations, 0, memory, ARGON2ID13),
      )[0],
  };
  return {
    ...checkLengths(calls),
    aeadOpen: missing,
    streamSealer: missing,
    streamOpener: missing,
    chacha20: missing,
    sign: missing,
    signKeypair: missing,
    kemDecapsulate: missing,
    raw,
    run,
  };
}
