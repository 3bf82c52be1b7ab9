import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

// Every end-to-end test fails over a violated policy. These break policies on purpose, to show that it really would.

const BREACHES: readonly (readonly [string, RegExp, (page: Page) => Promise<unknown>])[] = [
  [
    'markup made of a string',
    /TrustedHTML/,
    (page) => page.evaluate(() => (document.body.innerHTML = '<b>x</b>')).catch(() => undefined),
  ],
  [
    'a script in the page',
    /TrustedScript|script-src/,
    (page) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        script.append('void 0');
        document.body.append(script);
      }),
  ],
  [
    'a style in an attribute',
    /style-src|inline style/,
    (page) => page.evaluate(() => document.body.setAttribute('style', 'color: red')),
  ],
  [
    'a picture from elsewhere',
    /img-src/,
    (page) =>
      page.evaluate(() => {
        new Image().src = 'https://elsewhere.invalid/x.png';
      }),
  ],
  [
    'a call from a worker to elsewhere',
    /connect-src/,
    async (page) => {
      const started = page.waitForEvent('worker');
      await page.getByRole('textbox').first().click();
      const worker = await started;
      await worker.evaluate(() => fetch('https://elsewhere.invalid/').catch(() => undefined));
    },
  ],
];

test('each breach of a policy is heard, in the page and in its worker', async ({ page, wrongs }) => {
  for (const [name, said, breach] of BREACHES) {
    await page.goto('/en/report');
    await breach(page);
    await expect.poll(() => wrongs.some((wrong) => said.test(wrong)), { message: name }).toBe(true);
    wrongs.length = 0;
  }
});

test('and so it is in a context that a test made for itself', async ({ browser, baseURL, wrongs }) => {
  const page = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await page.goto('/en/report');
  await BREACHES[0]?.[2](page);
  await expect.poll(() => wrongs.some((wrong) => /TrustedHTML/.test(wrong))).toBe(true);
  wrongs.length = 0;
});

test('and fails the test in which it happened', async ({ page, wrongs }) => {
  await page.goto('/en/report');
  await BREACHES[0]?.[2](page);
  await expect.poll(() => wrongs.length).toBeGreaterThan(0);
  // Said only now: had nothing been heard, this test would fail plainly. What must fail is its end, which listens.
  test.fail();
});
