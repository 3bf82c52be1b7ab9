import { chooseLanguage } from '@romduol/web/pages/choose-language';
import { expect, test } from 'vitest';

test.each([
  ['km', 'km'],
  ['km-KH,en;q=0.5', 'km'],
  ['en-GB', 'en'],
  ['en;q=0.4, km;q=0.8', 'km'],
  ['km;q=0, en;q=0.1', 'en'],
  ['fr-FR, km;q=0.2', 'km'],
  ['EN-us', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['kmx', 'en'],
])('a browser that asks for %s gets %s', (asked, given) => {
  expect(chooseLanguage(asked)).toBe(given);
});
