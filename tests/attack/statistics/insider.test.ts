import { expect, test } from 'vitest';
import { attackOneVariable, attackProfile } from './insider-attack.ts';
import { attackCube, attackWithSeed } from './insider-controls.ts';

// The attack: an insider knows every record but one and the number of them, has the release and not the seed, and asks what
// the missing record says. Passes when the release adds little to what the others' records say already. The controls show
// why the seed is publishers' only and is destroyed, and why no cube of all variables is ever rounded.

const POINTS = { 5: { one: 0.08, profile: 0.02 }, 3: { one: 0.15, profile: 0.04 } } as const;

test.each([5, 3] as const)('the release adds little to what an insider knows of one variable, base %i', (base) => {
  const figures = [30, 150].map((size) => attackOneVariable(base, size, 120));
  const sum = (what: 'tried' | 'found' | 'known') => figures.reduce((total, one) => total + one[what], 0);
  expect(sum('tried')).toBeGreaterThan(1500);
  expect((sum('found') - sum('known')) / sum('tried')).toBeLessThanOrEqual(POINTS[base].one);
});

test.each([5, 3] as const)(
  'the release adds next to nothing to what an insider knows of a whole profile, base %i',
  (base) => {
    for (const size of [60, 150]) {
      const { tried, found, known } = attackProfile(base, size, 250);
      expect((found - known) / tried).toBeLessThanOrEqual(POINTS[base].profile);
    }
  },
);

test('control: with the seed the insider is left with a handful of profiles', () => {
  expect(attackWithSeed(5, 60, 5)).toBeLessThan(0.01);
});

test('control: from one rounded cube the insider finds the whole profile without the seed', () => {
  expect(attackCube(5, 60, 40)).toBeGreaterThanOrEqual(0.9);
});
