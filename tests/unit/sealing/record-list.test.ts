import fc from 'fast-check';
import type { Day, RecordId } from '@romduol/shared/ids';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { openRecordList, type RecordList, signRecordList } from '@romduol/shared/sealing/record-list';
import { encodeJson } from '@romduol/shared/sealing/sealed';
import { signParts } from '@romduol/shared/sealing/signature';
import { describe, expect, test } from 'vitest';
import { flipBit, people, refusalOf } from './fixtures.ts';

const { sokha, bopha } = people;
const { publicKey } = sokha.identity.signing;
const said = (records: RecordList['records']): RecordList => ({
  member: sokha.id,
  number: 7,
  day: '2026-06-01' as Day,
  records,
});
const listed = fc.uniqueArray(
  fc.record({ recordId: fc.uuid().map((id) => id as RecordId), revision: fc.integer({ min: 1, max: 2 ** 32 - 1 }) }),
  { selector: ({ recordId }) => recordId, maxLength: 40 },
);

/** What becomes of a list that its author has signed with these letters for its rows. */
function outcomeOf(records: string): ReturnType<typeof refusalOf> {
  const list = encodeJson({ v: 1, member: sokha.id, number: 1, day: '2026-06-01', records });
  const signature = signParts('records', [list], sokha.identity.signing.secretKey);
  return refusalOf(() => openRecordList({ member: sokha.id, number: 1, list, signature }, publicKey));
}

describe('an author’s list', () => {
  test('says what was handed in, whatever the order it is given in', () => {
    fc.assert(
      fc.property(listed, (records) => {
        const signed = signRecordList(said(records), sokha.identity.signing);
        const inOrder = records.toSorted((one, other) => (one.recordId < other.recordId ? -1 : 1));
        expect(openRecordList(signed, publicKey)).toEqual(said(inOrder));
        expect(signRecordList(said(records.toReversed()), sokha.identity.signing)).toEqual(signed);
      }),
      { numRuns: 100 },
    );
  });

  test('is its author’s, to the bit', () => {
    const record = { recordId: '77777777-2222-4333-8444-555555555555' as RecordId, revision: 2 };
    const signed = signRecordList(said([record]), sokha.identity.signing);
    for (let bit = 0; bit < signed.list.length * 8; bit += 1)
      expect(refusalOf(() => openRecordList({ ...signed, list: flipBit(signed.list, bit) }, publicKey))).toBe(
        'bad_signature',
      );
    for (let bit = 0; bit < 512; bit += 1)
      expect(refusalOf(() => openRecordList({ ...signed, signature: flipBit(signed.signature, bit) }, publicKey))).toBe(
        'bad_signature',
      );
    expect(refusalOf(() => openRecordList(signed, bopha.identity.signing.publicKey))).toBe('bad_signature');
    expect(refusalOf(() => openRecordList({ ...signed, number: 8 }, publicKey))).toBe('damaged');
    expect(refusalOf(() => openRecordList({ ...signed, member: bopha.id }, publicKey))).toBe('damaged');
  });

  test('names each record once, in order, at a revision', () => {
    const row = (first: number, revision: number) => [first, ...Array<number>(15).fill(0), revision, 0, 0, 0];
    const outcome = (rows: number[]) => outcomeOf(toBase64url(new Uint8Array(rows)));
    expect(outcome([...row(1, 1), ...row(2, 1)])).toBeNull();
    for (const rows of [[...row(2, 1), ...row(1, 1)], [...row(1, 1), ...row(1, 2)], row(1, 0), row(1, 1).slice(1)])
      expect(outcome(rows)).toBe('malformed');
  });
  test('whose rows are any letters is malformed, and nothing worse', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'AZaz09-_'), minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(letters, (records) => {
        expect(outcomeOf(records)).toBe('malformed');
      }),
      { examples: [['A'], ['AAAAA']] },
    );
  });
});
