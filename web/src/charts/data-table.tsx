import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { labelCode, sayTable, sayVariable } from '@romduol/shared/statistics/table-words';
import { chartWords } from './chart-words.ts';

export type DataTableProps = {
  readonly table: ReleaseTable;
  readonly language: Language;
  /** What is counted, for the heading of the figures. */
  readonly kind: 'incident' | 'outcome';
};

/** What scrolls must be within reach of the keyboard. */
const SCROLLS = { tabIndex: 0 } as const;

/** Every figure of a published table, in the codebook's order, with headings that a screen reader can follow. Its title stands outside. */
export function DataTable({ table, language, kind }: DataTableProps) {
  const [rows, columns] = table.dimensions;
  if (rows === undefined) return null;
  const width = columns?.codes.length ?? 1;
  const headings =
    columns === undefined
      ? [say(chartWords[kind], language)]
      : columns.codes.map((code) => labelCode(columns.list, code, language));
  return (
    <section class="chart-table" aria-label={sayTable(table, language)} {...(columns === undefined ? {} : SCROLLS)}>
      <table aria-label={sayTable(table, language)}>
        <thead>
          <tr>
            <th scope="col">{sayVariable(rows.variable, language)}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.codes.map((code, row) => (
            <tr key={code}>
              <th scope="row">{labelCode(rows.list, code, language)}</th>
              {table.values.slice(row * width, (row + 1) * width).map((value, column) => (
                <td key={headings[column]}>{formatNumber(value, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
