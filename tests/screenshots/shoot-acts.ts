import type { Browser, Page } from '@playwright/test';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import type { Demo } from '../end-to-end/demo/start-demo.ts';
import { settle, shoot } from './shoot.ts';
import { SIZES, signIn } from './sign-in.ts';

/** Where a member's own cases are among the lists, and all. */
const [MINE, ALL] = [3, 4];

/** The page as it stands, in both languages and at both sizes; nothing that was typed is lost on the way. */
async function inBoth(page: Page, name: string): Promise<void> {
  for (const language of ['en', 'km'] as const) {
    if ((await page.locator('html').getAttribute('lang')) !== language) {
      await page.locator(`.bar button[lang=${language}]`).click();
    }
    for (const size of ['phone', 'desktop'] as const) {
      await page.setViewportSize(SIZES[size].viewport);
      // What sticks to the top stands where the page was scrolled to.
      await page.evaluate(() => scrollTo(0, 0));
      await settle(page);
      await shoot(page, `${name}-${language}-${size}`);
    }
  }
  await page.locator('.bar button[lang=en]').click();
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settle(page);
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
  await settle(page);
};

/** What comes of doing something: members go on with the sample cases, as whoever tries the demonstration would. */
export async function shootActs(browser: Browser, { origin, accounts }: Demo): Promise<void> {
  const open = async (handle: string): Promise<Page> => {
    const account = accounts.find((one) => one.handle === handle);
    if (account === undefined) throw new Error(`the demo has no ${handle}`);
    const context = await browser.newContext({ ...SIZES.desktop, locale: 'en-GB' });
    return signIn(context, origin, account, 'en');
  };
  const worker = await open('kolap');
  await shootView(worker);
  const own = (await worker.locator('a.row').first().getAttribute('href')) ?? '';
  await askForBundle(worker, own);
  const supervisor = await open('kakoh');
  await go(supervisor, `${own}/bundle`);
  await giveReason(supervisor);
  await inBoth(supervisor, 'act-bundle-approval');
  await shootHandOver(worker, own);
  const there = await open('svay');
  await there.locator('.tabs button').nth(ALL).click();
  await there.locator('a.row', { hasText: 'Handed over with consent' }).first().click();
  await settle(there);
  await inBoth(there, 'act-handed-over-there');
  await shootRelease(await open('romduol'), supervisor);
  await shootCard(await open('beng'));
  const auditor = await open('champa');
  await auditor.locator('.audit-copies summary').click();
  await auditor.locator('.audit-copies button').last().click();
  await auditor.locator('.audit-copies output').waitFor();
  await inBoth(auditor, 'act-audit-checked');
}

/** A view of the list that gets another name; its member's own cases are shown then. */
async function shootView(page: Page): Promise<void> {
  await page.locator('.tabs button').nth(MINE).click();
  // Open from the beginning where something narrows the list.
  if ((await page.locator('.narrowing[open]').count()) === 0) await page.locator('.narrowing summary').click();
  await page.getByLabel('Level').selectOption('high');
  await press(page, 'Save this view');
  await page.getByLabel('Name of the view').fill('High ones');
  await page.keyboard.press('Enter');
  await press(page, 'Rename “High ones”');
  await inBoth(page, 'act-view-renaming');
  await press(page, 'Cancel');
  await page.getByLabel('Level').selectOption('');
  await settle(page);
}

async function askForBundle(page: Page, own: string): Promise<void> {
  await go(page, `${own}/bundle`);
  await press(page, 'Sign, and ask a supervisor');
  await inBoth(page, 'act-bundle-missing');
  await page.getByLabel('Who gets it').fill('Sample partner');
  await page.getByLabel('Their public key for age').fill(await identityToRecipient(await generateHybridIdentity()));
  await page.getByLabel('The survivor has agreed to it').check();
  await page.getByLabel('In words').fill('They go on with it');
  await press(page, 'Sign, and ask a supervisor');
}

/** A case that is another's is not opened before its reader says why. */
async function giveReason(page: Page): Promise<void> {
  await page.getByLabel('Why do you open it?').fill('Their bundle waits for me');
  await inBoth(page, 'act-opening-reason');
  await press(page, 'Sign and open');
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
}

/** From the offer to a team of the other sample organisation until it is theirs. */
async function shootHandOver(page: Page, own: string): Promise<void> {
  const pane = page.locator('.pane');
  const referral = page.locator('.panel').getByRole('link', { name: /Champei, Highlands/ });
  await go(page, `${own}/refer`);
  await pane.getByLabel('What help').selectOption('shelter');
  await pane.locator('.recipient', { hasText: 'Champei, Highlands' }).locator('input').check();
  await inBoth(page, 'act-hand-over-offer');
  await pane.getByLabel('How soon').selectOption('same_day');
  await pane.getByLabel('Why, in words').fill('A bed away from home');
  await pane.locator('form button.primary').click();
  await referral.first().click();
  await pane.getByLabel('Why help is asked for').check();
  await pane.getByLabel('The survivor', { exact: true }).check();
  await pane.getByLabel('How it was given').selectOption('in_person');
  await inBoth(page, 'act-hand-over-consent');
  await pane.getByLabel('I have read it out').check();
  await pane.locator('form button.primary').click();
  await referral.first().click();
  await pane.getByLabel('How it reaches them').selectOption('inside');
  await inBoth(page, 'act-hand-over-inside');
  await press(page, 'Sign this, then hand the case over');
  await pane.getByLabel('I read it out now').check();
  await inBoth(page, 'act-hand-over-receipt');
  await press(page, 'Hand the case over now');
  await pane.getByText('It can be read by').waitFor();
  await inBoth(page, 'act-hand-over-done');
}

/** What the first publisher sees before proposing, and the second before signing. */
async function shootRelease(first: Page, second: Page): Promise<void> {
  const visit = async (page: Page, act: string): Promise<void> => {
    await go(page, 'statistics');
    await page
      .getByRole('link', { name: new RegExp(act) })
      .last()
      .click();
    await settle(page);
  };
  await visit(first, 'Preview and propose');
  await press(first, 'Freeze and preview');
  const propose = first.getByRole('button', { name: 'Sign and propose' });
  await propose.waitFor();
  await inBoth(first, 'act-release-preview');
  await propose.click();
  await first.getByText('You proposed this release.').waitFor();
  await visit(second, 'Check and sign');
  await press(second, 'Count again and compare');
  await second.getByRole('button', { name: 'Sign and publish' }).waitFor();
  await inBoth(second, 'act-release-compared');
}

async function shootCard(page: Page): Promise<void> {
  await go(page, 'members');
  await press(page, 'Make a card');
  await inBoth(page, 'act-card-drawn');
  await page.getByLabel('The card is on paper').check();
  await press(page, 'Sign the card into the list');
  await page.locator('.proposal').waitFor();
  await inBoth(page, 'act-card-waits');
}
