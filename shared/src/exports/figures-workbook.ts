/** Published figures as a spreadsheet file: a sheet of what to know, a sheet a table, and a sheet of rights. */
import { INSTRUMENTS, RIGHTS_STATUS, RIGHTS_VERSION, writeRights } from '../codebook/rights-map.ts';
import { formatDay } from '../language/dates.ts';
import { LANGUAGES, say } from '../language/language.ts';
import { formatNumber } from '../language/numerals.ts';
import type { Figures } from '../statistics/figures.ts';
import type { ReleaseTable } from '../statistics/release-table.ts';
import { labelCode, sayCaveat, sayTable, sayVariable } from '../statistics/table-words.ts';
import { aboutFigures, aboutWords } from './about-figures.ts';
import { rightsRows } from './rights-rows.ts';
import { writeWorkbook, type Cell, type Sheet } from './workbook.ts';

const head = (text: string): Cell => ({ text, as: 'head' });
const wrap = (text: string): Cell => ({ text, as: 'wrap' });

export function writeFiguresWorkbook(figures: Figures): Uint8Array<ArrayBuffer> {
  return writeWorkbook([
    readme(figures),
    ...figures.tables.map((table) => tableSheet(figures, table)),
    rights(figures),
  ]);
}

function readme(figures: Figures): Sheet {
  const [en, km] = LANGUAGES.map((language) => aboutFigures(figures, language));
  const rows = en!.map(({ label, text }, i) => [head(label), wrap(text), head(km![i]!.label), wrap(km![i]!.text)]);
  return { name: 'README', rows, widths: [24, 70, 24, 70], frozen: 0 };
}

/** Rows by columns as on the page, codes beside the labels of both languages; the articles of a row's code at its end. */
function tableSheet(figures: Figures, table: ReleaseTable): Sheet {
  const [rows, columns] = table.dimensions;
  if (rows === undefined) throw new Error('a table without dimensions');
  const width = columns?.codes.length ?? 1;
  const { base, error, period, parts } = figures;
  const released = parts.map(({ hash }) => hash).join(' ');
  const heads = LANGUAGES.map((language) => [
    head(''),
    ...LANGUAGES.map((one) => head(one === language ? sayVariable(rows.variable, language) : '')),
    ...(columns === undefined
      ? [head(aboutWords[figures.kind][language])]
      : columns.codes.map((code) => head(labelCode(columns.list, code, language)))),
  ]);
  const codes = [
    'code',
    ...LANGUAGES.map((language) => `label_${language}`),
    ...(columns?.codes ?? ['value']),
    'rights',
  ];
  const above: Cell[][] = [
    ...LANGUAGES.map((language) => [head(sayTable(table, language))]),
    ...LANGUAGES.map((language) => [sayCaveat(figures, language)]),
    [`${period.start} – ${period.end}; base ${base}; E ${error}; codebook ${figures.codebook}; release ${released}`],
    [sayMade(figures)],
    [`rights map ${RIGHTS_VERSION}: ${RIGHTS_STATUS.en} / ${RIGHTS_STATUS.km}`],
    ...heads,
    codes.map(head),
  ];
  return {
    name: table.id.slice(0, 31),
    rows: [
      ...above,
      ...rows.codes.map((code, row): Cell[] => [
        code,
        ...LANGUAGES.map((language) => labelCode(rows.list, code, language)),
        ...table.values.slice(row * width, (row + 1) * width),
        writeRights(rows.list, code),
      ]),
    ],
    widths: [24, 36, 36, ...Array.from({ length: width }, () => 14), 60],
    frozen: above.length,
  };
}

/** The line above it in Khmer, in Khmer digits. */
function sayMade({ period, base, error, codebook }: Figures): string {
  const days = say(aboutWords.fromTo, 'km', { from: formatDay(period.start, 'km'), to: formatDay(period.end, 'km') });
  const said = [
    [aboutWords.base, base],
    [aboutWords.error, error],
    [aboutWords.codebook, codebook],
  ] as const;
  return [days, ...said.map(([words, value]) => `${words.km} ${formatNumber(value, 'km')}`)].join('; ');
}

function rights(figures: Figures): Sheet {
  const [names, ...rows] = rightsRows(figures);
  return {
    name: 'rights',
    rows: [
      [head(`${RIGHTS_VERSION}: ${RIGHTS_STATUS.en}`)],
      [head(`${RIGHTS_VERSION}: ${RIGHTS_STATUS.km}`)],
      ...Object.entries(INSTRUMENTS).map(([id, { en, km }]) => [id, en, km]),
      [],
      names!.map((name) => head(String(name))),
      ...rows,
    ],
    widths: [24, 36, 36, 36, 14, 40, 14, 40, 60, 60, 40],
    frozen: 0,
  };
}
