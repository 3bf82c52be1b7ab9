import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import type { Dimension, ReleaseTable } from '@romduol/shared/statistics/release-table';
import { labelCode } from '@romduol/shared/statistics/table-words';
import { LABEL_EM, LINE_HEIGHT } from './bar-mark.tsx';
import { sortBars } from './bars.ts';
import { chartWords } from './chart-words.ts';
import { type ShadeRange, formatRange, shadesFor, usedShades } from './shades.ts';
import { wrapLabel } from './wrap-label.ts';

export type HeatMapProps = {
  readonly id: string;
  readonly title: string;
  /** Of two dimensions. */
  readonly table: ReleaseTable;
  readonly language: Language;
};

const CELL_HEIGHT = 30;
const ROW_GAP = 8;
const LEGEND_HEIGHT = 40;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/**
 * A crossed table as shaded cells, in the codebook's order both ways. Columns are lettered, and the letters explained
 * beneath: eight labels side by side would not fit a phone, and text set slanting is hard to read in Khmer.
 */
export function HeatMap({ id, title, table, language }: HeatMapProps) {
  const [rows, columns] = table.dimensions;
  if (rows === undefined || columns === undefined) throw new Error('a table of one dimension');
  const width = columns.codes.length;
  const line = LINE_HEIGHT[language];
  const letters = [...chartWords.letters[language]];
  const labelled = (dimension: Dimension, code: string): string => labelCode(dimension.list, code, language);
  const cells = table.values.map((value, i) => ({ code: String(i), label: labelOfCell(i), value }));
  function labelOfCell(i: number): string {
    const row = labelled(rows!, rows!.codes[Math.floor(i / width)]!);
    return `${row} – ${labelled(columns!, columns!.codes[i % width]!)}`;
  }
  const most = sortBars(cells)
    .slice(0, 3)
    .map(({ label, value }) => say(chartWords.pair, language, { label, value }))
    .join(', ');
  const shadeOf = shadesFor(table.values);
  let height = line;
  const placed = rows.codes.map((code, row) => {
    const lines = wrapLabel(labelled(rows, code), LABEL_EM);
    const y = height;
    height += lines.length * line + CELL_HEIGHT + ROW_GAP;
    return { code, lines, y, values: table.values.slice(row * width, (row + 1) * width) };
  });
  const key = columns.codes.map((code, i) => {
    const lines = wrapLabel(labelled(columns, code), LABEL_EM - 2);
    const y = height;
    height += lines.length * line;
    return { code, lines, y, letter: letters[i] ?? String(i + 1) };
  });
  const legendAt = height + ROW_GAP;
  const description = say(chartWords.heat, language, { rows: rows.codes.length, columns: width, most });
  return (
    <svg
      class="chart"
      width="100%"
      height={legendAt + LEGEND_HEIGHT}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {key.map(({ code, letter }, i) => (
        <text key={code} class="chart-letter" x={percent((i + 0.5) / width)} y={line - 8}>
          {letter}
        </text>
      ))}
      {placed.map(({ code, lines, y, values }) => (
        <g key={code}>
          <Lines lines={lines} x="0" y={y} line={line} />
          {values.map((value, i) => (
            <g key={columns.codes[i]} class={`chart-tile chart-tile-${shadeOf(value)}`}>
              <rect
                class="chart-cell"
                x={percent(i / width)}
                y={y + lines.length * line}
                width={percent(1 / width)}
                height={CELL_HEIGHT}
              />
              <text
                class="chart-cell-figure"
                x={percent((i + 0.5) / width)}
                y={y + lines.length * line + CELL_HEIGHT / 2 + 5}
              >
                {formatNumber(value, language)}
              </text>
            </g>
          ))}
        </g>
      ))}
      {key.map(({ code, letter, lines, y }) => (
        <g key={code}>
          <text class="chart-letter-key" x="0" y={y + line - Math.round(line * 0.3)}>
            {letter}
          </text>
          <Lines lines={lines} x="28" y={y} line={line} />
        </g>
      ))}
      <Legend used={usedShades(table.values)} y={legendAt} language={language} />
    </svg>
  );
}

function Lines({ lines, x, y, line }: { lines: readonly string[]; x: string; y: number; line: number }) {
  return (
    <text class="chart-label" x={x} y={y}>
      {lines.map((text, i) => (
        <tspan key={text} x={x} dx="2" y={y + (i + 1) * line - Math.round(line * 0.3)}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

function Legend({ used, y, language }: { used: readonly ShadeRange[]; y: number; language: Language }) {
  return (
    <g class="chart-legend">
      {used.map(({ shade, from, to }, i) => (
        <g key={shade} class={`chart-tile-${shade}`}>
          <rect class="chart-cell" x={`${i * 20}%`} y={y} width="20%" height="14" />
          <text class="chart-legend-range" x={`${i * 20 + 10}%`} y={y + 31}>
            {formatRange(from, to, language)}
          </text>
        </g>
      ))}
    </g>
  );
}
