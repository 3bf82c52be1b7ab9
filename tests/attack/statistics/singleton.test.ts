import { expect, test } from 'vitest';
import { claimWholeRows, singletonFigures, WHOLE_ROWS_MEANT } from './singleton-attack.ts';

// The attacks: whoever reads a published b in a gated table says "that is one person" (or "one or two"); whoever reads a row
// with a single cell that is not nought says "everybody in this row is in that category". The first passes when such claims
// are mostly wrong. The second was meant to be right in one of ten at most, and is right more often at either base.

const LIMITS = { 5: { one: 0.25, atMostTwo: 0.55 }, 3: { one: 0.3, atMostTwo: 0.6 } } as const;

test.each([5, 3] as const)('a published b is seldom one person, base %i', (base) => {
  for (const found of singletonFigures(base, [30, 60, 120, 300], 40)) {
    expect(found.published).toBeGreaterThan(500);
    expect(found.one).toBeLessThanOrEqual(LIMITS[base].one);
    expect(found.atMostTwo).toBeLessThanOrEqual(LIMITS[base].atMostTwo);
  }
});

test.each([
  { base: 5 as const, known: 0.104, several: 0.07 },
  { base: 3 as const, known: 0.281, several: 0.182 },
])('known exceedance: claims of whole rows are true more often than was meant, base $base', (figures) => {
  const { claims, right, ofSeveral } = claimWholeRows(figures.base, [60, 120, 150, 200, 300], 25);
  expect(claims).toBeGreaterThan(100);
  // Whoever mends this strikes it from METHOD.md and SECURITY.md; whoever makes it worse is told.
  expect(right).toBeGreaterThan(WHOLE_ROWS_MEANT);
  expect(right).toBeLessThanOrEqual(figures.known);
  expect(ofSeveral).toBeLessThanOrEqual(figures.several);
});
