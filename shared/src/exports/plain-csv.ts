// The browser build, which Node runs as well: the plain one reaches for `node:buffer`.
import { stringify } from 'csv-stringify/browser/esm/sync';

/**
 * Rows as a CSV file, the first being the header: UTF-8 with a byte order mark, so that spreadsheets read Khmer, and text
 * that a spreadsheet would run as a formula escaped.
 */
export const plainCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
