import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { expectAccessible, violationsOn } from '../accessible.ts';

// The checker is itself a script: for the pages as they are without script, only theirs are kept from coming.
test.use({ javaScriptEnabled: true });
test.beforeEach(async ({ page }, { project }) => {
  if (project.name === 'bare') await page.route('**/*.js', (route) => route.abort());
});

const send = (page: Page) => page.getByRole('button', { name: /^(Send|ផ្ញើ)$/ }).click();
const openSections = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((section) => section.setAttribute('open', '')));

/** Every public page, each in the states that it has. */
const PAGES: readonly (readonly [name: string, path: string, act?: (page: Page) => Promise<unknown>])[] = [
  ['home', ''],
  ['help', 'help'],
  ['rights', 'rights'],
  ['next', 'next'],
  ['safety', 'safety'],
  ['statistics', 'statistics'],
  ['how figures are made', 'statistics/method'],
  ['nothing here', 'nothing'],
  [
    'report, all sections open, somebody unsafe',
    'report',
    async (page) => {
      await openSections(page);
      await page.locator('[name=safe_now][value=no]').check();
    },
  ],
  [
    'report with problems',
    'report',
    async (page) => {
      await openSections(page);
      await page.locator('#identity_text').fill('x'.repeat(201));
      await send(page);
      await expect(page.locator('#errors')).toBeFocused();
    },
  ],
  [
    'receipt',
    'report',
    async (page) => {
      await page.locator('#narrative').fill('words');
      await send(page);
      await expect(page.locator('#receipt')).toHaveText(/\d/);
      await page.locator('main [type=checkbox]').check();
    },
  ],
];

for (const language of ['en', 'km'] as const) {
  for (const [name, path, act] of PAGES) {
    test(`axe finds nothing on ${name} (${language}), narrow and wide, light and dark`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`/${language}/${path}`);
      await act?.(page);
      await expectAccessible(page);
    });
  }
}

test('control: the check finds a picture without words, and grey words on white, by colours alone too', async ({
  page,
}) => {
  await page.goto('/en/help');
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.setAttribute('hidden', '');
    paragraph.append('grey', document.createElement('img'));
    document.querySelector('main')?.append(paragraph);
  });
  expect(await violationsOn(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('main p[hidden]')?.removeAttribute('hidden'));
  await page.evaluate(() => {
    const paragraph = document.querySelector<HTMLElement>('main > p:last-child');
    paragraph?.style.setProperty('color', '#ccc');
    paragraph?.style.setProperty('background', '#fff');
  });
  expect((await violationsOn(page)).map((violation) => violation.split(':')[0])).toEqual(
    expect.arrayContaining(['color-contrast', 'image-alt']),
  );
  expect((await violationsOn(page, [], 'colours')).map((violation) => violation.split(':')[0])).toEqual([
    'color-contrast',
  ]);
});
