/**
 * Published figures as JSON-stat 2.0 (https://json-stat.org/format/): a collection with a dataset a table, the total
 * first. Labels are in one language, since the format has room for one. Every dataset has a dimension of time with one
 * category, so that datasets of several releases can be laid side by side.
 */
import { RIGHTS_STATUS, RIGHTS_VERSION, writeRights } from '../codebook/rights-map.ts';
import { formatDay } from '../language/dates.ts';
import { say, type Language } from '../language/language.ts';
import { nameOf, type Figures } from '../statistics/figures.ts';
import type { Dimension, ReleaseTable } from '../statistics/release-table.ts';
import { labelCode, sayTable, sayVariable } from '../statistics/table-words.ts';
import { aboutFigures, aboutWords, seriesOf } from './about-figures.ts';
import { inertText } from './inert-text.ts';

type Table = Pick<ReleaseTable, 'shape' | 'of' | 'dimensions' | 'values'> & {
  readonly id: string;
  readonly label: string;
};

/** The file's text: one collection. */
export function writeJsonStat(figures: Figures, language: Language): string {
  const total: Table = {
    id: 'total',
    label: aboutWords.total[language],
    shape: 'one_way',
    of: null,
    dimensions: [],
    values: [figures.total],
  };
  const tables = figures.tables.map((table): Table => ({ ...table, label: sayTable(table, language) }));
  const collection = {
    version: '2.0',
    class: 'collection',
    label: inertText(`${aboutWords[figures.kind][language]}, ${sayPeriod(figures, language)}`),
    ...about(figures, language),
    link: { item: [total, ...tables].map((table) => dataset(figures, table, language)) },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function dataset(figures: Figures, table: Table, language: Language) {
  const { dimensions } = table;
  return {
    version: '2.0',
    class: 'dataset',
    label: inertText(table.label),
    ...about(figures, language),
    id: ['period', ...dimensions.map(({ variable }) => variable)],
    size: [1, ...dimensions.map(({ codes }) => codes.length)],
    role: {
      time: ['period'],
      ...(dimensions.some(isPlace) ? { geo: dimensions.filter(isPlace).map(({ variable }) => variable) } : {}),
    },
    dimension: {
      period: {
        label: aboutWords.period[language],
        category: { index: [nameOfPeriod(figures)], label: { [nameOfPeriod(figures)]: sayPeriod(figures, language) } },
      },
      ...Object.fromEntries(dimensions.map((dimension) => [dimension.variable, categories(dimension, language)])),
    },
    value: [...table.values],
    extension: { ...extension(figures), table: table.id, shape: table.shape, of: table.of },
  };
}

function categories({ variable, list, codes }: Dimension, language: Language) {
  const rights = codes.flatMap((code) => {
    const text = writeRights(list, code);
    return text === '' ? [] : [[code, [text]] as const];
  });
  return {
    label: inertText(sayVariable(variable, language)),
    category: {
      index: [...codes],
      label: Object.fromEntries(codes.map((code) => [code, inertText(labelCode(list, code, language))])),
      ...(rights.length === 0 ? {} : { note: Object.fromEntries(rights) }),
    },
  };
}

/** What every dataset carries of its own, since readers take them out of the collection. */
function about(figures: Figures, language: Language) {
  return {
    source: inertText(seriesOf(figures).join(', ')),
    note: aboutFigures(figures, language).map(({ label, text }) => inertText(`${label}: ${text}`)),
  };
}

/** The same for programs, without words. */
function extension({ kind, period, base, error, codebook, parts }: Figures) {
  return {
    kind,
    period,
    base,
    error,
    codebook,
    rights: { version: RIGHTS_VERSION, status: RIGHTS_STATUS.en },
    releases: parts.map(({ release: { series, cohort, number, method }, hash }) => ({
      series,
      cohort,
      number,
      method,
      hash,
    })),
  };
}

const isPlace = ({ list }: Dimension): boolean => list === 'province' || list === 'zone';

const nameOfPeriod = ({ period: { start, end } }: Figures): string => `${start}/${end}`;

function sayPeriod({ period: { start, end } }: Figures, language: Language): string {
  return say(aboutWords.fromTo, language, { from: formatDay(start, language), to: formatDay(end, language) });
}

/** The file's name, without its ending. */
export const jsonStatName = (figures: Figures, language: Language): string => `romduol-${nameOf(figures)}-${language}`;
