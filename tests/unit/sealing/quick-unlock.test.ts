import type { MemberId } from '@romduol/shared/ids';
import { openPasskeyName, sealPasskeyName } from '@romduol/shared/sealing/passkey-name';
import { type QuickBinding, unwrapWithPasskey, wrapForPasskey } from '@romduol/shared/sealing/quick-unlock';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';

beforeAll(async () => useSodium(await loadSumoSodium()));

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const binding = fc.record({
  memberId: fc.uuid({ version: 4 }) as fc.Arbitrary<MemberId>,
  epoch: fc.integer({ min: 0, max: 1000 }),
  credentialId: fc.base64String({ minLength: 4, maxLength: 80 }),
});
const codeOf = (open: () => unknown): string => {
  try {
    open();
    return 'opened';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('what a passkey wrapped it opens again, and nothing else does', () => {
  fc.assert(
    fc.property(key, key, binding, key, (output, seed, to, otherOutput) => {
      const wrap = wrapForPasskey(output, seed, to);
      expect(wrap).toHaveLength(72);
      expect(unwrapWithPasskey(output, wrap, to)).toEqual(seed);
      const others: [Uint8Array, QuickBinding][] = [
        [otherOutput, to],
        [output, { ...to, epoch: to.epoch + 1 }],
        [output, { ...to, credentialId: `${to.credentialId}A` }],
        [output, { ...to, memberId: '00000000-0000-4000-8000-000000000000' as MemberId }],
      ];
      for (const [with_, as] of others) expect(codeOf(() => unwrapWithPasskey(with_, wrap, as))).toBe('damaged');
    }),
    { numRuns: 60 },
  );
});

test('a wrap with any bit turned, cut or prolonged is refused, and so is another length of secret', () => {
  const output = new Uint8Array(32).fill(7);
  const to = { memberId: '11111111-1111-4111-8111-111111111111' as MemberId, epoch: 0, credentialId: 'abcd' };
  const wrap = wrapForPasskey(output, new Uint8Array(32).fill(9), to);
  for (let bit = 0; bit < wrap.length * 8; bit += 1) {
    const turned = wrap.slice();
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(codeOf(() => unwrapWithPasskey(output, turned, to))).toBe('damaged');
  }
  for (const length of [0, 24, 71]) {
    expect(codeOf(() => unwrapWithPasskey(output, wrap.slice(0, length), to))).toBe('wrong_length');
  }
  expect(codeOf(() => unwrapWithPasskey(output, new Uint8Array([...wrap, 0]), to))).toBe('wrong_length');
  expect(codeOf(() => unwrapWithPasskey(output.slice(1), wrap, to))).toBe('wrong_length');
  expect(codeOf(() => wrapForPasskey(output.slice(1), output, to))).toBe('wrong_length');
});

test('a name is for its member and passkey alone, and as long as any other', () => {
  fc.assert(
    fc.property(key, binding, fc.string({ maxLength: 30, unit: 'grapheme' }), (vaultKey, to, given) => {
      const name = given.normalize('NFC');
      fc.pre(new TextEncoder().encode(name).length < 128);
      const sealed = sealPasskeyName({ vaultKey, ...to }, name);
      expect(sealed).toHaveLength(168);
      expect(openPasskeyName({ vaultKey, ...to }, sealed)).toBe(name);
      const elsewhere = { vaultKey, ...to, credentialId: `${to.credentialId}A` };
      expect(codeOf(() => openPasskeyName(elsewhere, sealed))).toBe('damaged');
    }),
    { numRuns: 60 },
  );
  const owner = { vaultKey: new Uint8Array(32), memberId: '1' as MemberId, credentialId: 'abcd' };
  expect(codeOf(() => sealPasskeyName(owner, 'x'.repeat(128)))).toBe('too_long');
});
