import { type Language, say } from '@romduol/shared/language/language';
import { type Figures, nameOf } from '@romduol/shared/statistics/figures';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { sayLeftOut, sayTable } from '@romduol/shared/statistics/table-words';
import { chartWords } from './chart-words.ts';
import { DataTable } from './data-table.tsx';
import { chartKind, drawTable } from './table-chart.tsx';

export type TableFigureProps = {
  readonly figures: Figures;
  readonly table: ReleaseTable;
  readonly language: Language;
};

/** A published table as a figure: the chart that suits it, what to know of it, and its figures as a table. */
export function TableFigure({ figures, table, language }: TableFigureProps) {
  const { kind, error } = figures;
  return (
    <figure class="chart-figure-box">
      <figcaption>{sayTable(table, language)}</figcaption>
      {drawTable(table, error, `${nameOf(figures)}-${table.id}`, language)}
      {notesOn(figures, table, language).map((note) => (
        <p key={note} class="chart-note">
          {note}
        </p>
      ))}
      <details>
        <summary>{say(chartWords.asTable, language)}</summary>
        <DataTable table={table} language={language} kind={kind} />
      </details>
    </figure>
  );
}

/** What a reader must know of a chart that its figures do not say. */
export function notesOn({ error, tables }: Figures, table: ReleaseTable, language: Language): string[] {
  const kind = chartKind(table);
  return [
    ...(kind === 'bars' || kind === 'cascade' ? [say(chartWords.whisker, language, { error })] : []),
    ...(table.shape === 'cascade' ? [say(chartWords.cascadeOf, language)] : []),
    ...[sayLeftOut(table, tables, language)].filter((note) => note !== null),
    ...(table.shape === 'options' ? [say(chartWords.optionsOf, language)] : []),
  ];
}
