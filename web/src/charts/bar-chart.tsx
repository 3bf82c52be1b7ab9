import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Bar, sortBars } from './bars.ts';
import { chartWords } from './chart-words.ts';
import { BAR_HEIGHT, BarMark, GAP, LABEL_EM, LINE_HEIGHT } from './bar-mark.tsx';
import { wrapLabel } from './wrap-label.ts';

export type BarChartProps = {
  /** Unique on the page: title and description are tied to the drawing by it. */
  readonly id: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly language: Language;
  /** How far the truth may be from a figure, at most. */
  readonly error: number;
};

/**
 * Horizontal bars, longest first, each under its label and with its figure at its end. Lengths are percentages and text
 * keeps its size, so one drawing serves a phone and a wide page without script. The whisker is the figure ± error.
 */
export function BarChart({ id, title, bars, language, error }: BarChartProps) {
  const sorted = sortBars(bars).map((bar) => ({ ...bar, lines: wrapLabel(bar.label, LABEL_EM) }));
  const scale = scaleLinear()
    .domain([0, (max(sorted, ({ value }) => value) ?? 0) + error])
    .range([0, 82]);
  let height = 0;
  const placed = sorted.map((bar) => {
    const y = height;
    height += bar.lines.length * LINE_HEIGHT[language] + BAR_HEIGHT + GAP;
    return { ...bar, y };
  });
  const most = placed
    .slice(0, 3)
    .map(({ label, value }) => say(chartWords.pair, language, { label, value }))
    .join(', ');
  return (
    <svg class="chart" width="100%" height={height} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{say(chartWords.bars, language, { count: bars.length, most })}</desc>
      {placed.map(({ code, lines, value, y }) => (
        <BarMark
          key={code}
          y={y}
          lines={lines}
          length={scale(value)}
          whisker={[scale(Math.max(0, value - error)), scale(value + error)]}
          figure={formatNumber(value, language)}
          figureAt={scale(value + error)}
          language={language}
        />
      ))}
      <line class="chart-axis" x1="0" x2="0" y1="0" y2={height - GAP} />
    </svg>
  );
}
