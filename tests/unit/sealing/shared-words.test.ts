import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { openSharedWords, readSharedWords, sealSharedWords } from '@romduol/shared/sealing/shared-words';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { beforeAll, expect, test } from 'vitest';
import { CASE, seedOf } from './fixtures.ts';

beforeAll(async () => useSodium(await loadSumoSodium()));

const owner = { caseId: CASE, consentId: 'cccccccc-0000-4000-8000-000000000001', conversationKey: seedOf(61) };
const content = [{ heading: { en: 'Age group', km: 'ក្រុមអាយុ' }, parts: [{ label: null, text: 'ដប់ប្រាំ' }] }];

test('words open with the second word beside the conversation’s key', () => {
  const keys = deriveSecondWord('ផ្កា', CASE).kem;
  const words = sealSharedWords(owner, keys.publicKey, content);
  expect(readSharedWords(JSON.parse(JSON.stringify(words)))).toEqual(words);
  expect(openSharedWords(owner, keys, words)).toEqual(content);
  // Another word says so and breaks nothing.
  expect(openSharedWords(owner, deriveSecondWord('ផ្ក', CASE).kem, words)).toBeNull();
});

test('the word alone opens nothing, nor does the right one for another consent, case or conversation', () => {
  const keys = sodium().kemKeypair(seedOf(62));
  const words = sealSharedWords(owner, keys.publicKey, content);
  const others = [
    { ...owner, conversationKey: seedOf(63) },
    { ...owner, consentId: 'cccccccc-0000-4000-8000-000000000002' },
  ];
  for (const other of others) expect(() => openSharedWords(other, keys, words)).toThrow('damaged');
  const elsewhere = { ...owner, caseId: '7d1f2c52-8b0a-4a3c-9a86-2d2f4f1f7b12' as typeof CASE };
  expect(() => openSharedWords(elsewhere, keys, words)).toThrow('damaged');
});

test('every bit is bound', () => {
  const keys = sodium().kemKeypair(seedOf(62));
  const words = sealSharedWords(owner, keys.publicKey, content);
  const opensAs = (part: keyof typeof words, at: number): unknown => {
    const changed = Buffer.from(words[part], 'base64url');
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    try {
      return openSharedWords(owner, keys, { ...words, [part]: changed.toString('base64url') });
    } catch (error) {
      return (error as Error).message;
    }
  };
  for (const part of ['commit', 'slot', 'nonce', 'sealed'] as const) {
    const { length } = Buffer.from(words[part], 'base64url');
    const places = Array.from({ length: 64 }, (_, n) => Math.floor((n * length) / 64));
    // A slot whose key id is another's is not ours: null.
    for (const at of places) expect([null, 'damaged', 'commit_mismatch'], `${part} ${at}`).toContain(opensAs(part, at));
  }
});
