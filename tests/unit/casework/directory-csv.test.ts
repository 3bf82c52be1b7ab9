import { DirectoryEntry, coverageOf, verificationRound } from '@romduol/shared/casework/directory';
import { readDirectoryCsv, writeDirectoryCsv } from '@romduol/shared/casework/directory-csv';
import { authorityType } from '@romduol/shared/codebook/authority';
import { codesOf } from '@romduol/shared/codebook/code-list';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { sector } from '@romduol/shared/codebook/sector';
import type { TeamId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECEIVED, place, placeId } from './sample-case.ts';

const draw = () => crypto.randomUUID();
const today = RECEIVED;
const taken = (text: string, known = [] as ReturnType<typeof place>[]) => {
  const read = readDirectoryCsv(text, known, today, draw);
  if (!read.ok) throw new Error(read.file);
  return read;
};
/** Text as people and attackers type it: formulas, quotes, separators, line breaks, Khmer. */
const typed = fc
  .array(
    fc.constantFrom(
      '=1+1',
      '+855 12',
      '-',
      '@x',
      "'",
      '"',
      ',',
      ';',
      '\n',
      '\t',
      'ភូមិ',
      'a b',
      '＝',
      '\u200b',
      '\u00a0',
      ' ',
      '\r\n',
      '\ufeff',
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const entry = fc
  .record({
    n: fc.integer({ min: 1, max: 400 }),
    type: fc.constantFrom(...codesOf(authorityType)),
    province: fc.constantFrom(...KH_PROVINCE),
    sectors: fc.subarray(codesOf(sector), { minLength: 1 }),
    km: typed.map((text) => `ឈ្មោះ ${text}`),
    en: typed,
    channel: typed,
    role: typed.filter((text) => text.trim() !== ''),
    rest: fc.record({ district: typed, village: typed, hours: typed, cost: typed }),
    agreed: fc.boolean(),
  })
  .map(({ n, type, province, sectors, km, en, channel, role, rest, agreed }) =>
    // As it is sealed and opened: blanks around a text are gone, and so is what was nothing else.
    DirectoryEntry.parse(
      place(n, {
        type,
        province,
        sectors: sectors.toReversed(),
        name: { en, km },
        agreedToBeListed: agreed,
        channel,
        focal: { role, name: channel },
        ...rest,
      }),
    ),
  );
const directory = fc.uniqueArray(entry, { selector: ({ entryId }) => entryId, minLength: 1, maxLength: 12 });

describe('the directory as a table', () => {
  test('comes back as it was, whatever was typed, and no cell of it is a formula', () => {
    fc.assert(
      fc.property(directory, (entries) => {
        const text = writeDirectoryCsv(entries);
        expect(taken(text, entries)).toMatchObject({ problems: [], changes: [], same: entries.length });
        const inOrder = entries.map((one) => ({ ...one, sectors: one.sectors.toReversed() }));
        expect(taken(text).changes.map((change) => change.entry)).toEqual(inOrder);
        for (const [, cell = ''] of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g))
          expect(cell).not.toMatch(/^"?[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
      }),
    );
  });

  test('is read with semicolons or tabs as well, and says what would change', () => {
    const known = [place(1), place(2)];
    const text = writeDirectoryCsv([place(1, { hours: '08:00' }), place(2), place(3)]);
    for (const separator of [';', '\t']) {
      const { changes, same } = taken(text.replaceAll(',', separator), known);
      expect(same).toBe(1);
      expect(changes.map(({ row, before, columns }) => [row, before?.entryId ?? null, columns])).toEqual([
        [2, placeId(1), ['hours']],
        [4, null, []],
      ]);
    }
  });

  test('finds an entry without its id by what and where it is, and takes none twice', () => {
    const known = [place(1)];
    const [heading = '', line = ''] = writeDirectoryCsv(known).split('\r\n');
    const bare = line.replace(placeId(1), '');
    expect(taken(`${heading}\r\n${bare}`, known)).toMatchObject({ changes: [], same: 1 });
    const { problems } = taken(`${heading}\r\n${bare}\r\n${line}`, known);
    expect(problems).toEqual([{ row: 3, column: 'entry_id', code: 'id_twice' }]);
  });

  test('keeps what the table has no column for: which team here an entry is, and what was heard of it', () => {
    const heard = { told: 3, marks: 9, marked: 2, outed: 0, again: 1, notAgain: 0 };
    const known = [place(1, { team: 'siem-reap' as TeamId, heard }), place(2)];
    const text = writeDirectoryCsv([place(1, { hours: '08:00' }), place(2, { hours: '09:00' })]);
    expect(text).not.toContain('siem-reap');
    const bare = text.replaceAll(/[e]{8}-0000-4000-8000-\d{12}/g, '');
    for (const table of [text, bare]) {
      const [first, second] = taken(table, known).changes.map((change) => change.entry);
      expect(first).toMatchObject({ team: 'siem-reap', heard, hours: '08:00' });
      expect(second).not.toHaveProperty('team');
    }
  });

  test('of 2,000 rows names each of 50 faulty ones with its reason', () => {
    const entries = Array.from({ length: 2_000 }, (_, n) => place(n + 1, { channel: `0${n}` }));
    const lines = writeDirectoryCsv(entries).trimEnd().split('\r\n');
    const faults = [
      ['type', 'unknown_code', (line: string) => line.replace('referral_hospital', 'hospitl')],
      ['province', 'unknown_code', (line: string) => line.replace('KH-17', 'KH-99')],
      ['verified', 'future_day', (line: string) => line.replace(RECEIVED, '2099-01-01')],
      ['verified', 'not_a_day', (line: string) => line.replace(RECEIVED, '31/12/2025')],
      [null, 'cells_differ', (line: string) => `${line},one more`],
    ] as const;
    const expected = Array.from({ length: 50 }, (_, n) => {
      const [column, code, spoil] = faults[n % faults.length] ?? faults[0];
      const row = 2 + n * 37;
      lines[row - 1] = spoil(lines[row - 1] ?? '');
      return { row, column, code };
    });
    const read = taken(lines.join('\r\n'));
    expect(read.problems).toEqual(expected);
    // Nothing that could be taken by half; without the faults all of it is.
    expect(read.changes).toEqual([]);
    expect(taken(writeDirectoryCsv(entries)).changes).toHaveLength(2_000);
  });

  test.each([
    ['', 'empty'],
    ['a,b\n1,2', 'columns_missing'],
    ['"a', 'not_a_table'],
    [writeDirectoryCsv([]), 'empty'],
  ])('says what is wrong with the whole of %j', (text, file) => {
    expect(readDirectoryCsv(text, [], today, draw)).toEqual({ ok: false, file });
  });
});

test('a round asks first who was never verified, then who was longest ago, and nobody who holds', () => {
  const days = [null, addDays(today, -181), addDays(today, -179), addDays(today, -400)];
  const entries = days.map((verified, n) => place(n + 1, { verified }));
  const round = verificationRound([...entries, place(9, { verified: null, retired: true })], today);
  expect(round.map(({ entryId }) => entryId)).toEqual([1, 4, 2].map(placeId));
});

test('a province is covered by somebody verified, friendly, listed and in use, and by nobody else', () => {
  const good = place(1, { friendly: 'yes' });
  const others = [
    place(2, { friendly: 'mixed' }),
    place(3, { friendly: 'yes', verified: addDays(today, -200) }),
    place(4, { friendly: 'yes', agreedToBeListed: false }),
    place(5, { friendly: 'yes', retired: true }),
    place(6, { friendly: 'yes', sectors: ['legal'] }),
  ];
  expect(coverageOf(others, 'health', today).get('KH-17')).toBe(0);
  const covered = coverageOf([good, ...others], 'health', today);
  expect(covered.size).toBe(25);
  expect([...covered].filter(([, count]) => count > 0)).toEqual([['KH-17', 1]]);
});
