import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '@romduol/shared/ids';
import { noise, samplePng, sampleWav } from '../../files/samples.ts';
import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';
import { openCase, signIn } from './member-page.ts';

const LETTER = readFileSync(join(import.meta.dirname, '../../unit/cleaning/fixtures/letter.pdf'));

/** A report with these files, handed in without script. */
async function handIn(deployment: Deployment, files: readonly (readonly [string, Buffer])[]): Promise<CaseId> {
  const desk = await deployment.desk('sophea');
  const before = new Set((await desk.queue()).map(({ caseId }) => caseId));
  const form = new FormData();
  form.append('province', 'KH-12');
  for (const [name, bytes] of files) form.append('attachments', new File([new Uint8Array(bytes)], name));
  form.append('as_is', 'yes');
  const answer = await fetch(`${deployment.origin}/en/report`, {
    method: 'POST',
    body: form,
    headers: { origin: deployment.origin },
  });
  expect(answer.status).toBe(200);
  const [row] = (await desk.queue()).filter(({ caseId }) => !before.has(caseId));
  if (row === undefined) throw new Error('no case');
  return row.caseId;
}

test('a caseworker sees, hears and saves what came with a report', async ({ page, deployment }) => {
  const odd = noise(3_000);
  const caseId = await handIn(deployment, [
    ['wall.png', samplePng(200_000).bytes],
    ['voice.wav', sampleWav(8_000)],
    ['letter.pdf', LETTER],
    ['list.xyz', odd],
  ]);
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  const files = page.locator('.files li');
  await expect(files).toHaveCount(4);
  await expect(files.nth(0)).toContainText(/wall\.png · Picture · \d+ kB/);
  await expect(files.nth(1)).toContainText('voice.wav · Sound');
  await expect(files.nth(2)).toContainText('letter.pdf · PDF document');
  await expect(files.nth(3)).toContainText('list.xyz · Other file · 3 kB');

  await files.nth(0).getByRole('button', { name: 'Open here' }).click();
  const image = files.nth(0).locator('img');
  await expect(image).toHaveAttribute('src', /^blob:/);
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(256);
  const address = await image.getAttribute('src');
  await files.nth(0).getByRole('button', { name: 'Put away' }).click();
  // Nothing is left of it in memory once it is put away.
  const isGone = (): Promise<unknown> =>
    page.evaluate(
      (blob) =>
        new Promise((resolve) => {
          const again = new Image();
          again.addEventListener('load', () => resolve(false));
          again.addEventListener('error', () => resolve(true));
          again.src = blob ?? '';
        }),
      address,
    );
  await expect.poll(isGone).toBe(true);

  await files.nth(1).getByRole('button', { name: 'Open here' }).click();
  const sound = files.nth(1).locator('audio');
  await expect.poll(() => sound.evaluate((one: HTMLAudioElement) => one.duration)).toBe(1);
  // Nothing unknown is opened: it could run scripts.
  await expect(files.nth(3).getByRole('button', { name: 'Open here' })).toHaveCount(0);

  await files.nth(3).getByRole('button', { name: 'Save on this device…' }).click();
  await expect(files.nth(3)).toContainText('A saved file is no longer locked');
  const downloading = page.waitForEvent('download');
  await files.nth(3).getByRole('button', { name: 'Save it unlocked' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('list.xyz');
  expect(readFileSync(await download.path()).equals(odd)).toBe(true);
});

test('a file that was changed on its way is thrown away whole, and the page says so', async ({ page, deployment }) => {
  const caseId = await handIn(deployment, [['wall.png', samplePng(700_000).bytes]]);
  await page.route(/\/attachments\/[0-9a-f-]{36}\/1$/, async (route) => {
    const body = await (await route.fetch()).body();
    body[1_000] = (body[1_000] ?? 0) ^ 1;
    await route.fulfill({ body, contentType: 'application/octet-stream' });
  });
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  await page.getByRole('button', { name: 'Open here' }).click();
  await expect(page.locator('.files .trouble')).toContainText('damaged or was changed');
  await expect(page.locator('.files img')).toHaveCount(0);
});
