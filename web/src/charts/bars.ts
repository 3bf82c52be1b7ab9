import { labelOf } from '@romduol/shared/codebook/code-list';
import type { Language } from '@romduol/shared/language/language';
import { findList } from '@romduol/shared/statistics/default-programme';
import type { Dimension, ReleaseTable } from '@romduol/shared/statistics/release-table';

/** One labelled published value. */
export type Bar = { readonly code: string; readonly label: string; readonly value: number };

/** The code's label, or the bare code of a list that this build does not know. */
export function labelCode({ list }: Dimension, code: string, language: Language): string {
  const found = findList(list);
  return found === null ? code : labelOf(found, code, language);
}

/** The values of a table of one dimension, in the codebook's order. */
export function barsOf(table: ReleaseTable, language: Language): Bar[] {
  const [dimension] = table.dimensions;
  if (dimension === undefined || table.dimensions.length > 1) throw new Error('a table of more than one dimension');
  return dimension.codes.map((code, i) => ({
    code,
    label: labelCode(dimension, code, language),
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
