import { expect, test } from 'vitest';
import { singletonFigures } from './singleton-attack.ts';

// The attack: whoever reads a published b in a gated table says "that is one person" (or "one or two"). Passes when such claims
// are mostly wrong.

const LIMITS = { 5: { one: 0.25, atMostTwo: 0.55 }, 3: { one: 0.3, atMostTwo: 0.6 } } as const;

test.each([5, 3] as const)('a published b is seldom one person, base %i', (base) => {
  for (const found of singletonFigures(base, [30, 60, 120, 300], 40)) {
    expect(found.published).toBeGreaterThan(500);
    expect(found.one).toBeLessThanOrEqual(LIMITS[base].one);
    expect(found.atMostTwo).toBeLessThanOrEqual(LIMITS[base].atMostTwo);
  }
});
