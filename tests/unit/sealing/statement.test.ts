import { markSeen, foldStatements, openStatement } from '@romduol/shared/sealing/statement';
import { describe, expect, test } from 'vitest';
import { EPOCH_FORMATS } from './epoch-vector-formats.ts';
import { CASE, OTHER_CASE, people, refusalOf, seedOf } from './fixtures.ts';
import type { SignedStatement } from '@romduol/shared/api/statements';

const { inputs, make } = EPOCH_FORMATS.statement;
const signed = make(inputs) as SignedStatement[];
const [first, second] = signed as [SignedStatement, SignedStatement];
const signer = people.sokha.identity.signing.publicKey;
const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('a statement', () => {
  test('is its author’s, to the bit', () => {
    for (let bit = 0; bit < second.statement.length * 8; bit += 1) {
      const changed = { ...second, statement: flip(second.statement, bit) };
      expect(refusalOf(() => openStatement(changed, signer))).toBe('bad_signature');
    }
    for (let bit = 0; bit < 512; bit += 1) {
      const changed = { ...second, signature: flip(second.signature, bit) };
      expect(refusalOf(() => openStatement(changed, signer))).toBe('bad_signature');
    }
    expect(refusalOf(() => openStatement(second, people.bopha.identity.signing.publicKey))).toBe('bad_signature');
    expect(refusalOf(() => openStatement({ ...second, number: 3 }, signer))).toBe('damaged');
    expect(refusalOf(() => openStatement({ ...second, whole: true }, signer))).toBe('damaged');
    expect(refusalOf(() => openStatement({ ...second, member: people.bopha.id }, signer))).toBe('damaged');
  });

  test('follows the one before, from a whole one on', () => {
    const opened = signed.map((one) => openStatement(one, signer));
    expect([...foldStatements(opened).values()]).toMatchObject([{ epoch: 1, seq: 4, number: 2 }]);
    const [one, two] = opened as [(typeof opened)[0], (typeof opened)[0]];
    for (const wrong of [[two], [two, one], [one, one], [one, two, two], [one, { ...two, previous: seedOf(1) }]]) {
      expect(refusalOf(() => foldStatements(wrong))).toBe('chain_broken');
    }
    expect(first.statement.length).toBeGreaterThan(0);
  });

  test('marks a case so that only who holds its key can tell which, and how far', () => {
    const seen = { caseId: CASE, epoch: 0, seq: 3, head: seedOf(55) };
    const mark = markSeen(seedOf(50), seen);
    expect(markSeen(seedOf(50), seen)).toEqual(mark);
    expect(markSeen(seedOf(51), seen).tag).not.toEqual(mark.tag);
    expect(markSeen(seedOf(50), { ...seen, caseId: OTHER_CASE }).tag).not.toEqual(mark.tag);
    for (const change of [{ seq: 4 }, { epoch: 1 }, { head: seedOf(56) }]) {
      const other = markSeen(seedOf(50), { ...seen, ...change });
      expect(other.tag).toEqual(mark.tag);
      expect(other.head).not.toEqual(mark.head);
    }
  });
});
