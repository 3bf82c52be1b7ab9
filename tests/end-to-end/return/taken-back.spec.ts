import { ConsentId, ReferralId } from '@romduol/shared/casework/case-ids';
import { DirectoryEntryId } from '@romduol/shared/ids';
import { say } from '@romduol/shared/language/language';
import { askWords } from '@romduol/web/pages/words/asks';
import { openCase, pane, recordPane, signIn } from '../console/member-page.ts';
import { expect, test } from '../fixtures.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn } from './return-page.ts';

test('a letter is printed, and printed again, while the consent holds, and not once it was taken back', async ({
  page,
  browser,
  deployment,
}) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  const desk = await deployment.desk('sophea');
  await desk.conversation(caseId);
  await desk.record(caseId, { kind: 'opened' });
  await desk.record(caseId, { kind: 'triaged', level: 'low', proposed: 'low', reasons: [] });
  const referralId = ReferralId.parse(crypto.randomUUID());
  const consentId = ConsentId.parse(crypto.randomUUID());
  await desk.record(caseId, {
    kind: 'referral',
    referralId,
    step: {
      action: 'offer',
      sector: 'shelter',
      recipient: { entryId: DirectoryEntryId.parse(crypto.randomUUID()), name: 'Sample shelter' },
      training: 'trained',
      urgency: 'd3',
      reason: 'a bed',
    },
  });
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
