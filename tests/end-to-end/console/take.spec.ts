import { expect, test } from '../fixtures.ts';
import { makeCanaries } from '../report/canaries.ts';
import { signIn } from './member-page.ts';

test('a report is taken down by keyboard, comes back after a reload, and its number is read out', async ({
  page,
  deployment,
}) => {
  const [words = ''] = makeCanaries(1);
  const narrative = page.getByLabel('In your own words').first();
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(request.postData() ?? ''));
  await signIn(page, deployment, 'sophea');
  await page.getByRole('link', { name: 'Take a report' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Take a report' })).toBeFocused();
  await page.getByRole('button', { name: 'Seal and hand in' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await narrative.focus();
  const kept = page.waitForResponse((answer) => answer.url().includes('/api/drafts/'));
  await page.keyboard.type(words);
  await kept;

  // The telephone rang off, and the browser was closed.
  await page.reload();
  await signIn(page, deployment, 'sophea');
  await page.goto('/console#take');
  await expect(narrative).toHaveValue(words);
  await narrative.focus();
  await page.getByRole('button', { name: 'Seal and hand in' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.receipt-card p').first()).toHaveText(/^(\d{4} ){4}\d{4}$/);
  await expect(page.locator('.receipt-card p').last()).toHaveText(/^([០-៩]{4} ){4}[០-៩]{4}$/);
  expect(bodies.join('\n')).not.toContain(words);

  // A call comes in, the console locks, and the number is still to be read out.
  const number = (await page.locator('.receipt-card p').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await page.content()).not.toContain(number);
  await page.getByLabel('Your passphrase').fill(deployment.passphrases.get('sophea') ?? '');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.locator('.receipt-card p').first()).toHaveText(number);
  expect(bodies.join('\n')).not.toContain(number);
  await page.getByRole('button', { name: 'They have the number' }).click();
  await expect(narrative).toHaveValue('');
});
