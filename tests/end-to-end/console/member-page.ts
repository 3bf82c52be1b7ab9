import { type Page, expect } from '@playwright/test';
import type { CaseId } from '@romduol/shared/ids';
import type { Deployment } from '../deployment.ts';

/** Signs a member in by the console's own screen. */
export async function signIn(page: Page, deployment: Deployment, handle: string): Promise<void> {
  await page.goto(`${deployment.origin}/console`);
  await page.getByLabel('Your handle').fill(handle);
  await page.getByLabel('Your passphrase').fill(deployment.passphrases.get(handle) ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 20_000 });
}

/** Hands in a report as a browser without script does, and answers the case that it became. */
export async function handInReport(
  deployment: Deployment,
  reader: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
): Promise<CaseId> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(answers)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  const desk = await deployment.desk(reader);
  const before = new Set((await desk.queue()).map(({ caseId }) => caseId));
  const answer = await fetch(`${deployment.origin}/en/report`, {
    method: 'POST',
    body: form,
    headers: { origin: deployment.origin },
  });
  expect(answer.status).toBe(200);
  const added = (await desk.queue()).filter(({ caseId }) => !before.has(caseId));
  const [row] = added;
  if (row === undefined || added.length > 1) throw new Error('the report did not become one case');
  return row.caseId;
}

export async function openCase(page: Page, caseId: CaseId): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/console#case/${caseId}`);
  await expect(page.getByRole('heading', { name: 'The report', exact: true })).toBeVisible();
}

/** The pane of the case, and its one button that signs. */
export const pane = (page: Page) => page.locator('.pane');
export async function recordPane(page: Page): Promise<void> {
  await pane(page).locator('form button.primary').click();
  await expect(pane(page)).toHaveCount(0);
}

/** Adds a service to the directory by its screen; the name says which test it is of. */
export async function addService(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Directory' }).click();
  await page.getByRole('link', { name: 'Add an entry' }).click();
  await page.getByLabel('Name in English').fill(name);
  await page.getByLabel('What it is').selectOption('referral_hospital');
  await page.getByLabel('Province').selectOption('KH-12');
  await page.getByLabel('Health care').check();
  await page.getByLabel('Agreed to be listed', { exact: true }).check();
  await page.getByLabel('Trained on').selectOption('trained');
  await page.getByRole('button', { name: 'Verified today' }).click();
  await page.getByRole('button', { name: 'Seal and save' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
}
