import type { BrowserContext, Page } from '@playwright/test';
import type { DemoAccount } from '../end-to-end/demo/start-demo.ts';
import { settle, shoot } from './shoot.ts';

/** A telephone that many have, and a desk. */
export const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const;
export type Size = keyof typeof SIZES;
export type Language = 'en' | 'km';

export type Account = Pick<DemoAccount, 'handle' | 'roles' | 'passphrase'>;

/** Opens the console in a language; `end` also takes a picture of the door. */
export async function signIn(
  context: BrowserContext,
  origin: string,
  account: Account,
  language: Language,
  end?: string,
): Promise<Page> {
  await context.clearCookies();
  const page = await context.newPage();
  await page.goto(`${origin}/console`);
  await chooseLanguage(page, language);
  await page.locator('input').first().waitFor();
  if (end !== undefined) await shoot(page, `sign-in-${end}`);
  const fields = page.locator('main input');
  await fields.nth(0).fill(account.handle);
  await fields.nth(1).fill(account.passphrase);
  await page.keyboard.press('Enter');
  await page.locator('nav a').first().waitFor({ timeout: 60_000 });
  await settle(page);
  return page;
}

/** The console opens in the browser's language; the switch is there for whoever wants the other. */
async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.locator('main').waitFor();
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.locator(`[lang=${language}]`).first().click();
}
