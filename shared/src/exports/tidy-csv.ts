/** Published figures as one tidy table: a row a figure. */
import { RIGHTS_STATUS, RIGHTS_VERSION, writeRights } from '../codebook/rights-map.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import { nameOf, releasePath, type Figures } from '../statistics/figures.ts';
import type { ReleaseTable } from '../statistics/release-table.ts';
import { labelCode, sayCaveat, sayTable } from '../statistics/table-words.ts';
import { aboutWords, seriesOf } from './about-figures.ts';
import { writeCsv } from './csv.ts';

type Cell = string | number;

interface Figure {
  readonly figures: Figures;
  readonly table: ReleaseTable | null;
  /** The code of each dimension. */
  readonly codes: readonly string[];
  readonly value: number;
}

interface CsvColumn {
  readonly name: string;
  /** Tag after the Humanitarian Exchange Language. */
  readonly hxl: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly read: (figure: Figure) => Cell;
}

const text = (name: string, hxl: string, read: CsvColumn['read']): CsvColumn => ({ name, hxl, type: 'string', read });
const number = (name: string, hxl: string, read: CsvColumn['read']): CsvColumn => ({
  name,
  hxl,
  type: 'integer',
  read,
});
const inBoth = (name: string, hxl: string, read: (figure: Figure, language: Language) => string): CsvColumn[] =>
  LANGUAGES.map((language) => text(`${name}_${language}`, `${hxl}+i_${language}`, (figure) => read(figure, language)));

/** What all the releases have in common or, where it differs, each in turn. */
const each = (figures: Figures, read: (release: Figures['parts'][number]) => Cell): Cell => {
  const all = [...new Set(figures.parts.map(read))];
  return all.length === 1 ? all[0]! : all.join(' ');
};

/** Columns in order. A file's header is a promise to whoever reads it by name: columns are added at the end only. */
const COLUMNS: readonly CsvColumn[] = [
  text('series', '#org+code', ({ figures }) => seriesOf(figures).join(' ')),
  text('kind', '#meta+kind', ({ figures }) => figures.kind),
  text('cohort', '#period+code', ({ figures }) => each(figures, ({ release }) => release.cohort)),
  { name: 'period_start', hxl: '#date+start', type: 'date', read: ({ figures }) => figures.period.start },
  { name: 'period_end', hxl: '#date+end', type: 'date', read: ({ figures }) => figures.period.end },
  text('table', '#meta+table+code', ({ table }) => table?.id ?? 'total'),
  ...inBoth('table', '#meta+table+name', ({ table }, language) =>
    table === null ? aboutWords.total[language] : sayTable(table, language),
  ),
  text('of', '#meta+of', ({ table }) => table?.of ?? 'all'),
  ...dimensionColumns(0, '#event+type'),
  ...dimensionColumns(1, '#event+by'),
  text('province_code', '#adm1+code', (figure) => provinceOf(figure) ?? ''),
  ...inBoth('province', '#adm1+name', (figure, language) => {
    const code = provinceOf(figure);
    return code === null ? '' : labelCode('province', code, language);
  }),
  number('value', '#indicator+num', ({ value }) => value),
  number('base', '#meta+base', ({ figures }) => figures.base),
  number('error', '#meta+error+max', ({ figures }) => figures.error),
  text('method', '#meta+method', ({ figures }) => each(figures, ({ release }) => release.method)),
  number('codebook', '#meta+codebook', ({ figures }) => figures.codebook),
  text('release', '#meta+id+release', ({ figures }) => figures.parts.map(({ hash }) => hash).join(' ')),
  ...inBoth('caveat', '#meta+caveat', ({ figures }, language) => sayCaveat(figures, language)),
  number('releases_summed', '#meta+releases+num', ({ figures }) => figures.parts.length),
  text('address', '#meta+url', ({ figures }) => figures.parts.map(({ release }) => releasePath(release)).join(' ')),
  ...[0, 1].map((i) =>
    text(`rights_${i + 1}`, `#meta+rights${i + 1}`, ({ table, codes }) => {
      const dimension = table?.dimensions[i];
      return dimension === undefined ? '' : writeRights(dimension.list, codes[i]!);
    }),
  ),
  number('rights_map', '#meta+rights+version', () => RIGHTS_VERSION),
  ...inBoth('rights_status', '#meta+rights+status', (_, language) => RIGHTS_STATUS[language]),
];

/** Names and types of the columns, for whoever describes the file. */
export const CSV_FIELDS: readonly Pick<CsvColumn, 'name' | 'type'>[] = COLUMNS.map(({ name, type }) => ({
  name,
  type,
}));

/** The file's text, byte order mark first. With `hxl`, a row of tags follows the header. */
export function writeTidyCsv(many: readonly Figures[], options: { readonly hxl?: boolean } = {}): string {
  const rows: Cell[][] = [COLUMNS.map(({ name }) => name)];
  if (options.hxl === true) {
    rows.push(COLUMNS.map(({ name, hxl }) => (name === 'value' ? hxl + whatIsCounted(many) : hxl)));
  }
  for (const figures of many) {
    for (const figure of figuresIn(figures)) rows.push(COLUMNS.map(({ read }) => read(figure)));
  }
  return writeCsv(rows);
}

/** The file's name, without its ending; of several, that of all of them. */
export function csvName(many: readonly Figures[]): string {
  return many.length === 1 ? `romduol-${nameOf(many[0]!)}` : 'romduol-releases';
}

function dimensionColumns(i: 0 | 1, tag: string): CsvColumn[] {
  const n = i + 1;
  return [
    text(`dimension_${n}`, `${tag}+list`, ({ table }) => table?.dimensions[i]?.variable ?? ''),
    text(`code_${n}`, `${tag}+code`, ({ codes }) => codes[i] ?? ''),
    ...inBoth(`label_${n}`, `${tag}+name`, ({ table, codes }, language) => {
      const dimension = table?.dimensions[i];
      return dimension === undefined ? '' : labelCode(dimension.list, codes[i]!, language);
    }),
  ];
}

function* figuresIn(figures: Figures): Iterable<Figure> {
  yield { figures, table: null, codes: [], value: figures.total };
  for (const table of figures.tables) {
    const width = table.dimensions[1]?.codes.length ?? 1;
    for (const [i, value] of table.values.entries()) {
      const places = [Math.floor(i / width), i % width];
      yield { figures, table, codes: table.dimensions.map(({ codes }, d) => codes[places[d]!]!), value };
    }
  }
}

function provinceOf({ table, codes }: Figure): string | null {
  const i = table?.dimensions.findIndex(({ list }) => list === 'province') ?? -1;
  const code = i === -1 ? undefined : codes[i];
  return code?.startsWith('KH-') === true ? code : null;
}

/** Reports or cases, never people: one person may stand behind several. */
function whatIsCounted(many: readonly Figures[]): string {
  const kinds = new Set(many.map(({ kind }) => kind));
  if (kinds.size !== 1) return '';
  return kinds.has('incident') ? '+incidents' : '+cases';
}
