import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Sodium } from '@romduol/shared/sealing/sodium';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import { takeOutThinWasm } from '@romduol/web/sodium-wasm-plugin';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** The WASM that the build makes of the package's for the report page; here instantiated from memory. */
function wasmBytes(): Uint8Array {
  return takeOutThinWasm(readFileSync(fileURLToPath(import.meta.resolve('libsodium-sumo')), 'utf8'));
}

let memory: WebAssembly.Memory | undefined;
const bare = await loadThinSodium(async (imports) => {
  const source = await WebAssembly.instantiate(new Uint8Array(wasmBytes()), imports as WebAssembly.Imports);
  memory = Object.values(source.instance.exports).find((value) => value instanceof WebAssembly.Memory);
  return source;
});
const thin = withStreams(bare);
const standard = await loadStandardSodium();
const sumo = await loadSumoSodium();
const builds: [string, Sodium][] = [
  ['thin', thin],
  ['standard', standard],
  ['sumo', sumo],
];

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anyBytes = fc.uint8Array({ maxLength: 300 });

/** The same answer from all three. */
function agree<T>(act: (build: Sodium) => T): T {
  const [first, ...others] = builds.map(([, build]) => act(build));
  for (const other of others) expect(other).toEqual(first);
  return first as T;
}

describe('the three builds of libsodium', () => {
  test('hash, derive and stream the same bytes', () => {
    fc.assert(
      fc.property(
        anyBytes,
        bytes(32),
        bytes(12),
        fc.integer({ min: 16, max: 64 }),
        fc.maxSafeNat(),
        (m, key, nonce, length, id) => {
          expect(agree((build) => build.hash(length, m))).toHaveLength(length);
          agree((build) => build.hash(length, m, key));
          agree((build) => build.deriveKey(id, 'rdtest01', key));
          expect(thin.chacha20(m.length, nonce, key)).toEqual(sumo.chacha20(m.length, nonce, key));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('seal the same bytes and open each other’s', () => {
    fc.assert(
      fc.property(bytes(32), bytes(24), anyBytes, anyBytes, (key, nonce, additional, message) => {
        const sealed = agree((build) => build.aeadSeal(key, nonce, additional, message));
        expect(agree((build) => build.aeadOpen(key, nonce, additional, sealed))).toEqual(message);
        sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1;
        expect(agree((build) => build.aeadOpen(key, nonce, additional, sealed))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test('stream the same pieces and open each other’s, in their order alone', () => {
    const pieces = fc.array(anyBytes, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(bytes(32), bytes(24), anyBytes, pieces, (key, header, additional, messages) => {
        const last = messages.length - 1;
        const sealed = agree((build) => {
          const sealer = build.streamSealer(key, header);
          return messages.map((message, at) => sealer.push(message, additional, at === last));
        });
        const opened = agree((build) => {
          const opener = build.streamOpener(key, header);
          return sealed.map((piece) => opener.pull(piece, additional));
        });
        expect(opened).toEqual(messages.map((message, at) => ({ message, last: at === last })));
        const [first = new Uint8Array(), second = new Uint8Array()] = sealed;
        expect(agree((build) => build.streamOpener(key, header).pull(second, additional))).toBeNull();
        first[0] = (first[0] ?? 0) ^ 1;
        expect(agree((build) => build.streamOpener(key, header).pull(first, additional))).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  test('make the same key pairs and signatures from a seed', () => {
    fc.assert(
      fc.property(bytes(32), anyBytes, (seed, message) => {
        const signing = agree((build) => build.signKeypair(seed));
        const signature = agree((build) => build.sign(message, signing.secretKey));
        expect(agree((build) => build.verify(signature, message, signing.publicKey))).toBe(true);
        expect(agree((build) => build.verify(signature, Uint8Array.of(...message, 0), signing.publicKey))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test('decapsulate each other’s encapsulations', () => {
    const keys = agree((build) => build.kemKeypair(new Uint8Array(32).fill(5)));
    for (const [, sender] of builds) {
      const { ciphertext, sharedSecret } = sender.kemEncapsulate(keys.publicKey);
      expect(agree((build) => build.kemDecapsulate(ciphertext, keys.secretKey))).toEqual(sharedSecret);
    }
  });

  test('hash words alike where they can; the standard build can neither that nor the bare stream', () => {
    const salt = new Uint8Array(16).fill(3);
    const words = new TextEncoder().encode('១២៣ words');
    expect(thin.passwordHash(words, salt, 1, 8192)).toEqual(sumo.passwordHash(words, salt, 1, 8192));
    expect(() => standard.passwordHash(words, salt, 1, 8192)).toThrow('not_in_this_build');
    expect(() => standard.chacha20(1, new Uint8Array(12), new Uint8Array(32))).toThrow('not_in_this_build');
  });

  test.each(builds)('%s refuses keys, nonces and signatures of a wrong length', (_, build) => {
    const short = new Uint8Array(31);
    const key = new Uint8Array(32);
    const empty = new Uint8Array();
    for (const act of [
      () => build.hash(15, empty),
      () => build.hash(32, empty, new Uint8Array(65)),
      () => build.deriveKey(1, 'short', key),
      () => build.deriveKey(-1, 'rdtest01', key),
      () => build.deriveKey(1, 'rdtest01', short),
      () => build.aeadSeal(short, new Uint8Array(24), empty, empty),
      () => build.aeadSeal(key, new Uint8Array(12), empty, empty),
      () => build.aeadOpen(short, new Uint8Array(24), empty, new Uint8Array(16)),
      () => build.kemKeypair(short),
      () => build.kemEncapsulate(new Uint8Array(1215)),
      () => build.kemDecapsulate(new Uint8Array(1119), key),
      () => build.kemDecapsulate(new Uint8Array(1120), short),
      () => build.signKeypair(short),
      () => build.sign(empty, key),
      () => build.verify(new Uint8Array(63), empty, key),
      () => build.verify(new Uint8Array(64), empty, short),
      () => build.passwordHash(empty, new Uint8Array(15), 1, 8192),
      () => build.chacha20(1, new Uint8Array(8), key),
      () => build.streamSealer(short, new Uint8Array(24)),
      () => build.streamOpener(key, new Uint8Array(23)),
    ]) {
      expect(act).toThrow(new SealingError('wrong_length'));
    }
    expect(build.aeadOpen(key, new Uint8Array(24), empty, new Uint8Array(15))).toBeNull();
    expect(build.streamOpener(key, new Uint8Array(24)).pull(new Uint8Array(16), empty)).toBeNull();
  });

  test.each(builds)('%s compares bytes and lengths', (_, build) => {
    expect(build.equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(build.equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(build.equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
    expect(build.equal(Uint8Array.of(1, 2, 0), Uint8Array.of(1, 2))).toBe(false);
  });

  test.each(builds)('%s draws random bytes that differ', (_, build) => {
    expect(build.randomBytes(32)).toHaveLength(32);
    expect(build.randomBytes(32)).not.toEqual(build.randomBytes(32));
  });
});

describe('the thin build', () => {
  test('has no stream until it is asked for', () => {
    expect(() => bare.streamSealer(new Uint8Array(32), new Uint8Array(24))).toThrow('not_in_this_build');
  });

  test('rejects when the WASM cannot be had, instead of waiting for ever', async () => {
    await expect(loadThinSodium(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  });

  test('leaves nothing of a sealed or hashed message on its heap', () => {
    const words = 'a very recognisable sentence that somebody wrote';
    const message = new TextEncoder().encode(words);
    thin.aeadSeal(new Uint8Array(32).fill(1), new Uint8Array(24), new Uint8Array(), message);
    thin.hash(32, message);
    const heap = Buffer.from((memory as WebAssembly.Memory).buffer);
    expect(heap.length).toBeGreaterThan(65_536);
    expect(heap.includes(words)).toBe(false);
  });
});
