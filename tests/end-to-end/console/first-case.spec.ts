import type { Locator, Page } from '@playwright/test';
import { violationsOn } from '../accessible.ts';
import { startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { bringIn, keepWhatWasFounded, nameFirst, signInWith } from './joining.ts';
import { addService, openCase, pane } from './member-page.ts';

/** As whoever uses no pointer: goes to a thing and presses. */
async function press(what: Locator, key = 'Enter'): Promise<void> {
  await what.focus();
  await what.press(key);
}
const chosen = (what: Locator): Promise<void> => press(what, 'Space');

async function recordByKey(page: Page): Promise<void> {
  await press(pane(page).locator('form button.primary'));
  await expect(pane(page)).toHaveCount(0);
}

const step = (page: Page, name: string) => page.locator('.setup-steps > li', { hasText: name });

/** The pages' own words, which only the organisation can write. */
async function writeText(page: Page, link: string): Promise<void> {
  await press(page.getByRole('link', { name: link }));
  await page.getByLabel('English', { exact: true }).fill('A sample text for this walk.');
  await page.getByLabel('Khmer', { exact: true }).fill('អត្ថបទគំរូសម្រាប់ការដើរនេះ។');
  await press(page.getByRole('button', { name: 'Sign and publish' }));
  await expect(page.getByText('Published.')).toBeVisible();
  await press(page.getByRole('link', { name: 'Back to all texts' }));
}

test('an empty database becomes a deployment with its first case closed, by keyboard', async ({
  page,
  browser,
  ours,
}) => {
  test.setTimeout(240_000);
  const empty = await startDeployment({ plan: null });
  ours.push(empty.origin);
  const publicPage = async (): Promise<string> => (await fetch(`${empty.origin}/en/report`)).text();
  try {
    expect(await publicPage()).toContain('Nobody is set up to read them');
    await page.goto(`${empty.origin}/console#found=${empty.foundingToken}`);
    await nameFirst(page);
    await chosen(page.getByLabel('Caseworker'));
    await press(page.getByRole('button', { name: 'Make the keys and begin' }));
    const { passphrase } = await keepWhatWasFounded(page);
    // Somebody could read reports now, but nobody is ready to.
    expect(await publicPage()).toContain('No reports are taken here at present');
    await signInWith(page, 'admin', passphrase);
    await expect(page.getByRole('heading', { name: 'Setting up' })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('3 of 9 steps are done.')).toBeVisible();
    await expect(page.locator('.setup-steps > li[aria-current="step"] h2')).toHaveText('Help numbers');
    await expect(step(page, 'Root key').locator('.key-words li')).toHaveCount(10);
    expect(await violationsOn(page)).toEqual([]);

    await press(page.getByRole('link', { name: 'Confirm the numbers' }));
    const confirm = page.getByRole('button', { name: 'I have rung it: confirm now' });
    await expect(confirm).toHaveCount(4);
    for (let at = 0; at < 4; at += 1) await press(confirm.nth(at));
    await press(page.getByRole('button', { name: 'Sign and publish' }));
    await expect(page.getByText('Published.')).toBeVisible();
    await expect(page.getByText(/confirmed by admin\. To be rung again by/)).toHaveCount(4);

    await page.goto(`${empty.origin}/console#setup`);
    await press(page.getByRole('link', { name: 'Decide' }));
    const days = page.getByLabel('Contact details: days after closing');
    await days.fill('soon');
    await press(page.getByRole('button', { name: 'Sign and publish' }));
    await expect(page.getByText('A whole number from 14 to 365.').nth(1)).toBeVisible();
    await expect(days).toHaveValue('soon');
    await days.fill('៤៥');
    await press(page.getByRole('button', { name: 'Sign and publish' }));
    await expect(page.getByText('Published.')).toBeVisible();
    await expect(days).toHaveValue('45');
    await page.goto(`${empty.origin}/console#site`);
    await writeText(page, 'Report page: what we may have to tell others');
    await writeText(page, 'Report page: when reports are read');

    // Left off, and gone on with later: what is done is done.
    await page.reload();
    await signInWith(page, 'admin', passphrase);
    await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 20_000 });
    await page.goto(`${empty.origin}/console#setup`);
    await expect(page.getByText('6 of 9 steps are done.')).toBeVisible();
    await expect(page.locator('.setup-steps > li[aria-current="step"]')).toContainText('a second administrator');
    await press(page.getByRole('link', { name: 'Invite colleagues' }));
    const bopha = await bringIn(page, browser, { handle: 'bopha', role: 'Supervisor' });
    await expect(page.getByText('Signed and published.')).toBeVisible({ timeout: 20_000 });
    await press(bopha.page.getByRole('button', { name: 'To the sign-in' }));
    await signInWith(bopha.page, 'bopha', bopha.passphrase);
    await expect(bopha.page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 20_000 });
    await press(page.getByRole('button', { name: 'I have looked at this and confirm it' }));
    await expect(page.locator('.notice.list-changes')).toHaveCount(0);

    await press(page.getByRole('link', { name: 'Set-up' }));
    await press(page.getByRole('link', { name: 'Take a test report' }));
    await page.getByLabel('In your own words').first().fill('This is a test.');
    await press(page.getByRole('button', { name: 'Seal and hand in' }));
    await press(page.getByRole('button', { name: 'They have the number' }));
    await press(page.getByRole('link', { name: 'Set-up' }));
    await expect(page.getByText('8 of 9 steps are done.')).toBeVisible();
    await press(page.getByRole('button', { name: 'Sign, and open for reports' }));
    await expect(page.getByText('Everything is set up.')).toBeVisible();

    const sent = await fetch(`${empty.origin}/en/report`, {
      method: 'POST',
      headers: { origin: empty.origin },
      body: new URLSearchParams({
        narrative: 'My brother hit me.',
        categories: 'physical',
        province: 'KH-12',
        needs: 'health',
        consent_statistics: 'yes',
      }),
    });
    expect(sent.status).toBe(200);

    await addService(page, 'Sample hospital');
    await press(page.getByRole('link', { name: 'Cases' }));
    await expect(page.locator('a.row')).toHaveCount(2);
    await press(page.locator('a.row', { hasText: 'Phnom Penh' }));
    await expect(page.locator('.narrative blockquote')).toHaveText('My brother hit me.');
    const caseId = (/#case\/([\w-]+)/.exec(page.url())?.[1] ?? '') as Parameters<typeof openCase>[1];

    await press(page.getByRole('link', { name: 'Decide the level' }));
    await chosen(pane(page).getByLabel('High: 24 hours'));
    await chosen(pane(page).getByLabel('I take the case myself'));
    await recordByKey(page);

    await press(page.locator('[data-task="safety_plan"]'));
    await pane(page).locator('textarea').first().fill('He comes home at six.');
    await recordByKey(page);
    await expect(page.locator('.log')).toContainText('admin wrote the safety plan');

    await press(page.getByRole('link', { name: 'Offer a referral' }));
    await pane(page).getByLabel('What help').selectOption('health');
    await chosen(pane(page).getByLabel('Sample hospital'));
    await pane(page).getByLabel('How soon').selectOption('d3');
    await pane(page).getByLabel('Why, in words').fill('a wound');
    await recordByKey(page);
    const referral = page.locator('.panel').getByRole('link', { name: 'Sample hospital' });
    await press(referral);
    await chosen(pane(page).getByLabel('Why help is asked for'));
    await chosen(pane(page).getByLabel('The survivor', { exact: true }));
    await pane(page).getByLabel('How it was given').selectOption('phone');
    await chosen(pane(page).getByLabel('I have read it out'));
    await recordByKey(page);
    await press(referral);
    await pane(page).getByLabel('How it reaches them').selectOption('accompanied');
    await recordByKey(page);
    for (const [did, choice] of [
      ['They accepted', null],
      ['The service was received', 'In full'],
    ] as const) {
      await press(referral);
      await press(pane(page).getByRole('button', { name: did }).first());
      if (choice !== null) await chosen(pane(page).getByLabel(choice));
      await recordByKey(page);
    }
    await expect(referral).toContainText('Service received');

    await press(page.getByRole('link', { name: 'Move on' }));
    await chosen(pane(page).getByLabel('Follow-up'));
    await recordByKey(page);
    await press(page.locator('[data-task="contact_attempt"]'));
    await pane(page).locator('select').first().selectOption('phone');
    await chosen(pane(page).locator('input[value="yes"]'));
    await recordByKey(page);
    await expect(page.locator('.log')).toContainText('admin made contact');

    await press(page.getByRole('link', { name: 'Ask to close the case' }));
    await pane(page).getByLabel('Reason').selectOption('needs_met');
    await recordByKey(page);
    await expect(page.locator('.panel')).toContainText('waits for', { ignoreCase: true });
    await expect(page.getByRole('link', { name: 'Approve or return' })).toHaveCount(0);
    await openCase(bopha.page, caseId);
    await press(bopha.page.getByRole('link', { name: 'Approve or return' }));
    await press(pane(bopha.page).getByRole('button', { name: 'Approve the closing' }));
    await expect(bopha.page.locator('.case-head')).toContainText('Closed');
    await expect(bopha.page.locator('.log')).toContainText('bopha approved the closing');
    await expect(bopha.page.locator('.log')).not.toContainText('Not applied');
  } finally {
    await empty.stop();
  }
});
