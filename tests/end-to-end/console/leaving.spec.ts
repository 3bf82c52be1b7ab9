import { SAMPLE_PLAN, startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { handInReport, openCase, pane, signIn } from './member-page.ts';

const REASON = 'She has moved to the coast. Telephone her in the evening.';

test('a case goes to another team, and then somebody leaves: neither reads what is written afterwards', async ({
  page,
  browser,
  ours,
}) => {
  test.setTimeout(100_000);
  const deployment = await startDeployment({ plan: SAMPLE_PLAN });
  ours.push(deployment.origin);
  const at = async () => (await browser.newContext({ locale: 'en-GB' })).newPage();
  try {
    const moved = await handInReport(deployment, 'sophea', { narrative: 'the one that moves', province: 'KH-12' });
    const stays = await handInReport(deployment, 'sophea', { narrative: 'the one that stays', province: 'KH-12' });
    const desk = await deployment.desk('sophea');
    const { member } = await desk.look();
    for (const caseId of [moved, stays]) {
      await desk.record(caseId, { kind: 'opened' });
      await desk.record(caseId, { kind: 'triaged', level: 'low', proposed: 'low', reasons: [] });
      await desk.record(caseId, { kind: 'assigned', member: member.id });
    }
    await signIn(page, deployment, 'sophea');
    await openCase(page, moved);
    await page.getByRole('link', { name: 'Hand to another team' }).click();
    await expect(pane(page)).toContainText('bopha, veasna');
    await pane(page).getByLabel('Country').check();
    await pane(page).getByLabel('Why, and what that team should know first').fill(REASON);
    await pane(page).locator('form button.primary').click();
    // Back to what she can still read.
    const row = (one: typeof page, caseId: string) => one.locator(`a.row[data-case="${caseId}"]`);
    await expect(row(page, stays)).toBeVisible({ timeout: 20_000 });
    await expect(row(page, moved)).toHaveCount(0);
    await page.goto(`${deployment.origin}/console#case/${moved}`);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(page.getByText('the one that moves')).toHaveCount(0);

    const dara = await at();
    await signIn(dara, deployment, 'dara');
    await openCase(dara, moved);
    await expect(dara.getByText('the one that moves')).toBeVisible();
    await expect(dara.locator('.log')).toContainText(REASON);
    // Their reply may begin with words that are there, in the reporter's language.
    await dara.getByLabel('Begin with').selectOption({ label: 'First words' });
    await expect(dara.getByLabel('Write to the reporter')).toHaveValue(/^អរគុណ/);
    await dara.getByLabel('Language of the reply').selectOption({ label: 'English' });
    await dara.getByLabel('Begin with').selectOption({ label: 'How are you now?' });
    await expect(dara.getByLabel('Write to the reporter')).toHaveValue(/[A-Za-z]{3}/);

    // She leaves: out of the list, for good.
    await openCase(page, stays);
    const admin = await at();
    await signIn(admin, deployment, 'admin');
    await admin.getByRole('link', { name: 'Members' }).click();
    const person = admin.locator('.people > li', { hasText: 'sophea' });
    await person.locator('summary').click();
    await person.getByRole('button', { name: 'Sign out of the list for good' }).click();
    await expect(admin.getByText(/^Signed/)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    const outside = await at();
    await outside.goto(`${deployment.origin}/console`);
    await outside.getByLabel('Your handle').fill('sophea');
    await outside.getByLabel('Your passphrase').fill(deployment.passphrases.get('sophea') ?? '');
    await outside.getByRole('button', { name: 'Sign in' }).click();
    await expect(outside.getByRole('alert')).toBeVisible({ timeout: 20_000 });
    await expect(outside.getByRole('button', { name: 'Lock', exact: true })).toHaveCount(0);

    // Whoever stays is told, looks at it, and their console draws the case a new key.
    const supervisor = await at();
    await signIn(supervisor, deployment, 'bopha');
    await expect(supervisor.locator('.list-changes')).toContainText('Has left: sophea');
    await supervisor.getByRole('button', { name: 'I have looked at this and confirm it' }).click();
    await expect(supervisor.locator('.list-changes')).toHaveCount(0);
    await supervisor.goto(`${deployment.origin}/console#case/${stays}`);
    await supervisor.getByLabel('Why do you open it?').fill('she has left');
    await supervisor.getByRole('button', { name: 'Sign and open' }).click();
    await supervisor.getByLabel('Write a note').fill('after she had left');
    await supervisor.getByRole('button', { name: 'Sign and record the note' }).click();
    await expect(supervisor.locator('.log')).toContainText('after she had left');
    const readers = supervisor.locator('section', {
      has: supervisor.getByRole('heading', { name: 'Who can read this', exact: true }),
    });
    await expect(readers.last()).toContainText('bopha');
    await expect(readers.last()).not.toContainText('sophea');
  } finally {
    await deployment.stop();
  }
});
