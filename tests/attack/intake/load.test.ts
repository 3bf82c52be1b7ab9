import { describe } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { loadSuite } from './load-suite.ts';

/** Two hundred are for the long run. */
describe.each(mainKinds)('reports by many at once, on %s', (kind) => {
  loadSuite(kind, 48);
});
