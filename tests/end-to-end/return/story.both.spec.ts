import type { Page } from '@playwright/test';
import { say } from '@romduol/shared/language/language';
import { fileFactWords } from '@romduol/web/pages/words/file-facts';
import { returnWords, talkWords } from '@romduol/web/pages/words/return';
import { talkFileWords } from '@romduol/web/pages/words/talk-files';
import { sampleWav } from '../../files/samples.ts';
import { openCase, signIn } from '../console/member-page.ts';
import { expect, test } from '../fixtures.ts';
import { makeCanaries } from '../report/canaries.ts';
import { button, languageOf, openReturn, reply, words } from './return-page.ts';

const showSections = async (page: Page): Promise<void> => {
  for (const summary of await page.locator('form summary').all()) {
    if (!(await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open))) await summary.click();
  }
};

test('from the report to its erasure, seen from both sides', async ({ page, browser, deployment }, info) => {
  const language = languageOf(info, 'km');
  const [story = '', answer = '', replied = ''] = makeCanaries(4);
  const word = 'ផ្កាចំប៉ី';
  await page.goto(`/${language}/report`);
  await showSections(page);
  await page.locator('#narrative').fill(story);
  await page.locator('#province').selectOption('KH-12');
  await page.locator('#second_word').fill(word);
  await page.getByRole('button', { name: /^(Send|ផ្ញើ)$/ }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  const receipt = ((await page.locator('#receipt').textContent()) ?? '').replaceAll(' ', '');
  await expect(page.locator('#aloud')).toHaveText(/^(.( .){3}, ){4}.( .){3}$/);
  const back = page.locator('main').getByRole('link');
  await expect(back).toBeHidden();
  await page.locator('main [type=checkbox]').check();
  await expect(back).toHaveAttribute('href', `/${language}/return`);

  await openReturn(page, language, receipt);
  await expect(page.locator('main')).toContainText(say(talkWords.unopened, language));

  // The caseworker's own browser, always with script.
  const context = await browser.newContext({ javaScriptEnabled: true, baseURL: deployment.origin });
  const office = await context.newPage();
  const rows = await (await deployment.desk('sophea')).queue();
  const row = rows.find(({ answers }) => answers?.narrative === story);
  if (row === undefined) throw new Error('the report did not arrive');
  await signIn(office, deployment, 'sophea');
  await openCase(office, row.caseId);
  const conversation = office.locator('.conversation');
  await expect(conversation).toContainText('told the reporter that the report has been opened');
  await openReturn(page, language, receipt);
  await expect(page.locator('main')).toContainText(say(talkWords.opened, language));

  await office.getByLabel('Write to the reporter').fill(answer);
  await expect(office.locator('.preview')).toContainText(answer);
  await office.getByRole('button', { name: 'Seal and send' }).click();
  await expect(conversation.locator('blockquote')).toHaveText([answer]);
  await expect(office.getByLabel('Write to the reporter')).toHaveValue('');

  await openReturn(page, language, receipt);
  await expect(words(page)).toHaveText([answer]);
  await reply(page, language, replied);
  await office.getByRole('link', { name: '← All cases' }).click();
  await office.getByRole('button', { name: 'Refresh' }).click();
  await office.getByRole('button', { name: /^All/ }).click();
  // Of many only those in sight are drawn.
  await office.getByLabel('Search').fill(row.caseId.slice(0, 4));
  await expect(office.locator(`[data-case="${row.caseId}"]`)).toContainText('The reporter has written');
  await openCase(office, row.caseId);
  await expect(conversation.locator('blockquote')).toHaveText([answer, replied]);

  await page.locator('summary').click();
  await button(page, say(talkWords.withdraw, language)).click();
  await expect(page.locator('#withdrawn')).toBeVisible();
  await office.getByRole('button', { name: 'Refresh' }).click();
  await expect(office.locator('.withdrawal')).toContainText('The reporter is taking this report back');
  await button(page, say(talkWords.undo, language)).click();
  await expect(page.locator('#withdrawn')).toHaveCount(0);
  await office.getByRole('button', { name: 'Refresh' }).click();
  await expect(office.locator('.withdrawal')).toHaveCount(0);

  await page.locator('summary').click();
  await page.locator('#word').fill(word);
  await button(page, say(talkWords.erase, language)).click();
  await expect(page.locator('h1')).toHaveText(say(talkWords.erasedHeading, language));
  expect((await (await deployment.desk('sophea')).queue()).some(({ caseId }) => caseId === row.caseId)).toBe(false);
  await context.close();
});

test('by keyboard alone from home to the receipt, and back to a reply with a file', async ({ page }, info) => {
  const language = languageOf(info, 'en');
  /** Presses Tab until the element has the focus. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 250; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached`);
  };
  await page.goto(`/${language}/`);
  await tabTo(`a[href="/${language}/report"]`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/report$/);
  await tabTo('#narrative');
  await page.keyboard.type('words');
  await tabTo('form#report button:not([name]):not([type=button])');
  await page.keyboard.press('Enter');
  await expect(page.locator('#receipt')).toHaveText(/\d/);
  const receipt = (await page.locator('#receipt').textContent()) ?? '';
  await tabTo('main [type=checkbox]');
  await page.keyboard.press('Space');
  await tabTo(`main a[href="/${language}/return"]`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/return$/);
  await tabTo('#number');
  await page.keyboard.type(receipt);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(say(talkWords.heading, language), { timeout: 20_000 });
  await tabTo('#reply');
  await page.keyboard.type('a reply');
  await tabTo('#attachments');
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await choosing).setFiles({ name: 'a.wav', buffer: sampleWav(2_000), mimeType: 'audio/wav' });
  await tabTo('button[value=reply]');
  await page.keyboard.press('Enter');
  await expect(words(page)).toHaveText(['a reply']);
  await expect(page.locator('ol.t')).toContainText(`a.wav · ${say(fileFactWords.audio, language)}`);
  await expect(page.locator('ol.t')).toContainText(say(talkFileWords.sent, language));
  await expect(page.locator('#number')).toHaveCount(0);
  await expect(page).not.toHaveTitle(say(returnWords.heading, language));
});
