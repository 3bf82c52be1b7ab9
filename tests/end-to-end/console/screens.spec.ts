import { expect, test } from '../fixtures.ts';
import { lookAtScreens } from './look.ts';

for (const [language, colorScheme] of [
  ['en', 'light'],
  ['km', 'dark'],
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('no screen has anything that assistive technology would stumble over', async ({ page, deployment }) => {
      test.setTimeout(120_000);
      expect(await lookAtScreens(page, deployment, language, 'axe')).toEqual([]);
    });
  });
}
