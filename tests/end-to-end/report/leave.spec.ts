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

test('nobody is quicker with “Back” than the latch, even where word of the leaving gets nowhere', async ({
  page,
  context,
}) => {
  const told: string[] = [];
  await context.route(/\/exit$/, (route) => {
    told.push(route.request().method());
  });
  await page.goto('/en/rights');
  await page.goto('/km/help');
  await page.getByRole('button', { name: 'ចាកចេញភ្លាម' }).click();
  await expect(page).toHaveTitle('Weather');
  expect(await goBack(page)).toBe(NEUTRAL_SITE);
  expect(told).toEqual(['POST']);
});

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
  // Whether a browser keeps pages in its memory is its own affair; what a page is told is the same everywhere.
  const putAway = () => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const takeOut = () => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  const left = () => page.evaluate(() => document.documentElement.innerHTML);
  await page.goto('/en/report');
  await page.locator('#narrative').fill('do not keep this');
  await putAway();
  expect(await left()).toBe('');
  await takeOut();
  await expect(page.locator('#narrative')).toHaveValue('');

  await page.locator('#narrative').fill('words');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/\d/);
  await putAway();
  expect(await left()).toBe('');
  await takeOut();
  await expect(page.locator('#narrative')).toBeVisible();
});

test('what the server drew into a form again is not left behind either', async ({ page }) => {
  await page.route(/libsodium.*\.wasm$/, (route) => route.abort());
  await page.goto('/en/report');
  await page.locator('#narrative').fill('do not keep this');
  await page.locator('details:has(#identity_text)').evaluate((section) => section.setAttribute('open', ''));
  await page.locator('#identity_text').fill('x'.repeat(201));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Send and let the server lock it' }).click();
  await expect(page).toHaveTitle('Romduol – form, please look again');
  await expect(page.locator('#narrative')).toHaveText('do not keep this');
  // The script that forgets has come by then.
  await page.waitForLoadState();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('do not keep this');
});

test('the keyboard alone leaves: the button is among the first to be reached', async ({ page }) => {
  await page.goto('/en/report');
  const button = page.getByRole('button', { name: 'Leave quickly' });
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Weather');
});

test('leaving works before any script has come', async ({ page }) => {
  await page.route(/\/assets\/.*\.js$/, () => undefined);
  await page.goto('/en/report', { waitUntil: 'commit' });
  await page.locator('#narrative').fill('do not show this');
  await page.getByRole('button', { name: 'Leave quickly' }).click();
  await expect(page).toHaveTitle('Weather');
  expect(await goBack(page)).toBe(NEUTRAL_SITE);
});

for (const [what, pattern] of [
  ['the library is on its way', /libsodium.*\.wasm$/],
  ['the report is being sent', /\/api\/reports$/],
] as const) {
  test(`leaving works while ${what}`, async ({ page }) => {
    await page.route(pattern, () => undefined);
    await page.goto('/en/report');
    await page.locator('#narrative').fill('do not show this');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.locator('#progress')).not.toBeEmpty();
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await expect(page).toHaveTitle('Weather');
  });
}

test('leaving works in a browser that sends no beacons, and latches all the same', async ({ page, context }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'sendBeacon'));
  await page.goto('/en/report');
  await page.getByRole('button', { name: 'Leave quickly' }).click();
  await expect(page).toHaveTitle('Weather');
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['__Host-l']);
});
