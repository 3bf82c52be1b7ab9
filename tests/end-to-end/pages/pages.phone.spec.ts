import { expect, test } from '../fixtures.ts';

for (const language of ['en', 'km']) {
  for (const path of ['', 'report', 'help', 'rights', 'next', 'safety', 'statistics']) {
    test(`on a phone /${language}/${path} has room for fingers and eyes, and nothing runs out of the page`, async ({
      page,
    }) => {
      await page.goto(`/${language}/${path}`);
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((section) => section.setAttribute('open', '')),
      );
      const { small, tiny, tight } = await page.evaluate(() => {
        const visible = (one: Element) => one.getClientRects().length > 0 && !one.matches('.k');
        const all = [
          ...document.querySelectorAll<HTMLElement>('a, button, select, summary, label, textarea, [type=text]'),
        ].filter(visible);
        // A link within a sentence is exempt (WCAG 2.2, 2.5.8), and a field's name is not its target.
        const targets = all.filter((one) => !one.matches('p a, li a, .l'));
        return {
          small: targets
            .filter((one) => one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML.slice(0, 80)),
          tiny: [...document.querySelectorAll('body *')]
            .filter(
              (one) =>
                visible(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
            )
            .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
            .map((one) => one.outerHTML.slice(0, 80)),
          tight: [...document.querySelectorAll('main :lang(km)')]
            .filter((one) => visible(one) && one.closest('svg') === null)
            .filter(
              (one) => parseFloat(getComputedStyle(one).lineHeight) < 1.7 * parseFloat(getComputedStyle(one).fontSize),
            )
            .filter((one) => one.matches('p, li, label, legend, h1, h2, h3, summary'))
            .map((one) => one.outerHTML.slice(0, 80)),
        };
      });
      expect(small, 'too small to touch').toEqual([]);
      expect(tiny, 'too small to read').toEqual([]);
      expect(tight, 'lines too close for Khmer').toEqual([]);
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      // 400 % zoom of a 1280 pixel window: 320 by 256 pixels. The bar must leave room to read.
      await page.setViewportSize({ width: 320, height: 256 });
      const bar = await page.locator('header').boundingBox();
      expect(bar?.height).toBeLessThan(256 / 3);
    });
  }
}

test('a report goes through by touch alone', async ({ page }) => {
  await page.goto('/km/report');
  await page.locator('label:has([value=money_demanded])').tap();
  await page.locator('summary').nth(2).tap();
  await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).tap();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  await page.locator('main label').tap();
  await expect(page.locator('main [type=checkbox]')).toBeChecked();
});
