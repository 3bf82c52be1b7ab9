import { describe } from 'vitest';
import { loadSuite } from '../../attack/intake/load-suite.ts';
import { kinds } from '../../database/fresh.ts';

describe.each(kinds)('two hundred reports by sixteen at once, on %s', (kind) => {
  loadSuite(kind, 200);
});
