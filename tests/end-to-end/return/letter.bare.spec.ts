import type { Page } from '@playwright/test';
import { DirectoryEntryId } from '@romduol/shared/ids';
import { type Language, LANGUAGES, say } from '@romduol/shared/language/language';
import { ackWords } from '@romduol/web/pages/words/ack';
import { askWords } from '@romduol/web/pages/words/asks';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { ageAnswer } from '@romduol/shared/codebook/person';
import { perpetrator } from '@romduol/shared/codebook/perpetrator';
import { refusalReason } from '@romduol/shared/codebook/referral-lists';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { readFile } from 'node:fs/promises';
import { openCase, pane, recordPane, signIn } from '../console/member-page.ts';
import { place } from '../../unit/casework/sample-case.ts';
import { expect, test } from '../fixtures.ts';
import { findCanaries, makeCanaries } from '../report/canaries.ts';
import { offer, referralOf, takeOn } from './desk-work.ts';
import { marksInPdf } from './pdf-text.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn } from './return-page.ts';

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

for (const language of LANGUAGES) {
  test(`from consent to letter, answer, service and feedback (${language})`, async ({ page, browser, deployment }) => {
    test.slow();
    // Twenty words of the report that nobody agrees to share; three that are agreed to, one of them of the report too.
    const canaries = makeCanaries(20);
    const agreed = makeCanaries(3);
    const [reason = '', purpose = '', identity = ''] = agreed;
    const both = [...canaries, ...agreed];
    const { caseId, receipt } = await handInWithReceipt(deployment, {
      narrative: canaries.slice(2).join('\n'),
      answers: { identity_text: identity, age: 'a25_34', needs: ['health'], perpetrators: ['police'] },
      contact: { contact_mode: 'phone', contact_value: canaries[0] ?? '', contact_safety: canaries[1] ?? '' },
    });
    const desk = await deployment.desk('sophea');
    await takeOn(desk, caseId);
    const { referralId, step } = referralOf(desk, caseId);
    await deployment.desk('admin');
    const entryId = DirectoryEntryId.parse(crypto.randomUUID());
    const hospital = { en: '', km: 'មន្ទីរពេទ្យគំរូ' };
    await desk.saveDirectoryEntries([place(1, { entryId, name: hospital })], []);
    await step(offer('មន្ទីរពេទ្យគំរូ', reason, { recipient: { entryId, name: hospital.km } }));

    // The caseworker's own browser, always with script: asks on the return page.
    const context = await browser.newContext({ javaScriptEnabled: true, baseURL: deployment.origin });
    const office = await context.newPage();
    await signIn(office, deployment, 'sophea');
    await openCase(office, caseId);
    const card = office.getByRole('link', { name: 'មន្ទីរពេទ្យគំរូ' });
    await card.click();
    await pane(office).getByLabel('Why help is asked for').check();
    await pane(office).getByLabel('Age group').check();
    await pane(office).getByLabel('How the survivor describes themselves').check();
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
    expect(findCanaries(Buffer.from(printed), both).sort()).toEqual(agreed.toSorted());
    expect(printed).toContain(labelOf(ageAnswer, 'a25_34', language));
    expect(printed).not.toContain(labelOf(perpetrator, 'police', language));
    expect(printed).not.toContain(caseId);
    // The file: its bytes hold none of it; opened by its recipient, what was agreed to and nothing else.
    const recipient = await generateIdentity();
    await pane(office)
      .getByLabel('Public key of the recipient')
      .fill(await identityToRecipient(recipient));
    const [saved] = await Promise.all([
      office.waitForEvent('download'),
      pane(office).getByRole('button', { name: 'Encrypt and save the file' }).click(),
    ]);
    const file = await readFile(await saved.path());
    expect(findCanaries(file, both)).toEqual([]);
    expect(saved.suggestedFilename()).toMatch(/^[0-9A-Z]{8}\.txt\.age$/);
    const decrypter = new Decrypter();
    decrypter.addIdentity(recipient);
    const opened = Buffer.from(await decrypter.decrypt(file));
    expect(findCanaries(opened, both).sort()).toEqual(agreed.toSorted());
    await office.screenshot({ path: `dist/end-to-end/letter-${language}.png`, fullPage: true });
    // A browser prints the address as well, as it stands at that moment.
    await office.evaluate(() =>
      addEventListener('beforeprint', () => (document.documentElement.dataset['printed'] = location.href)),
    );
    const pdf = await office.pdf({ path: `dist/end-to-end/letter-${language}.pdf`, format: 'A4' });
    expect((await marksInPdf(pdf, both)).sort()).toEqual(agreed.toSorted());
    const address = await office.locator('html').getAttribute('data-printed');
    expect([address?.includes('/console'), address?.includes(caseId)]).toEqual([true, false]);
    expect(office.url()).toContain(caseId);
    const [code = ''] = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(printed) ?? [];
    await recordPane(office);
    await expect(card).toContainText('Sent');

    await answerAck(page, language, code, 'accepted');
    // The page shows the letter's reference and nothing of what stands in it.
    await expect(page.locator('#letter')).toContainText(code.slice(0, 4));
    expect(findCanaries(Buffer.from(await page.content()), both)).toEqual([]);
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
    // What was told stands in the directory, without by whom.
    const { entry } = (await desk.directory()).find((one) => one.entryId === entryId)!;
    expect(entry).toMatchObject({ friendly: 'yes', heard: { told: 1, marks: 5, marked: 1 } });
    // Nobody answers for a referral that is over.
    expect(await desk.claims(caseId)).toMatchObject([{ claimed: 'service_given', revoked: true }]);
    await context.close();
  });
}

for (const language of LANGUAGES) {
  test(`a refusal by the letter’s code leads to another referral; taken back in the middle, both end (${language})`, async ({
    page,
    deployment,
  }) => {
    const secondWord = 'ផ្កាចំប៉ី';
    const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words', secondWord });
    const desk = await deployment.desk('sophea');
    await takeOn(desk, caseId);
    const [first, second] = [referralOf(desk, caseId), referralOf(desk, caseId)];

    /** Asked, agreed to on the page, sent with a code. */
    const sendByConsent = async ({ referralId, step }: typeof first): Promise<string> => {
      const consentId = crypto.randomUUID() as never;
      await desk.askConsent(caseId, { consentId, referralId, items: ['reason'], purpose: 'a bed', until: null });
      await openReturn(page, language, receipt);
      await button(page, say(askWords.do_give, language)).click();
      await expect(page.locator('#notice')).toHaveText(say(askWords.said, language));
      const link = await desk.drawLetterCode();
      await desk.openLetterLink(link);
      const due = '2099-01-01' as never;
      await step({ action: 'send', consentId, items: ['reason'], delivery: 'sealed_letter', due, link });
      return link.reference + link.code;
    };

    await first.step(offer('First shelter', 'a bed', { sector: 'shelter' }));
    const code = await sendByConsent(first);
    await page.goto(`/${language}/ack`);
    await page.locator('#code').fill(code.toLowerCase());
    await button(page, say(ackWords.open, language)).click();
    await button(page, say(ackWords.do_refused, language)).click();
    await expect(page.locator('#errors')).toContainText(say(ackWords.no_reason, language));
    await page.getByLabel(labelOf(refusalReason, 'capacity', language)).check();
    await button(page, say(ackWords.do_refused, language)).click();
    await expect(page.locator('#claimed')).toContainText(say(ackWords.refused, language));
    expect(await desk.claims(caseId)).toMatchObject([{ claimed: 'refused', reason: 'capacity' }]);
    await first.step({ action: 'reject', reason: 'capacity' });

    await second.step(offer('Second shelter', 'a bed', { sector: 'shelter', parent: first.referralId }));
    const other = await sendByConsent(second);
    await openReturn(page, language, receipt);
    // What they were told, word by word, for whoever knows the word.
    for (const [word, where, told] of [
      ['ផ្កា', '#errors', say(askWords.shown_wrong, language)],
      [secondWord, '#shared', 'a bed'],
    ] as const) {
      await page.getByLabel(say(askWords.word, language)).last().fill(word);
      await button(page, say(askWords.show, language)).last().click();
      await expect(page.locator(where)).toContainText(told);
    }
    await button(page, say(askWords.do_withdraw, language)).last().click();
    await expect(page.locator('#notice')).toHaveText(say(askWords.said, language));
    const after = await desk.writeDownAnswers(caseId);
    expect(after.case.referrals.map(({ state }) => state)).toEqual(['rejected', 'withdrawn']);
    expect(after.case.tasks).toMatchObject([{ kind: 'recall', done: null }]);
    await page.goto(`/${language}/ack`);
    await page.locator('#code').fill(other);
    await button(page, say(ackWords.open, language)).click();
    await expect(page.locator('#errors')).toContainText(say(ackWords.unknown, language));
  });
}
