import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { writeFiguresWorkbook } from '@romduol/shared/exports/figures-workbook';
import { writeCsv } from '@romduol/shared/exports/csv';
import { writeWorkbook } from '@romduol/shared/exports/workbook';
import { figuresOf } from '@romduol/shared/statistics/figures';
import { sampleRelease } from '../../unit/charts/sample-release.ts';
import { FORMULAS } from '../../unit/exports/formula-strings.ts';
import { ask } from '../cleaning/outside-judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const figures = figuresOf({ release: sampleRelease('incident'), hash: 'h'.repeat(43) });

/** Every sheet of a file as LibreOffice reads it: what its cells show, as CSV. */
function readInCalc(name: string, bytes: Uint8Array | string, sheet: string): string[][] {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  // 44,34,76: comma, double quote, UTF-8; the last number asks for every sheet in a file of its own.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const parameters = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter];
  ask('soffice', ...parameters, '--outdir', folder, file);
  const read = readFileSync(join(folder, `${name.replace(/\.\w+$/, '')}-${sheet}.csv`), 'utf8');
  return Papa.parse<string[]>(read, { delimiter: ',' }).data;
}

test('LibreOffice reads every sheet of a workbook as it was written, Khmer too', () => {
  const bytes = writeFiguresWorkbook(figures);
  for (const table of figures.tables.slice(0, 3)) {
    const rows = readInCalc('figures.xlsx', bytes, table.id);
    const head = rows.findIndex(([first]) => first === 'code');
    const width = table.dimensions[1]?.codes.length ?? 1;
    const body = rows.slice(head + 1, head + 1 + table.dimensions[0]!.codes.length);
    expect(body.map(([code]) => code)).toEqual(table.dimensions[0]!.codes);
    expect(body.flatMap((row) => row.slice(3, 3 + width)).map(Number)).toEqual(table.values);
    expect(rows.flat().join(' ')).toMatch(/[\u1780-\u17ff]{4}/);
  }
});

test('LibreOffice runs nothing in a workbook', () => {
  const bytes = writeWorkbook([{ name: 'a', rows: FORMULAS.map((text) => [text, 1]), widths: [], frozen: 0 }]);
  const shown = readInCalc('formulas.xlsx', bytes, 'a').map(([text = '']) => text);
  // What was run would be shown as its result: 2, 1, -1 or an error.
  for (const [i, text] of shown.entries()) expect([i, text.startsWith("'")]).toEqual([i, i < FORMULAS.length]);
});

test('LibreOffice runs nothing in a CSV', async () => {
  const file = join(folder, 'text.csv');
  writeFileSync(file, writeCsv([['text'], ...FORMULAS.map((text) => [text])]));
  ask(
    'soffice',
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'xlsx',
    '--outdir',
    folder,
    file,
  );
  const shown = (await readSheet(readFileSync(join(folder, 'text.xlsx')))).slice(1).map(([text]) => text);
  // What was run, or taken for a number, would be one here, or an error.
  expect(shown).toHaveLength(FORMULAS.length);
  expect(shown.filter((text) => typeof text !== 'string' || /^#|^Err:/.test(text))).toEqual([]);
});
