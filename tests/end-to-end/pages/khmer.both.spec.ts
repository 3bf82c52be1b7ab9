import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/**
 * What may stand in Latin letters on a Khmer page: names that are written so everywhere, and what a menu may be called on a
 * telephone that is not set to Khmer. Extend it with a reason, never with a sentence.
 */
const LATIN = new Set(
  [
    'JavaScript Shift SMS Telegram Messenger Signal Facebook Google Apple Wi-Fi Tor Browser Chrome Android Safari iPhone iCloud',
    'History New Incognito tab Menu Settings & privacy Chat settings In-app browser Open in Delete Private',
    'myactivity.google.com CSV reload',
  ].flatMap((line) => line.split(' ')),
);

/** Every public page, and the report page in the states that it has. Whoever adds a page adds it here. */
const PAGES: readonly (readonly [name: string, path: string, act?: (page: Page) => Promise<unknown>])[] = [
  ['home', ''],
  ['help', 'help'],
  ['rights', 'rights'],
  ['next', 'next'],
  ['safety', 'safety'],
  ['return', 'return'],
  ['statistics', 'statistics'],
  ['how figures are made', 'statistics/method'],
  ['nothing here', 'nothing'],
  ['report', 'report'],
  [
    'report with problems',
    'report',
    async (page) => {
      await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).click();
      await expect(page.locator('#errors')).toBeVisible();
    },
  ],
  [
    'receipt',
    'report',
    async (page) => {
      await page.locator('#narrative').fill('ពាក្យ');
      await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).click();
      await expect(page.locator('#receipt')).toHaveText(/\d/);
    },
  ],
];

/** Words in Latin letters, read from the markup: what is hidden now may be shown later. */
async function latinWordsOn(page: Page): Promise<string[]> {
  const html = (await page.content())
    .replaceAll(/<(script|style|svg)\b[^]*?<\/\1>/g, ' ')
    // What is marked as another language is meant to be: the switch, the key words.
    .replaceAll(/<(?!html)(\w+)\b[^>]*\blang="en"[^>]*>[^]*?<\/\1>/g, ' ')
    .replaceAll(/<!doctype[^>]*>/gi, ' ')
    // Places for numbers, which the page's script fills.
    .replaceAll(/\{\w+\}/g, ' ');
  const spoken = [...html.matchAll(/\b(?:aria-label|title|alt|placeholder|data-(?!to)[\w-]+)="([^"]*)"/g)].map(
    ([, text]) => text ?? '',
  );
  const text = [html.replaceAll(/<[^>]*>/g, ' '), ...spoken].join(' ').replaceAll(/&\w+;/g, ' ');
  return [...new Set(text.match(/[A-Za-z][A-Za-z.-]*[A-Za-z]|[A-Za-z]/g))].filter((word) => !LATIN.has(word));
}

for (const [name, path, act] of PAGES) {
  test(`nothing on the Khmer page is left in English: ${name}`, async ({ page }) => {
    await page.goto(`/km/${path}`);
    await act?.(page);
    expect(await latinWordsOn(page)).toEqual([]);
  });
}

test('the check finds what is left in English', async ({ page }) => {
  await page.goto('/en/safety');
  expect((await latinWordsOn(page)).length).toBeGreaterThan(100);
});
