import { noise, samplePng, sampleWav, secretsIn } from '../../files/samples.ts';
import { expect, test } from '../fixtures.ts';
import { makeCanaries } from './canaries.ts';

const chosen = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/octet-stream' });

test('without script files are sealed on their way, and a caseworker opens them', async ({ page, deployment }) => {
  const [mark = ''] = makeCanaries(1);
  const picture = samplePng(900_000);
  const sound = sampleWav(1_000_000);
  await page.goto('/km/report');
  await page.locator('#narrative').fill(mark);
  await page.locator('#voice').setInputFiles(chosen('2026-05-11 23.10.wav', sound));
  await page.locator('#attachments').setInputFiles([chosen('រូប.png', picture.bytes)]);
  await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);

  const desk = await deployment.desk('dara');
  const row = (await desk.queue()).find(({ answers }) => answers?.narrative?.includes(mark));
  if (row === undefined) throw new Error('the report is not there');
  const { files } = await desk.openCase(row.caseId);
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ['', 'audio/wav'],
    ['រូប.png', 'image/png'],
  ]);
  const [voice, image] = await Promise.all(
    files.map(async (_, place) => Buffer.from(await (await desk.openFile(row.caseId, place)).arrayBuffer())),
  );
  expect(voice?.equals(sound)).toBe(true);
  expect(image?.includes(picture.pixels)).toBe(true);
  for (const secret of secretsIn(picture.bytes)) expect(image?.includes(secret)).toBe(false);
});

test('without script a recording alone is a whole report', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#voice').setInputFiles(chosen('a.wav', sampleWav(50_000)));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
});

test('without script the page asks about files that cannot be cleaned, and keeps what was typed', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('what I wrote');
  await page.locator('#attachments').setInputFiles(chosen('notes.xyz', noise(5_000)));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#errors')).toContainText('hidden details could not be removed');
  await expect(page.locator('#again')).toHaveText('Please choose these files again: notes.xyz');
  await expect(page.locator('#narrative')).toHaveValue('what I wrote');
  await page.getByLabel('Send them as they are').check();
  await page.locator('#attachments').setInputFiles(chosen('notes.xyz', noise(5_000)));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
});

test('without script a file that is too large is named, and nothing typed is lost', async ({ page }) => {
  await page.goto('/km/report');
  await page.locator('#narrative').fill('ពាក្យដែលខ្ញុំបានសរសេរ');
  await page.locator('#attachments').setInputFiles(chosen('film.mp4', noise(40_000_000)));
  await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).click();
  await expect(page.locator('#errors')).toContainText('ឯកសារនីមួយៗអាចមានត្រឹម');
  await expect(page.locator('#again')).toContainText('film.mp4');
  await expect(page.locator('#narrative')).toHaveValue('ពាក្យដែលខ្ញុំបានសរសេរ');
});
