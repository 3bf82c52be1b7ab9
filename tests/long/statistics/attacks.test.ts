import { expect, test } from 'vitest';
import { attackOneVariable, attackProfile } from '../../attack/statistics/insider-attack.ts';
import { attackCube, attackWithSeed } from '../../attack/statistics/insider-controls.ts';
import { intervalFigures } from '../../attack/statistics/interval-attack.ts';
import { singletonFigures } from '../../attack/statistics/singleton-attack.ts';
import { claimWholeRows } from '../../attack/statistics/whole-row-attack.ts';

// The attacks of tests/attack/statistics at full size: their figures stand in METHOD.md.

const SIZES = [30, 45, 60, 90, 120, 150, 200, 300, 600];

test.each([5, 3] as const)('intervals, base %i', (base) => {
  const found = intervalFigures(base, [30, 60, 110, 150, 200, 300, 600], 2);
  expect(found.targets).toBeGreaterThan(1000);
  expect(found).toMatchObject({ exactly: 0, narrowly: 0 });
});

test.each([
  { base: 5 as const, one: 0.25, atMostTwo: 0.55 },
  { base: 3 as const, one: 0.3, atMostTwo: 0.6 },
])('singletons, base $base', ({ base, one, atMostTwo }) => {
  for (const found of singletonFigures(base, SIZES, 60)) {
    expect(found.one).toBeLessThanOrEqual(one);
    expect(found.atMostTwo).toBeLessThanOrEqual(atMostTwo);
  }
});

test.each([5, 3] as const)('whole rows, base %i', (base) => {
  const { shown, leftOut, marginsOnly, pattern, control } = claimWholeRows(base, SIZES, 60);
  for (const { made, right } of [shown, leftOut, marginsOnly, pattern]) expect(right).toBeLessThanOrEqual(0.1 * made);
  expect(control.right).toBeGreaterThan(0.1 * control.made);
});

test.each([
  { base: 5 as const, one: 0.08, profile: 0.02 },
  { base: 3 as const, one: 0.15, profile: 0.04 },
])('the insider, base $base', ({ base, one, profile }) => {
  const sizes = [30, 60, 150, 300];
  const single = sizes.map((size) => attackOneVariable(base, size, 600));
  const pooled = (what: 'tried' | 'found' | 'known') => single.reduce((total, figures) => total + figures[what], 0);
  expect((pooled('found') - pooled('known')) / pooled('tried')).toBeLessThanOrEqual(one);
  for (const size of sizes) {
    const whole = attackProfile(base, size, 1000);
    expect((whole.found - whole.known) / whole.tried).toBeLessThanOrEqual(profile);
  }
});

test('controls: the insider with the seed, and the rounded cube', () => {
  for (const base of [5, 3] as const) {
    expect(attackWithSeed(base, 60, 15)).toBeLessThan(0.01);
    for (const size of [60, 150]) expect(attackCube(base, size, 100)).toBeGreaterThanOrEqual(0.9);
  }
});
