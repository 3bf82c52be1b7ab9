import {
  authKey,
  deriveRoot,
  identityFromSeed,
  newDerivationParameters,
  newIdentitySeed,
  unwrapIdentity,
  wrapIdentity,
  type IdentityBinding,
} from '@romduol/shared/sealing/identity';
import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import { EFF_WORDS } from '@romduol/shared/sealing/eff-words';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { refusalOf, flipBit, people, seedOf } from './fixtures.ts';

const MIB = 1024 * 1024;
const parameters = { salt: new Uint8Array(16).fill(4), operations: 3, memory: 128 * MIB };
const binding: IdentityBinding = { memberId: people.sokha.id, epoch: 0, parameters };

describe('the root of a passphrase', () => {
  test('is refused with parameters weaker than three passes over 128 MiB', () => {
    for (const weak of [
      { ...parameters, operations: 2 },
      { ...parameters, memory: 128 * MIB - 1 },
      { ...parameters, operations: Number.NaN },
      { ...parameters, operations: 1000, memory: 64 * MIB },
    ]) {
      expect(refusalOf(() => deriveRoot('words', weak))).toBe('weak_parameters');
    }
    expect(refusalOf(() => deriveRoot('words', { ...parameters, salt: new Uint8Array(15) }))).toBe('wrong_length');
  });

  test('does not depend on spaces or on how the accents were typed, and does on everything else', () => {
    const root = deriveRoot('a café on the river bank', parameters);
    expect(deriveRoot('  a cafe\u0301  on the\triver bank\n', parameters)).toEqual(root);
    expect(deriveRoot('a café on the river banks', parameters)).not.toEqual(root);
    expect(authKey(root)).not.toEqual(root);
  });

  test('starts from the least parameters and a fresh salt', () => {
    const made = newDerivationParameters();
    expect(made).toMatchObject({ operations: 3, memory: 128 * MIB });
    expect(made.salt).toHaveLength(16);
    expect(newDerivationParameters().salt).not.toEqual(made.salt);
  });
});

describe('an identity', () => {
  test('follows from its seed alone, each key apart from the others', () => {
    const identity = identityFromSeed(seedOf(1));
    expect(identityFromSeed(seedOf(1))).toEqual(identity);
    expect(identity.kem.publicKey).toHaveLength(1216);
    expect(identity.signing.publicKey).toHaveLength(32);
    const keys = [identity.seed, identity.kem.secretKey, identity.signing.secretKey.subarray(0, 32), identity.vaultKey];
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(4);
    expect(newIdentitySeed()).not.toEqual(newIdentitySeed());
  });

  test('comes back from its wrap, under the same root and for the same member only', () => {
    const wrapped = wrapIdentity(seedOf(8), seedOf(1), binding);
    expect(wrapped.ciphertext).toHaveLength(48);
    expect(unwrapIdentity(seedOf(8), wrapped, binding)).toEqual(seedOf(1));
    const other = (change: Partial<IdentityBinding>) => () =>
      unwrapIdentity(seedOf(8), wrapped, { ...binding, ...change });
    expect(refusalOf(() => unwrapIdentity(seedOf(9), wrapped, binding))).toBe('damaged');
    expect(refusalOf(other({ memberId: people.bopha.id }))).toBe('damaged');
    expect(refusalOf(other({ epoch: 1 }))).toBe('damaged');
    expect(refusalOf(other({ parameters: { ...parameters, operations: 4 } }))).toBe('damaged');
    expect(refusalOf(other({ parameters: { ...parameters, memory: 256 * MIB } }))).toBe('damaged');
    expect(refusalOf(other({ parameters: { ...parameters, salt: new Uint8Array(16) } }))).toBe('damaged');
  });

  test('does not come back from a wrap with any bit turned', () => {
    const { nonce, ciphertext } = wrapIdentity(seedOf(8), seedOf(1), binding);
    for (let bit = 0; bit < nonce.length * 8; bit += 1) {
      expect(refusalOf(() => unwrapIdentity(seedOf(8), { nonce: flipBit(nonce, bit), ciphertext }, binding))).toBe(
        'damaged',
      );
    }
    for (let bit = 0; bit < ciphertext.length * 8; bit += 1) {
      expect(refusalOf(() => unwrapIdentity(seedOf(8), { nonce, ciphertext: flipBit(ciphertext, bit) }, binding))).toBe(
        'damaged',
      );
    }
  });
});

describe('a generated passphrase', () => {
  test('is six words of the EFF large list', () => {
    // SHA-256 of eff_large_wordlist.txt as the EFF publishes it, dice numbers put back.
    const dice = (at: number): string => [1296, 216, 36, 6, 1].map((step) => (Math.floor(at / step) % 6) + 1).join('');
    const file = EFF_WORDS.map((word, at) => `${dice(at)}\t${word}\n`).join('');
    expect(Buffer.from(sha256(new TextEncoder().encode(file))).toString('hex')).toBe(
      'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
    );
    for (let round = 0; round < 200; round += 1) {
      const words = generatePassphrase().split(' ');
      expect(words).toHaveLength(6);
      for (const word of words) expect(EFF_WORDS).toContain(word);
    }
  });

  test('draws again where two bytes would favour the first words', () => {
    // 62,208 = 8 × 7,776 is the first number past the last whole multiple.
    const draws = [0xff_ff, 62_208, 62_207].map((number) => Uint8Array.of(number >> 8, number & 0xff));
    const build = sodium();
    try {
      useSodium({ ...build, randomBytes: () => draws.shift() ?? new Uint8Array(2) });
      expect(generatePassphrase()).toBe('zoom abacus abacus abacus abacus abacus');
    } finally {
      useSodium(build);
    }
  });

  test('takes every part of the list alike', () => {
    const words = Array.from({ length: 3000 }, generatePassphrase).flatMap((phrase) => phrase.split(' '));
    expect(new Set(words).size).toBeGreaterThan(6800);
    const eighths = Array.from({ length: 8 }, () => 0);
    for (const word of words) {
      const eighth = Math.floor((EFF_WORDS.indexOf(word) * 8) / EFF_WORDS.length);
      eighths[eighth] = (eighths[eighth] ?? 0) + 1;
    }
    // 2,250 expected in each, standard deviation 44: six of them.
    for (const count of eighths) expect(Math.abs(count - 2250)).toBeLessThan(266);
  });
});
