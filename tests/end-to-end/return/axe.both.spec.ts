import { LANGUAGES, say } from '@romduol/shared/language/language';
import { returnWords, talkWords } from '@romduol/web/pages/words/return';
import { expect, test } from '../fixtures.ts';
import { expectAccessible } from '../accessible.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn } from './return-page.ts';

// The checker is itself a script: for the page as it is without script, only its own are kept from coming.
test.use({ javaScriptEnabled: true });
// Seven states, four looks each.
test.slow();
test.beforeEach(async ({ page }, { project }) => {
  if (project.name === 'bare') await page.route('**/*.js', (route) => route.abort());
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

for (const language of LANGUAGES) {
  test(`axe finds nothing on the return page in any of its states (${language})`, async ({ page, deployment }) => {
    const secondWord = 'frangipani';
    const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words', secondWord });
    const { receipt: other } = await handInWithReceipt(deployment, { narrative: 'words', secondWord });
    const press = (words: keyof typeof talkWords) => button(page, talkWords[words][language]).click();

    await page.goto(`/${language}/return`);
    await expectAccessible(page);
    await page.locator('#number').fill('1234');
    await button(page, say(returnWords.open, language)).click();
    await expect(page.locator('#errors')).toBeFocused();
    await expectAccessible(page);

    await openReturn(page, language, receipt);
    await expectAccessible(page);
    const desk = await deployment.desk('sophea');
    await desk.conversation(caseId);
    await desk.answer(caseId, 'ជំរាបសួរ');
    await openReturn(page, language, receipt);
    await page.locator('#reply').fill(' ');
    await press('send');
    await expect(page.locator('#errors')).toContainText(say(talkWords.reply_empty, language));
    await expectAccessible(page);
    await page.locator('summary').click();
    await press('withdraw');
    await expect(page.locator('#withdrawn')).toBeVisible();
    await expectAccessible(page);
    await page.locator('summary').click();
    await page.locator('#word').fill('wrong');
    await press('erase');
    await expect(page.locator('#errors')).toContainText(say(talkWords.word_wrong, language));
    await expectAccessible(page);

    await openReturn(page, language, other);
    await page.locator('summary').click();
    await page.locator('#word').fill(secondWord);
    await press('erase');
    await expect(page.locator('h1')).toHaveText(say(talkWords.erasedHeading, language));
    await expectAccessible(page);
  });
}
