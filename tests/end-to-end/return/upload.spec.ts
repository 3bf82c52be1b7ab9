import { sampleWav } from '../../files/samples.ts';
import { expect, test } from '../fixtures.ts';
import { handInWithReceipt } from './hand-in.ts';
import { button, openReturn } from './return-page.ts';

const CHUNK_ADDRESS = /\/api\/attachments\/[0-9a-f-]{36}\/\d+$/;
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
test.use({
  // A microphone that hums, and a person who lets it.
  launchOptions: ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...root, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] }),
});

test('a reply’s files wait out a dropped line, and other words may be sent meanwhile', async ({ page, deployment }) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  let offline = true;
  await page.route(CHUNK_ADDRESS, (route) => (offline ? route.abort('internetdisconnected') : route.continue()));
  await openReturn(page, 'en', receipt);
  await page
    .locator('#attachments')
    .setInputFiles([{ name: 'a.wav', buffer: sampleWav(300_000), mimeType: 'audio/wav' }]);
  await button(page, 'Send').click();
  await expect(page.locator('#upload li')).toContainText('the line dropped at 0 %');
  await expect(page.locator('#upload')).toContainText('Keep this page open until the files have arrived too');
  await page.locator('#reply').fill('it is coming');
  await button(page, 'Send').click();
  await expect(page.locator('ol.t .m')).toHaveText(['it is coming']);
  await page.locator('#voice').setInputFiles({ name: 'b.wav', buffer: sampleWav(1_000), mimeType: 'audio/wav' });
  await button(page, 'Send').click();
  await expect(page.locator('#errors')).toContainText('Your files are still being sent');
  offline = false;
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.', { timeout: 10_000 });
  await expect(page.locator('ol.t')).not.toContainText('has not arrived whole');
  const desk = await deployment.desk('sophea');
  const [line] = (await desk.conversation(caseId)).lines;
  const content = Buffer.from(await (await desk.openFile(caseId, 0, line)).arrayBuffer());
  expect(content.equals(sampleWav(300_000))).toBe(true);
});

test('a reply whose answer was lost on the way arrives once', async ({ page, deployment }) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  let lost = 1;
  await page.route('**/api/conversation/messages', async (route) => {
    if (lost === 0) return route.continue();
    lost -= 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await openReturn(page, 'en', receipt);
  await page
    .locator('#attachments')
    .setInputFiles([{ name: 'a.wav', buffer: sampleWav(3_000), mimeType: 'audio/wav' }]);
  await button(page, 'Send').click();
  await expect(page.locator('#progress')).toContainText('There is no connection');
  await button(page, 'Send').click();
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.');
  const desk = await deployment.desk('sophea');
  const { lines } = await desk.conversation(caseId);
  expect(lines.filter(({ fromReporter }) => fromReporter)).toMatchObject([{ files: [{ arrived: true }] }]);
});

test('a voice message recorded on the page is a whole reply', async ({ page, deployment }) => {
  const { caseId, receipt } = await handInWithReceipt(deployment, { narrative: 'words' });
  await openReturn(page, 'km', receipt);
  await button(page, 'ថតសំឡេង').click();
  await expect(page.locator('#recorder output')).toHaveText(/កំពុងថត… ០០:០[១-៩]/, { timeout: 15_000 });
  await button(page, 'ឈប់ថត').click();
  await expect(page.locator('#recorder audio')).toBeVisible();
  await button(page, 'ផ្ញើ').click();
  await expect(page.locator('#upload output')).toHaveText('ឯកសារទាំងអស់បានមកដល់ហើយ។');
  const [line] = (await (await deployment.desk('sophea')).conversation(caseId)).lines;
  expect(line?.files).toMatchObject([{ name: '', type: 'audio/webm', arrived: true }]);
});
