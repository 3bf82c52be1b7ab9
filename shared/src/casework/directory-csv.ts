/**
 * The directory as a table that people edit in a spreadsheet: text that a spreadsheet would run as a formula stands
 * behind an apostrophe, which reading takes off again.
 */
// The browser build, which Node runs as well: the plain one reaches for `node:buffer`.
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { writeCsv } from '../exports/csv.ts';
import { isRun } from '../exports/inert-text.ts';
import type { Day } from '../ids.ts';
import type { DirectoryEntry } from './directory.ts';
import { CSV_COLUMNS, type CsvColumn, type ImportProblem, type Row, readRow, rowOf } from './directory-row.ts';

/** Entries at most in one file. */
export const IMPORT_MAX = 5_000;
/** Of one row, in characters: several times what an entry can have. Whatever goes on for longer is no row of a table. */
const ROW_MAX = 100_000;

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
      /** None where a row is faulty. */
      readonly changes: readonly ImportChange[];
      readonly same: number;
    };

/** A formula, or one that stands behind apostrophes of its own: it gets one more, so that all come back. */
const isGuarded = (text: string): boolean => isRun(text.replace(/^'+/, ''));
const guard = (text: string): string => (isGuarded(text) ? `'${text}` : text);
const unguard = (text: string): string => (text.startsWith("'") && isGuarded(text) ? text.slice(1) : text);

export function writeDirectoryCsv(entries: readonly DirectoryEntry[]): string {
  const rows = entries.map((entry) => {
    const row = rowOf(entry);
    return CSV_COLUMNS.map((column) => guard(row[column]));
  });
  return writeCsv([[...CSV_COLUMNS], ...rows]);
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
    // Not in the table: what survivors told stays with the entry, and which team here it is.
    const { heard, team } = before ?? {};
    const entry = { ...read.entry, ...(heard && { heard }), ...(team && { team }) };
    taken.add(entry.entryId);
    const now = rowOf(entry);
    const then = before && rowOf(before);
    const columns = then ? CSV_COLUMNS.filter((column) => now[column] !== then[column]) : [];
    if (before !== undefined && columns.length === 0) same += 1;
    else changes.push({ row, entry, before: before ?? null, columns });
  }
  return { ok: true, problems, changes: problems.length > 0 ? [] : changes, same };
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
    lines = parse(text, { bom: true, delimiter, relax_column_count: true, max_record_size: ROW_MAX }) as string[][];
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
    const cellOf = (at: number): string => unguard((at < 0 ? '' : (line[at] ?? '')).trim());
    const cells = Object.fromEntries(CSV_COLUMNS.map((column, index) => [column, cellOf(places[index] ?? -1)])) as Row;
    return { row, cells: line.length === heading.length ? cells : null };
  });
}
