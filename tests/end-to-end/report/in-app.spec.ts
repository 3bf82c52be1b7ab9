import type { Page } from '@playwright/test';
import { violationsOn } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { makeCanaries } from './canaries.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; SM-A105F Build/QP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/80.0.3987.99 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const APPS = {
  'Facebook on Android': `${ANDROID} [FB_IAB/FB4A;FBAV/447.0.0.42.118;]`,
  'Messenger on Android': `${ANDROID} [FB_IAB/Orca-Android;FBAV/447.0.0.31.107;]`,
  'Facebook on an iPhone': `${IPHONE} [FBAN/FBIOS;FBAV/447.0.0.29.109;FBDV/iPhone12,1]`,
  'Instagram on an iPhone': `${IPHONE} Instagram 318.0.7.22.109 (iPhone12,1; iOS 15_6; en_US)`,
  'Telegram on Android':
    'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36 Telegram-Android/11.3.3 (Samsung SM-A105F; Android 13; SDK 33; AVERAGE)',
  'TikTok on Android': `${ANDROID} musical_ly_2023306050 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly ByteLocale/km BytedanceWebview/d8a21c6`,
  'Line on an iPhone': `${IPHONE} Safari Line/13.20.0`,
  'an app that says nothing, on an iPhone': IPHONE,
};
const BROWSERS = {
  'Chrome on Android':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  'Safari on an iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Tor Browser on Android': 'Mozilla/5.0 (Android 10; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0',
};

for (const [name, userAgent] of Object.entries(APPS)) {
  test(`${name}: the page says calmly how to open it in a browser`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ userAgent, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${baseURL}/km/report`);
    const advice = page.getByRole('region', { name: 'ទំព័រនេះកំពុងបើកនៅក្នុងកម្មវិធីផ្សេង' });
    await expect(advice).toContainText(`${baseURL}/km/report`);
    await advice.getByRole('button', { name: 'បន្តនៅទីនេះ' }).click();
    await expect(advice).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    await context.close();
  });
}

for (const [name, userAgent] of Object.entries(BROWSERS)) {
  test(`${name} is told nothing of the kind, and the server answers it the same`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ userAgent });
    const page = await context.newPage();
    await page.goto(`${baseURL}/en/report`, { waitUntil: 'networkidle' });
    await expect(page.locator('#in-app')).toHaveCount(0);
    const bodies = await Promise.all(
      [userAgent, APPS['Facebook on Android']].map(async (agent) =>
        (await fetch(`${baseURL}/en/report`, { headers: { 'user-agent': agent } })).text(),
      ),
    );
    expect(bodies[0]).toBe(bodies[1]);
    await context.close();
  });
}

test.describe('inside an app', () => {
  test.use({ userAgent: APPS['Facebook on Android'], viewport: { width: 320, height: 640 } });

  test('axe finds nothing on the advice', async ({ page }) => {
    await page.goto('/en/report');
    await expect(page.locator('#in-app')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  const send = async (page: Page): Promise<string> => {
    const [mark = ''] = makeCanaries(1);
    await page.locator('#narrative').fill(mark);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
    return mark;
  };

  /** What browsers inside apps, and old ones, have not got. Runs before the page's own scripts, there and in workers. */
  const takeAway = `for (const [of, names] of [
    [globalThis, ['structuredClone', 'MediaRecorder', 'open', 'print', 'share', 'PublicKeyCredential']],
    [globalThis.Navigator && Navigator.prototype, ['sendBeacon', 'mediaDevices', 'clipboard', 'share', 'serviceWorker']],
    [globalThis.Element && Element.prototype, ['replaceChildren']],
    [globalThis.Document && Document.prototype, ['replaceChildren']],
    [AbortSignal, ['timeout', 'any']], [Crypto.prototype, ['randomUUID']], [Object, ['hasOwn', 'groupBy']],
    [Promise, ['any', 'withResolvers']], [String.prototype, ['replaceAll', 'at']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']], [Uint8Array.prototype.__proto__, ['at', 'findLast']],
  ]) for (const name of names) if (of) { delete of[name]; if (of === globalThis) of[name] = undefined; }`;

  test('an old one without microphone, windows and much else seals in the browser all the same', async ({
    page,
    deployment,
  }) => {
    await page.addInitScript(takeAway);
    await page.route(/sealing-worker/, async (route) => {
      const response = await route.fetch({ headers: { 'accept-encoding': 'identity' } });
      await route.fulfill({ response, body: `${takeAway}\n${await response.text()}` });
    });
    await page.goto('/en/report');
    await expect(page.locator('#sealed')).toBeVisible();
    expect(await page.evaluate(() => typeof document.body.replaceChildren)).toBe('undefined');
    await page.locator('#identity_text').evaluate((field) => field.closest('details')?.setAttribute('open', ''));
    await page.locator('#identity_text').fill('x'.repeat(201));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.locator('#errors')).toBeFocused();
    await page.locator('#identity_text').fill('');
    const mark = await send(page);
    const desk = await deployment.desk('dara');
    const [row] = (await desk.queue()).filter(({ answers }) => answers?.narrative === mark);
    expect((await desk.openCase((row as NonNullable<typeof row>).caseId)).sealedBy).toBe('browser');
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await expect(page).toHaveTitle('Weather');
  });

  for (const missing of ['WebAssembly', 'Worker']) {
    test(`one without ${missing} says that the server reads the words, and takes them`, async ({
      page,
      deployment,
    }) => {
      await page.addInitScript(`delete globalThis.${missing}`);
      await page.goto('/en/report');
      await expect(page.locator('#in-app')).toBeVisible();
      await expect(page.locator('#bare')).toBeVisible();
      await expect(page.locator('#sealed')).toBeHidden();
      const mark = await send(page);
      const desk = await deployment.desk('dara');
      const [row] = (await desk.queue()).filter(({ answers }) => answers?.narrative === mark);
      expect((await desk.openCase((row as NonNullable<typeof row>).caseId)).sealedBy).toBe('server');
    });
  }

  test.describe(() => {
    test.use({ expected: [/Unexpected/] });
    test('one too old to read the scripts leaves the page whole, and honest', async ({ page }) => {
      // What a browser that does not know the newer grammar makes of it.
      await page.route(/\/assets\/.*\.js$/, async (route) => {
        const response = await route.fetch({ headers: { 'accept-encoding': 'identity' } });
        await route.fulfill({ response, body: `a ?!? b; ${await response.text()}` });
      });
      await page.goto('/en/report', { waitUntil: 'networkidle' });
      await expect(page.locator('#bare')).toBeVisible();
      await expect(page.locator('#sealed')).toBeHidden();
      await expect(page.locator('#shift')).toBeHidden();
      await send(page);
      await page.getByRole('button', { name: 'Leave quickly' }).click();
      await expect(page).toHaveTitle('Weather');
    });
  });
});
