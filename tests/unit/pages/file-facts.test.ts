import { callFile } from '@romduol/web/pages/file-facts';
import { fileFactWords } from '@romduol/web/pages/words/file-facts';
import { expect, test } from 'vitest';

test('a file is called what its sender called it, without signs that turn or hide what is read', () => {
  expect(callFile({ name: 'ភាព ១.png' }, 'en')).toBe('ភាព ១.png');
  expect(callFile({ name: 'photo\u202Egpj.exe' }, 'en')).toBe('photogpj.exe');
  expect(callFile({ name: 'a\u2066b\u2069\u0000\n\u200Fc' }, 'en')).toBe('abc');
  for (const name of ['', '\u202E\u200B']) expect(callFile({ name }, 'en')).toBe(fileFactWords.recording.en);
});
