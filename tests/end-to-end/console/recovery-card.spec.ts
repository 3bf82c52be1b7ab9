import type { Browser, Page } from '@playwright/test';
import { violationsOn } from '../accessible.ts';
import { type Deployment, SAMPLE_PLAN, startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { signIn } from './member-page.ts';

const expectAccessible = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);

async function signInAs(browser: Browser, deployment: Deployment, handle: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, deployment, handle);
  return page;
}

/** What the console's own acts do in a moment, so that the walk is about the card: everybody who reads for Capital leaves. */
async function loseReaders(deployment: Deployment): Promise<void> {
  const admin = await deployment.desk('admin');
  const { colleagues } = await admin.look();
  const idOf = (handle: string) => colleagues.find((one) => one.handle === handle)?.id as (typeof colleagues)[0]['id'];
  const teams = ['capital', 'country'] as never;
  expect((await admin.changeMember(idOf('veasna'), { teams }, null)).outcome).toBe('proposed');
  const bopha = await deployment.desk('bopha');
  await bopha.secondProposal((await bopha.proposal())?.id ?? '');
  for (const handle of ['sophea', 'bopha']) await admin.changeMember(idOf(handle), { status: 'suspended' }, null);
}

test('a card is printed, signed by two, named on the report page, and opens a case that nobody reads any more', async ({
  page,
  browser,
  ours,
}) => {
  test.setTimeout(180_000);
  const deployment = await startDeployment({ plan: SAMPLE_PLAN });
  ours.push(deployment.origin);
  try {
    const hint = page.getByText('Sample organisation keeps a key in a safe');
    await page.goto(`${deployment.origin}/en/report`);
    await expect(hint).toHaveCount(0);

    const admin = await signInAs(browser, deployment, 'admin');
    await admin.getByRole('link', { name: 'Members' }).click();
    await admin.getByRole('button', { name: 'Make a card' }).click();
    const words = await admin.locator('.recovery-words li').allTextContents();
    expect(words).toHaveLength(24);
    await expectAccessible(admin);
    // On paper there is the card, and nothing of the list around it.
    await admin.emulateMedia({ media: 'print' });
    await expect(admin.locator('.recovery-words')).toBeVisible();
    await expect(admin.locator('.people')).toBeHidden();
    await expect(admin.getByRole('button', { name: 'Sign the card into the list' })).toBeHidden();
    await admin.emulateMedia({ media: 'screen' });
    await expect(admin.getByRole('button', { name: 'Sign the card into the list' })).toBeDisabled();
    await admin.getByLabel('The card is on paper').check();
    await admin.getByRole('button', { name: 'Sign the card into the list' }).click();
    await expect(admin.getByText('Signed. It counts when another')).toBeVisible();
    await expect(admin.locator('.recovery-words')).toHaveCount(0);
    // A second card would take the place of the one that waits, and leave a paper that opens nothing.
    await expect(admin.getByText('waits above for its second signature')).toBeVisible();
    await expect(admin.getByRole('button', { name: 'Make a card' })).toHaveCount(0);

    const bopha = await signInAs(browser, deployment, 'bopha');
    await bopha.getByRole('link', { name: 'Members' }).click();
    await expect(bopha.locator('.proposal')).toContainText('Sample organisation now has a recovery card');
    await bopha.getByRole('button', { name: 'Sign it too' }).click();
    await expect(bopha.locator('.list-changes')).toContainText('Sample organisation now has a recovery card');
    await bopha.getByRole('button', { name: 'I have looked at this' }).click();
    await expect(bopha.locator('.list-changes')).toHaveCount(0);

    // The reporter is told, in both languages, and the report is sealed in her own browser.
    await page.goto(`${deployment.origin}/km/report`);
    await expect(page.getByText('អង្គការគំរូ ទុកសោមួយក្នុងទូដែក')).toBeVisible();
    await page.goto(`${deployment.origin}/en/report`);
    await expect(hint).toBeVisible();
    await expectAccessible(page);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    await page.locator('#narrative').fill('Nobody must lose this.');
    await page.locator('#province').selectOption('KH-12');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);

    await loseReaders(deployment);
    const veasna = await signInAs(browser, deployment, 'veasna');
    await veasna.getByRole('button', { name: 'I have looked at this' }).click();
    await veasna.getByRole('link', { name: 'Members' }).click();
    await expect(veasna.getByText('One case has no reader left.')).toBeVisible();
    await expectAccessible(veasna);
    await veasna.getByLabel('The twenty-four words of the card').fill(words.toReversed().join(' '));
    await veasna.getByRole('button', { name: 'Open the cases' }).click();
    await expect(veasna.locator('.trouble')).toBeVisible();
    // Whatever was typed stays, to be mended; but not past a lock, on the page or among what is kept for later.
    await expect(veasna.getByLabel('The twenty-four words of the card')).not.toHaveValue('');
    await veasna.getByRole('button', { name: 'Lock' }).click();
    await expect(veasna.locator('.door')).toBeVisible();
    await expect(veasna.locator('textarea')).toHaveCount(0);
    expect(await veasna.content()).not.toContain(words.toReversed().join(' '));
    await veasna.getByLabel('Your passphrase').fill(deployment.passphrases.get('veasna') ?? '');
    await veasna.getByRole('button', { name: 'Unlock' }).click();
    await expect(veasna.getByLabel('The twenty-four words of the card')).toHaveValue('');
    await veasna.getByLabel('The twenty-four words of the card').fill(words.join(' ').toUpperCase());
    await veasna.getByRole('group', { name: 'Who is to read these cases' }).getByLabel('dara').check();
    await veasna.getByRole('button', { name: 'Open the cases' }).click();
    await expect(veasna.getByText('Opened and given on: 1.')).toBeVisible({ timeout: 20_000 });
    await expect(veasna.getByText('One case has no reader left.')).toHaveCount(0);

    // One of those whom she named reads it, and every console tells of it.
    const dara = await signInAs(browser, deployment, 'dara');
    await expect(dara.getByText('veasna has asked for cases with the organisation’s recovery card')).toBeVisible();
    await dara.getByRole('button', { name: 'I have looked at this' }).click();
    await dara.locator('fieldset.tabs button').last().click();
    await dara.locator('a.row').first().click();
    await expect(dara.getByText('Nobody must lose this.')).toBeVisible();
    await expect(dara.getByText('veasna opened the case with the recovery card')).toBeVisible();
  } finally {
    await deployment.stop();
  }
});
