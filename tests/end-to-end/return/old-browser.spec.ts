import { say } from '@romduol/shared/language/language';
import { talkWords } from '@romduol/web/pages/words/return';
import { expect, test } from '../fixtures.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn, reply, words } from './return-page.ts';

test('a browser that does not tell which button sent a form does what the button says, and takes nothing back', async ({
  page,
  deployment,
}) => {
  await page.addInitScript(() => Object.defineProperty(SubmitEvent.prototype, 'submitter', { get: () => undefined }));
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  await openReturn(page, 'en', receipt);
  await reply(page, 'en', 'first');
  await reply(page, 'en', 'second');
  await expect(words(page)).toHaveText(['first', 'second']);
  await expect(page.locator('#withdrawn')).toHaveCount(0);
  const desk = await deployment.desk('sophea');
  expect((await desk.conversation(caseId)).withdrawal).toBeNull();
  // The control: what takes it back does.
  await page.locator('summary').click();
  await button(page, say(talkWords.withdraw, 'en')).click();
  await expect(page.locator('#withdrawn')).toBeVisible();
});
