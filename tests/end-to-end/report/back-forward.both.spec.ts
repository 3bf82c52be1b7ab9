import { once } from 'node:events';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
// oxlint-disable-next-line no-restricted-imports -- a browser of its own, whose one context is watched below
import { type Browser, type Page, chromium, test as base, expect } from '@playwright/test';
import { type Deployment, SAMPLE_PLAN, startDeployment } from '../deployment.ts';
import { watchAll } from '../fixtures.ts';

/*
 * The browser's memory of whole pages, which Playwright turns off and people's browsers have, with the headers of production
 * and, harder, without `no-store`, which keeps most browsers from remembering a page at all.
 */

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** The same site, but its pages may be remembered. */
const makeForgetful = (origin: string): Server =>
  createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const asked = request(origin + (incoming.url ?? '/'), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'cache-control': 'no-cache' });
      answer.pipe(outgoing);
    });
    asked.once('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });

type Sites = { readonly neutral: string; readonly deployment: Deployment; readonly remembered: string };

/* oxlint-disable no-empty-pattern -- Playwright reads a fixture's needs from this pattern, even when there are none. */
const test = base.extend<{ readonly tab: Page }, { readonly sites: Sites; readonly remembering: Browser }>({
  sites: [
    async ({}, use) => {
      const neutral = createServer((_, answer) =>
        answer.setHeader('content-type', 'text/html').end('<title>Weather</title>Fair'),
      );
      const address = `${await listen(neutral)}/`;
      const deployment = await startDeployment({ plan: SAMPLE_PLAN, environment: { NEUTRAL_SITE: address } });
      const forgetful = makeForgetful(deployment.origin);
      await use({ neutral: address, deployment, remembered: await listen(forgetful) });
      for (const server of [neutral, forgetful]) {
        server.closeAllConnections();
        server.close();
      }
      await deployment.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  remembering: [
    async ({ launchOptions }, use) => {
      const browser = await chromium.launch({
        ...launchOptions,
        channel: 'chromium',
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ remembering, javaScriptEnabled, sites }, use) => {
    const context = await remembering.newContext({ javaScriptEnabled });
    const wrongs: string[] = [];
    watchAll(context, [sites.deployment.origin, sites.remembered, new URL(sites.neutral).origin], wrongs);
    const page = await context.newPage();
    // Tells afterwards whether a page came out of the memory; the page itself never learns of it.
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) window.name = 'remembered';
      }),
    );
    await use(page);
    await context.close();
    expect(wrongs).toEqual([]);
  },
});

const wordsIn = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value).join(''));

const NARRATIVE = 'do not show this';

async function goBack(tab: Page): Promise<void> {
  // Without script Playwright never hears that a remembered page is there.
  await tab.goBack({ timeout: 3_000 }).catch(() => null);
  // A page that refreshes at once is not where it ends.
  await tab.waitForTimeout(300);
}
async function typeAndComeBack(tab: Page, origin: string): Promise<void> {
  await tab.goto(`${origin}/en/report`);
  await tab.locator('#narrative').fill(NARRATIVE);
  await tab.getByRole('link', { name: 'Your rights' }).click();
  await expect(tab).toHaveTitle('Romduol – reading');
  await goBack(tab);
  await expect(tab).toHaveURL(/report$/);
}
async function typeAndLeave(tab: Page, origin: string): Promise<void> {
  await tab.goto(`${origin}/en/rights`);
  await tab.goto(`${origin}/en/report`);
  await tab.locator('#narrative').fill(NARRATIVE);
  await tab.getByRole('button', { name: 'Leave quickly' }).click();
  await expect(tab).toHaveTitle('Weather');
}
test('what was typed is gone when one comes back to the page', async ({ tab, sites }) => {
  await typeAndComeBack(tab, sites.deployment.origin);
  expect(await wordsIn(tab)).toBe('');
});

test('after leaving, going back shows no page of ours', async ({ tab, sites }) => {
  await typeAndLeave(tab, sites.deployment.origin);
  for (let back = 0; back < 3; back += 1) {
    await goBack(tab);
    expect(`${await tab.title()} ${tab.url()}`).toMatch(/^(Weather http| about:blank)/);
  }
});

test.describe('where pages may be remembered', () => {
  test('the script has wiped what was typed; control: without it the words come back', async ({
    tab,
    sites,
    javaScriptEnabled,
  }) => {
    await typeAndComeBack(tab, sites.remembered);
    expect(await wordsIn(tab)).toBe(javaScriptEnabled ? '' : NARRATIVE);
    if (javaScriptEnabled) expect(await tab.evaluate(() => window.name)).toBe('remembered');
  });

  test('the script leaves for good; control: without it only `no-store` does', async ({
    tab,
    sites,
    javaScriptEnabled,
  }) => {
    await typeAndLeave(tab, sites.remembered);
    await goBack(tab);
    if (javaScriptEnabled) expect(await tab.title()).toBe('Weather');
    else expect(await wordsIn(tab)).toBe(NARRATIVE);
  });
});
