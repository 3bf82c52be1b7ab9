import type { Locator, Page } from '@playwright/test';
import jsqr from 'jsqr';
import { SAMPLE_PLAN, startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { signIn } from './member-page.ts';

const ONION = `http://${'romduol2'.repeat(7)}.onion`;

/** What a reader that had no part in drawing it finds in a code, as it stands on the screen. */
async function readCode(page: Page, code: Locator): Promise<string | null> {
  const shot = (await code.screenshot()).toString('base64');
  const { width, height, dots } = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, dots: [...(image?.data ?? [])] };
  }, shot);
  return jsqr.default(Uint8ClampedArray.from(dots), width, height)?.data ?? null;
}

/** The sizes of a PDF's pages in millimetres, as the browser wrote them. */
async function printedPages(page: Page): Promise<[number, number][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round((Number(width) * 25.4) / 72),
    Math.round((Number(height) * 25.4) / 72),
  ]);
}

test('posters and cards print on their own paper, and an outside reader reads their codes', async ({ page, ours }) => {
  const deployment = await startDeployment({ plan: SAMPLE_PLAN, environment: { ONION_URL: ONION } });
  const address = deployment.origin;
  ours.push(address);
  try {
    await signIn(page, deployment, 'admin');
    await page.goto(`${deployment.origin}/console#site/posters`);
    const sheet = page.locator('.poster-sheet');
    await expect(sheet).toContainText(address);
    await expect(page.getByRole('note')).toContainText('Nobody has told this server its public address');
    // Whoever carries one gives nothing away.
    for (const word of ['LGBT', 'violence', 'abuse', 'rainbow', 'victim', 'survivor', 'Sample organisation', 'អំពើហិង្សា'])
      await expect(sheet).not.toContainText(new RegExp(word, 'i'));
    const codes = page.locator('.poster-sheet .qr');
    expect(await readCode(page, codes.nth(0))).toBe(`${address}/`);
    expect(await readCode(page, codes.nth(1))).toBe(`${ONION}/`);
    expect(await printedPages(page)).toEqual([[210, 297]]);

    await page.getByLabel('What to print').selectOption('a6');
    await page.getByLabel('With the address for Tor Browser').uncheck();
    await page.getByLabel('Languages').selectOption('onlyKm');
    await expect(sheet).not.toContainText('Would you like');
    await expect(codes).toHaveCount(1);
    expect(await readCode(page, codes.nth(0))).toBe(`${address}/`);
    expect(await printedPages(page)).toEqual([[105, 148]]);

    await page.getByLabel('What to print').selectOption('pocket');
    await expect(codes).toHaveCount(8);
    expect(await readCode(page, codes.nth(7))).toBe(`${address}/`);
    expect(await printedPages(page)).toEqual([[210, 297]]);
  } finally {
    await deployment.stop();
  }
});
