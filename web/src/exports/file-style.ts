/**
 * The style of charts in files, where there is no page around them: light, since files are printed and pasted, and without
 * names of colours, which some readers of SVG do not know. The sizes are those of `styles/charts.css`.
 */
const INK = '#1c2921';
const LEAF = '#1b4d38';

export const FONTS =
  "'Noto Sans','Noto Sans Khmer','Khmer OS Battambang','Khmer Sangam MN','Leelawadee UI',system-ui,sans-serif";

export const CHART_FILE_STYLE = [
  `text{fill:${INK};font-family:${FONTS};font-size:16px}`,
  'text.head{font-size:20px;font-weight:700}',
  'text.s13{font-size:13px}',
  'text.s11{font-size:11px}',
  '.chart-figure{font-weight:700}',
  `.chart-bar,.chart-point{fill:${LEAF}}`,
  '.chart-track{fill:none;stroke:#76857a;stroke-dasharray:3 3}',
  '.chart-funnel{fill:#dcd9c4;opacity:.4}',
  '.chart-axis{stroke:#76857a;stroke-width:2}',
  '.chart-error{stroke:#d87608;stroke-width:3}',
  '.chart-tile-name,.chart-tile-figure,.chart-letter,.chart-cell-figure,.chart-legend-range,.chart-point-figure,.chart-tick{text-anchor:middle}',
  '.chart .chart-tile-name{font-size:10px}',
  '.chart .chart-tile-figure{font-size:15px;font-weight:700}',
  '.chart .chart-legend-label,.chart .chart-legend-range,.chart .chart-point-figure,.chart .chart-tick{font-size:12px}',
  '.chart-letter,.chart-letter-key,.chart-point-figure{font-weight:700}',
  '.chart .chart-cell-figure{font-size:14px}',
  '.chart-cell{stroke:#fff;stroke-width:2}',
  '.chart-band{fill:#c9dccb}',
  `.chart-line,.chart-point{stroke:${LEAF};stroke-width:2}`,
  '.chart-line{fill:none}',
  '.chart-point-hollow{fill:#fff}',
  '.chart-tile-0 rect{fill:#ece9da}',
  '.chart-tile-1 rect{fill:#c9dccb}',
  '.chart-tile-2 rect{fill:#8fb89d}',
  '.chart-tile-3 rect{fill:#3c7a5c}',
  '.chart-tile-4 rect{fill:#1b4d38}',
  '.chart .chart-tile-3.chart-tile text,.chart .chart-tile-4.chart-tile text{fill:#fdf8e4}',
].join('\n');
