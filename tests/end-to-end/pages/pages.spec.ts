import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const PATHS = ['', 'report', 'help', 'rights', 'next', 'safety', 'statistics'];

test('the first address chooses the language by what the browser prefers', async ({ baseURL }) => {
  for (const [asked, chosen] of [
    ['km-KH,km;q=0.9,en;q=0.8', '/km/'],
    ['en-US,en;q=0.9,km;q=0.8', '/en/'],
    ['fr;q=0.9, km;q=0.5', '/km/'],
    ['de', '/en/'],
  ] as const) {
    const answer = await fetch(`${baseURL}/`, { headers: { 'accept-language': asked }, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, chosen]);
  }
});

test('the switch of language leads to the same page and back', async ({ page }) => {
  for (const path of PATHS) {
    await page.goto(`/en/${path}`);
    await page.getByRole('link', { name: 'ភាសាខ្មែរ' }).click();
    await expect(page).toHaveURL(new RegExp(`/km/${path}$`));
    await expect(page.locator('html')).toHaveAttribute('lang', 'km');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(new RegExp(`/en/${path}$`));
  }
});

test('titles and addresses do not say what the pages are for', async ({ page }) => {
  for (const language of ['en', 'km']) {
    for (const path of [...PATHS, 'nothing']) {
      await page.goto(`/${language}/${path}`);
      expect(await page.title()).toMatch(/^(Romduol|រំដួល)/);
      expect(await page.title()).not.toMatch(/violen|abuse|report|incident|lgbt|help|right|ហិង្សា|រាយការណ៍|ជំនួយ|សិទ្ធិ/i);
    }
  }
});

test('every page is sent with no-store, without a cookie, and asks nobody else for anything', async ({ baseURL }) => {
  for (const path of ['/', ...PATHS.map((one) => `/en/${one}`), '/en/nothing']) {
    const answer = await fetch(`${baseURL}${path}`, { redirect: 'manual' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const html = await answer.text();
    const named = [...html.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(([, address]) => address as string);
    expect(named.filter((address) => !/^(\/|#|tel:)/.test(address))).toEqual([]);
  }
});

test('equal inputs give byte-equal pages, in every encoding', async ({ baseURL }) => {
  for (const path of ['/en/report', '/km/', '/km/help']) {
    const texts = await Promise.all(
      ['br', 'gzip', 'identity', 'br'].map(async (encoding) => {
        const answer = await fetch(`${baseURL}${path}`, { headers: { 'accept-encoding': encoding } });
        expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
        return answer.text();
      }),
    );
    expect(new Set(texts).size).toBe(1);
  }
});

test('an address that is not there answers 404 with a way on, in the language of the address', async ({ page }) => {
  const answer = await page.goto('/km/nothing-here');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await page.locator('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/km\/$/);
});

test('the key words of the root stand on every page', async ({ page }) => {
  await page.goto('/en/');
  const words = await page.locator('footer b').textContent();
  expect(words?.split(' ')).toHaveLength(10);
  await page.goto('/km/report');
  await expect(page.locator('footer b')).toHaveText(words ?? '');
});

/** Moves the focus by Tab until it is on what the selector names; fails when it gets round without. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      const covered = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
        return !(over !== null && (focused.contains(over) || over.contains(focused)));
      });
      expect(covered, `${selector} is hidden under something`).toBe(false);
      return;
    }
  }
  throw new Error(`no way to ${selector} by keyboard`);
}

test('a report can be sent from the first page with the keyboard alone', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeInViewport();
  await tabTo(page, 'a[href="/en/report"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/report$/);
  await tabTo(page, '[name=safe_now]');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[name=safe_now][value=no]')).toBeChecked();
  await tabTo(page, '[name=categories]');
  await page.keyboard.press('Space');
  await tabTo(page, '#narrative');
  await page.keyboard.type('By keyboard alone.');
  await tabTo(page, 'details:not([open]) > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '#province');
  await page.keyboard.type('Kampot');
  await expect(page.locator('#province')).toHaveValue('KH-7');
  await tabTo(page, 'form#report button:not([name])');
  await page.keyboard.press('Enter');
  await expect(page.locator('main h1')).toBeFocused();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  await tabTo(page, 'main [type=checkbox]');
  await page.keyboard.press('Space');
  await expect(page.getByText('You can close this page now')).toBeVisible();
});

test('the receipt prints as a card that does not say what it is for', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('words');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const digits = (await page.locator('#receipt').textContent()) ?? '';
  await page.emulateMedia({ media: 'print' });
  expect((await page.locator('body').innerText()).trim()).toBe(digits);
});
