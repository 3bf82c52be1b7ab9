import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { findCanaries, makeCanaries } from './canaries.ts';

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const RECEIPT = /^(\d{4} ){4}\d{4}$/;

test('a dropped connection is tried again with the same bytes, and one report is stored', async ({
  page,
  deployment,
}) => {
  const [mark = ''] = makeCanaries(1);
  const bodies: string[] = [];
  await page.route('**/api/reports', async (route) => {
    bodies.push(route.request().postData() ?? '');
    // The server takes it; the answer is lost on the way.
    if (bodies.length === 1) await route.fetch();
    await (bodies.length < 3 ? route.abort('connectionreset') : route.continue());
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill(mark);
  await send(page);
  await expect(page.locator('#progress')).toHaveText('The line dropped. Sending again…');
  await expect(page.locator('#receipt')).toHaveText(RECEIPT, { timeout: 15_000 });
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies).size).toBe(1);
  const rows = await (await deployment.desk('dara')).queue();
  expect(rows.filter(({ answers }) => answers?.narrative === mark)).toHaveLength(1);
});

test('without a connection the words stay, and the next press sends the same bytes', async ({ page }) => {
  test.setTimeout(90_000);
  const bodies: string[] = [];
  let connected = false;
  await page.route('**/api/reports', async (route) => {
    bodies.push(route.request().postData() ?? '');
    await (connected ? route.continue() : route.abort('internetdisconnected'));
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill('still here');
  await send(page);
  await expect(page.locator('#progress')).toHaveText(/There is no connection/, { timeout: 30_000 });
  await expect(page.locator('#narrative')).toHaveValue('still here');
  await expect(page.locator('#failed')).toBeHidden();
  connected = true;
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  expect(new Set(bodies).size).toBe(1);
});

test('when a report arrived but its answer did not, changed words go out under a receipt of their own', async ({
  page,
  deployment,
}) => {
  test.setTimeout(90_000);
  const [mark = '', more = ''] = makeCanaries(2);
  let lost = true;
  await page.route('**/api/reports', async (route) => {
    if (!lost) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill(mark);
  await send(page);
  await expect(page.locator('#progress')).toHaveText(/There is no connection/, { timeout: 30_000 });
  lost = false;
  await page.locator('#narrative').fill(`${mark} ${more}`);
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  const told = (await (await deployment.desk('dara')).queue()).map(({ answers }) => answers?.narrative);
  expect(told.filter((words) => words?.includes(mark)).sort()).toEqual([mark, `${mark} ${more}`]);
});

test.describe(() => {
  // The browser says what is wrong with a script that is none.
  test.use({ expected: [/Failed to load module script/] });
  for (const [what, pattern] of [
    ['the library', /libsodium.*\.wasm$/],
    ['the worker', /sealing-worker/],
    ['the sender', /sender/],
    ['the keyring', /\/api\/keyring$/],
    ['the keys', /\/api\/keyring\/keys/],
  ] as const) {
    test(`when ${what} does not come intact nothing is sent, and the page says so and lets the person choose`, async ({
      page,
      deployment,
    }) => {
      const canaries = makeCanaries(1);
      const [mark = ''] = canaries;
      const sent: Buffer[] = [];
      page.on('request', (request) => {
        const body = request.postDataBuffer();
        if (body !== null) sent.push(body);
      });
      await page.route(pattern, (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }));
      await page.goto('/en/report');
      await page.locator('#narrative').fill(mark);
      await send(page);
      await expect(page.locator('#failed')).toBeVisible();
      await expect(page.locator('#bare')).toBeVisible();
      await expect(page.locator('#sealed')).toBeHidden();
      expect(sent).toEqual([]);
      // Only by this button do words leave the page as they are: the search would have found them.
      await page.getByRole('button', { name: 'Send and let the server lock it' }).click();
      await expect(page.locator('#receipt')).toHaveText(RECEIPT);
      expect(findCanaries(Buffer.concat(sent), canaries)).toEqual(canaries);
      const desk = await deployment.desk('dara');
      const [row] = (await desk.queue()).filter(({ answers }) => answers?.narrative === mark);
      expect((await desk.openCase((row as NonNullable<typeof row>).caseId)).sealedBy).toBe('server');
    });
  }
});

test('after a failure the next press tries to seal again', async ({ page }) => {
  let broken = true;
  await page.route(/libsodium.*\.wasm$/, (route) =>
    broken ? route.fulfill({ status: 200, contentType: 'application/wasm', body: 'x' }) : route.continue(),
  );
  await page.goto('/en/report');
  await page.locator('#narrative').fill('twice');
  await send(page);
  await expect(page.locator('#failed')).toBeVisible();
  broken = false;
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
});

test('a key that the keyring does not name is not sealed to', async ({ page }) => {
  await page.route(/\/api\/keyring\/keys/, async (route) => {
    const answer = await route.fetch();
    const { keys } = (await answer.json()) as { keys: string[] };
    // A key of the server's own making in the place of the first.
    await route.fulfill({ json: { keys: keys.map((key, at) => (at === 0 ? key.replace(/^.{8}/, 'AAAAAAAA') : key)) } });
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill('for nobody else');
  await send(page);
  await expect(page.locator('#failed')).toBeVisible();
  await expect(page.locator('#receipt')).toHaveCount(0);
});
