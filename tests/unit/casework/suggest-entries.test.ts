import { DirectoryEntry, nameOfEntry, nextVerification } from '@romduol/shared/casework/directory';
import { type Wanted, levelOf, suggestEntries, wantedFor } from '@romduol/shared/casework/suggest-entries';
import { authorityType } from '@romduol/shared/codebook/authority';
import { codesOf } from '@romduol/shared/codebook/code-list';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { zoneOfProvince } from '@romduol/shared/codebook/province';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INCIDENT, RECEIVED, apply, openCase, place, placeId, recordId } from './sample-case.ts';

const wanted: Wanted = { sector: 'health', province: 'KH-17', isMinor: false, perpetrators: [], conflicts: [] };
const order = (entries: DirectoryEntry[], changes: Partial<Wanted> = {}): string[] =>
  suggestEntries(entries, { ...wanted, ...changes }, RECEIVED).suggested.map(({ entry }) => entry.name.en);

describe('the directory suggests', () => {
  test('only the sector that is wanted', () => {
    expect(order([place(1, { sectors: ['legal'] }), place(2, { sectors: ['legal', 'health'] })])).toEqual(['Place 2']);
  });

  test('the best feedback first, then the nearest province, then the nearest in the hierarchy', () => {
    const entries = [
      place(1, { province: 'KH-7', friendly: 'yes' }),
      place(2, { province: 'KH-2', friendly: 'yes' }),
      place(3, { friendly: 'mixed' }),
      place(4, { friendly: 'yes', type: 'referral_hospital' }),
      place(5, { friendly: 'yes', type: 'health_centre' }),
      place(6),
      place(7, { friendly: 'no' }),
    ];
    expect(order(entries)).toEqual([5, 4, 2, 1, 6, 3, 7].map((n) => `Place ${n}`));
    expect(order(entries.toReversed())).toEqual(order(entries));
  });

  test('an organisation at the level that its address has, an office at its own', () => {
    expect(levelOf(place(1, { type: 'ngo', village: 'x', commune: 'y' }))).toBe(0);
    expect(levelOf(place(1, { type: 'ngo', commune: 'y' }))).toBe(1);
    expect(levelOf(place(1, { type: 'peer_group' }))).toBe(3);
    expect(levelOf(place(1, { type: 'dosvy', commune: 'y' }))).toBe(3);
  });

  test('what survivors found unfriendly late, the perpetrator’s own kind of office last, each with the reason', () => {
    const entries = [
      place(1, { friendly: 'no' }),
      place(2, { type: 'police_post', friendly: 'yes' }),
      place(3, { province: 'KH-7' }),
    ];
    expect(order(entries, { perpetrators: ['police'] })).toEqual(['Place 3', 'Place 1', 'Place 2']);
    const { suggested } = suggestEntries(entries, { ...wanted, perpetrators: ['police'] }, RECEIVED);
    expect(suggested.map(({ reasons }) => reasons)).toEqual([
      ['no_feedback', 'elsewhere'],
      ['not_friendly', 'same_province'],
      ['friendly', 'same_province', 'like_the_perpetrator'],
    ]);
  });

  test('an entry to be verified again, marked as such', () => {
    const due = addDays(RECEIVED, -180);
    const reasonsOf = (verified: typeof due | null) =>
      suggestEntries([place(1, { verified, province: 'KH-7' })], wanted, RECEIVED).suggested[0]?.reasons;
    expect(reasonsOf(due)).toContain('verification_due');
    expect(reasonsOf(null)).toContain('verification_due');
    expect(reasonsOf(addDays(due, 1))).not.toContain('verification_due');
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

const entries = fc.uniqueArray(
  fc
    .record({
      n: fc.integer({ min: 1, max: 20 }),
      friendly: fc.constantFrom('yes', 'unk', 'mixed', 'no'),
      province: fc.constantFrom(...KH_PROVINCE),
      type: fc.constantFrom(...codesOf(authorityType)),
      heard: fc.option(fc.constant({ told: 2, marks: 4, marked: 1, outed: 1, again: 0, notAgain: 0 }), {
        nil: undefined,
      }),
    })
    .map(({ n, friendly, heard, ...rest }) =>
      place(n, { friendly: friendly as 'yes', ...rest, ...(heard !== undefined && { heard }) }),
    ),
  { selector: ({ entryId }) => entryId },
);

test('feedback decides before distance, distance before level, and the reasons shown say each of them', () => {
  const FEEDBACK = ['friendly', 'no_feedback', 'mixed_feedback', 'not_friendly'];
  const NEAR = ['same_province', 'same_zone', 'elsewhere'];
  const province = fc.constantFrom(...KH_PROVINCE, 'abroad', undefined);
  fc.assert(
    fc.property(entries, province, fc.boolean(), (all, from, isPolice) => {
      const perpetrators = isPolice ? (['police'] as const) : [];
      const { suggested } = suggestEntries(all, { ...wanted, province: from, perpetrators }, RECEIVED);
      const ranks = suggested.map(({ entry, reasons }) => {
        const said = (of: string[]): number[] => reasons.map((one) => of.indexOf(one)).filter((at) => at >= 0);
        // One word on feedback and, where the report names a province, one on distance; both true.
        expect(said(FEEDBACK)).toEqual([['yes', 'unk', 'mixed', 'no'].indexOf(entry.friendly)]);
        const zone = zoneOfProvince(from);
        const near = entry.province === from ? 0 : zoneOfProvince(entry.province) === zone ? 1 : 2;
        expect(said(NEAR)).toEqual(zone === 'other_unk' ? [] : [near]);
        expect(reasons.includes('outed_there')).toBe((entry.heard?.outed ?? 0) > 0);
        const isLike = isPolice && ['police_post', 'judicial_police_agent'].includes(entry.type);
        expect(reasons.includes('like_the_perpetrator')).toBe(isLike);
        return [isLike ? 1 : 0, ...said(FEEDBACK), said(NEAR)[0] ?? 0, levelOf(entry)];
      });
      const key = (rank: number[]): number => rank.reduce((sum, one) => sum * 10 + one, 0);
      expect(ranks.map(key)).toEqual(ranks.map(key).toSorted((a, b) => a - b));
    }),
  );
});

test('an entry in conflict is never suggested in that case, whatever speaks for it', () => {
  const conflicts = fc.array(fc.integer({ min: 1, max: 20 })).map((list) => list.map(placeId));
  fc.assert(
    fc.property(entries, conflicts, (all, implicated) => {
      const facts = apply(
        openCase(),
        [...new Set(implicated)].map((entryId) => ({
          kind: 'conflict_declared',
          about: { who: 'recipient', entryId },
          reason: 'implicated',
        })),
      );
      const { suggested, withheld } = suggestEntries(all, wantedFor(facts, 'health'), RECEIVED);
      expect(suggested.some(({ entry }) => implicated.includes(entry.entryId))).toBe(false);
      expect(suggested.length + withheld.length).toBe(all.length);
    }),
  );
});

test('whom the case was coded for is heeded like whom the report names', () => {
  const wantedOf = (changes: Partial<typeof INCIDENT>) => {
    const record = { ...INCIDENT, ...changes };
    return wantedFor(
      apply(openCase(), [{ kind: 'coded', part: 'incident', recordId: recordId(1), revision: 1, record }]),
      'health',
    );
  };
  expect(wantedOf({ perpetrator: 'police' }).perpetrators).toContain('police');
  expect([wantedOf({ age: 'u18' }).isMinor, wantedOf({}).isMinor]).toEqual([true, false]);
});

test('an entry needs a name in one language, and is called by the other where it has none', () => {
  expect(DirectoryEntry.safeParse(place(1)).success).toBe(true);
  expect(DirectoryEntry.safeParse(place(1, { name: { en: '', km: '' } })).success).toBe(false);
  expect(nameOfEntry(place(1, { name: { en: '', km: 'ពេទ្យ' } }), 'en')).toBe('ពេទ្យ');
});
