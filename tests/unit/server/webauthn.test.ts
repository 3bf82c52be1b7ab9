import { checkNewPasskey, checkPasskeyProof } from '@romduol/server/second-factor/webauthn';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Said, softPasskey } from '../../http/soft-passkey.ts';

beforeAll(async () => useSodium(await loadSumoSodium()));

const ORIGIN = 'https://report.example.org';
const challenge = new Uint8Array(32).fill(5);
const expected = { challenge, origins: [ORIGIN, 'http://elsewhere.example'] };

describe.each(['p256', 'ed25519', 'rsa'] as const)('a passkey on %s', (kind) => {
  const passkey = softPasskey(kind, ORIGIN);
  const { publicKey } = passkey.make({ challenge });

  test('is taken, and so is its signature, with what it counts', () => {
    expect(checkNewPasskey(passkey.make({ challenge, counter: 3 }), expected)).toBe(3);
    expect(checkPasskeyProof(passkey.sign({ challenge, counter: 4_000_000_000 }), publicKey, expected)).toBe(4e9);
  });

  test('is refused for another question, site, kind of answer, or when it did not know its owner', () => {
    const wrong: Omit<Said, 'challenge'>[] = [
      { origin: 'https://report.example.org.evil.example' },
      { origin: 'null' },
      { origin: 'http://report.example.org' },
      { site: 'example.org' },
      { type: 'payment.get' },
      { crossOrigin: true },
      { flags: 0x41 },
      { flags: 0x44 },
    ];
    for (const said of wrong) {
      const why = JSON.stringify(said);
      expect([why, checkNewPasskey(passkey.make({ challenge, ...said }), expected)]).toEqual([why, null]);
      expect([why, checkPasskeyProof(passkey.sign({ challenge, ...said }), publicKey, expected)]).toEqual([why, null]);
    }
    const other = { challenge: new Uint8Array(32) };
    expect(checkNewPasskey(passkey.make(other), expected)).toBeNull();
    expect(checkPasskeyProof(passkey.sign(other), publicKey, expected)).toBeNull();
    // A new passkey's words are no proof, nor the other way round.
    expect(checkNewPasskey({ ...passkey.make({ challenge }), ...passkey.sign({ challenge }) }, expected)).toBeNull();
  });

  test('any byte of its answer changed is refused', () => {
    const proof = passkey.sign({ challenge, counter: 9 });
    const parts = ['clientData', 'authenticatorData', 'signature'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, at, change) => {
        const bytes = proof[part].slice();
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ change;
        expect(checkPasskeyProof({ ...proof, [part]: bytes }, publicKey, expected)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});

test('keys of other kinds, another’s key and what is no key are refused', () => {
  for (const kind of ['p384', 'rsa1024'] as const) {
    expect(checkNewPasskey(softPasskey(kind, ORIGIN).make({ challenge }), expected)).toBeNull();
  }
  const [one, other] = [softPasskey('p256', ORIGIN), softPasskey('p256', ORIGIN)];
  expect(checkPasskeyProof(one.sign({ challenge }), other.make({ challenge }).publicKey, expected)).toBeNull();
  // The authenticator names the credential that it made.
  expect(checkNewPasskey({ ...one.make({ challenge }), credentialId: other.credentialId }, expected)).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (first, second) => {
      expect(checkNewPasskey({ ...one.make({ challenge }), publicKey: first }, expected)).toBeNull();
      expect(checkNewPasskey({ ...one.make({ challenge }), authenticatorData: first }, expected)).toBeNull();
      expect(checkPasskeyProof({ ...one.sign({ challenge }), clientData: first }, second, expected)).toBeNull();
    }),
    { numRuns: 100 },
  );
});
