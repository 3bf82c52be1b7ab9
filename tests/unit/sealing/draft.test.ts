import { DraftId } from '@romduol/shared/ids';
import { openDraft, sealDraft } from '@romduol/shared/sealing/draft';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flipBit, people, refusalOf } from './fixtures.ts';

const { sokha, bopha } = people;
const { vaultKey } = sokha.identity;
const draftId = DraftId.parse('11111111-2222-4333-8444-555555555555');
const other = DraftId.parse('11111111-2222-4333-8444-555555555556');
const seal = (content: unknown) => sealDraft({ vaultKey, memberId: sokha.id, draftId, content });

describe('a draft', () => {
  const sealed = seal({ place: 'x', value: { text: 'ពាក្យ' } });
  const open = (change: object = {}) => openDraft({ vaultKey, memberId: sokha.id, draftId, sealed, ...change });

  test('comes back to its member under its id only', () => {
    expect(open()).toEqual({ place: 'x', value: { text: 'ពាក្យ' } });
    expect(refusalOf(() => open({ vaultKey: bopha.identity.vaultKey }))).toBe('damaged');
    expect(refusalOf(() => open({ memberId: bopha.id }))).toBe('damaged');
    expect(refusalOf(() => open({ draftId: other }))).toBe('damaged');
  });

  test('with any bit flipped is refused', () => {
    for (let bit = 0; bit < sealed.ciphertext.length * 8; bit += 97)
      expect(refusalOf(() => open({ sealed: { ...sealed, ciphertext: flipBit(sealed.ciphertext, bit) } }))).toBe(
        'damaged',
      );
    expect(refusalOf(() => open({ sealed: { ...sealed, nonce: flipBit(sealed.nonce, 5) } }))).toBe('damaged');
  });

  test('of any words comes back, and its length tells no more than a step', () => {
    fc.assert(
      fc.property(fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 400 }) }), (value) => {
        const made = seal(value);
        expect((made.ciphertext.length - 16) % 1024).toBe(0);
        expect(open({ sealed: made })).toEqual({ text: value.text.normalize('NFC') });
      }),
    );
  });
});
