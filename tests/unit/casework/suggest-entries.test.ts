import { DirectoryEntry, nameOfEntry, nextVerification } from '@romduol/shared/casework/directory';
import { type Wanted, suggestEntries } from '@romduol/shared/casework/suggest-entries';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECEIVED, place, placeId } from './sample-case.ts';

const wanted: Wanted = { sector: 'health', province: 'KH-17', isMinor: false, perpetrators: [], conflicts: [] };
const order = (entries: DirectoryEntry[], changes: Partial<Wanted> = {}): string[] =>
  suggestEntries(entries, { ...wanted, ...changes }, RECEIVED).suggested.map(({ entry }) => entry.name.en);

describe('the directory suggests', () => {
  test('only the sector that is wanted', () => {
    expect(order([place(1, { sectors: ['legal'] }), place(2, { sectors: ['legal', 'health'] })])).toEqual(['Place 2']);
  });

  test('the nearest province first, then the best feedback, then the nearest in the hierarchy', () => {
    const entries = [
      place(1, { province: 'KH-7', friendly: 'yes' }),
      place(2, { province: 'KH-2', friendly: 'yes' }),
      place(3, { friendly: 'mixed' }),
      place(4, { friendly: 'yes', type: 'referral_hospital' }),
      place(5, { friendly: 'yes', type: 'health_centre' }),
    ];
    expect(order(entries)).toEqual(['Place 5', 'Place 4', 'Place 3', 'Place 2', 'Place 1']);
    expect(order(entries.toReversed())).toEqual(order(entries));
  });

  test('what survivors found unfriendly, and the perpetrator’s own kind of office, last and with the reason', () => {
    const entries = [
      place(1, { friendly: 'no' }),
      place(2, { type: 'police_post', friendly: 'yes' }),
      place(3, { province: 'KH-7' }),
    ];
    expect(order(entries, { perpetrators: ['police'] })).toEqual(['Place 3', 'Place 2', 'Place 1']);
    const { suggested } = suggestEntries(entries, { ...wanted, perpetrators: ['police'] }, RECEIVED);
    expect(suggested.map(({ reasons }) => reasons)).toEqual([
      [],
      ['same_province', 'friendly', 'like_the_perpetrator'],
      ['same_province', 'not_friendly'],
    ]);
  });

  test('an entry to be verified again, marked as such', () => {
    const due = addDays(RECEIVED, -180);
    const reasonsOf = (verified: typeof due | null) =>
      suggestEntries([place(1, { verified, province: 'KH-7' })], wanted, RECEIVED).suggested[0]?.reasons;
    expect(reasonsOf(due)).toEqual(['verification_due']);
    expect(reasonsOf(null)).toEqual(['verification_due']);
    expect(reasonsOf(addDays(due, 1))).toEqual([]);
    expect(nextVerification(place(1, { verified: due }))).toBe(RECEIVED);
  });
});

test('what is withheld is named with its reason', () => {
  const entries = [
    place(1),
    place(2, { retired: true }),
    place(3, { agreedToBeListed: false }),
    place(4, { servesMinors: false }),
  ];
  const { suggested, withheld } = suggestEntries(
    entries,
    { ...wanted, isMinor: true, conflicts: [placeId(1)] },
    RECEIVED,
  );
  expect(suggested).toEqual([]);
  expect(withheld.map(({ entry, reason }) => [entry.name.en, reason])).toEqual([
    ['Place 1', 'in_conflict'],
    ['Place 2', 'retired'],
    ['Place 3', 'not_listed'],
    ['Place 4', 'not_for_minors'],
  ]);
});

test('an entry in conflict is never suggested in that case, whatever speaks for it', () => {
  const entries = fc
    .array(fc.record({ n: fc.integer({ min: 1, max: 20 }), friendly: fc.constantFrom('yes', 'unk', 'no') }))
    .map((list) => list.map(({ n, friendly }) => place(n, { friendly: friendly as 'yes' })));
  const conflicts = fc.array(fc.integer({ min: 1, max: 20 })).map((list) => list.map(placeId));
  fc.assert(
    fc.property(entries, conflicts, (all, implicated) => {
      const { suggested, withheld } = suggestEntries(all, { ...wanted, conflicts: implicated }, RECEIVED);
      expect(suggested.some(({ entry }) => implicated.includes(entry.entryId))).toBe(false);
      expect(suggested.length + withheld.length).toBe(all.length);
    }),
  );
});

test('an entry needs a name in one language, and is called by the other where it has none', () => {
  expect(DirectoryEntry.safeParse(place(1)).success).toBe(true);
  expect(DirectoryEntry.safeParse(place(1, { name: { en: '', km: '' } })).success).toBe(false);
  expect(nameOfEntry(place(1, { name: { en: '', km: 'ពេទ្យ' } }), 'en')).toBe('ពេទ្យ');
});
