import { ConsentId } from '@romduol/shared/casework/case-ids';
import { say } from '@romduol/shared/language/language';
import { askWords } from '@romduol/web/pages/words/asks';
import { talkWords } from '@romduol/web/pages/words/return';
import { openCase, pane, recordPane, signIn } from '../console/member-page.ts';
import { expect, test } from '../fixtures.ts';
import { offer, referralOf, takeOn } from './desk-work.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn } from './return-page.ts';

test('a letter is printed, and printed again, while the consent holds, and not once it was taken back', async ({
  page,
  browser,
  deployment,
}) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  const desk = await deployment.desk('sophea');
  await takeOn(desk, caseId);
  const { referralId, step } = referralOf(desk, caseId);
  const consentId = ConsentId.parse(crypto.randomUUID());
  await step(offer('Sample shelter', 'a bed', { sector: 'shelter' }));
  await desk.askConsent(caseId, {
    consentId,
    referralId,
    items: ['reason'],
    purpose: 'a bed',
    until: null,
  });
  const answer = async (what: 'give' | 'withdraw') => {
    await openReturn(page, 'en', receipt);
    await button(page, say(askWords[`do_${what}`], 'en')).click();
    await expect(page.locator('#notice')).toHaveText(say(askWords.said, 'en'));
  };
  await answer('give');

  const context = await browser.newContext({ baseURL: deployment.origin });
  // Heard of nothing by itself: the desk that prints is to ask.
  await context.route('**/api/changes', (route) => route.abort());
  const office = await context.newPage();
  await signIn(office, deployment, 'sophea');
  await openCase(office, caseId);
  await office.getByRole('link', { name: 'Sample shelter' }).click();
  await expect(office.locator('.letter')).toContainText('a bed');
  await office.evaluate(() => {
    globalThis.print = () => void (document.title += ' printed');
  });
  const print = pane(office).getByRole('button', { name: 'Print it' });
  await print.click();
  await expect(office).toHaveTitle(/ printed$/);
  const words = await office.locator('.letter').textContent();
  // The report as a whole is being taken back, which is no answer about this letter: not printed either, until undone.
  await openReturn(page, 'en', receipt);
  await page.locator('summary').click();
  await button(page, say(talkWords.withdraw, 'en')).click();
  await expect(page.locator('#withdrawn')).toBeVisible();
  await print.click();
  await expect(pane(office).getByRole('alert')).toContainText('The reporter is taking this report back');
  await expect(office).not.toHaveTitle(/printed.*printed/);
  await button(page, say(talkWords.undo, 'en')).click();
  await expect(page.locator('#withdrawn')).toHaveCount(0);
  await pane(office).getByLabel('How it reaches them').selectOption('accompanied');
  await recordPane(office);
  // It went astray. The same again, word for word; the case says so before any paper does.
  const steps = async () => (await desk.openCase(caseId)).case.referrals[0]?.steps.map(({ action }) => action);
  await office.getByRole('link', { name: 'Sample shelter' }).click();
  await pane(office).getByRole('button', { name: 'Print the letter again' }).click();
  expect(await office.locator('.letter').textContent()).toBe(words);
  await print.click();
  await expect(office).toHaveTitle(/ printed printed$/);
  expect(await steps()).toEqual(['offer', 'consent', 'send', 'reprint']);
  await expect(office.locator('.letter')).toContainText('a bed');
  await answer('withdraw');
  await print.click();
  await expect(office.locator('.letter')).toHaveCount(0);
  await expect(office).not.toHaveTitle(/printed.*printed.*printed/);
  expect(await steps()).toEqual(['offer', 'consent', 'send', 'reprint', 'withdraw']);
  await context.close();
});
