import type { Page } from '@playwright/test';
import { sampleTone } from '@romduol/server/demo/site-work';
import { clipItem, textItem } from '@romduol/shared/site/items';
import { utf8 } from '@romduol/shared/sealing/bytes';
import type { Deployment } from '../deployment.ts';
import { startDeployment, SAMPLE_PLAN } from '../deployment.ts';
import { expect, test as base } from '../fixtures.ts';
import { signIn } from './member-page.ts';

/** Other tests look for what is built in: what is published here is published on a deployment of its own. */
const test = base.extend<object, { readonly deployment: Deployment }>({
  deployment: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern, even when there are none.
    async ({}, use) => {
      const deployment = await startDeployment({ plan: SAMPLE_PLAN });
      await use(deployment);
      await deployment.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
test.describe.configure({ mode: 'serial' });

const RIGHTS = '# សិទ្ធិរបស់យើង\n\n**អ្នកមានសិទ្ធិ** សុំ[ជំនួយ](help)។\n\n<script>alert(1)</script> <b>HTML</b>';
const preview = (page: Page, language: string) => page.frameLocator(`iframe.page-preview[lang=${language}]`);

test('an administrator rewrites the Khmer rights; the preview and the public page show the same', async ({
  page,
  deployment,
}) => {
  await signIn(page, deployment, 'admin');
  await page.goto('/console#site');
  await page.getByRole('link', { name: 'Your rights' }).click();
  await expect(page.getByRole('button', { name: 'Sign and publish' })).toBeDisabled();
  await expect(preview(page, 'en').getByText('Sample, to be confirmed with counsel')).toBeVisible();
  await page.getByLabel('Khmer', { exact: true }).fill(RIGHTS);
  const shown = preview(page, 'km').locator('main');
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText('សិទ្ធិរបស់យើង');
  const promised = await shown.innerHTML();
  await page.getByRole('button', { name: 'Sign and publish' }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  await page.goto('/km/rights');
  expect(await page.locator('main').innerHTML()).toBe(promised);
  await expect(page.locator('main h2')).toHaveText('សិទ្ធិរបស់យើង');
  await expect(page.locator('main')).toContainText('<script>alert(1)</script> <b>HTML</b>');
  await expect(page.locator('main').getByRole('link', { name: 'ជំនួយ' })).toHaveAttribute('href', '/km/help');
  await expect(page.locator('main')).not.toContainText('អត្ថបទគំរូ');
});

test('words are kept when a colleague was quicker, and when the line drops', async ({
  page,
  deployment,
  context,
  expected,
}) => {
  (expected as RegExp[]).push(/Failed to load resource/);
  await signIn(page, deployment, 'admin');
  await page.goto('/console#site/next');
  await page.getByLabel('English', { exact: true }).fill('My words.');
  const colleague = await deployment.desk('admin');
  await colleague.publishSite([{ item: textItem('next'), language: 'en', after: 0, content: utf8('Quicker words.') }]);
  await page.getByRole('button', { name: 'Sign and publish' }).click();
  await expect(page.getByText('A colleague published another edition meanwhile.')).toBeVisible();
  await expect(page.getByLabel('English', { exact: true })).toHaveValue('My words.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign and publish' }).click();
  await expect(page.getByText('The server cannot be reached.').first()).toBeVisible();
  await expect(page.getByLabel('English', { exact: true })).toHaveValue('My words.');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign and publish' }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  await page.getByText('Editions: English').click();
  await expect(page.getByText(/^Edition 1, .*, signed by admin/)).toBeVisible();
  await expect(page.locator('.editions[open] li')).toHaveCount(2);
  expect(await (await fetch(`${deployment.origin}/en/next`)).text()).toContain('<p>My words.</p>');
});

test('a number is confirmed on the day it was rung', async ({ page, deployment }) => {
  await signIn(page, deployment, 'admin');
  await page.goto('/console#site/numbers');
  const row = page.locator('.number-row').first();
  await expect(row.getByText('Nobody has confirmed this number.')).toBeVisible();
  await row.getByRole('button', { name: 'confirm now' }).click();
  await expect(row.getByText(/^Last checked on /)).toBeVisible();
  await page.getByRole('button', { name: 'Sign and publish' }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  const help = await (await fetch(`${deployment.origin}/en/help`)).text();
  expect(help.match(/last checked on/g)).toHaveLength(1);
  expect(help.match(/\(not confirmed yet\)/g)).toHaveLength(3);
});

test('a clip is heard before it is published, then on the report page, and is taken back', async ({
  page,
  deployment,
}) => {
  await signIn(page, deployment, 'admin');
  await page.goto('/console#site/clips');
  const choose = page.getByLabel('Choose a sound for: Your safety first, Khmer');
  await choose.setInputFiles({ name: 'x.wav', mimeType: 'audio/wav', buffer: Buffer.from('<html>') });
  await expect(page.getByText('This is not a sound that browsers can play.')).toBeVisible();
  await choose.setInputFiles({ name: 'x.wav', mimeType: 'audio/wav', buffer: Buffer.from(sampleTone()) });
  await expect(page.locator('audio[src^="blob:"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Sign and publish this clip' }).click();
  await expect(page.locator('audio[src^="/clips/"]')).toHaveCount(1);

  await page.goto('/km/report');
  const player = page.locator('details').first().locator('audio');
  await expect(player).toHaveAttribute('preload', 'none');
  const seconds = await player.evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true;
    await audio.play();
    return audio.duration;
  });
  expect(seconds).toBeCloseTo(1, 1);

  const desk = await deployment.desk('admin');
  await desk.publishSite([{ item: clipItem('safety'), language: 'km', after: 1, content: new Uint8Array() }]);
  await page.reload();
  await expect(page.locator('audio')).toHaveCount(0);
});
