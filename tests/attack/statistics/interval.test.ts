import { expect, test } from 'vitest';
import { attackBySuppression, intervalFigures } from './interval-attack.ts';

// The attack: from all published tables, with b, the programme, E and the true number of records, whoever can solve a
// linear programme works out between which values each true figure lies. Passes when no true 1 or 2 is found exactly, nor to
// within fewer than b − 1. The control is what statistical offices did for long: exact tables, 1 to 4 left blank.

test.each([5, 3] as const)('no true 1 or 2 is found by linear programmes, base %i', (base) => {
  const found = intervalFigures(base, [60, 150, 300, 400], 1);
  expect(found.targets).toBeGreaterThan(200);
  expect(found).toMatchObject({ exactly: 0, narrowly: 0 });
  expect(found.narrowest).toBeGreaterThanOrEqual(base - 1);
});

test('control: the same programmes read blanked cells of exact tables', () => {
  const found = attackBySuppression([60, 150], 3);
  expect(found.targets).toBeGreaterThan(100);
  expect(found.exactly / found.targets).toBeGreaterThan(0.1);
});
