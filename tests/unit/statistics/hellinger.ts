import { sum } from '@romduol/shared/statistics/blocks';

/** 1 − Hellinger distance / √(2n): 1 where nothing was changed. As SmallCountRounding's `HDutility`. */
export function hellingerUtility(truth: readonly number[], published: readonly number[]): number {
  const squares = truth.map((value, i) => (Math.sqrt(value) - Math.sqrt(published[i]!)) ** 2);
  return 1 - Math.sqrt(sum(squares) / 2) / Math.sqrt(sum(truth));
}
