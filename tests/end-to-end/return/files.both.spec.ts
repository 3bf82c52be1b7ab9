import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { LANGUAGES, say } from '@romduol/shared/language/language';
import { fileProblemWords } from '@romduol/web/pages/words/files';
import { talkWords } from '@romduol/web/pages/words/return';
import { talkFileWords } from '@romduol/web/pages/words/talk-files';
import { uploadWords } from '@romduol/web/pages/words/upload';
import { noise, samplePng, sampleWav } from '../../files/samples.ts';
import { expect, test } from '../fixtures.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, lines, openReturn } from './return-page.ts';

const chosen = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/octet-stream' });
const picture = samplePng(400_000);
const file = (name: string, bytes: Buffer): File => new File([new Uint8Array(bytes)], name);

/** What pressing this button saves. */
async function saved(page: Page, name: string): Promise<[name: string, content: Buffer]> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await downloading;
  return [download.suggestedFilename(), readFileSync(await download.path())];
}

for (const language of LANGUAGES) {
  test(`files go both ways (${language})`, async ({ page, deployment }, { project }) => {
    const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
    await openReturn(page, language, receipt);
    await page.locator('#voice').setInputFiles(chosen('2026-05-11 23.10.wav', sampleWav(500_000)));
    await page.locator('#attachments').setInputFiles([chosen('ភាព.png', picture.bytes)]);
    await button(page, say(talkWords.send, language)).click();
    await expect(page.locator('#notice')).toHaveText(say(talkWords.sent, language));
    if (project.name === 'script')
      await expect(page.locator('#upload output')).toHaveText(say(uploadWords.allStored, language));
    await expect(lines(page)).toContainText([say(talkFileWords.sent, language)]);
    await expect(lines(page)).not.toContainText(say(talkFileWords.notWhole, language));
    await expect(page.locator('ol.t b')).toHaveText([say(uploadWords.recording, language), 'ភាព.png']);

    const desk = await deployment.desk('sophea');
    const [line] = (await desk.conversation(caseId)).lines;
    if (line === undefined) throw new Error('no reply');
    expect(line.files.map(({ name, type }) => [name, type])).toEqual([
      ['', 'audio/wav'],
      ['ភាព.png', 'image/png'],
    ]);
    const voice = Buffer.from(await (await desk.openFile(caseId, 0, line)).arrayBuffer());
    expect(voice.equals(sampleWav(500_000))).toBe(true);

    const { id } = await desk.prepareFiles(
      [file('map.png', picture.bytes), file('voice.wav', sampleWav(16_000))],
      false,
    );
    const { lines: now } = await desk.answer(caseId, '', id);
    const sent = Buffer.from(await (await desk.openFile(caseId, 0, now.at(-1))).arrayBuffer());
    await openReturn(page, language, receipt);
    await expect(page.locator('main')).toContainText(say(talkFileWords.saveWarning, language));
    const save = say(talkFileWords.save, language);
    expect(await saved(page, `${save}: map.png`)).toEqual(['map.png', sent]);
    expect(await saved(page, `${save}: voice.wav`)).toEqual(['voice.wav', sampleWav(16_000)]);
    if (project.name !== 'script') return;
    await button(page, say(talkFileWords.listen, language)).click();
    const sound = page.locator('ol.t audio');
    await expect.poll(() => sound.evaluate((one: HTMLAudioElement) => one.duration)).toBe(2);
    await expect(sound).toHaveAttribute('src', /^blob:/);
  });
}

test('a file that cannot be cleaned is asked about, and nothing that was typed is lost', async ({ page, deployment }, {
  project,
}) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  await openReturn(page, 'km', receipt);
  await page.locator('#reply').fill('អ្វីដែលខ្ញុំបានសរសេរ');
  await page.locator('#attachments').setInputFiles([chosen('notes.xyz', noise(5_000))]);
  await button(page, say(talkWords.send, 'km')).click();
  await expect(page.locator('#errors')).toContainText(say(fileProblemWords.cannotClean, 'km'));
  await expect(page.locator('#reply')).toHaveValue('អ្វីដែលខ្ញុំបានសរសេរ');
  if (project.name === 'bare') {
    await expect(page.locator('#again')).toHaveText(say(fileProblemWords.chooseAgain, 'km', { names: 'notes.xyz' }));
    await page.locator('#attachments').setInputFiles([chosen('notes.xyz', noise(5_000))]);
  }
  await page.getByLabel(say(fileProblemWords.asIs, 'km')).check();
  await button(page, say(talkWords.send, 'km')).click();
  await expect(page.locator('#notice')).toHaveText(say(talkWords.sent, 'km'), { timeout: 30_000 });
  const desk = await deployment.desk('sophea');
  const view = await desk.conversation(caseId);
  expect(view.lines.filter(({ fromReporter }) => fromReporter)).toHaveLength(1);
  expect(view.lines[0]).toMatchObject({ text: 'អ្វីដែលខ្ញុំបានសរសេរ', files: [{ name: 'notes.xyz', length: 5_000 }] });
});
