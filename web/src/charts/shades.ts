import type { Language } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import { max } from 'd3-array';
import { scaleQuantize } from 'd3-scale';

const SHADES = [1, 2, 3, 4] as const;

/** A shade for each value, from 0 (nought alone) to 4 (the greatest of these). */
export function shadesFor(values: readonly number[]): (value: number) => number {
  const shade = scaleQuantize<number>()
    .domain([0, Math.max(max(values) ?? 0, 1)])
    .range(SHADES);
  return (value) => (value === 0 ? 0 : shade(value));
}

export type ShadeRange = { readonly shade: number; readonly from: number; readonly to: number };

/** The shades that occur, each with the least and greatest published value that it stands for. */
export function usedShades(values: readonly number[]): ShadeRange[] {
  const shadeOf = shadesFor(values);
  return [0, ...SHADES].flatMap((shade) => {
    const own = values.filter((value) => shadeOf(value) === shade);
    return own.length === 0 ? [] : [{ shade, from: Math.min(...own), to: Math.max(...own) }];
  });
}

export function formatRange(from: number, to: number, language: Language): string {
  const least = formatNumber(from, language);
  return from === to ? least : `${least}–${formatNumber(to, language)}`;
}
