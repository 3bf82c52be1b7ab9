import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CASE_TASKS } from '@romduol/web/console/routes';

/** Where the build put this file: `tests/dist/program`. */
export const ROOT = join(import.meta.dirname, '../../..');
export const FOLDER = join(ROOT, 'dist/screenshots');
/** Every pane of a case but that of one referral, which wants one that is under way. */
const PANES = CASE_TASKS.filter((task) => task !== 'referral');

export async function shoot(page: Page, name: string, whole = true): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: whole });
}

export async function settle(page: Page): Promise<void> {
  // A console's stream of changes is never idle.
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
  await page.waitForTimeout(400);
}

/** The place of their own cases among the lists. */
const MINE = 3;

export async function shootCase(page: Page, end: string): Promise<void> {
  // One of the member's own: before another's stands a question.
  await page.locator('.tabs button').nth(MINE).click();
  const links = page.locator('a[href^="#case/"]');
  await links.first().click();
  await settle(page);
  await shoot(page, `case-${end}`);
  const hash = await page.evaluate(() => location.hash);
  for (const task of PANES) {
    await page.evaluate((to) => {
      location.hash = to;
    }, `${hash}/${task}`);
    await settle(page);
    await shoot(page, `case-${task}-${end}`);
  }
}
