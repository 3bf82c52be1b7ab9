import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import { scaleLinear } from 'd3-scale';
import { area } from 'd3-shape';
import { BAR_HEIGHT, BarMark, GAP, LABEL_EM, LINE_HEIGHT } from './bar-mark.tsx';
import type { Bar } from './bars.ts';
import { chartWords } from './chart-words.ts';
import { wrapLabel } from './wrap-label.ts';

export type CascadeChartProps = {
  readonly id: string;
  readonly title: string;
  /** How many came at least so far, first stage first. */
  readonly steps: readonly Bar[];
  readonly language: Language;
  readonly error: number;
};

/** From one bar's end to the next: stretched to the chart's width, so it is drawn in a box of 100 by 1. */
const funnel = area<number>()
  .x0(0)
  .x1((x) => x)
  .y((_, i) => i);

/** The referral cascade: one bar a stage, in the stages' order, each narrowing from the one before. */
export function CascadeChart({ id, title, steps, language, error }: CascadeChartProps) {
  const most = steps[0]?.value ?? 0;
  const scale = scaleLinear()
    .domain([0, most + error])
    .range([0, 82]);
  let height = 0;
  const placed = steps.map((step, i) => {
    const lines = wrapLabel(`${formatNumber(i + 1, language)}. ${step.label}`, LABEL_EM);
    const y = height;
    height += lines.length * LINE_HEIGHT[language] + BAR_HEIGHT + GAP;
    return { ...step, lines, y };
  });
  const spoken = steps.map(({ label, value }) => say(chartWords.pair, language, { label, value })).join(', ');
  return (
    <svg class="chart" width="100%" height={height} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{say(chartWords.cascade, language, { steps: spoken })}</desc>
      {placed.slice(1).map(({ code, value, lines, y }, i) => (
        <svg
          key={code}
          class="chart-step"
          x="0"
          y={y - GAP}
          width="100%"
          height={GAP + lines.length * LINE_HEIGHT[language]}
          viewBox="0 0 100 1"
          preserveAspectRatio="none"
        >
          <path class="chart-funnel" d={funnel([scale(placed[i]!.value), scale(value)]) ?? ''} />
        </svg>
      ))}
      {placed.map(({ code, lines, value, y }) => (
        <BarMark
          key={code}
          y={y}
          lines={lines}
          length={scale(value)}
          whisker={[scale(Math.max(0, value - error)), scale(value + error)]}
          track={scale(most)}
          figure={formatNumber(value, language)}
          figureAt={scale(most + error)}
          language={language}
        />
      ))}
      <line class="chart-axis" x1="0" x2="0" y1="0" y2={height - GAP} />
    </svg>
  );
}
