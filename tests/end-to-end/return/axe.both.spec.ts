import { LANGUAGES, say } from '@romduol/shared/language/language';
import { fileProblemWords } from '@romduol/web/pages/words/files';
import { returnWords, talkWords } from '@romduol/web/pages/words/return';
import { talkFileWords } from '@romduol/web/pages/words/talk-files';
import { noise, sampleWav } from '../../files/samples.ts';
import { expect, test } from '../fixtures.ts';
import { expectAccessible } from '../accessible.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn } from './return-page.ts';

// The checker is itself a script: for the page as it is without script, only its own are kept from coming.
test.use({ javaScriptEnabled: true });
// Nine states, four looks each.
test.slow();
test.beforeEach(async ({ page }, { project }) => {
  if (project.name === 'bare') await page.route('**/*.js', (route) => route.abort());
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

for (const language of LANGUAGES) {
  test(`axe finds nothing on the return page in any of its states (${language})`, async ({ page, deployment }, {
    project,
  }) => {
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
    const { id } = await desk.prepareFiles([new File([new Uint8Array(sampleWav(1_000))], 'voice.wav')], false);
    await desk.answer(caseId, 'ជំរាបសួរ', id);
    await openReturn(page, language, receipt);
    await page.locator('#reply').fill(' ');
    await press('send');
    await expect(page.locator('#errors')).toContainText(say(talkWords.reply_empty, language));
    await expectAccessible(page);
    await page.locator('#attachments').setInputFiles({ name: 'a.xyz', buffer: noise(900), mimeType: 'text/plain' });
    await press('send');
    await expect(page.locator('#errors')).toContainText(say(fileProblemWords.cannotClean, language));
    await expectAccessible(page);
    if (project.name === 'script') {
      await page.getByLabel(say(fileProblemWords.asIs, language)).check();
      await press('send');
      await expect(page.locator('#upload output')).not.toBeEmpty();
      await button(page, say(talkFileWords.listen, language)).click();
      await expect(page.locator('ol.t audio')).toBeVisible();
      await expectAccessible(page);
    }
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
