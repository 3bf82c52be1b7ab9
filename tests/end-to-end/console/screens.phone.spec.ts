import { expect, test } from '../fixtures.ts';
import { lookAtScreens } from './look.ts';

for (const language of ['en', 'km'] as const) {
  test(`every screen fits a phone 360 pixels wide, in ${language}`, async ({ page, deployment }) => {
    test.setTimeout(120_000);
    expect(await lookAtScreens(page, deployment, language, 'width')).toEqual([]);
  });
}

test('what a finger touches is 44 pixels high', async ({ page, deployment }) => {
  await page.goto('/console');
  await page.getByLabel('Your handle').fill('bopha');
  await page.getByLabel('Your passphrase').fill(deployment.passphrases.get('bopha') ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('.bar nav')).toBeVisible({ timeout: 20_000 });
  for (const screen of ['queue', 'directory/new', 'members']) {
    await page.goto(`/console#${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'a, button, select, summary, label.option, input:not([type=radio], [type=checkbox])',
        ),
      ]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small.filter((html) => !html.includes('class="skip"'))).toEqual([]);
  }
});
