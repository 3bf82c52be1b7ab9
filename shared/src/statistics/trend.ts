/**
 * When two sums of published values may be said to differ. Two variances add: of chance, for a
 * count about its own size, and of the rounding, r·(b−r) a value, which over the remainders r averages (b²−1)/6. 4.2 is a
 * little over 1.96² ≈ 3.84 (two-sided 5 %), and the least difference 3b keeps small counts out. For totals and one-way
 * tables only. If reports cluster (one event, many reports), more than 1 mark in 20 is chance.
 */
import type { Base } from './round.ts';

export type Trend = 'rose' | 'fell' | 'no_clear_change';

/** A sum of published values, and how many values it sums. */
export interface PublishedSum {
  readonly sum: number;
  readonly values: number;
}

/** |P₁−P₂| ≥ 3b and (P₁−P₂)² > 4.2·(P₁+P₂+b+(m₁+m₂)(b²−1)/6), in whole numbers: both sides times 30. */
export function compareSums(before: PublishedSum, after: PublishedSum, base: Base): Trend {
  const difference = after.sum - before.sum;
  const spread = 126 * (before.sum + after.sum + base) + 21 * (before.values + after.values) * (base * base - 1);
  const isClear = Math.abs(difference) >= 3 * base && 30 * difference * difference > spread;
  if (!isClear) return 'no_clear_change';
  return difference > 0 ? 'rose' : 'fell';
}
