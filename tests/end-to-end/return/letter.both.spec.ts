import type { Page } from '@playwright/test';
import { ReferralId } from '@romduol/shared/casework/case-ids';
import type { ReferralStep } from '@romduol/shared/casework/referral';
import { type CaseId, DirectoryEntryId } from '@romduol/shared/ids';
import { type Language, say } from '@romduol/shared/language/language';
import type { DeskActs } from '@romduol/web/desk/acts';
import { ackWords } from '@romduol/web/pages/words/ack';
import { askWords } from '@romduol/web/pages/words/asks';
import { openCase, pane, recordPane, signIn } from '../console/member-page.ts';
import { expect, test } from '../fixtures.ts';
import { findCanaries, makeCanaries } from '../report/canaries.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, languageOf, openReturn } from './return-page.ts';

type Offer = Extract<ReferralStep, { action: 'offer' }>;
const offer = (name: string, reason: string, changes: Partial<Offer> = {}): Offer => ({
  action: 'offer',
  sector: 'health',
  recipient: { entryId: DirectoryEntryId.parse(crypto.randomUUID()), name },
  training: 'trained',
  urgency: 'd3',
  reason,
  ...changes,
});

/** A referral's steps at the desk. */
function referralOf(desk: DeskActs, caseId: CaseId) {
  const referralId = ReferralId.parse(crypto.randomUUID());
  const step = (one: ReferralStep) => desk.record(caseId, { kind: 'referral', referralId, step: one });
  return { referralId, step };
}

async function answerAck(
  page: Page,
  language: Language,
  code: string,
  act: 'received' | 'accepted' | 'refused' | 'service_given',
) {
  await page.goto(`/${language}/ack`);
  await page.locator('#code').fill(code);
  await button(page, say(ackWords.open, language)).click();
  await button(page, say(ackWords[`do_${act}`], language)).click();
  await expect(page.locator('#claimed')).toContainText(say(ackWords[act], language));
}

test('from consent to letter, answer, service and feedback', async ({ page, browser, deployment }, info) => {
  test.slow();
  const language = languageOf(info, 'en');
  const canaries = makeCanaries(20);
  const [story = '', reason = '', purpose = '', ...others] = canaries;
  const { caseId, receipt } = await handInWithReceipt(deployment, {
    narrative: story,
    answers: { identity_text: others[0], age: 'a25_34', needs: ['health'], perpetrators: ['police'] },
  });
  const desk = await deployment.desk('sophea');
  await desk.conversation(caseId);
  await desk.record(caseId, { kind: 'opened' });
  await desk.record(caseId, { kind: 'triaged', level: 'medium', proposed: 'medium', reasons: [] });
  for (const note of others.slice(1)) await desk.record(caseId, { kind: 'note', text: note });
  const { referralId, step } = referralOf(desk, caseId);
  await step(offer('មន្ទីរពេទ្យគំរូ', reason));

  // The caseworker's own browser, always with script: asks on the return page.
  const context = await browser.newContext({ javaScriptEnabled: true, baseURL: deployment.origin });
  const office = await context.newPage();
  await signIn(office, deployment, 'sophea');
  await openCase(office, caseId);
  const card = office.getByRole('link', { name: 'មន្ទីរពេទ្យគំរូ' });
  await card.click();
  await pane(office).getByLabel('Why help is asked for').check();
  await pane(office).getByLabel('Age group').check();
  await pane(office).getByLabel('For what').fill(purpose);
  await pane(office).getByRole('button', { name: 'Ask on the return page' }).click();
  await expect(office.locator('.conversation')).toContainText('Asked whether we may tell');

  await openReturn(page, language, receipt);
  await expect(page.locator('main')).toContainText(purpose);
  await button(page, say(askWords.do_give, language)).click();
  await expect(page.locator('#notice')).toHaveText(say(askWords.said, language));

  await office.getByRole('button', { name: 'Refresh' }).click();
  await expect(office.locator('.conversation')).toContainText('Written down in the case');
  await card.click();
  await pane(office).getByLabel('How it reaches them').selectOption('sealed_letter');
  const letter = office.locator('.letter');
  await pane(office)
    .getByRole('button', { name: language === 'km' ? 'ភាសាខ្មែរ' : 'English' })
    .first()
    .click();
  await expect(letter).toContainText(reason);
  const printed = (await letter.textContent()) ?? '';
  expect(findCanaries(Buffer.from(printed), canaries).sort()).toEqual([purpose, reason].sort());
  expect(printed).not.toContain(caseId);
  await office.screenshot({ path: `dist/end-to-end/letter-${language}.png`, fullPage: true });
  // A browser prints the address as well, as it stands at that moment.
  await office.evaluate(() =>
    addEventListener('beforeprint', () => (document.documentElement.dataset['printed'] = location.href)),
  );
  await office.pdf({ path: `dist/end-to-end/letter-${language}.pdf`, format: 'A4' });
  const address = await office.locator('html').getAttribute('data-printed');
  expect([address?.includes('/console'), address?.includes(caseId)]).toEqual([true, false]);
  expect(office.url()).toContain(caseId);
  const [code = ''] = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(printed) ?? [];
  await recordPane(office);
  await expect(card).toContainText('Sent');

  await answerAck(page, language, code, 'accepted');
  expect(findCanaries(Buffer.from(await page.content()), canaries)).toEqual([]);
  // A claim is shown as one, and changes nothing until somebody confirms it.
  await card.click();
  await expect(pane(office)).toContainText('somebody claims: they will help');
  expect((await desk.openCase(caseId)).case.referrals[0]?.state).toBe('sent');
  await pane(office).getByRole('button', { name: 'They accepted' }).first().click();
  await recordPane(office);
  await answerAck(page, language, code, 'service_given');
  await step({ action: 'receive', degree: 'full' });
  await desk.askFeedback(caseId, referralId);

  await openReturn(page, language, receipt);
  await page.getByLabel(say(askWords.r5, language)).check();
  await button(page, say(askWords.send, language)).first().click();
  await expect(page.locator('#notice')).toHaveText(say(askWords.said, language));
  expect((await desk.writeDownAnswers(caseId)).case.referrals[0]).toMatchObject({ state: 'feedback' });
  const closed = await step({ action: 'close' });
  expect(closed.case).toMatchObject({ irregular: [], referrals: [{ state: 'closed', feedback: { respectful: 5 } }] });
  // Nobody answers for a referral that is over.
  expect(await desk.claims(caseId)).toMatchObject([{ claimed: 'service_given', revoked: true }]);
  await context.close();
});

test('a refusal by the letter’s code leads to another referral; taken back in the middle, both end', async ({
  page,
  deployment,
}) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  const desk = await deployment.desk('sophea');
  await desk.conversation(caseId);
  await desk.record(caseId, { kind: 'opened' });
  await desk.record(caseId, { kind: 'triaged', level: 'low', proposed: 'low', reasons: [] });
  const [first, second] = [referralOf(desk, caseId), referralOf(desk, caseId)];

  /** Asked, agreed to on the page, sent with a code. */
  const sendByConsent = async ({ referralId, step }: typeof first): Promise<string> => {
    const consentId = crypto.randomUUID() as never;
    await desk.askConsent(caseId, { consentId, referralId, items: ['reason'], purpose: 'a bed', until: null });
    await openReturn(page, 'en', receipt);
    await button(page, say(askWords.do_give, 'en')).click();
    await expect(page.locator('#notice')).toHaveText(say(askWords.said, 'en'));
    const link = await desk.drawLetterCode();
    await desk.openLetterLink(link);
    const due = '2099-01-01' as never;
    await step({ action: 'send', consentId, items: ['reason'], delivery: 'sealed_letter', due, link });
    return link.reference + link.code;
  };

  await first.step(offer('First shelter', 'a bed', { sector: 'shelter' }));
  const code = await sendByConsent(first);
  await page.goto('/en/ack');
  await page.locator('#code').fill(code.toLowerCase());
  await button(page, say(ackWords.open, 'en')).click();
  await button(page, say(ackWords.do_refused, 'en')).click();
  await expect(page.locator('#errors')).toContainText(say(ackWords.no_reason, 'en'));
  await page.getByLabel('No capacity').check();
  await button(page, say(ackWords.do_refused, 'en')).click();
  await expect(page.locator('#claimed')).toContainText(say(ackWords.refused, 'en'));
  expect(await desk.claims(caseId)).toMatchObject([{ claimed: 'refused', reason: 'capacity' }]);
  await first.step({ action: 'reject', reason: 'capacity' });

  await second.step(offer('Second shelter', 'a bed', { sector: 'shelter', parent: first.referralId }));
  const other = await sendByConsent(second);
  await openReturn(page, 'en', receipt);
  await button(page, say(askWords.do_withdraw, 'en')).last().click();
  await expect(page.locator('#notice')).toHaveText(say(askWords.said, 'en'));
  const after = await desk.writeDownAnswers(caseId);
  expect(after.case.referrals.map(({ state }) => state)).toEqual(['rejected', 'withdrawn']);
  expect(after.case.tasks).toMatchObject([{ kind: 'recall', done: null }]);
  await page.goto('/en/ack');
  await page.locator('#code').fill(other);
  await button(page, say(ackWords.open, 'en')).click();
  await expect(page.locator('#errors')).toContainText(say(ackWords.unknown, 'en'));
});
