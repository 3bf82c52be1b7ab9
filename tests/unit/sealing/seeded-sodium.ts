import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';
import { concat, le64, utf8 } from '@romduol/shared/sealing/bytes';
import type { Sodium } from '@romduol/shared/sealing/sodium';
import { checkLengths } from '@romduol/shared/sealing/sodium-checked';
import { checkStreams } from '@romduol/shared/sealing/sodium-checked-streams';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
// oxlint-disable-next-line no-restricted-imports -- the one call that only vectors need: encapsulation from a seed
import library from 'libsodium-wrappers-sumo';

/** A stream of "random" bytes that follows from a name. */
function seededBytes(name: string): (length: number) => Uint8Array {
  const key = blake2b(utf8(name), { dkLen: 32 });
  let drawn = 0;
  return (length) => {
    drawn += 1;
    return chacha20(key, concat(le64(drawn), new Uint8Array(4)), new Uint8Array(length));
  };
}

/** libsodium with its randomness taken from a name, so that what it seals can be made again. */
export async function seededLibsodium(name: string): Promise<Sodium> {
  const randomBytes = seededBytes(name);
  return {
    ...(await loadSumoSodium()),
    randomBytes,
    kemEncapsulate: (publicKey) => library.crypto_kem_xwing_enc_deterministic(publicKey, randomBytes(64)),
  };
}

/** BLAKE2b's key derivation: the id as salt, the context as personalisation, no message. */
function nobleKdf(id: number, context: string, key: Uint8Array): Uint8Array {
  const salt = concat(le64(id), new Uint8Array(8));
  return blake2b(new Uint8Array(), { dkLen: 32, key, salt, personalization: concat(utf8(context), new Uint8Array(8)) });
}

const words = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);
const padTo16 = (length: number): Uint8Array => new Uint8Array((16 - (length % 16)) % 16);

/**
 * The secret stream as libsodium's documentation describes it: ChaCha20-Poly1305 with the tag in a block before the
 * message, the counter in the nonce, and each message's authenticator mixed into the nonce of the next.
 */
function nobleStream(key: Uint8Array, header: Uint8Array) {
  const subkey = new Uint32Array(8);
  const sigma = words(utf8('expand 32-byte k'));
  hchacha(sigma, words(key), words(header.slice(0, 16)), subkey);
  const streamKey = new Uint8Array(subkey.buffer);
  const rest = header.slice(16, 24);
  let counter = 1;
  const nonce = (): Uint8Array => concat(new Uint8Array(new Uint32Array([counter]).buffer), rest);
  const authenticate = (additional: Uint8Array, block: Uint8Array, ciphertext: Uint8Array): Uint8Array => {
    const lengths = concat(le64(additional.length), le64(64 + ciphertext.length));
    // libsodium pads by `(0x10 - 64 + length) & 15`, which is the length itself, not what is missing to sixteen.
    const padding = new Uint8Array(ciphertext.length % 16);
    const parts = [additional, padTo16(additional.length), block, ciphertext, padding, lengths];
    return poly1305(concat(...parts), chacha20(streamKey, nonce(), new Uint8Array(32)));
  };
  const advance = (mac: Uint8Array): void => {
    for (let at = 0; at < 8; at += 1) rest[at] = (rest[at] ?? 0) ^ (mac[at] ?? 0);
    counter += 1;
  };
  return {
    push(message: Uint8Array, additional: Uint8Array, last: boolean): Uint8Array {
      const block = chacha20(
        streamKey,
        nonce(),
        concat(new Uint8Array([last ? 3 : 0]), new Uint8Array(63)),
        undefined,
        1,
      );
      const ciphertext = chacha20(streamKey, nonce(), message, undefined, 2);
      const mac = authenticate(additional, block, ciphertext);
      advance(mac);
      return concat(block.slice(0, 1), ciphertext, mac);
    },
    pull(sealed: Uint8Array, additional: Uint8Array): { message: Uint8Array; last: boolean } | null {
      const ciphertext = sealed.slice(1, -16);
      const mask = chacha20(streamKey, nonce(), new Uint8Array(64), undefined, 1);
      const block = concat(sealed.slice(0, 1), mask.slice(1));
      const mac = authenticate(additional, block, ciphertext);
      if (Buffer.compare(mac, sealed.slice(-16)) !== 0) return null;
      const message = chacha20(streamKey, nonce(), ciphertext, undefined, 2);
      advance(mac);
      return { message, last: ((sealed[0] ?? 0) ^ (mask[0] ?? 0)) === 3 };
    },
  };
}

/** The whole of what the protocol takes from libsodium, by other people's code, with the same seeded randomness. */
export function seededNoble(name: string): Sodium {
  const randomBytes = seededBytes(name);
  const calls = checkLengths({
    randomBytes,
    hash: (length, message, key) => blake2b(message, { dkLen: length, ...(key && { key }) }),
    deriveKey: nobleKdf,
    aeadSeal: (key, nonce, additional, message) => xchacha20poly1305(key, nonce, additional).encrypt(message),
    kemKeypair: (seed) => xwing.keygen(seed),
    kemEncapsulate(publicKey) {
      const { cipherText, sharedSecret } = xwing.encapsulate(publicKey, randomBytes(64));
      return { ciphertext: cipherText, sharedSecret };
    },
    verify: (signature, message, publicKey) => ed25519.verify(signature, message, publicKey),
    passwordHash: (password, salt, operations, memory) =>
      argon2id(password, salt, { t: operations, m: memory / 1024, p: 1, dkLen: 32 }),
  });
  const stream = (length: number, nonce: Uint8Array, key: Uint8Array) => chacha20(key, nonce, new Uint8Array(length));
  return {
    ...calls,
    ...checkStreams({
      aeadOpen(key, nonce, additional, ciphertext) {
        try {
          return xchacha20poly1305(key, nonce, additional).decrypt(ciphertext);
        } catch {
          return null;
        }
      },
      kemDecapsulate: (ciphertext, secretKey) => xwing.decapsulate(ciphertext, secretKey),
      signKeypair(seed) {
        const publicKey = ed25519.getPublicKey(seed);
        return { publicKey, secretKey: concat(seed, publicKey) };
      },
      sign: (message, secretKey) => ed25519.sign(message, secretKey.subarray(0, 32)),
      chacha20: stream,
      streamSealer: nobleStream,
      streamOpener: nobleStream,
    }),
  };
}
