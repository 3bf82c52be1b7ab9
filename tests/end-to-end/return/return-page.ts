import type { Page, TestInfo } from '@playwright/test';
import { type Language, say } from '@romduol/shared/language/language';
import { toKhmerDigits } from '@romduol/shared/language/numerals';
import { returnWords, talkWords } from '@romduol/web/pages/words/return';
import { expect } from '../fixtures.ts';

/**
 * The language of a long way, one with script and the other without. `return.both.spec.ts` goes through all four, and
 * `letter.bare.spec.ts` through what is asked about a referral in both without script.
 */
export const languageOf = ({ project }: TestInfo, withScript: Language): Language =>
  (project.name === 'script') === (withScript === 'km') ? 'km' : 'en';

export const button = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });

/** Types the receipt as people of that language write it, and opens. */
export async function openReturn(page: Page, language: Language, receipt: string): Promise<void> {
  await page.goto(`/${language}/return`);
  const groups = receipt.replaceAll(/(.{4})(?=.)/g, '$1 ');
  await page.locator('#number').fill(language === 'km' ? `​${toKhmerDigits(groups)} ` : ` ${groups}`);
  await button(page, say(returnWords.open, language)).click();
  await expect(page.locator('h1')).toHaveText(say(talkWords.heading, language), { timeout: 20_000 });
}

export const lines = (page: Page) => page.locator('ol.t > li');
export const words = (page: Page) => page.locator('ol.t .m');

export async function reply(page: Page, language: Language, text: string): Promise<void> {
  await page.locator('#reply').fill(text);
  await button(page, say(talkWords.send, language)).click();
  await expect(page.locator('#notice')).toHaveText(say(talkWords.sent, language));
}
