import type { Page } from '@playwright/test';
import type { CaseId } from '@romduol/shared/ids';
import { type HostileProxy, startProxy } from '../../attack/hostile-proxy.ts';
import type { Deployment } from '../deployment.ts';
import { expect, test as base } from '../fixtures.ts';

/** Everything that the pages of a test ask goes through a proxy that does what the owner of the machine could. */
export const test = base.extend<{ readonly hostile: HostileProxy }>({
  hostile: async ({ deployment }, use) => {
    const started = await startProxy(deployment.origin);
    await use(started);
    await started.close();
  },
  baseURL: ({ hostile }, use) => use(hostile.origin),
});

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export async function signIn(page: Page, deployment: Deployment, handle: string): Promise<void> {
  // A console that has just come: nothing is left of what an earlier one was told.
  await page.goto('/en/');
  await page.goto('/console');
  await page.getByLabel('Your handle').fill(handle);
  await page.getByLabel('Your passphrase').fill(deployment.passphrases.get(handle) ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
}
export const signedIn = (page: Page) =>
  expect(page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 30_000 });
export const openCase = (page: Page, caseId: CaseId) => page.goto(`/console#case/${caseId}`);
/** Waits until the words are read on the page. */
export const told = (page: Page, words: string) =>
  expect(page.getByText(words).first()).toBeVisible({ timeout: 20_000 });
