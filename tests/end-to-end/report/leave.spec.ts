import { NEUTRAL_SITE } from '../deployment.ts';
import { expect, goBack, test } from '../fixtures.ts';

for (const path of ['/en/report', '/km/help', '/en/', '/en/nothing-here']) {
  test(`leaving quickly from ${path} shows nothing of it again`, async ({ page }) => {
    await page.goto('/en/rights');
    await page.goto(path);
    if (path === '/en/report') await page.locator('#narrative').fill('do not show this');
    await page.getByRole('button', { name: /^(Leave quickly|ចាកចេញភ្លាម)$/ }).click();
    await expect(page).toHaveTitle('Weather');
    // The page itself has gone from the history; the one before it is latched.
    expect(await goBack(page)).toBe(NEUTRAL_SITE);
  });
}

test('Shift three times leaves, and says how many are missing', async ({ page }) => {
  await page.goto('/en/report');
  const status = page.locator('#shift');
  await page.keyboard.press('Shift');
  await expect(status).toHaveText('Shift: two more times to leave.');
  await page.keyboard.press('Shift');
  await expect(status).toHaveText('Shift: once more to leave.');
  await page.keyboard.press('Shift');
  await expect(page).toHaveTitle('Weather');
});

test('typing capitals does not leave', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').focus();
  for (const key of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${key}`);
  await expect(page.locator('#narrative')).toHaveValue('ABCD');
  await expect(page).toHaveURL(/report$/);
});

test('what was typed does not come back by the browser’s own memory', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('do not show this');
  await page.getByRole('link', { name: 'Your rights' }).click();
  await expect(page).toHaveTitle('Romduol – reading');
  await page.goBack();
  await expect(page.locator('#narrative')).toHaveValue('');
});

test('the receipt does not come back either', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('words');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/\d/);
  await page.getByRole('link', { name: 'Your rights' }).click();
  await expect(page).toHaveTitle('Romduol – reading');
  await page.goBack();
  await expect(page.locator('#receipt')).toHaveCount(0);
});

test('a page that the browser puts away keeps nothing, and one that it takes out again is loaded anew', async ({
  page,
}) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('do not keep this');
  await page.locator('[name=safe_now][value=no]').check();
  // Whether a browser keeps pages in its memory is its own affair; what a page is told is the same everywhere.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(page.locator('#narrative')).toHaveValue('');
  await expect(page.locator('[name=safe_now][value=no]')).not.toBeChecked();

  await page.locator('#narrative').fill('words');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/\d/);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(page.locator('#receipt')).toHaveText('');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page.locator('#narrative')).toBeVisible();
});
