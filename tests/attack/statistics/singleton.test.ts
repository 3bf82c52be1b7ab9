import { expect, test } from 'vitest';
import { claimWholeRows, singletonFigures } from './singleton-attack.ts';

// The attacks: whoever reads a published b in a gated table says "that is one person" (or "one or two"); whoever reads a row
// with a single cell that is not nought says "everybody in this row is in that category". Passes when such claims are
// mostly wrong. At base 3, which an organisation has to choose, the second is right more often: METHOD.md says so.

const LIMITS = { 5: { one: 0.25, atMostTwo: 0.55, row: 0.1 }, 3: { one: 0.3, atMostTwo: 0.6, row: 0.25 } } as const;

test.each([5, 3] as const)('a published b is seldom one person, base %i', (base) => {
  for (const found of singletonFigures(base, [30, 60, 120, 300], 40)) {
    expect(found.published).toBeGreaterThan(500);
    expect(found.one).toBeLessThanOrEqual(LIMITS[base].one);
    expect(found.atMostTwo).toBeLessThanOrEqual(LIMITS[base].atMostTwo);
  }
});

test.each([5, 3] as const)('a row with one cell is seldom a row of one kind, base %i', (base) => {
  const { claims, right } = claimWholeRows(base, [60, 120, 150, 200, 300], 25);
  expect(claims).toBeGreaterThan(100);
  expect(right / claims).toBeLessThanOrEqual(LIMITS[base].row);
});
