import { signConfirmation, verifyConfirmation } from '@romduol/shared/sealing/confirmation';
import { generateInvitationCode, invitationToken } from '@romduol/shared/sealing/invitation';
import { memberWords } from '@romduol/shared/sealing/member-fingerprint';
import { readRecoveryWords, recoveryWords, signRecovery, verifyRecovery } from '@romduol/shared/sealing/recovery';
import { encodeBase32 } from '@romduol/web/desk/base32';
import { judgePassphrase } from '@romduol/web/desk/judge-passphrase';
import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import { stepOfCode } from '@romduol/server/second-factor/totp';
import { Secret } from 'otpauth';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flipBit, people, refusalOf, seedOf } from './fixtures.ts';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a recovery card', () => {
  test('gives the seed back, however it is written down', () => {
    fc.assert(
      fc.property(bytes32, fc.constantFrom(' ', '\n', '  ', ', ', ' 7. '), (seed, between) => {
        const words = recoveryWords(seed);
        expect(words).toHaveLength(24);
        expect(readRecoveryWords(words.join(between).toUpperCase())).toEqual(seed);
      }),
    );
  });

  test('never gives another seed for one word misread: it says so, or, once in 256, is another card', () => {
    let missed = 0;
    const trials = 2000;
    const words = recoveryWords(seedOf(3));
    const other = recoveryWords(seedOf(200));
    for (let trial = 0; trial < trials; trial += 1) {
      const place = trial % 24;
      const word =
        recoveryWords(new Uint8Array(32).map((_, at) => (trial * 7 + at * 31) % 256))[place] ?? other[0] ?? '';
      if (word === words[place]) continue;
      if (refusalOf(() => readRecoveryWords(words.with(place, word).join(' '))) === null) missed += 1;
    }
    expect(missed).toBeLessThan(trials / 100);
    for (const text of ['', words.slice(1).join(' '), `${words.join(' ')} zoo`, words.with(4, 'romduol').join(' ')]) {
      expect(refusalOf(() => readRecoveryWords(text))).toBe('bad_recovery_words');
    }
  });

  test('signs for one challenge and one handle', () => {
    const { signing } = people.sokha.identity;
    const signature = signRecovery('sokha', seedOf(1), signing);
    verifyRecovery('sokha', seedOf(1), signature, signing.publicKey);
    const refused = [
      () => verifyRecovery('sokha', seedOf(2), signature, signing.publicKey),
      () => verifyRecovery('bopha', seedOf(1), signature, signing.publicKey),
      () => verifyRecovery('sokha', seedOf(1), signature, people.bopha.identity.signing.publicKey),
      () => verifyRecovery('sokha', seedOf(1), flipBit(signature, 200), signing.publicKey),
    ];
    expect(refused.map(refusalOf)).toEqual(refused.map(() => 'bad_signature'));
  });
});

describe('what members compare and confirm', () => {
  test('every bit of a key changes the words, and so does whose they are', () => {
    const { id, identity } = people.sokha;
    const keys = { kemKey: identity.kem.publicKey, signingKey: identity.signing.publicKey };
    const words = memberWords(id, keys).join(' ');
    expect(memberWords(people.bopha.id, keys).join(' ')).not.toBe(words);
    for (let bit = 0; bit < 32 * 8; bit += 1) {
      expect(memberWords(id, { ...keys, signingKey: flipBit(keys.signingKey, bit) }).join(' ')).not.toBe(words);
    }
    for (let bit = 0; bit < 1216 * 8; bit += 97) {
      expect(memberWords(id, { ...keys, kemKey: flipBit(keys.kemKey, bit) }).join(' ')).not.toBe(words);
    }
  });

  test('a confirmation is one member’s, of one version', () => {
    const { id, identity } = people.sokha;
    const one = { member: id, version: 3, hash: seedOf(9) };
    const signature = signConfirmation(one, identity.signing);
    verifyConfirmation(one, signature, identity.signing.publicKey);
    for (const change of [{ version: 4 }, { hash: seedOf(8) }, { member: people.bopha.id }]) {
      const act = () => verifyConfirmation({ ...one, ...change }, signature, identity.signing.publicKey);
      expect(refusalOf(act)).toBe('bad_signature');
    }
  });

  test('an invitation’s code may be typed in any way, and not be another', () => {
    const code = generateInvitationCode();
    const token = invitationToken(code);
    expect(token).toHaveLength(32);
    expect(invitationToken(` ${code.toUpperCase().replaceAll('-', '  ')}. `)).toEqual(token);
    expect(invitationToken(`${code}s`)).not.toEqual(token);
    for (const text of ['', 'one two three', '12345678901234567890', 'ពាក្យសម្ងាត់']) {
      expect(invitationToken(text)).toBeNull();
    }
  });
});

describe('a passphrase', () => {
  test('of six drawn words is good; what guessing finds is not', async () => {
    expect(await judgePassphrase(generatePassphrase())).toBe('good');
    expect(await judgePassphrase(`  ${generatePassphrase().toUpperCase().replaceAll(' ', '   ')} `)).toBe('good');
    expect(await judgePassphrase('nine green umbrellas forgot yesterday’s arithmetic')).toBe('good');
    for (const weak of [
      'password123',
      'romduol2026',
      'abacus abacus abacus abacus abacus abacus',
      'qwertyuiop12',
      'sokha.sokha',
    ]) {
      expect([weak, await judgePassphrase(weak, ['sokha'])]).toEqual([weak, 'too_weak']);
    }
  });
});

describe('a code generator', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
  const secret = new TextEncoder().encode('12345678901234567890');
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('shows at %i s what the standard says', (seconds, code) => {
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
    expect(stepOfCode(secret, code, (seconds + 30) * 1000)).toBe(Math.floor(seconds / 30));
    expect(stepOfCode(secret, code, (seconds + 90) * 1000)).toBeNull();
    expect(stepOfCode(flipBit(secret, 5), code, seconds * 1000)).toBeNull();
  });

  test('is told its secret as others write base32', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(encodeBase32(bytes)).toBe(new Secret({ buffer: bytes.slice().buffer }).base32);
      }),
    );
  });
});
