import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { makeCanaries } from '../report/canaries.ts';
import { handInReport, openCase, signIn } from './member-page.ts';

/** Everything that a browser would keep for the next person. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    // Number and hash of the member's own last statement may stay: they tell nothing of a case.
    local: Object.keys(localStorage).filter((key) => !key.startsWith('romduol.statement.')).length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookie: document.cookie,
  }));

test('a lock ends the worker and leaves nothing of the case in the page or the browser', async ({
  page,
  deployment,
}) => {
  const [story, begun] = makeCanaries(2) as [string, string];
  const caseId = await handInReport(deployment, 'sophea', { narrative: story, province: 'KH-12' });
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  await expect(page.getByText(story)).toBeVisible();
  await page.getByLabel('Write a note').fill(begun);
  expect(page.workers()).toHaveLength(1);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/drafts/')) sent.push(request.postData() ?? 'dropped');
  });

  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
  const left = await page.content();
  expect(left).not.toContain(story);
  expect(left).not.toContain(begun);
  expect(await kept(page)).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookie: '' });

  await page.getByLabel('Your passphrase').fill('not the right words at all');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toHaveText('The passphrase is not right.');
  await page.getByLabel('Your passphrase').fill(deployment.passphrases.get('sophea') ?? '');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(story)).toBeVisible();
  // What was begun was kept: sealed, on the server.
  await expect(page.getByLabel('Write a note')).toHaveValue(begun);
  expect(sent.join('\n')).toContain('ciphertext');
  expect(sent.join('\n')).not.toContain(begun);
  await page.getByRole('button', { name: 'Sign and record the note' }).click();
  await expect(page.getByLabel('Write a note')).toHaveValue('');
  await expect.poll(() => sent.at(-1)).toBe('dropped');
});

test('unlocking sends no passphrase and signs in anew when the session has ended', async ({
  page,
  context,
  deployment,
}) => {
  await signIn(page, deployment, 'sophea');
  await page.getByRole('button', { name: 'Lock' }).click();
  await context.clearCookies();
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(request.postData() ?? ''));
  const passphrase = deployment.passphrases.get('sophea') ?? '';
  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 20_000 });
  expect(bodies.join('\n')).not.toContain(passphrase.split(' ')[0]);
});

/** Nothing of a case is left: no worker that holds a key, nothing in the page, nothing that the browser keeps. */
async function expectNothingLeft(page: Page, story: string): Promise<void> {
  await expect.poll(() => page.workers().length).toBe(0);
  const left = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')]
      .map((field) => (field as HTMLInputElement).value)
      .join(''),
  }));
  expect(left.html).not.toContain(story);
  expect(left.fields).not.toContain(story);
  await expect(page.getByLabel('Your passphrase')).toHaveValue('');
  expect(await kept(page)).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookie: '' });
}

test('five minutes without a touch lock it, after a warning, and leave nothing', async ({ page, deployment }) => {
  const [story = ''] = makeCanaries(1);
  const caseId = await handInReport(deployment, 'sophea', { narrative: story, province: 'KH-12' });
  await page.clock.install();
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  await expect(page.getByText(story)).toBeVisible();
  await page.clock.fastForward('04:05');
  await expect(page.getByRole('alert')).toContainText('It locks within a minute');
  await page.getByRole('button', { name: 'I am still here' }).click();
  await page.clock.runFor(1_500);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText(story)).toBeVisible();
  await page.clock.fastForward('05:01');
  await expect(page.getByText('Nobody used it for five minutes')).toBeVisible();
  await expectNothingLeft(page, story);
});

test('two minutes out of sight lock it, and leave nothing', async ({ page, deployment }) => {
  const [story = ''] = makeCanaries(1);
  const caseId = await handInReport(deployment, 'sophea', { narrative: story, province: 'KH-12' });
  await page.clock.install();
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  await expect(page.getByText(story)).toBeVisible();
  const hide = () =>
    page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  await hide();
  await page.clock.fastForward('01:55');
  expect(page.workers()).toHaveLength(1);
  await page.clock.fastForward('00:06');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expectNothingLeft(page, story);
});

test('signing out ends the session on the server too', async ({ page, deployment }) => {
  await signIn(page, deployment, 'sophea');
  const ended = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect((await ended).ok()).toBe(true);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const own = await page.request.get('/api/accounts/own');
  expect(own.status()).toBe(401);
});

test('a wrong passphrase and an unknown name are told in the same words', async ({ page }) => {
  await page.goto('/console');
  for (const handle of ['sophea', 'nobody-of-this-name']) {
    await page.getByLabel('Your handle').fill(handle);
    await page.getByLabel('Your passphrase').fill('six words that are all wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toHaveText('The name or the passphrase is not right.');
  }
});

test('a worker that cannot start says so instead of waiting for ever', async ({ page }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto('/console');
  await page.getByLabel('Your handle').fill('sophea');
  await page.getByLabel('Your passphrase').fill('six words that are all wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('could not start');
});
