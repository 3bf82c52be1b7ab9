// The browser build, which Node runs as well: the plain one reaches for `node:buffer`.
import { stringify } from 'csv-stringify/browser/esm/sync';
import { inertText } from './inert-text.ts';

/**
 * Rows as a CSV file, the first being the header: UTF-8 with a byte order mark, so that spreadsheets read Khmer, and text
 * that a spreadsheet would run made inert. Numbers are left alone.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  const inert = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inertText(cell) : cell)));
  // A lone CR or LF in a cell is a line's end to some readers unless the cell is quoted.
  return stringify(inert, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
