import type { Page } from '@playwright/test';
import { ConsentId } from '@romduol/shared/casework/case-ids';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { packetItem } from '@romduol/shared/codebook/referral-lists';
import type { CaseId } from '@romduol/shared/ids';
import { type Language, say } from '@romduol/shared/language/language';
import type { DeskActs } from '@romduol/web/desk/acts';
import { askWords } from '@romduol/web/pages/words/asks';
import { expect, test } from '../fixtures.ts';
import { expectAccessible } from '../accessible.ts';
import { makeCanaries } from '../report/canaries.ts';
import { offer, referralOf, takeOn } from './desk-work.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, languageOf, openReturn } from './return-page.ts';

/** The checker is itself a script: the page without one is looked at in `axe.both.spec.ts`. */
const lookAt = async (page: Page): Promise<void> => {
  if (test.info().project.name === 'script') await expectAccessible(page);
};

/** A referral that is offered and asked about on the return page. */
async function offerAndAsk(desk: DeskActs, caseId: CaseId, name: string) {
  const consentId = ConsentId.parse(crypto.randomUUID());
  const { referralId, step } = referralOf(desk, caseId);
  await step(offer(name, 'មុខរបួស'));
  await desk.askConsent(caseId, {
    consentId,
    referralId,
    items: ['reason', 'narrative', 'age'],
    purpose: 'ពិនិត្យមុខរបួស',
    until: null,
  });
  const send = (items: ('reason' | 'narrative' | 'age')[]) =>
    step({ action: 'send', consentId, items, delivery: 'sealed_letter', due: '2099-01-01' as never });
  return { referralId, send, step };
}

const answer = async (page: Page, language: Language, what: 'give' | 'refuse' | 'withdraw'): Promise<void> => {
  await button(page, say(askWords[`do_${what}`], language)).click();
  await expect(page.locator('#notice')).toHaveText(say(askWords.said, language));
};

test('consent is given, used and taken back on the return page', async ({ page, deployment }, info) => {
  const language = languageOf(info, 'km');
  const [story = ''] = makeCanaries(1);
  const word = 'ផ្កាចំប៉ី';
  const { caseId, receipt } = await handInWithReceipt(deployment, {
    narrative: story,
    secondWord: word,
    answers: { age: 'a18_24', perpetrators: ['police'] },
  });
  const desk = await deployment.desk('sophea');
  await takeOn(desk, caseId);
  const { send } = await offerAndAsk(desk, caseId, 'មន្ទីរពេទ្យគំរូ');
  await expect(send(['age'])).rejects.toThrow('illegal_move');

  await openReturn(page, language, receipt);
  const main = page.locator('main');
  await expect(main).toContainText(say(askWords.mayWe, language, { recipient: 'មន្ទីរពេទ្យគំរូ' }));
  for (const item of ['reason', 'narrative', 'age'] as const)
    await expect(main).toContainText(labelOf(packetItem, item, language));
  await lookAt(page);
  // Whoever found the receipt cannot read the story, nor with a guess.
  await expect(main).not.toContainText(story);
  const shown = page.getByLabel(say(askWords.word, language));
  await shown.fill('ផ្កា');
  await button(page, say(askWords.show, language)).click();
  await expect(page.locator('#errors')).toContainText(say(askWords.shown_wrong, language));
  await expect(main).not.toContainText(story);
  await shown.fill(word);
  await button(page, say(askWords.show, language)).click();
  await expect(page.locator('#shared')).toContainText(story);
  await expect(page.locator('#shared')).toContainText('មុខរបួស');
  await expect(page.locator('#shared')).not.toContainText(/[Pp]olice|នគរបាល/);

  await answer(page, language, 'give');
  await expect(main).not.toContainText(story);
  const sent = await send(['reason', 'narrative']);
  expect(sent.case).toMatchObject({ irregular: [], referrals: [{ state: 'sent' }], consents: [{ mode: 'message' }] });

  await openReturn(page, language, receipt);
  await answer(page, language, 'withdraw');
  await expect(button(page, say(askWords.do_give, language))).toHaveCount(0);
  const after = await desk.writeDownAnswers(caseId);
  expect(after.case.referrals[0]?.state).toBe('withdrawn');
  expect(after.case.tasks).toMatchObject([{ kind: 'recall', done: null }]);
  // Twice is once.
  expect((await desk.writeDownAnswers(caseId)).case.seq).toBe(after.case.seq);
});

test('a refusal ends the question, feedback reaches the case, and no word is needed for either', async ({
  page,
  deployment,
}, info) => {
  const language = languageOf(info, 'en');
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  const desk = await deployment.desk('sophea');
  await takeOn(desk, caseId);
  await offerAndAsk(desk, caseId, 'Sample clinic');
  const second = await offerAndAsk(desk, caseId, 'Sample lawyer');
  await openReturn(page, language, receipt);
  await expect(page.getByText(say(askWords.noWord, language))).toHaveCount(2);
  await button(page, say(askWords.do_refuse, language)).first().click();
  await expect(page.locator('main')).toContainText(say(askWords.refuse, language));
  await answer(page, language, 'give');
  const sent = await second.send(['reason']);
  expect(sent.case.referrals.map(({ state }) => state)).toEqual(['declined_by_survivor', 'sent']);
  for (const step of [{ action: 'accept' }, { action: 'receive', degree: 'full' }] as const) await second.step(step);
  await desk.askFeedback(caseId, second.referralId);

  await openReturn(page, language, receipt);
  await lookAt(page);
  await page.getByLabel(say(askWords.r2, language)).check();
  await page
    .getByRole('group', { name: say(askWords.outed, language) })
    .getByLabel(say(askWords.yes, language))
    .check();
  await page.getByLabel(say(askWords.comment, language)).fill('they told my neighbour');
  await button(page, say(askWords.send, language)).first().click();
  await expect(page.locator('#notice')).toHaveText(say(askWords.said, language));
  const told = await desk.writeDownAnswers(caseId);
  expect(told.case.referrals[1]).toMatchObject({
    state: 'feedback',
    feedback: { respectful: 2, outed: true, comment: 'they told my neighbour' },
  });
  expect(told.case.referrals[1]?.feedback?.again).toBeUndefined();
});
