/**
 * Releases as one tidy table: a row a figure, UTF-8 with a byte order mark, so that spreadsheets read Khmer. Text that a
 * spreadsheet would run as a formula is escaped; numbers are left alone.
 */
// The browser build, which Node runs as well: the plain one reaches for `node:buffer`.
import { stringify } from 'csv-stringify/browser/esm/sync';
import { labelOf } from '../codebook/code-list.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import { findList } from './default-programme.ts';
import type { PublishedRelease } from './release-file.ts';
import type { Dimension, ReleaseTable } from './release-table.ts';
import { sayCaveat, sayTable } from './table-words.ts';

/** A release beside its own hash, in base64url. */
export interface HashedRelease {
  readonly release: PublishedRelease;
  readonly hash: string;
}

type Cell = string | number;

interface Figure {
  readonly published: HashedRelease;
  readonly table: ReleaseTable | null;
  /** The code of each dimension. */
  readonly codes: readonly string[];
  readonly value: number;
}

interface CsvColumn {
  readonly name: string;
  /** Tag after the Humanitarian Exchange Language. */
  readonly hxl: string;
  readonly read: (figure: Figure) => Cell;
}

/** Columns in order. A file's header is a promise to whoever reads it by name: columns are added at the end only. */
const COLUMNS: readonly CsvColumn[] = [
  { name: 'series', hxl: '#org+code', read: ({ published }) => published.release.series },
  { name: 'kind', hxl: '#meta+kind', read: ({ published }) => published.release.kind },
  { name: 'cohort', hxl: '#period+code', read: ({ published }) => published.release.cohort },
  { name: 'period_start', hxl: '#date+start', read: ({ published }) => published.release.period.start },
  { name: 'period_end', hxl: '#date+end', read: ({ published }) => published.release.period.end },
  { name: 'table', hxl: '#meta+table+code', read: ({ table }) => table?.id ?? 'total' },
  ...LANGUAGES.map((language) => ({
    name: `table_${language}`,
    hxl: `#meta+table+name+i_${language}`,
    read: ({ table }: Figure) => (table === null ? TOTAL[language] : sayTable(table, language)),
  })),
  { name: 'of', hxl: '#meta+of', read: ({ table }) => table?.of ?? 'all' },
  ...dimensionColumns(0, '#event+type'),
  ...dimensionColumns(1, '#event+by'),
  { name: 'province_code', hxl: '#adm1+code', read: (figure) => provinceOf(figure)?.code ?? '' },
  ...LANGUAGES.map((language) => ({
    name: `province_${language}`,
    hxl: `#adm1+name+i_${language}`,
    read: (figure: Figure) => {
      const province = provinceOf(figure);
      return province === null ? '' : labelIn(province.dimension, province.code, language);
    },
  })),
  { name: 'value', hxl: '#indicator+num', read: ({ value }) => value },
  { name: 'base', hxl: '#meta+base', read: ({ published }) => published.release.base },
  { name: 'error', hxl: '#meta+error+max', read: ({ published }) => published.release.error },
  { name: 'method', hxl: '#meta+method', read: ({ published }) => published.release.method },
  { name: 'codebook', hxl: '#meta+codebook', read: ({ published }) => published.release.codebook },
  { name: 'release', hxl: '#meta+id+release', read: ({ published }) => published.hash },
  ...LANGUAGES.map((language) => ({
    name: `caveat_${language}`,
    hxl: `#meta+caveat+i_${language}`,
    read: ({ published }: Figure) => sayCaveat(published.release, language),
  })),
];

const TOTAL: Readonly<Record<Language, string>> = { en: 'Total', km: 'សរុប' };

/** The file's text, byte order mark first. With `hxl`, a row of tags follows the header. */
export function writeTidyCsv(releases: readonly HashedRelease[], options: { readonly hxl?: boolean } = {}): string {
  const rows: Cell[][] = [COLUMNS.map(({ name }) => name)];
  if (options.hxl === true)
    rows.push(COLUMNS.map(({ name, hxl }) => (name === 'value' ? hxl + whatIsCounted(releases) : hxl)));
  for (const published of releases) {
    for (const figure of figuresIn(published)) rows.push(COLUMNS.map(({ read }) => read(figure)));
  }
  // A lone CR or LF in a cell is a line's end to some readers unless the cell is quoted.
  return stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function dimensionColumns(i: 0 | 1, tag: string): CsvColumn[] {
  const n = i + 1;
  const at = ({ table, codes }: Figure) => ({ dimension: table?.dimensions[i], code: codes[i] ?? '' });
  return [
    { name: `dimension_${n}`, hxl: `${tag}+list`, read: (figure) => at(figure).dimension?.variable ?? '' },
    { name: `code_${n}`, hxl: `${tag}+code`, read: (figure) => at(figure).code },
    ...LANGUAGES.map((language) => ({
      name: `label_${n}_${language}`,
      hxl: `${tag}+name+i_${language}`,
      read: (figure: Figure) => {
        const { dimension, code } = at(figure);
        return dimension === undefined ? '' : labelIn(dimension, code, language);
      },
    })),
  ];
}

function* figuresIn(published: HashedRelease): Iterable<Figure> {
  yield { published, table: null, codes: [], value: published.release.total };
  for (const table of published.release.tables) {
    const width = table.dimensions[1]?.codes.length ?? 1;
    for (const [i, value] of table.values.entries()) {
      const places = [Math.floor(i / width), i % width];
      yield { published, table, codes: table.dimensions.map(({ codes }, d) => codes[places[d]!]!), value };
    }
  }
}

/** The code's label, or the bare code of a list that this build does not know. */
function labelIn({ list }: Dimension, code: string, language: Language): string {
  const found = findList(list);
  return found === null ? code : labelOf(found, code, language);
}

function provinceOf({ table, codes }: Figure): { readonly dimension: Dimension; readonly code: string } | null {
  const i = table?.dimensions.findIndex(({ list }) => list === 'province') ?? -1;
  const dimension = table?.dimensions[i];
  return dimension === undefined || !codes[i]!.startsWith('KH-') ? null : { dimension, code: codes[i]! };
}

/** Reports or cases, never people: one person may stand behind several. */
function whatIsCounted(releases: readonly HashedRelease[]): string {
  const kinds = new Set(releases.map(({ release }) => release.kind));
  if (kinds.size !== 1) return '';
  return kinds.has('incident') ? '+incidents' : '+cases';
}
