import { type Language, say } from '@romduol/shared/language/language';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { sayTable } from '@romduol/shared/statistics/table-words';
import { BarChart } from './bar-chart.tsx';
import { barsOf } from './bars.ts';
import { CascadeChart } from './cascade-chart.tsx';
import { chartWords } from './chart-words.ts';
import { DataTable } from './data-table.tsx';
import { TileMap } from './tile-map.tsx';

export type TableFigureProps = {
  readonly release: Pick<PublishedRelease, 'series' | 'cohort' | 'kind' | 'error'>;
  readonly table: ReleaseTable;
  readonly language: Language;
};

/** A published table as a figure: the chart that suits it, what to know of it, and its figures as a table. */
export function TableFigure({ release, table, language }: TableFigureProps) {
  const { series, cohort, kind, error } = release;
  const title = sayTable(table, language);
  const id = `${series}-${kind}-${cohort}-${table.id}`.toLowerCase();
  const figures = <DataTable table={table} language={language} kind={kind} />;
  if (table.dimensions.length > 1) {
    return (
      <figure class="chart-figure-box">
        <figcaption>{title}</figcaption>
        {figures}
      </figure>
    );
  }
  const isMap = table.id === 'province';
  const bars = barsOf(table, language);
  return (
    <figure class="chart-figure-box">
      <figcaption>{title}</figcaption>
      {isMap ? (
        <TileMap id={id} title={title} bars={bars} language={language} />
      ) : table.shape === 'cascade' ? (
        <CascadeChart id={id} title={title} steps={bars} language={language} error={error} />
      ) : (
        <BarChart id={id} title={title} bars={bars} language={language} error={error} />
      )}
      {isMap ? null : <p class="chart-note">{say(chartWords.whisker, language, { error })}</p>}
      {table.shape === 'cascade' ? <p class="chart-note">{say(chartWords.cascadeOf, language)}</p> : null}
      {table.shape === 'options' ? <p class="chart-note">{say(chartWords.optionsOf, language)}</p> : null}
      <details>
        <summary>{say(chartWords.asTable, language)}</summary>
        {figures}
      </details>
    </figure>
  );
}
