import { isKhProvince } from '@romduol/shared/codebook/province';
import { type Language, say } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import { type Bar, sortBars } from './bars.ts';
import { chartWords } from './chart-words.ts';
import { formatRange, shadesFor, usedShades } from './shades.ts';
import { widthInEm } from './wrap-label.ts';
import { PROVINCE_TILES, TILE_COLUMNS, TILE_ROWS } from './province-tiles.ts';

export type TileMapProps = {
  readonly id: string;
  readonly title: string;
  /** One bar a province, by its ISO 3166-2 code; others (abroad, unknown) are named beside the map. */
  readonly bars: readonly Bar[];
  readonly language: Language;
};

const TILE = 60;
const LEGEND_HEIGHT = 34;

/** What a name may take up in a tile at 10 units an em; a longer one is squeezed, not cut. */
const ROOM_EM = 5.2;
const SQUEEZED = { textLength: TILE - 8, lengthAdjust: 'spacingAndGlyphs' } as const;

/** The 25 provinces as equal tiles: a map by area would show the empty provinces largest. */
export function TileMap({ id, title, bars, language }: TileMapProps) {
  const values = bars.map(({ value }) => value);
  const shadeOf = shadesFor(values);
  const sorted = sortBars(bars);
  const pairs = (some: readonly Bar[]): string =>
    some.map(({ label, value }) => say(chartWords.pair, language, { label, value })).join(', ');
  const others = bars.filter(({ code, value }) => !isKhProvince(code) && value > 0);
  const description = [
    say(chartWords.map, language, { most: pairs(sorted.slice(0, 3)) }),
    ...(others.length === 0 ? [] : [say(chartWords.mapOthers, language, { others: pairs(others) })]),
  ].join(' ');
  return (
    <svg
      class="chart chart-map"
      viewBox={`0 0 ${TILE_COLUMNS * TILE} ${TILE_ROWS * TILE + LEGEND_HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {bars.map((bar) => (
        <ProvinceTile key={bar.code} bar={bar} shade={shadeOf(bar.value)} language={language} />
      ))}
      <Legend values={values} language={language} />
    </svg>
  );
}

function ProvinceTile({ bar, shade, language }: { bar: Bar; shade: number; language: Language }) {
  if (!isKhProvince(bar.code)) return null;
  const { column, row, km } = PROVINCE_TILES[bar.code];
  const lines = language === 'km' ? km : bar.label.split(' ');
  return (
    <g class={`chart-tile chart-tile-${shade}`} transform={`translate(${column * TILE} ${row * TILE})`}>
      <rect x="1" y="1" width={TILE - 2} height={TILE - 2} rx="4" />
      <text class="chart-tile-name" x={TILE / 2} y={lines.length === 1 ? 22 : 16}>
        {lines.map((line, i) => (
          <tspan key={line} x={TILE / 2} dy={i === 0 ? 0 : 13} {...(widthInEm(line) > ROOM_EM ? SQUEEZED : {})}>
            {line}
          </tspan>
        ))}
      </text>
      <text class="chart-tile-figure" x={TILE / 2} y={TILE - 10}>
        {formatNumber(bar.value, language)}
      </text>
    </g>
  );
}

function Legend({ values, language }: { values: readonly number[]; language: Language }) {
  return (
    <g class="chart-legend">
      {usedShades(values).map(({ shade, from, to }, i) => (
        <g key={shade} class={`chart-tile-${shade}`} transform={`translate(${i * 72} ${TILE_ROWS * TILE + 10})`}>
          <rect x="1" y="0" width="16" height="16" rx="2" />
          <text class="chart-legend-label" x="22" y="13">
            {formatRange(from, to, language)}
          </text>
        </g>
      ))}
    </g>
  );
}
