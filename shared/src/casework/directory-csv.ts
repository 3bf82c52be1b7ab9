/**
 * The directory as a table that people edit in a spreadsheet: UTF-8 with a byte order mark, so that Khmer is read as Khmer;
 * text that a spreadsheet would run as a formula stands behind an apostrophe, which reading takes off again.
 */
// The browser builds, which Node runs as well: the plain ones reach for `node:buffer`.
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';
import { authorityType, friendliness, trainingLevel } from '../codebook/authority.ts';
import { type CodeList, isCodeOf } from '../codebook/code-list.ts';
import { KH_PROVINCE } from '../codebook/codes.ts';
import { sector } from '../codebook/sector.ts';
import { Day, DirectoryEntryId } from '../ids.ts';
import { DirectoryEntry, FIELD_MAX } from './directory.ts';

export const CSV_COLUMNS = [
  'entry_id',
  'type',
  'name_km',
  'name_en',
  'province',
  'district',
  'commune',
  'village',
  'focal_role',
  'focal_name',
  'channel',
  'hours',
  'cost',
  'sectors',
  'serves_minors',
  'training',
  'training_day',
  'friendly',
  'agreed_to_be_listed',
  'verified',
  'retired',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
type Row = Readonly<Record<CsvColumn, string>>;

/** Entries at most in one file. */
export const IMPORT_MAX = 5_000;

export const IMPORT_PROBLEMS = [
  'missing',
  'unknown_code',
  'too_long',
  'not_a_day',
  'future_day',
  'not_yes_or_no',
  'no_name',
  'name_without_role',
  'not_an_id',
  'id_twice',
  'cells_differ',
] as const;
export type ImportProblem = {
  /** As a spreadsheet counts, the heading being 1. */
  readonly row: number;
  /** Null: the row as a whole. */
  readonly column: CsvColumn | null;
  readonly code: (typeof IMPORT_PROBLEMS)[number];
};

/** What is wrong with a file as a whole. */
export type FileProblem = 'not_a_table' | 'columns_missing' | 'too_many' | 'empty';

export type ImportChange = {
  readonly row: number;
  readonly entry: DirectoryEntry;
  /** Null: the entry is new. */
  readonly before: DirectoryEntry | null;
  /** Columns in which it differs from `before`. */
  readonly columns: readonly CsvColumn[];
};

export type Import =
  | { readonly ok: false; readonly file: FileProblem }
  /** Nothing of a file with a faulty row is taken: whoever mends it imports the whole. */
  | {
      readonly ok: true;
      readonly problems: readonly ImportProblem[];
      readonly changes: readonly ImportChange[];
      readonly same: number;
    };

/** How each column is read from an entry; the id first, by which a file finds its way back. */
function rowOf(entry: DirectoryEntry): Row {
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    entry_id: entry.entryId,
    type: entry.type,
    name_km: entry.name.km,
    name_en: entry.name.en,
    province: entry.province,
    district: entry.district ?? '',
    commune: entry.commune ?? '',
    village: entry.village ?? '',
    focal_role: entry.focal?.role ?? '',
    focal_name: entry.focal?.name ?? '',
    channel: entry.channel ?? '',
    hours: entry.hours ?? '',
    cost: entry.cost ?? '',
    sectors: entry.sectors.join(' '),
    serves_minors: yes(entry.servesMinors),
    training: entry.training.level,
    training_day: entry.training.day ?? '',
    friendly: entry.friendly,
    agreed_to_be_listed: yes(entry.agreedToBeListed),
    verified: entry.verified ?? '',
    retired: yes(entry.retired),
  };
}

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const unescapeFormula = (text: string): string => (/^'/.test(text) && FORMULA.test(text) ? text.slice(1) : text);

export function writeDirectoryCsv(entries: readonly DirectoryEntry[]): string {
  const rows = entries.map((entry) => {
    const row = rowOf(entry);
    return CSV_COLUMNS.map((column) => escapeFormula(row[column]));
  });
  return stringify([[...CSV_COLUMNS], ...rows], { bom: true, record_delimiter: 'windows' });
}

/**
 * Reads a table against the directory as it stands: what would be new, what would change, and every fault with its row.
 * A row without an id is the entry of the same type, names and place, or a new one. Extra columns are passed over.
 */
export function readDirectoryCsv(
  text: string,
  known: readonly DirectoryEntry[],
  today: Day,
  drawId: () => string,
): Import {
  const table = readTable(text);
  if (typeof table === 'string') return { ok: false, file: table };
  const byId = new Map(known.map((entry) => [entry.entryId as string, entry]));
  const byPlace = new Map(known.map((entry) => [placeKey(rowOf(entry)), entry]));
  const problems: ImportProblem[] = [];
  const changes: ImportChange[] = [];
  const taken = new Set<string>();
  let same = 0;
  for (const { row, cells } of table) {
    if (cells === null) {
      problems.push({ row, column: null, code: 'cells_differ' });
      continue;
    }
    const before = cells.entry_id === '' ? byPlace.get(placeKey(cells)) : byId.get(cells.entry_id);
    const read = readRow(cells, (before?.entryId ?? cells.entry_id) || drawId(), today);
    if (read.entry !== null && taken.has(read.entry.entryId)) read.faults.push(['entry_id', 'id_twice']);
    problems.push(...read.faults.map(([column, code]) => ({ row, column, code })));
    if (read.entry === null || read.faults.length > 0) continue;
    taken.add(read.entry.entryId);
    const now = rowOf(read.entry);
    const then = before && rowOf(before);
    const columns = then ? CSV_COLUMNS.filter((column) => now[column] !== then[column]) : [];
    if (before !== undefined && columns.length === 0) same += 1;
    else changes.push({ row, entry: read.entry, before: before ?? null, columns });
  }
  return { ok: true, problems, changes, same };
}

/** Two rows of the same office in the same place are the same entry. */
const placeKey = (row: Row): string =>
  JSON.stringify([row.type, row.name_km, row.name_en, row.province, row.district, row.commune, row.village]);

type Table = readonly { readonly row: number; readonly cells: Row | null }[];

function readTable(text: string): Table | FileProblem {
  let lines: string[][];
  try {
    // Spreadsheets write semicolons or tabs where the comma divides decimals. The heading tells which.
    const [heading = ''] = text.split(/\r?\n/, 1);
    const delimiter = [',', ';', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ',';
    lines = parse(text, { bom: true, delimiter, relax_column_count: true }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) return 'not_a_table';
    throw error;
  }
  const [heading, ...rest] = lines;
  if (heading === undefined) return 'empty';
  const places = CSV_COLUMNS.map((column) => heading.findIndex((name) => name.trim().toLowerCase() === column));
  if (places.some((at, index) => at < 0 && CSV_COLUMNS[index] !== 'entry_id')) return 'columns_missing';
  const rows = rest
    .map((line, at) => ({ row: at + 2, line }))
    .filter(({ line }) => line.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return 'empty';
  if (rows.length > IMPORT_MAX) return 'too_many';
  return rows.map(({ row, line }) => {
    const cellOf = (at: number): string => unescapeFormula((at < 0 ? '' : (line[at] ?? '')).trim());
    const cells = Object.fromEntries(CSV_COLUMNS.map((column, index) => [column, cellOf(places[index] ?? -1)])) as Row;
    return { row, cells: line.length === heading.length ? cells : null };
  });
}

type Fault = [CsvColumn, ImportProblem['code']];

function readRow(
  cells: Row,
  id: string,
  today: Day,
): { readonly entry: DirectoryEntry | null; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  const fault = (column: CsvColumn, code: ImportProblem['code']): void => void faults.push([column, code]);
  const code = <C extends string>(column: CsvColumn, list: CodeList<C>, unsaid?: C): C | undefined => {
    const text = cells[column].toLowerCase();
    if (text === '' && unsaid !== undefined) return unsaid;
    if (isCodeOf(list, text)) return text;
    fault(column, text === '' ? 'missing' : 'unknown_code');
    return undefined;
  };
  const yesNo = (column: CsvColumn): boolean => {
    const text = cells[column].toLowerCase();
    if (!['yes', 'no', ''].includes(text)) fault(column, 'not_yes_or_no');
    return text === 'yes';
  };
  const day = (column: CsvColumn): Day | null => {
    if (cells[column] === '') return null;
    const read = Day.safeParse(cells[column]);
    if (!read.success) fault(column, 'not_a_day');
    else if (read.data > today) fault(column, 'future_day');
    return read.success ? read.data : null;
  };
  const given = (column: keyof typeof FIELD_MAX & CsvColumn): Record<string, string> =>
    cells[column] === '' ? {} : { [column]: cells[column] };
  for (const [column, max] of Object.entries(FIELD_MAX))
    if ([...cells[column as CsvColumn]].length > max) fault(column as CsvColumn, 'too_long');
  const entryId = DirectoryEntryId.safeParse(id);
  if (!entryId.success) fault('entry_id', 'not_an_id');
  const type = code('type', authorityType);
  const province = KH_PROVINCE.find((one) => one === cells.province.toUpperCase());
  if (province === undefined) fault('province', cells.province === '' ? 'missing' : 'unknown_code');
  if (cells.name_km === '' && cells.name_en === '') fault('name_km', 'no_name');
  if (cells.focal_name !== '' && cells.focal_role === '') fault('focal_role', 'name_without_role');
  const codes = cells.sectors
    .toLowerCase()
    .split(/[\s,;|]+/)
    .filter((one) => one !== '');
  if (codes.length === 0) fault('sectors', 'missing');
  else if (!codes.every((one) => isCodeOf(sector, one))) fault('sectors', 'unknown_code');
  const entry = {
    entryId: entryId.data,
    type,
    name: { en: cells.name_en, km: cells.name_km },
    province,
    ...given('district'),
    ...given('commune'),
    ...given('village'),
    ...(cells.focal_role !== '' && {
      focal: { role: cells.focal_role, ...(cells.focal_name !== '' && { name: cells.focal_name }) },
    }),
    ...given('channel'),
    ...given('hours'),
    ...given('cost'),
    sectors: sector.codes.map((one) => one.code).filter((one) => codes.includes(one)),
    servesMinors: yesNo('serves_minors'),
    training: { level: code('training', trainingLevel, 'unk'), day: day('training_day') },
    friendly: code('friendly', friendliness, 'unk'),
    agreedToBeListed: yesNo('agreed_to_be_listed'),
    verified: day('verified'),
    retired: yesNo('retired'),
  };
  return { entry: faults.length === 0 ? DirectoryEntry.parse(entry) : null, faults };
}
