import { type Language } from '@romduol/shared/language/language';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { sayTable } from '@romduol/shared/statistics/table-words';
import type { VNode } from 'preact';
import { BarChart } from './bar-chart.tsx';
import { barsOf } from './bars.ts';
import { CascadeChart } from './cascade-chart.tsx';
import { HeatMap } from './heat-map.tsx';
import { TileMap } from './tile-map.tsx';

/** Which drawing suits a table. */
export function chartKind({ id, shape, dimensions }: ReleaseTable): 'map' | 'heat' | 'cascade' | 'bars' {
  if (dimensions.length > 1) return 'heat';
  return id === 'province' ? 'map' : shape === 'cascade' ? 'cascade' : 'bars';
}

/** A table as the drawing that suits it: an `svg` that is as wide as it is given room. */
export function drawTable(table: ReleaseTable, error: number, id: string, language: Language): VNode {
  const title = sayTable(table, language);
  switch (chartKind(table)) {
    case 'heat':
      return HeatMap({ id, title, table, language });
    case 'map':
      return TileMap({ id, title, bars: barsOf(table, language), language });
    case 'cascade':
      return CascadeChart({ id, title, steps: barsOf(table, language), language, error });
    case 'bars':
      return BarChart({ id, title, bars: barsOf(table, language), language, error });
  }
}
