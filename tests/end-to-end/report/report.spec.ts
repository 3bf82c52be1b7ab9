import type { Page, Request } from '@playwright/test';
import type { Answers } from '@romduol/shared/questionnaire/answers';
import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';
import { findCanaries, makeCanaries } from './canaries.ts';

const send = (page: Page) => page.getByRole('button', { name: /^(Send|ផ្ញើ)$/ }).click();
const openSections = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((section) => section.setAttribute('open', '')));
const RECEIPT = /^(\d{4} ){4}\d{4}$/;

/** The one case whose words hold this mark, opened as a caseworker's console opens it. */
async function openWhere(deployment: Deployment, handle: string, mark: string) {
  const desk = await deployment.desk(handle);
  const rows = (await desk.queue()).filter(({ answers }) => answers?.narrative?.includes(mark));
  expect(rows).toHaveLength(1);
  return desk.openCase((rows[0] as (typeof rows)[0]).caseId);
}

test('with script no request holds a word of what was written, and a caseworker reads all of it', async ({
  page,
  deployment,
}) => {
  const canaries = makeCanaries(20);
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  const [narrative, identity, value, safety] = [
    canaries.slice(0, 14),
    canaries.slice(14, 16),
    canaries.slice(16, 18),
    canaries.slice(18),
  ].map((some) => some.join('\n')) as [string, string, string, string];
  await page.goto('/en/report');
  await openSections(page);
  await page.locator('#narrative').fill(narrative);
  await page.locator('#identity_text').fill(identity.replace('\n', ' '));
  await page.locator('#contact_value').fill(value.replace('\n', ' '));
  await page.locator('#contact_safety').fill(safety);
  await page.getByLabel('Locked in, or taken').check();
  await page.locator('[name=safe_now][value=unsure]').check();
  await page.locator('[name=contact_mode][value=signal]').check();
  await page.locator('[name=consent_statistics][value=yes]').check();
  await page.locator('#province').selectOption('KH-12');
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);

  const bodies = requests.map((request) => request.postDataBuffer() ?? Buffer.alloc(0));
  const addresses = requests.map((request) => Buffer.from(request.url()));
  expect(bodies.filter((body) => body.length > 0)).toHaveLength(1);
  expect(findCanaries(Buffer.concat([...bodies, ...addresses]), canaries)).toEqual([]);

  const opened = await openWhere(deployment, 'sophea', canaries[0] as string);
  expect(opened.answers).toEqual({
    codebook: 1,
    safe_now: 'unsure',
    categories: ['confined_or_cured'],
    narrative,
    province: 'KH-12',
    identity_text: identity.replace('\n', ' '),
    consent_statistics: 'yes',
  } satisfies Answers);
  expect(opened.contact).toEqual({
    contact_mode: 'signal',
    contact_value: value.replace('\n', ' '),
    contact_safety: safety,
  });
  expect(opened.sealedBy).toBe('browser');
  expect(opened.flags).toEqual([]);
});

test('the Khmer page seals Khmer words and shows the receipt in both scripts', async ({ page, deployment }) => {
  const mark = makeCanaries(2)[1] as string;
  await page.goto('/km/report');
  await page.locator('#narrative').fill(`${mark} គេបានដេញខ្ញុំចេញពីផ្ទះ។`);
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  const latin = (await page.locator('#receipt').textContent()) ?? '';
  const khmer = (await page.locator('#receipt-km').textContent()) ?? '';
  expect(khmer.replaceAll(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))).toBe(latin);
  const opened = await openWhere(deployment, 'dara', mark);
  expect(opened.answers.narrative).toBe(`${mark} គេបានដេញខ្ញុំចេញពីផ្ទះ។`.normalize('NFC'));
});

test('nothing heavy is fetched before the form is touched, and nothing is kept in the browser', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/en/report', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /wasm|worker|sender|keyring/.test(path))).toEqual([]);
  await page.locator('#narrative').focus();
  await expect.poll(() => asked.filter((path) => /wasm|worker|sender|keyring/.test(path)).length).toBe(4);
  await page.locator('#narrative').fill('umbrella');
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  // What was typed has left the page with the form.
  expect(await page.content()).not.toContain('umbrella');
  expect(page.workers()).toHaveLength(0);
});

test('the way on comes into view when the receipt has been copied', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('copied');
  await send(page);
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.getByText('You can close this page now')).toBeHidden();
  await page.getByLabel('I have copied it').check();
  await expect(page.getByText('You can close this page now')).toBeVisible();
});

test('problems are named on top and at the field, the focus is moved, and nothing typed is lost', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#contact_value').fill('0'.repeat(201));
  await send(page);
  const summary = page.locator('#errors');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Number or name to use there – This is longer than we can take. Please shorten it to 200 characters. Nothing you wrote is lost.',
    'In your own words – Please choose what happened, or write a few words. One of them is enough.',
  ]);
  await expect(page.locator('#contact_value')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#contact_value')).toHaveValue('0'.repeat(201));
  await summary.getByRole('link').nth(1).click();
  await expect(page.locator('#narrative')).toBeInViewport();
  await page.locator('#narrative').fill('Now there are words.');
  await page.locator('#contact_value').fill('012 345 678');
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
});

test('the switch of language keeps what was typed', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('Half a story');
  // A page without room for it is not gone to: here one of trouble.
  await page.route('**/km/report', (route) =>
    route.fulfill({ status: 503, contentType: 'text/html', body: '<!doctype html><title>Trouble</title><p>Trouble' }),
  );
  const refused = page.waitForResponse('**/km/report');
  await page.getByRole('link', { name: 'ភាសាខ្មែរ' }).click();
  await (await refused).finished();
  await page.unroute('**/km/report');
  await expect(page.locator('#narrative')).toHaveValue('Half a story');
  await page.getByLabel('Threats, insults').check();
  await openSections(page);
  await page.locator('#setting').selectOption('school');
  await page.getByRole('link', { name: 'ភាសាខ្មែរ' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await expect(page).toHaveURL(/\/km\/report$/);
  await expect(page.locator('#narrative')).toHaveValue('Half a story');
  await expect(page.locator('[value=emotional_threat]')).toBeChecked();
  await expect(page.locator('#setting')).toHaveValue('school');
  await expect(page.locator('#sealed')).toBeVisible();
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
});
