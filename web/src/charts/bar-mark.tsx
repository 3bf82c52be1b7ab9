import type { Language } from '@romduol/shared/language/language';

/** Pixels: text in a chart is as large as on the page, whatever the chart's width. */
export const BAR_HEIGHT = 16;
export const GAP = 14;

/** Khmer stacks vowels above and consonants below: its lines need more room. */
export const LINE_HEIGHT: Readonly<Record<Language, number>> = { en: 22, km: 30 };

/** What a label may take up on a screen of 320 px. */
export const LABEL_EM = 17.5;

export type BarMarkProps = {
  readonly y: number;
  readonly lines: readonly string[];
  /** In percent of the chart's width, as are the whisker's ends and where the figure begins. */
  readonly length: number;
  readonly whisker: readonly [number, number];
  /** The full length that the bar is a part of, drawn behind it. */
  readonly track?: number;
  readonly figure: string;
  readonly figureAt: number;
  readonly language: Language;
};

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;

/** A label, under it a bar, and at the bar's end its figure. */
export function BarMark({ y, lines, length, whisker, track, figure, figureAt, language }: BarMarkProps) {
  const line = LINE_HEIGHT[language];
  const top = y + lines.length * line;
  const middle = top + BAR_HEIGHT / 2;
  const [from, to] = whisker;
  return (
    <g class="chart-mark">
      <text class="chart-label" x="0" y={y}>
        {lines.map((text, i) => (
          <tspan key={text} x="0" dx="2" y={y + (i + 1) * line - Math.round(line * 0.3)}>
            {text}
          </tspan>
        ))}
      </text>
      {track === undefined ? null : (
        <rect class="chart-track" x="0" y={top} width={percent(track)} height={BAR_HEIGHT} />
      )}
      <rect class="chart-bar" x="0" y={top} width={percent(length)} height={BAR_HEIGHT} />
      <line class="chart-error" x1={percent(from)} x2={percent(to)} y1={middle} y2={middle} />
      <text class="chart-figure" x={percent(figureAt)} dx="7" y={middle + 6}>
        {figure}
      </text>
    </g>
  );
}
