import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { expect, test } from 'vitest';
import { expectBilingual, wordsIn } from '../language/bilingual.ts';

const catalogues = import.meta.glob('../../../web/src/pages/{words,texts}/*.ts', { eager: true });

test('every text of the public pages is there in both languages, in its own script', () => {
  const all = [...Object.entries(catalogues), ['help-numbers', SAMPLE_HELP_NUMBERS] as const].flatMap(
    ([where, words]) => [...wordsIn(words, where)],
  );
  expect(all.length).toBeGreaterThan(120);
  for (const [where, words] of all) {
    // The switch of language bears each language's own name for itself.
    if (!where.endsWith('layoutWords.language')) expectBilingual(words, where);
  }
});
