import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { violationsOn } from '../accessible.ts';
import { startDeployment } from '../deployment.ts';
import { watch } from '../fixtures.ts';

test('an empty deployment is founded from its link, and its members sign in', async ({ page }) => {
  test.setTimeout(120_000);
  const empty = await startDeployment({ plan: null });
  const wrongs = watch(page, empty.origin);
  try {
    await page.goto(`${empty.origin}/console#found=${empty.foundingToken}`);
    await expect(page.getByRole('heading', { name: 'Set up Romduol' })).toBeVisible();
    // The one-time right must not stay where others could read it.
    expect(page.url()).toBe(`${empty.origin}/console`);
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('button', { name: 'Make the keys and begin' }).click();
    await expect(page.getByRole('alert')).toContainText('Please mend these first');
    const names = page.getByLabel('Name in English');
    await names.nth(0).fill('Sample organisation');
    await names.nth(1).fill('Capital');
    await page.getByLabel('Name in Khmer').nth(0).fill('អង្គការគំរូ');
    await page.getByLabel('Name in Khmer').nth(1).fill('រាជធានី');
    await page.getByText('Provinces it covers').first().click();
    await page.getByRole('button', { name: 'Cover all provinces still free' }).click();
    for (const [place, handle] of ['admin', 'bopha', 'sophea'].entries()) {
      await page.getByLabel('Handle').nth(place).fill(handle);
    }
    await page.getByRole('button', { name: 'Make the keys and begin' }).click();
    await expect(page.getByRole('heading', { name: 'Romduol is set up' })).toBeVisible({ timeout: 60_000 });
    expect(await violationsOn(page)).toEqual([]);

    const passphrase = await page.locator('.passphrases li', { hasText: 'sophea' }).locator('code').textContent();
    expect(passphrase?.split(' ')).toHaveLength(6);
    const seed = await page.locator('.root-seed').textContent();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the root key as a file' }).click(),
    ]);
    expect(await readFile((await file.path()) ?? '', 'utf8')).toContain(seed?.trim());

    const goOn = page.getByRole('button', { name: 'Go on to sign in' });
    await expect(goOn).toBeDisabled();
    await page.getByLabel('The passphrases are handed over').check();
    await goOn.click();
    await expect(page.getByText(passphrase ?? '')).toHaveCount(0);
    await page.getByLabel('Your handle').fill('sophea');
    await page.getByLabel('Your passphrase').fill(passphrase ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('No report has come in yet.')).toBeVisible({ timeout: 20_000 });
    expect(wrongs).toEqual([]);
  } finally {
    await empty.stop();
  }
});
