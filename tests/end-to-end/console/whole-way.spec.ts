import type { Page, Request } from '@playwright/test';
import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';
import { findCanaries, makeCanaries } from '../report/canaries.ts';
import { addService, handInReport, openCase, pane, recordPane, signIn } from './member-page.ts';

const log = (page: Page) => page.locator('.log');

/** The first administrator's desk makes the directory's key. */
async function prepare(page: Page, deployment: Deployment, service: string): Promise<void> {
  await deployment.desk('admin');
  await signIn(page, deployment, 'sophea');
  await addService(page, service);
}

test('a case goes from the queue to a coded record, and no request says a word of it', async ({ page, deployment }) => {
  const [story, note, service, reason, contact] = makeCanaries(10) as [string, string, string, string, string];
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  const caseId = await handInReport(deployment, 'sophea', {
    narrative: `${story}\nគេបានវាយខ្ញុំ។`,
    categories: ['physical', 'discrimination_family'],
    province: 'KH-12',
    age: 'a18_24',
    perpetrators: 'parent',
    needs: 'health',
    contact_mode: 'phone',
    contact_value: contact,
    consent_contact: 'yes',
    consent_statistics: 'yes',
  });
  await prepare(page, deployment, service);

  await page.getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('button', { name: /^New/ }).click();
  await page.getByLabel('Search').fill(`${caseId.slice(0, 4)}-${caseId.slice(4, 8)}`);
  await page.getByLabel('Search').press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.locator('.narrative blockquote')).toHaveText(`${story}\nគេបានវាយខ្ញុំ។`, { useInnerText: true });
  await expect(log(page)).toContainText('sophea opened the case for the first time');
  await expect(page.getByText(contact)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the contact details' }).click();
  await expect(page.getByText(contact)).toBeVisible();

  await page.getByRole('link', { name: 'Decide the level' }).click();
  await expect(pane(page)).toContainText('The answers speak for: High');
  await pane(page).getByRole('button', { name: 'Sign and record' }).click();
  await expect(pane(page)).toContainText('Please choose.');
  await pane(page).getByLabel('High: 24 hours').check();
  await pane(page).getByLabel('I take the case myself').check();
  await recordPane(page);
  await expect(log(page)).toContainText('sophea set the level to High');
  await expect(page.locator('.standing')).toContainText('you');

  await page.getByLabel('Write a note').fill(note);
  await page.getByRole('button', { name: 'Sign and record the note' }).click();
  await expect(log(page)).toContainText(note);
  await expect(page.getByLabel('Write a note')).toHaveValue('');

  await page.getByRole('link', { name: 'Move on' }).click();
  await expect(pane(page).getByLabel('Closed')).toHaveCount(0);
  await pane(page).getByLabel('Assessment').check();
  await recordPane(page);
  await expect(page.locator('.case-head')).toContainText('Assessment');

  await page.getByRole('link', { name: 'Offer a referral' }).click();
  await pane(page).getByLabel('What help').selectOption('health');
  await expect(pane(page)).toContainText('+ In the same province');
  await pane(page).getByLabel(service).check();
  await pane(page).getByLabel('How soon').selectOption('d3');
  await pane(page).getByLabel('Why, in words').fill(reason);
  await recordPane(page);

  const referral = page.getByRole('link', { name: service });
  await referral.click();
  await expect(pane(page).getByRole('button', { name: 'Send what was agreed' })).toHaveCount(0);
  await pane(page).getByLabel('Why help is asked for').check();
  await pane(page).getByLabel('Age group').check();
  await expect(page.locator('.read-out')).toContainText(reason);
  await expect(page.locator('.read-out')).toContainText('18 to 24');
  await expect(page.locator('.read-out')).not.toContainText(story);
  await pane(page).getByLabel('The survivor', { exact: true }).check();
  await pane(page).getByLabel('How it was given').selectOption('phone');
  await pane(page).getByRole('button', { name: 'Sign and record' }).click();
  await expect(pane(page)).toContainText('Without this there is no consent to record.');
  await pane(page).getByLabel('I have read it out').check();
  await recordPane(page);

  await referral.click();
  await expect(page.locator('.letter')).toContainText(reason);
  await expect(page.locator('.letter')).not.toContainText(story);
  await pane(page).getByLabel('How it reaches them').selectOption('accompanied');
  await recordPane(page);
  for (const [did, choice] of [
    ['They accepted', null],
    ['The service was received', 'In full'],
  ] as const) {
    await referral.click();
    await pane(page).getByRole('button', { name: did }).first().click();
    if (choice !== null) await pane(page).getByLabel(choice).check();
    await recordPane(page);
  }
  await expect(referral).toContainText('Service received');

  await page.getByRole('link', { name: 'Code the incident' }).click();
  await pane(page).getByRole('button', { name: 'Sign and record' }).click();
  await expect(pane(page)).toContainText('Still to be decided');
  // What only a person can judge was left open; what the report said was proposed.
  await expect(pane(page).getByRole('combobox', { name: 'Incident type' })).toHaveValue('physical_assault');
  await expect(pane(page).getByLabel('Did it happen before?')).toHaveValue('');
  await pane(page).getByLabel('Did it happen before?').selectOption('no');
  await recordPane(page);
  await expect(page.getByText('Incident coded')).toBeVisible();

  // The survivor may take back what she agreed to even now: then what was handed over is called back.
  await referral.click();
  await pane(page).getByRole('button', { name: 'Withdraw' }).first().click();
  await recordPane(page);
  await expect(page.locator('.next-box')).toContainText('Recall what was shared');
  await expect(referral).toContainText('Service received');

  const sent = Buffer.concat(requests.map((request) => request.postDataBuffer() ?? Buffer.alloc(0)));
  const addresses = Buffer.from(requests.map((request) => request.url()).join('\n'));
  expect(sent.length).toBeGreaterThan(10_000);
  expect(findCanaries(Buffer.concat([sent, addresses]), [story, note, service, reason, contact])).toEqual([]);

  const kept = await (await deployment.desk('bopha')).openCase(caseId);
  expect(kept.case.irregular).toEqual([]);
  expect(kept.case.referrals[0]?.state).toBe('service_received');
  expect(kept.case.coded.incident?.record.type).toBe('physical_assault');
});

test('nothing can be sent once consent was withdrawn, and the screen says why', async ({ page, deployment }) => {
  const [service] = makeCanaries(1) as [string];
  const caseId = await handInReport(deployment, 'sophea', {
    categories: 'physical',
    province: 'KH-12',
    needs: 'health',
  });
  await prepare(page, deployment, service);
  await openCase(page, caseId);
  await page.getByRole('link', { name: 'Decide the level' }).click();
  await pane(page).getByLabel('High: 24 hours').check();
  await recordPane(page);
  await page.getByRole('link', { name: 'Offer a referral' }).click();
  await pane(page).getByLabel('What help').selectOption('health');
  await pane(page).getByLabel(service).check();
  await pane(page).getByLabel('How soon').selectOption('d3');
  await pane(page).getByLabel('Why, in words').fill('a wound');
  await recordPane(page);
  const referral = page.getByRole('link', { name: service });
  await referral.click();
  await pane(page).getByLabel('What help is wanted').check();
  await pane(page).getByLabel('The survivor', { exact: true }).check();
  await pane(page).getByLabel('How it was given').selectOption('phone');
  await pane(page).getByLabel('I have read it out').check();
  await recordPane(page);
  await referral.click();
  await expect(page.locator('.letter')).toBeVisible();
  await pane(page).getByRole('button', { name: 'Withdraw' }).first().click();
  await pane(page).locator('form button.primary').click();
  await expect(pane(page)).toHaveCount(0);
  await referral.click();
  await expect(pane(page)).toContainText('The consent no longer holds.');
  await expect(pane(page)).toContainText('This referral is over.');
  await expect(page.locator('.letter')).toHaveCount(0);
});

test('two people in one case lose no word, and the second is told of the first', async ({ page, deployment }) => {
  const caseId = await handInReport(deployment, 'sophea', { categories: 'physical', province: 'KH-12' });
  const [mine, theirs] = makeCanaries(2) as [string, string];
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  await page.getByLabel('Write a note').fill(mine);
  await (await deployment.desk('bopha')).record(caseId, { kind: 'note', text: theirs });
  await page.getByRole('button', { name: 'Sign and record the note' }).click();
  await expect(page.locator('.said')).toContainText('bopha wrote in this case meanwhile');
  await expect(log(page)).toContainText(mine);
  await expect(log(page)).toContainText(theirs);
});

test('what was typed stays when recording fails, and when one looks elsewhere', async ({
  page,
  deployment,
  context,
}) => {
  const caseId = await handInReport(deployment, 'sophea', { categories: 'physical', province: 'KH-12' });
  const [mine] = makeCanaries(1) as [string];
  await signIn(page, deployment, 'sophea');
  await openCase(page, caseId);
  await page.getByRole('link', { name: 'Set a task' }).click();
  await pane(page).getByLabel('In a few words').fill(mine);
  await context.setOffline(true);
  await pane(page).getByRole('button', { name: 'Sign and record' }).click();
  await expect(pane(page).getByRole('alert')).toContainText('cannot be reached');
  await context.setOffline(false);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Set a task' })).toContainText('begun');
  await page.getByRole('link', { name: 'Directory' }).click();
  await page.goBack();
  await page.getByRole('link', { name: 'Set a task' }).click();
  await expect(pane(page).getByLabel('In a few words')).toHaveValue(mine);
  await recordPane(page);
  await expect(log(page)).toContainText(mine);
});
