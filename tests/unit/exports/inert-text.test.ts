import fc from 'fast-check';
import Papa from 'papaparse';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inertText } from '@romduol/shared/exports/inert-text';
import { writeCsv } from '@romduol/shared/exports/csv';
import { writeWorkbook } from '@romduol/shared/exports/workbook';
import { readSheet } from 'read-excel-file/node';
import { FORMULAS } from './formula-strings.ts';

/** What a careful spreadsheet skips before it looks for a formula. */
const skip = (text: string) => text.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');

test.each(FORMULAS)('%j is made inert, once', (formula) => {
  expect(inertText(formula)).toBe(`'${formula}`);
  expect(inertText(inertText(formula))).toBe(inertText(formula));
});

test('labels, codes and hashes are left as they are', () => {
  for (const text of ['', 'KH-12', 'Rape', 'ការរំលោភ', '5–10', 'a=b', '“=”', "'=1"]) expect(inertText(text)).toBe(text);
});

const tricky = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0', '\u200b', '\ufeff', '\u0007', '') }),
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', 'x', '"', "'", ';', ','),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);

test('no text in a CSV begins as a formula, and every text comes back whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tricky, tricky), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = writeCsv([['a', 'b'], ...rows]);
      const { data } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' });
      expect(data.slice(1, rows.length + 1)).toEqual(rows.map((row) => row.map(inertText)));
      for (const cell of data.flat()) expect(skip(cell)).not.toMatch(/^[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 500 },
  );
});

test('a sheet holds text and whole numbers, never a formula, whatever is put into it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tricky, { minLength: 1, maxLength: 8 }), async (texts) => {
      const bytes = writeWorkbook([
        { name: 'a', rows: [texts.map((text) => text), [7]], widths: texts.map(() => 10), frozen: 0 },
      ]);
      const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
      expect(xml).not.toContain('<f');
      // oxlint-disable-next-line no-control-regex -- XML 1.0 has no place for them
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
      expect(xml.match(/<c /g)?.length).toBe(texts.filter((text) => text !== '').length + 1);
      const rows = await readSheet(Buffer.from(bytes));
      expect(rows.at(-1)?.[0]).toBe(7);
    }),
    { numRuns: 150 },
  );
});

test('another reader gets back plain text as it was written', async () => {
  const texts = ['រំដួល', 'a & b < c > "d"', "'=1", 'line\nline', '_x0041_', '  spaces  '];
  const bytes = writeWorkbook([{ name: 'a', rows: [texts], widths: [], frozen: 0 }]);
  const [row] = await readSheet(Buffer.from(bytes), { trim: false });
  // The reader does not decode `_x005F_`, which Excel and LibreOffice do.
  expect(row!.map((cell) => String(cell).replaceAll('_x005F_', '_'))).toEqual(texts);
});

test('a name that no spreadsheet takes is refused', () => {
  for (const name of ['', 'a'.repeat(32), 'a:b', 'a/b', '[a]', "it's", 'a?', 'a*', 'a\\b'])
    expect(() => writeWorkbook([{ name, rows: [], widths: [], frozen: 0 }])).toThrow(RangeError);
});
