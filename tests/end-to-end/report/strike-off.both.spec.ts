import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';

const RECEIPT = /^(\d{4} ){4}\d{4}$/;

/** Whether a member's console can open the report with these words. */
async function reads(deployment: Deployment, handle: string, words: string): Promise<boolean> {
  const desk = await deployment.desk(handle);
  return (await desk.queue()).some(({ answers }) => answers?.narrative === words);
}

test('whoever is struck off cannot read the report, and others see who was', async ({ page, deployment }) => {
  const words = `struck off ${crypto.randomUUID()}`;
  await page.goto('/en/report');
  await page.locator('#narrative').fill(words);
  await page.locator('#team').selectOption('capital');
  await page.getByRole('group', { name: 'Is there someone who should not read this?' }).getByLabel('sophea').check();
  await page.locator('#second_word').fill('ផ្កា');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  expect(await reads(deployment, 'sophea', words)).toBe(false);
  expect(await reads(deployment, 'bopha', words)).toBe(true);
  const desk = await deployment.desk('bopha');
  const row = (await desk.queue()).find(({ answers }) => answers?.narrative === words);
  const opened = await desk.openCase(row?.caseId ?? ('' as never));
  expect(opened.answers.strike_off).toHaveLength(1);
  expect(JSON.stringify(opened.answers)).not.toContain('ផ្កា');
});

test('a report that nobody could read is not sent, and nothing typed is lost', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('Nobody left');
  await page.locator('#team').selectOption('capital');
  await page.locator('#second_word').fill('ផ្កា');
  for (const handle of ['sophea', 'bopha']) await page.locator('#strike_off').getByLabel(handle).first().check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#errors')).toBeVisible();
  await expect(page.locator('#errors')).toContainText('Nobody would be left to read this');
  await expect(page.locator('#narrative')).toHaveValue('Nobody left');
  await expect(page.locator('#second_word')).toHaveValue('ផ្កា');
  await expect(page.locator('#strike_off').getByLabel('sophea').first()).toBeChecked();
});
