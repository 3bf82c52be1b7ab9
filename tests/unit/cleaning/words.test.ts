import * as words from '@romduol/shared/cleaning/words';
import { expect, test } from 'vitest';
import { expectBilingual, wordsIn } from '../language/bilingual.ts';
import { CLEANABLE } from './fixture-files.ts';

test('everything said about cleaning is there in both languages', () => {
  const all = [...wordsIn(words, 'cleaning')];
  expect(all.length).toBe(18);
  for (const [where, one] of all) expectBilingual(one, where);
});

test('each file is spoken of as what it is', () => {
  const groups = Object.entries(CLEANABLE).map(([name, type]) => [name.split('.')[0], words.groupOf(type)]);
  expect(Object.fromEntries(groups)).toMatchObject({
    photo: 'picture',
    film: 'film',
    sound: 'sound',
    letter: 'document',
  });
  expect(words.groupOf('application/octet-stream')).toBe('other');
});
