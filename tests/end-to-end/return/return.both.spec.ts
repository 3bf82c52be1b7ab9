import { MemberId } from '@romduol/shared/ids';
import { LANGUAGES, say } from '@romduol/shared/language/language';
import { returnWords, talkWords } from '@romduol/web/pages/words/return';
import { expect, test } from '../fixtures.ts';
import { findCanaries, makeCanaries } from '../report/canaries.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, lines, openReturn, reply, words } from './return-page.ts';

for (const language of LANGUAGES) {
  test(`a reporter comes back, reads, answers, takes the report back and thinks again (${language})`, async ({
    page,
    context,
    deployment,
  }, { project }) => {
    const canaries = makeCanaries(4);
    const bodies: Buffer[] = [];
    page.on('request', (request) =>
      bodies.push(request.postDataBuffer() ?? Buffer.alloc(0), Buffer.from(request.url())),
    );
    const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: canaries[0] ?? '' });
    const desk = await deployment.desk('sophea');

    await openReturn(page, language, receipt);
    await expect(page.locator('main')).toContainText(say(talkWords.unopened, language));
    await expect(lines(page)).toHaveCount(0);

    // A caseworker opens the case, which tells the reporter so, and answers.
    await desk.conversation(caseId);
    await desk.conversation(caseId);
    await openReturn(page, language, receipt);
    await expect(page.locator('main')).toContainText(say(talkWords.opened, language));
    await expect(lines(page)).toHaveCount(1);
    const answer = `${canaries[1] ?? ''}\n\nយើងបានអានហើយ។ <b>"&`;
    await desk.answer(caseId, answer);
    await openReturn(page, language, receipt);
    await expect(page.locator('main')).toContainText(say(talkWords.answered, language));
    await expect(words(page)).toHaveText([answer], { useInnerText: true });
    await expect(page.locator('main')).not.toContainText(canaries[0] ?? '');

    // The reply, word for word, once, and marked in the queue until somebody answers.
    const replied = `${canaries[2] ?? ''}\nអរគុណ 'quoted' \\`;
    await reply(page, language, replied);
    await expect(words(page)).toHaveText([answer, replied], { useInnerText: true });
    const read = await desk.conversation(caseId);
    expect(read.lines.map(({ fromReporter, text }) => [fromReporter, text])).toEqual([
      [false, ''],
      [false, answer],
      [true, replied],
    ]);
    const rowOf = async () => (await desk.queue()).find((row) => row.caseId === caseId);
    expect(await rowOf()).toMatchObject({ unanswered: 1, withdrawal: null });
    await desk.answer(caseId, 'Read.');
    expect(await rowOf()).toMatchObject({ unanswered: 0 });

    // Takes it back: nothing is shared any more; then thinks again.
    await page.locator('summary').click();
    await button(page, say(talkWords.withdraw, language)).click();
    await expect(page.locator('#withdrawn')).toBeVisible();
    expect(await rowOf()).toMatchObject({ withdrawal: { genuine: true } });
    const addition = { kind: 'member_added', member: MemberId.parse(crypto.randomUUID()) } as const;
    await expect(desk.record(caseId, addition)).rejects.toMatchObject({ code: 'withdrawn' });
    await button(page, say(talkWords.undo, language)).click();
    await expect(page.locator('#notice')).toHaveText(say(talkWords.undone, language));
    await expect(page.locator('#withdrawn')).toHaveCount(0);
    expect(await rowOf()).toMatchObject({ withdrawal: null });

    // Nothing is kept anywhere.
    expect(await context.cookies()).toEqual([]);
    expect(page.url()).toBe(`${deployment.origin}/${language}/return`);
    const sent = Buffer.concat(bodies);
    const secrets = [receipt, receipt.replaceAll(/(.{4})(?=.)/g, '$1 '), canaries[2] ?? ''];
    const found = secrets.filter((secret) => findCanaries(sent, [secret]).length > 0);
    // With script neither leaves the page. Without, the control: the same look finds both.
    if (project.name === 'script') expect(found).toEqual([]);
    else expect(found).toContain(canaries[2]);
  });

  test(`the word of one’s own erases everything at once (${language})`, async ({ page, deployment }) => {
    const word = language === 'km' ? 'ផ្កា​រំដួល' : 'frangipani tree';
    const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words', secondWord: word });
    const desk = await deployment.desk('sophea');
    await openReturn(page, language, receipt);
    await page.locator('summary').click();
    await page.locator('#word').fill('another');
    await button(page, say(talkWords.erase, language)).click();
    await expect(page.locator('#errors')).toContainText(say(talkWords.word_wrong, language));
    await expect(page.locator('#word')).toBeVisible();
    await page.locator('#word').fill(` ${word} `);
    await button(page, say(talkWords.erase, language)).click();
    await expect(page.locator('h1')).toHaveText(say(talkWords.erasedHeading, language));
    // With script the worker that had opened it has ended; without there was none.
    await expect.poll(() => page.workers().length).toBe(0);
    expect((await desk.queue()).some((row) => row.caseId === caseId)).toBe(false);
    await page.goto(`/${language}/return`);
    await page.locator('#number').fill(receipt);
    await button(page, say(returnWords.open, language)).click();
    await expect(page.locator('#errors')).toContainText(say(returnWords.unknown, language));
  });

  test(`a wrong digit is said before anything is looked up (${language})`, async ({ page, deployment }, {
    project,
  }) => {
    const { receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
    const wrong = receipt.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const posted: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()));
    await page.goto(`/${language}/return`);
    await page.locator('#number').fill(wrong);
    await button(page, say(returnWords.open, language)).click();
    await expect(page.locator('#errors')).toContainText(say(returnWords.bad_receipt, language));
    await expect(page.locator('#number')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#number')).toHaveValue(wrong);
    if (project.name === 'script') expect(posted).toEqual([]);
  });
}
