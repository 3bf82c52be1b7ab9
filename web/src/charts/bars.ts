import type { Language } from '@romduol/shared/language/language';
import type { ReleaseTable } from '@romduol/shared/statistics/release-table';
import { labelCode } from '@romduol/shared/statistics/table-words';

/** One labelled published value. */
export type Bar = { readonly code: string; readonly label: string; readonly value: number };

/** The values of a table of one dimension, in the codebook's order. */
export function barsOf(table: ReleaseTable, language: Language): Bar[] {
  const [dimension] = table.dimensions;
  if (dimension === undefined || table.dimensions.length > 1) throw new Error('a table of more than one dimension');
  return dimension.codes.map((code, i) => ({
    code,
    label: labelCode(dimension.list, code, language),
    value: table.values[i] ?? 0,
  }));
}

/**
 * Longest first, then in the codebook's order: by what is published, never by what is behind it, since an order by true
 * counts would tell equal figures apart.
 */
export function sortBars(bars: readonly Bar[]): Bar[] {
  return bars
    .map((bar, i) => ({ bar, i }))
    .sort((a, b) => b.bar.value - a.bar.value || a.i - b.i)
    .map(({ bar }) => bar);
}
