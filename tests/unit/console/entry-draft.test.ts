import { readEntry, typedEntry } from '@romduol/web/console/directory/entry-draft';
import { describe, expect, it } from 'vitest';
import { addDays } from '@romduol/shared/language/dates';
import { place, placeId, RECEIVED } from '../casework/sample-case.ts';

const whole = place(1, {
  district: 'Chamkar Mon',
  focal: { role: 'Nurse in charge', name: 'S.' },
  channel: '012 000 000, ask for the nurse',
  training: { level: 'trained', day: RECEIVED },
});

describe('the form of a directory entry', () => {
  it('reads back what it was filled in from', () => {
    for (const entry of [whole, place(2)]) {
      expect(readEntry(typedEntry(entry, placeId(9)), RECEIVED)).toEqual({ ok: true, entry });
    }
  });

  it('asks for a type, a name, a province and a kind of help, and for nothing else', () => {
    const read = readEntry(typedEntry(null, placeId(9)), RECEIVED);
    expect(read).toEqual({ ok: false, problems: new Set(['type', 'province', 'sectors', 'name']) });
  });

  it('takes one name in either language', () => {
    const typed = { ...typedEntry(whole, placeId(9)), nameEn: ' ', nameKm: 'ប៉ុស្តិ៍' };
    expect(readEntry(typed, RECEIVED)).toMatchObject({ ok: true, entry: { name: { en: '', km: 'ប៉ុស្តិ៍' } } });
  });

  it.each([
    ['verified', { verified: addDays(RECEIVED, 1) }],
    ['verified', { verified: 'yesterday' }],
    ['trainingDay', { trainingDay: addDays(RECEIVED, 1) }],
    ['focal', { focalRole: '', focalName: 'S.' }],
  ] as const)('refuses %s in %o', (problem, change) => {
    const read = readEntry({ ...typedEntry(whole, placeId(9)), ...change }, RECEIVED);
    expect(read).toEqual({ ok: false, problems: new Set([problem]) });
  });
});
