import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { uploadOne } from '../../attack/attachments/upload.ts';
import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';
import { openCase, signIn } from './member-page.ts';

const FIXTURES = join(import.meta.dirname, '../../unit/cleaning/fixtures');

/** Seals a PDF just as it is, as a client of somebody else's making could, and opens it in the console. */
async function openPdf(page: Page, deployment: Deployment, content: Buffer): Promise<Locator> {
  const narrative = `with a PDF of ${content.length} bytes`;
  await uploadOne(deployment.origin, content, { type: 'application/pdf', narrative });
  const row = (await (await deployment.desk('sophea')).queue()).find(({ answers }) => answers?.narrative === narrative);
  if (row === undefined) throw new Error('no case');
  await signIn(page, deployment, 'sophea');
  await openCase(page, row.caseId);
  await page.locator('.files').getByRole('button', { name: 'Open here' }).click();
  return page.locator('.pdf');
}

/** How many of the picture's pixels are dark, of a hundred. */
const darkness = (canvas: Locator): Promise<number> =>
  canvas.evaluate(async (one: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(one.width, one.height);
    const context = copy.getContext('2d');
    context?.drawImage(one, 0, 0);
    const { data } = context?.getImageData(0, 0, one.width, one.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) < 128) dark += 1;
    return (400 * dark) / data.length;
  });

/** A PDF by its objects, the first of which is its catalogue. */
function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${text}${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

const stream = (content: string): string => `<</Length ${content.length}>>stream\n${content}\nendstream`;

/** Runs scripts when opened, printed, seen and pressed; links and forms lead out; a picture lies elsewhere. */
const HOSTILE = pdfOf([
  '<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R/AA<</WC 5 0 R/DP 5 0 R>>/AcroForm<</Fields[7 0 R]/XFA 9 0 R/CO[7 0 R]>>' +
    '/Names<</JavaScript<</Names[(a) 5 0 R]>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/AA<</O 5 0 R>>/Annots[6 0 R 7 0 R]' +
    '/Resources<</Font<</F 8 0 R>>/XObject<</X 10 0 R>>>>>>',
  stream('BT /F 36 Tf 20 120 Td (Nothing runs) Tj ET q 50 0 0 50 200 20 cm /X Do Q'),
  '<</S/JavaScript/JS(app.alert\\("ran"\\); app.launchURL\\("https://evil.invalid/js"\\); fetch\\("/api/session"\\))>>',
  '<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(https://evil.invalid/link)>>>>',
  '<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(v)/Rect[10 10 90 40]/AA<</K 5 0 R/F 5 0 R/C 5 0 R/V 5 0 R>>/A 5 0 R>>',
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>app.alert("xfa")</script></xdp:xdp>'),
  '<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB/F<</FS/URL/F(https://evil.invalid/x.png)>>/Length 0>>stream\n\nendstream',
]);

test('a real PDF is drawn from memory, page by page, with its words', async ({ page, deployment }) => {
  const view = await openPdf(page, deployment, readFileSync(join(FIXTURES, 'letter.pdf')));
  const canvas = view.locator('canvas');
  await expect(canvas).toBeVisible({ timeout: 30_000 });
  expect(await darkness(canvas)).toBeGreaterThan(0.05);
  await expect(view.getByText(/^Page 1 of \d/)).toBeVisible();
  await view.getByText('The words of this page').click();
  await expect(view.locator('details .words')).not.toHaveText('');
  const { width: before = 0 } = (await canvas.boundingBox()) ?? {};
  await view.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.4);
  await expect.poll(() => page.workers().length).toBe(2);
  await page.getByRole('button', { name: 'Put away' }).click();
  await expect.poll(() => page.workers().length).toBe(1);
});

test('nothing in a PDF runs, leads anywhere or is fetched', async ({ page, deployment }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('dialog', () => asked.push('a dialogue'));
  const opening = asked.length;
  const view = await openPdf(page, deployment, HOSTILE);
  const canvas = view.locator('canvas');
  await expect(canvas).toBeVisible({ timeout: 30_000 });
  // The control: it was read, and its words are drawn.
  expect(await darkness(canvas)).toBeGreaterThan(1);
  await view.getByText('The words of this page').click();
  await expect(view.locator('details .words')).toHaveText('Nothing runs');
  const { url } = { url: page.url() };
  await canvas.click();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  expect(page.url()).toBe(url);
  await expect(view.locator('a, iframe, object, embed, input, script, style')).toHaveCount(0);
  expect(asked.slice(opening).filter((path) => !/^\/(api|assets)\/|^\/console$/.test(path))).toEqual([]);
  expect(asked.filter((path) => path.endsWith('/api/session')).length).toBeLessThanOrEqual(2);
  const [, address = ''] = asked.map((path) => /^(\/assets\/pdf-worker-.*)$/.exec(path)).find(Boolean) ?? [];
  const served = await page.request.get(address);
  expect(served.headers()['content-security-policy']).toBe("default-src 'none'; script-src 'self'");
});

test('what is no PDF, or asks for a password, is said to be so', async ({ page, deployment }) => {
  const broken = await openPdf(page, deployment, Buffer.from('%PDF-1.7\nnothing more'));
  await expect(broken.or(page.locator('.files .caution'))).toContainText('cannot be drawn here', { timeout: 30_000 });
  await page.goto('/console');
  await openPdf(page, deployment, readFileSync(join(FIXTURES, 'locked.pdf')));
  await expect(page.locator('.files .caution')).toContainText('asks for a password', { timeout: 30_000 });
});
