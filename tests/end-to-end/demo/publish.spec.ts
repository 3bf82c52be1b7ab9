import type { Browser, BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listReleases } from '@romduol/shared/api/statistics';
import { checkPublished } from '@romduol/shared/statistics/check-published';
import { parseRelease } from '@romduol/shared/statistics/release-file';
import type { CaseId } from '@romduol/shared/ids';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { makeActs } from '@romduol/web/desk/make-acts';
import { expectAccessible } from '../accessible.ts';
import { openCase } from '../console/member-page.ts';
import { callerFor } from '../deployment.ts';
import { expect, watched } from '../fixtures.ts';
import { type Demo, type DemoAccount, startDemo } from './start-demo.ts';

/* oxlint-disable no-empty-pattern -- Playwright reads a fixture's needs from this pattern, even when there are none. */
const test = watched.extend<object, { readonly demo: Demo }>({
  demo: [
    async ({}, use) => {
      const demo = await startDemo(join(import.meta.dirname, '../../..'));
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  ours: ({ demo }, use) => use([demo.origin]),
});
test.setTimeout(420_000);

const STORY = 'ខ្ញុំត្រូវបានគេបណ្តេញចេញពីផ្ទះជួល។\nThe landlord kept my papers.';

/** Publishers of the larger organisation, in the order of the file: it is named first. */
function publishersOf(accounts: readonly DemoAccount[]): readonly [DemoAccount, DemoAccount] {
  const [first, second] = accounts.filter(({ roles }) => roles.includes('supervisor'));
  if (first === undefined || second === undefined) throw new Error('the demo has no two publishers');
  return [first, second];
}

async function openConsole(browser: Browser, demo: Demo, account: DemoAccount): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${demo.origin}/console`);
  await expect(page.getByText('This is a demonstration')).toBeVisible();
  await page.getByLabel('Your handle').fill(account.handle);
  await page.getByLabel('Your passphrase').fill(account.passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 30_000 });
  return page;
}

async function openRipe(page: Page, kind: 'Incidents' | 'Outcomes', act: string): Promise<void> {
  await page.getByRole('link', { name: 'Statistics' }).click();
  await page
    .getByRole('link', { name: new RegExp(`^${kind}.*${act}`) })
    .last()
    .click();
}

/** Tells a report by the page with script and answers its receipt. */
async function report(context: BrowserContext, demo: Demo): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${demo.origin}/km/report`);
  await page.locator('[name=narrative]').fill(STORY);
  await page.locator('main form button:not([name])').last().click();
  const receipt = page.locator('#receipt');
  await expect(receipt).toBeVisible({ timeout: 30_000 });
  return (await receipt.textContent()) ?? '';
}

test('a report told in Khmer is read, and the ripe cohorts are frozen, countersigned, published and exported', async ({
  browser,
  demo,
}) => {
  expect(await report(await browser.newContext(), demo)).toMatch(/^(\d{4} ){4}\d{4}$/);
  const [first, second] = publishersOf(demo.accounts);
  const proposer = await openConsole(browser, demo, first);
  const signer = await openConsole(browser, demo, second);

  const before = (await callerFor(demo.origin)(listReleases)).releases.length;
  expect(before).toBeGreaterThanOrEqual(2);
  for (const kind of ['Incidents', 'Outcomes'] as const) {
    await openRipe(proposer, kind, 'Preview and propose');
    await proposer.getByRole('button', { name: 'Freeze and preview' }).click();
    const counted = await proposer.getByText(/records count in it/).textContent();
    expect(Number(/\d+/.exec(counted ?? '')?.[0])).toBeGreaterThanOrEqual(60);
    await proposer.getByRole('button', { name: 'Sign and propose' }).click();
    await expect(proposer.getByText('You proposed this release.')).toBeVisible({ timeout: 20_000 });

    await openRipe(signer, kind, 'Check and sign');
    await signer.getByRole('button', { name: 'Count again and compare' }).click();
    await expect(signer.getByText('Your device arrived at exactly the same file.')).toBeVisible({ timeout: 20_000 });
    await signer.getByRole('button', { name: 'Sign and publish' }).click();
    await expect(signer.getByText('Published. It stands on the public page')).toBeVisible({ timeout: 20_000 });
  }

  const { releases } = await callerFor(demo.origin)(listReleases);
  expect(releases).toHaveLength(before + 2);
  for (const { file, signatures } of releases) {
    const release = parseRelease(file);
    expect(checkPublished(release)).toEqual([]);
    expect(release.tables.flatMap(({ values }) => values).every((value) => value % release.base === 0)).toBe(true);
    expect(new Set(signatures.map(({ member }) => member)).size).toBe(2);
  }

  await test.step('the public page shows them without script, in both languages', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    const page = await bare.newPage();
    for (const language of ['en', 'km']) {
      await page.goto(`${demo.origin}/${language}/statistics`);
      expect(await page.locator('svg[role=img]').count()).toBeGreaterThanOrEqual(2);
      expect(await page.locator('table').count()).toBeGreaterThanOrEqual(2);
      await page.goto(`${demo.origin}/${language}/statistics/${releases[0]!.series}/incident`);
      expect(await page.locator('.chart-band').count()).toBeGreaterThan(3);
    }
    const { series } = releases[0]!;
    const wide = await (await browser.newContext()).newPage();
    for (const path of ['', `/${series}/incident`, `/${series}/incident/${releases[0]!.cohort.toLowerCase()}`]) {
      await wide.goto(`${demo.origin}/en/statistics${path}`);
      await expectAccessible(wide);
    }
  });

  await test.step('a publisher has coming quarters counted by team, by keyboard', async () => {
    await signer.getByRole('link', { name: 'Statistics' }).click();
    const card = signer.locator('details.counting');
    await card.locator('summary').focus();
    await signer.keyboard.press('Enter');
    await expect(
      card.getByText(/ as follows\. The whole organisation together, rounded to multiples of 5\./),
    ).toBeVisible();
    await expectAccessible(signer);
    await card.getByRole('radio', { name: 'The whole organisation together' }).focus();
    await signer.keyboard.press('ArrowDown');
    await expect(card.getByRole('radio', { name: 'Each team on its own' })).toBeChecked();
    await card.getByRole('button', { name: /^Open .* so$/ }).focus();
    await signer.keyboard.press('Enter');
    // A quarter a team and kind; and nothing more to decide before the next has begun.
    await expect(signer.locator('.cohort').filter({ hasText: 'Around the lake' })).toHaveCount(2, { timeout: 20_000 });
    await expect(card).toHaveCount(0);
    await expect(signer.getByRole('heading', { name: 'Statistics', exact: true })).toBeFocused();
  });

  await test.step('an advocate exports them', async () => {
    const advocate = demo.accounts.find(({ roles }) => roles.includes('advocate'));
    if (advocate === undefined) throw new Error('the demo has no advocate');
    const page = await openConsole(browser, demo, advocate);
    await page.getByRole('link', { name: 'Releases' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'All releases as one table (CSV)' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.split('\n').length).toBeGreaterThan(200);

    // One table, in both languages, as a spreadsheet and as a picture that the browser painted.
    await page.getByRole('button', { name: 'None', exact: true }).click();
    await page.getByLabel(/^(Main referral|Type of incident)$/).check();
    await page.getByLabel('Khmer', { exact: true }).check();
    const taken = async (name: string): Promise<Uint8Array> => {
      const file = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      return new Uint8Array(readFileSync(await (await file).path()));
    };
    const sheets = unzipSync(await taken('Spreadsheet, a sheet a table (XLSX)'));
    // What to know, the table, and the rights map.
    expect(Object.keys(sheets).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(3);
    const pictures = unzipSync(await taken('All charts as PNG'));
    expect(Object.keys(pictures).map((name) => name.slice(-7))).toEqual(['-en.png', '-km.png']);
    for (const picture of Object.values(pictures)) {
      expect(new TextDecoder('latin1').decode(picture.slice(1, 4))).toBe('PNG');
      // Painted, not blank: a page of one colour would be a few kilobytes.
      expect(picture.length).toBeGreaterThan(20_000);
    }
  });

  await test.step('a supervisor reads the report word for word', async () => {
    useSodium(await loadSumoSodium());
    const acts = makeActs({ call: callerFor(demo.origin), clock: Date.now });
    await acts.signIn(second.handle, second.passphrase);
    const row = (await acts.queue()).find(({ answers }) => answers?.narrative === STORY);
    await openCase(signer, row?.caseId as CaseId);
    await expect(signer.locator('.narrative blockquote')).toHaveText(STORY, { useInnerText: true });
  });
});
