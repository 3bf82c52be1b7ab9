import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import type { Trend } from '@romduol/shared/statistics/trend';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line as lineOf } from 'd3-shape';
import { LABEL_EM, LINE_HEIGHT } from './bar-mark.tsx';
import { chartWords } from './chart-words.ts';
import { wrapLabel } from './wrap-label.ts';

export type LinePoint = {
  /** Of the release that it is from: `2026-Q1`, in the reader's digits. */
  readonly tick: string;
  /** Quarters since some first one. */
  readonly at: number;
  readonly value: number;
  /** How far the truth may be from it, at most. */
  readonly error: number;
  /** Counts one quarter alone; otherwise it is of a longer time than the others, and not joined to them. */
  readonly single: boolean;
};

export type Line = {
  readonly code: string;
  readonly label: string;
  readonly points: readonly LinePoint[];
  /** Null where the releases cannot be compared. */
  readonly trend: Trend | null;
};

export type LineChartProps = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly language: Language;
};

const PLOT = 64;
/** Below a line, for the names of its ends: what lies at nought is drawn half below it. */
const GAP = 30;
/** Where the first and the last point lie, in percent: their figures need room at both sides. */
const [LEFT, RIGHT] = [7, 91];
/** Above so many, only the last point bears its figure. */
const MOST_FIGURES = 8;

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;

/**
 * Lines over releases, one under the other on one scale that begins at nought: lines across each other cannot be told
 * apart by all eyes, nor on paper. The last published value decides their order. Behind each line lies the band in
 * which the truth is, and beside its name stands what may be said of it.
 */
export function LineChart({ id, title, lines, language }: LineChartProps) {
  const sorted = lines
    .map((one, i) => ({ one, i }))
    .sort((a, b) => lastOf(b.one) - lastOf(a.one) || a.i - b.i)
    .map(({ one }) => one);
  const points = sorted.flatMap((one) => one.points);
  const ats = points.map(({ at }) => at);
  const x = scaleLinear()
    .domain([Math.min(...ats), Math.max(...ats, Math.min(...ats) + 1)])
    .range([LEFT, RIGHT]);
  const y = scaleLinear()
    .domain([0, max(points, ({ value, error }) => value + error) ?? 1])
    .range([PLOT, 0]);
  return (
    <div class="chart chart-lines">
      {sorted.map((one) => (
        <OneLine key={one.code} id={`${id}-${one.code}`} title={title} one={one} x={x} y={y} language={language} />
      ))}
    </div>
  );
}

/** A drawing of its own, so that on paper a page may end between two. */
function OneLine({ id, title, one, x, y, language }: Omit<PlotProps, 'top'> & Pick<LineChartProps, 'id' | 'title'>) {
  const { label, trend, points } = one;
  const words = trend === null ? label : say(chartWords.named, language, { label, trend: chartWords[trend][language] });
  const labels = wrapLabel(words, LABEL_EM);
  const top = labels.length * LINE_HEIGHT[language] + 16;
  return (
    <svg
      class="chart-of-line"
      width="100%"
      height={top + PLOT + GAP}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {say(chartWords.lines, language, {
          from: points[0]?.tick ?? '',
          to: points.at(-1)?.tick ?? '',
          said: sayLine(one, language),
        })}
      </desc>
      <text class="chart-label" x="0" y="0">
        {labels.map((text, i) => (
          <tspan key={text} x="0" dx="2" y={(i + 1) * LINE_HEIGHT[language] - 7}>
            {text}
          </tspan>
        ))}
      </text>
      <Plot one={one} top={top} x={x} y={y} language={language} />
    </svg>
  );
}

type Scale = (value: number) => number;
type PlotProps = {
  readonly one: Line;
  readonly top: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly language: Language;
};

function Plot({ one: { points }, top, x, y, language }: PlotProps) {
  const joined = points.filter(({ single }) => single);
  const band = area<LinePoint>()
    .x(({ at }) => x(at))
    .y0(({ value, error }) => y(Math.max(0, value - error)))
    .y1(({ value, error }) => y(value + error));
  const path = lineOf<LinePoint>()
    .x(({ at }) => x(at))
    .y(({ value }) => y(value));
  return (
    <>
      <svg x="0" y={top} width="100%" height={PLOT} viewBox={`0 0 100 ${PLOT}`} preserveAspectRatio="none">
        <path class="chart-band" d={band(joined) ?? ''} />
        <path class="chart-line" d={path(joined) ?? ''} vector-effect="non-scaling-stroke" />
      </svg>
      <line class="chart-axis" x1="0" x2="100%" y1={top + PLOT} y2={top + PLOT} />
      {points.map((point, i) => {
        const { tick, at, value, error, single } = point;
        const isLast = i === points.length - 1;
        return (
          <g key={tick}>
            <line
              class="chart-error"
              x1={percent(x(at))}
              x2={percent(x(at))}
              y1={top + y(value + error)}
              y2={top + y(Math.max(0, value - error))}
            />
            <circle
              class={single ? 'chart-point' : 'chart-point chart-point-hollow'}
              cx={percent(x(at))}
              cy={top + y(value)}
              r="4"
            />
            {isLast || points.length <= MOST_FIGURES ? (
              <text class="chart-point-figure" paint-order="stroke" x={percent(x(at))} y={top + y(value + error) - 5}>
                {formatNumber(value, language)}
              </text>
            ) : null}
            {isLast || i === 0 ? (
              <text
                class={`chart-tick${edge(i, points.length)}`}
                x={points.length === 1 ? percent(x(at)) : i === 0 ? '0' : '100%'}
                y={top + PLOT + 19}
              >
                {tick}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

/** The first and the last name stand within the drawing, not over its edge. */
const edge = (i: number, count: number): string =>
  count > 1 && i === 0 ? ' chart-tick-first' : count > 1 && i === count - 1 ? ' chart-tick-last' : '';

const lastOf = ({ points }: Line): number => points.at(-1)?.value ?? 0;

function sayLine({ label, points, trend }: Line, language: Language): string {
  const values = points.map(({ value }) => formatNumber(value, language)).join(', ');
  return trend === null
    ? say(chartWords.line, language, { label, values })
    : say(chartWords.lineTrend, language, { label, values, trend: chartWords[trend][language] });
}
