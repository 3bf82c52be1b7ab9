import type { Figure } from './statistics.ts';

export type { Figure };

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN,
  ];
  return ((middle[0] ?? NaN) + (middle[1] ?? NaN)) / 2;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * The median of repeated measurements. `limit` is the budget; `peer` what the value is to be compared with, measured in
 * the same run: another program's median, or what the line itself would allow.
 */
export function figure(
  name: string,
  unit: string,
  values: readonly number[],
  against: { readonly limit?: number; readonly peer?: number } = {},
): Figure {
  const value = medianOf(values);
  return {
    name,
    value: rounded(value),
    unit,
    limit: against.limit === undefined ? null : rounded(against.limit),
    ratio: against.peer === undefined ? null : rounded(value / against.peer),
    n: values.length,
    min: rounded(Math.min(...values)),
    max: rounded(Math.max(...values)),
  };
}

export { medianOf };
