import type { Page } from '@playwright/test';
import { noise, samplePng, sampleWav, secretsIn } from '../../files/samples.ts';
import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';
import { makeCanaries } from './canaries.ts';

const send = (page: Page) => page.getByRole('button', { name: /^(Send|ផ្ញើ)$/ }).click();
const CHUNK_ADDRESS = /\/api\/attachments\/[0-9a-f-]{36}\/\d+$/;

async function begin(page: Page, mark = ''): Promise<void> {
  await page.goto('/en/report');
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
  await page.locator('#province').selectOption('KH-12');
  if (mark !== '') await page.locator('#narrative').fill(mark);
}

/** The report with this mark, and its files as a caseworker opens them. */
async function openFiles(deployment: Deployment, mark: string) {
  const desk = await deployment.desk('sophea');
  const row = (await desk.queue()).find(({ answers }) => answers?.narrative?.includes(mark));
  if (row === undefined) throw new Error('the report is not there');
  const view = await desk.openCase(row.caseId);
  const contents = await Promise.all(view.files.map((_, place) => desk.openFile(row.caseId, place)));
  return { view, contents: await Promise.all(contents.map(async (blob) => Buffer.from(await blob.arrayBuffer()))) };
}

const chosen = (name: string, buffer: Buffer, mimeType = 'application/octet-stream') => ({ name, buffer, mimeType });

test('files are cleaned, sealed in the browser, and follow the report', async ({ page, deployment }) => {
  const [mark = ''] = makeCanaries(1);
  const picture = samplePng(600_000);
  const sound = sampleWav(400_000);
  const bodies: Buffer[] = [];
  page.on('request', (request) => bodies.push(request.postDataBuffer() ?? Buffer.alloc(0)));
  await begin(page, mark);
  await page.locator('#voice').setInputFiles(chosen('tonight.wav', sound));
  await page.locator('#attachments').setInputFiles([chosen('ភាព.png', picture.bytes), chosen('b.wav', sound)]);
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.');
  await expect(page.locator('#upload li')).toHaveText([
    /^Recording.*arrived$/,
    /^ភាព\.png.*arrived$/,
    /^b\.wav.*arrived$/,
  ]);
  expect(page.workers()).toHaveLength(0);

  const { view, contents } = await openFiles(deployment, mark);
  expect(view.files.map(({ name, type }) => [name, type])).toEqual([
    ['', 'audio/wav'],
    ['ភាព.png', 'image/png'],
    ['b.wav', 'audio/wav'],
  ]);
  expect(contents[0]?.equals(sound)).toBe(true);
  expect(contents[2]?.equals(sound)).toBe(true);
  for (const secret of secretsIn(picture.bytes)) expect(contents[1]?.includes(secret)).toBe(false);
  // The same picture, to the pixel, after it was drawn and written anew.
  const pixels = await page.evaluate(
    async (both) => {
      const drawn = both.map(async (encoded) => {
        const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        return [...(context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])].join();
      });
      const [first, second] = await Promise.all(drawn);
      return [first === second, first?.length];
    },
    [picture.bytes, contents[1] ?? Buffer.alloc(0)].map((bytes) => bytes.toString('base64')),
  );
  expect(pixels).toEqual([true, expect.any(Number)]);
  const sent = Buffer.concat(bodies);
  for (const part of [sound.subarray(50_000, 50_040), picture.pixels.subarray(100, 140), Buffer.from('tonight')])
    expect(sent.includes(part)).toBe(false);
});

test('a recording alone is a whole report', async ({ page, deployment }) => {
  const desk = await deployment.desk('sophea');
  const before = new Set((await desk.queue()).map(({ caseId }) => caseId));
  await begin(page);
  await page.locator('#voice').setInputFiles(chosen('x.wav', sampleWav(20_000)));
  await send(page);
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.');
  const [row] = (await desk.queue()).filter(({ caseId }) => !before.has(caseId));
  if (row === undefined) throw new Error('no report');
  const content = await desk.openFile(row.caseId, 0);
  expect(Buffer.from(await content.arrayBuffer()).equals(sampleWav(20_000))).toBe(true);
});

test('a line that drops again and again delays the files and spoils nothing', async ({ page, deployment }) => {
  const [mark = ''] = makeCanaries(1);
  const film = noise(1_400_000);
  const asked: string[] = [];
  await page.route(CHUNK_ADDRESS, async (route) => {
    asked.push(route.request().url());
    const cut = asked.length;
    // Before it arrives, after it has arrived, and answered by somebody on the way.
    if (cut === 2) return route.abort('connectionreset');
    if (cut === 3) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return cut === 4 ? route.fulfill({ status: 502, body: '' }) : route.continue();
  });
  await begin(page, mark);
  await page.locator('#attachments').setInputFiles(chosen('odd.bin', film));
  await send(page);
  await page.getByLabel('Send them as they are').check();
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  await expect(page.locator('#upload')).toContainText('Keep this page open until the files have arrived too');
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.', { timeout: 30_000 });
  // How many chunks go together is the line's to say; what was disturbed was asked for again.
  for (const disturbed of [1, 2, 3]) expect(asked.slice(disturbed + 1)).toContain(asked[disturbed]);
  const { contents } = await openFiles(deployment, mark);
  expect(contents[0]?.equals(film)).toBe(true);
});

test('without a connection the page says so, and goes on at once when asked', async ({ page, deployment }) => {
  const [mark = ''] = makeCanaries(1);
  let offline = true;
  await page.route(CHUNK_ADDRESS, (route) => (offline ? route.abort('internetdisconnected') : route.continue()));
  await begin(page, mark);
  await page.locator('#attachments').setInputFiles(chosen('a.wav', sampleWav(300_000)));
  await send(page);
  await expect(page.locator('#upload li')).toContainText('the line dropped at 0 %');
  await expect(page.getByText('You can close this page now')).toBeHidden();
  await page.getByLabel('I have copied it').check();
  await expect(page.getByText('You can close this page now')).toBeHidden();
  offline = false;
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.', { timeout: 5_000 });
  await expect(page.getByText('You can close this page now')).toBeVisible();
  const { contents } = await openFiles(deployment, mark);
  expect(contents[0]?.equals(sampleWav(300_000))).toBe(true);
});

test('the upload waits when told to, and a caseworker sees that a file is not whole', async ({ page, deployment }) => {
  const [mark = ''] = makeCanaries(1);
  let asked = 0;
  await page.route(CHUNK_ADDRESS, async (route) => {
    asked += 1;
    await new Promise((resume) => setTimeout(resume, 300));
    await route.continue();
  });
  await begin(page, mark);
  await page.locator('#attachments').setInputFiles(chosen('a.wav', sampleWav(1_200_000)));
  await send(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('#upload li')).toContainText('paused at');
  await page.waitForTimeout(1_000);
  const before = asked;
  await page.waitForTimeout(1_500);
  expect(asked).toBe(before);
  await expect(openFiles(deployment, mark)).rejects.toMatchObject({ code: 'file_incomplete' });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('#upload output')).toHaveText('All files have arrived.', { timeout: 30_000 });
  expect((await openFiles(deployment, mark)).contents[0]?.equals(sampleWav(1_200_000))).toBe(true);
});

test('what is wrong with files is said before anything is sent, and nothing of files is fetched without any', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await begin(page, 'words');
  const six = Array.from({ length: 6 }, (_, at) => chosen(`${at}.wav`, sampleWav(100 + at)));
  await page.locator('#attachments').setInputFiles(six);
  await send(page);
  await expect(page.locator('#errors')).toContainText('We can take 5 files.');
  await page.locator('#attachments').setInputFiles(chosen('0.wav', Buffer.alloc(0)));
  await send(page);
  await expect(page.locator('#errors')).toContainText('empty or cannot be read');
  await page.locator('#attachments').setInputFiles(chosen('a.xyz', noise(1000)));
  await send(page);
  await expect(page.locator('#errors')).toContainText('hidden details could not be removed');
  await expect(page.getByLabel('Send them as they are')).toBeVisible();
  expect(asked.some((path) => path === '/api/reports')).toBe(false);
  asked.length = 0;
  await page.reload();
  await page.locator('#narrative').fill('no files');
  await send(page);
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
  expect(asked.filter((path) => /chosen-files|follow-upload|clean|attachments/.test(path))).toEqual([]);
});
