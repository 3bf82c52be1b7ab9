import { expect, test } from 'vitest';
import { claimWholeRows, type Claims } from './whole-row-attack.ts';

// The attack: "everybody in this row is of that kind". Passes when at most one in ten of such claims is true. The control is
// the same rounding without the rule on lines: there claims of rows with a single cell are true too often.

const LIMIT = 0.1;
const share = ({ made, right }: Claims) => (made === 0 ? 0 : right / made);

test.each([5, 3] as const)('claims of whole rows are true in one of ten at most, base %i', (base) => {
  const found = claimWholeRows(base, [30, 60, 120, 150, 200, 300, 600], 20);
  const { shown, leftOut, marginsOnly, pattern, control, coverage } = found;
  expect(leftOut.made).toBeGreaterThan(300);
  for (const claims of [shown, leftOut, marginsOnly, pattern]) expect(share(claims)).toBeLessThanOrEqual(LIMIT);
  expect(control.made).toBeGreaterThan(150);
  expect(share(control)).toBeGreaterThan(LIMIT);
  // What it costs: most records still stand in a crossing.
  expect(coverage).toBeGreaterThan(0.8);
});
