import { type Browser, type Page } from '@playwright/test';
import { violationsOn } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { handInReport, openCase, signIn } from './member-page.ts';

/** Another member's, at another machine. */
const otherMachine = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();
const note = (page: Page) => page.getByLabel('Write a note');
const recordNote = (page: Page) => page.getByRole('button', { name: 'Sign and record the note' });

test('two people type in one case at once, and no word of either is lost', async ({ page, browser, deployment }) => {
  const caseId = await handInReport(deployment, 'sophea', { narrative: 'គេគំរាមខ្ញុំ។', province: 'KH-12' });
  const other = await otherMachine(browser);
  for (const [one, handle] of [
    [page, 'sophea'],
    [other, 'bopha'],
  ] as const) {
    await signIn(one, deployment, handle);
    await openCase(one, caseId);
    await note(one).fill(`begun by ${handle}`);
  }
  // One is quicker: the other is told, sees it without asking, and has lost nothing of what they were typing.
  await recordNote(page).click();
  await expect(page.locator('.log')).toContainText('begun by sophea');
  await expect(other.locator('.log')).toContainText('begun by sophea', { timeout: 15_000 });
  await expect(other.locator('.said')).toContainText('sophea');
  await expect(note(other)).toHaveValue('begun by bopha');
  await recordNote(other).click();
  await expect(page.locator('.log')).toContainText('begun by bopha', { timeout: 15_000 });

  // Both at the same moment, several times: who comes second writes after the first.
  for (const round of [1, 2, 3]) {
    await note(page).fill(`sophea at once ${round}`);
    await note(other).fill(`bopha at once ${round}`);
    await Promise.all([recordNote(page).click(), recordNote(other).click()]);
    for (const one of [page, other]) {
      await expect(one.locator('.log')).toContainText(`sophea at once ${round}`, { timeout: 15_000 });
      await expect(one.locator('.log')).toContainText(`bopha at once ${round}`, { timeout: 15_000 });
      await expect(note(one)).toHaveValue('');
    }
  }

  // One plan, written by both: who signs second finds the other's words in it first, and nobody's are gone.
  const part = (one: Page, label: string) => one.locator('.pane').getByLabel(label);
  // What is said at the foot of the screen stays until it is read, and covers no button meanwhile.
  const sign = (one: Page) => one.locator('.pane button.primary').click();
  for (const one of [page, other]) await one.locator('[data-task="safety_plan"]').click();
  await part(page, 'Risks').fill('He comes home at six.');
  await part(page, 'Transport').fill('The aunt has a moto.');
  await part(other, 'Risks').fill('At night it is worst.');
  await part(other, 'Code word').fill('mango');
  await sign(page);
  await expect(page.locator('.log')).toContainText('sophea wrote the safety plan');
  await expect(other.locator('.pane .caution')).toContainText('sophea has changed the plan', { timeout: 15_000 });
  await expect(other.locator('.pane .caution')).toContainText('Risks');
  await expect(part(other, 'Risks')).toHaveValue('He comes home at six.\n\nAt night it is worst.');
  await expect(part(other, 'Transport')).toHaveValue('The aunt has a moto.');
  await expect(part(other, 'Code word')).toHaveValue('mango');
  expect(await violationsOn(other)).toEqual([]);
  await sign(other);
  await expect(other.locator('.log')).toContainText('bopha wrote the safety plan');
  const { safetyPlan } = (await (await deployment.desk('sophea')).openCase(caseId)).case;
  expect(safetyPlan).toEqual({
    risks: 'He comes home at six.\n\nAt night it is worst.',
    transport: 'The aunt has a moto.',
    codeWord: 'mango',
  });
  await other.context().close();
});

test('a queue follows what comes, is searched by its words, and keeps a view under a name', async ({
  page,
  deployment,
}) => {
  const first = await handInReport(deployment, 'sophea', { narrative: 'The landlord Vibol.', province: 'KH-12' });
  await signIn(page, deployment, 'sophea');
  const row = (caseId: string) => page.locator(`a.row[data-case="${caseId}"]`);
  await expect(row(first)).toBeVisible();
  // Nobody presses anything, and it is there.
  const second = await handInReport(deployment, 'sophea', {
    narrative: 'ម្ចាស់ផ្ទះទារលុយរាល់សប្តាហ៍។',
    province: 'KH-12',
    age: 'a15_17',
  });
  await expect(row(second)).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Moving with the keyboard' })).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search')).toBeFocused();
  await page.keyboard.type('ទារលុយ');
  await expect(row(second)).toBeVisible();
  await expect(row(first)).toHaveCount(0);
  await page.getByLabel('Search').fill('vibol');
  await expect(row(first)).toBeVisible();
  await expect(row(second)).toHaveCount(0);
  await page.getByLabel('Search').fill('');

  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Age', { exact: true }).selectOption('a15_17');
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(row(first)).toHaveCount(0);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Young people');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // What was pressed is gone; the keyboard is where the view now stands, and stays there under its new name.
  await expect(page.getByRole('button', { name: 'Young people', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Rename “Young people”' }).press('Enter');
  await expect(page.getByLabel('Name of the view')).toBeFocused();
  await page.getByLabel('Name of the view').fill('Under 18');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Under 18', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Young people' })).toHaveCount(0);
  await page.getByLabel('Age', { exact: true }).selectOption('');
  await expect(row(first)).toBeVisible();
  // It outlives a lock, sealed on the server.
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByLabel('Your passphrase').fill(deployment.passphrases.get('sophea') ?? '');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('button', { name: 'Under 18', exact: true }).click();
  await expect(row(second)).toBeVisible();
  await expect(row(first)).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove “Under 18”' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Save this view' })).toBeFocused();
});

test('a colleague says why they open a case that is another’s, and supervisors read it', async ({
  page,
  deployment,
}) => {
  const caseId = await handInReport(deployment, 'bopha', { narrative: 'words of theirs', province: 'KH-12' });
  const sophea = await deployment.desk('sophea');
  await sophea.record(caseId, { kind: 'opened' });
  await sophea.record(caseId, { kind: 'triaged', level: 'low', proposed: 'low', reasons: [] });
  const me = (await sophea.look()).member.id;
  const other = await handInReport(deployment, 'bopha', { narrative: 'the orchard', province: 'KH-12' });
  await sophea.record(other, { kind: 'opened' });
  await sophea.record(other, { kind: 'assigned', member: me });
  await signIn(page, deployment, 'bopha');
  // While it is nobody's, nobody is asked; what was read then opens no door later.
  await page.goto(`${deployment.origin}/console#case/${caseId}`);
  await expect(page.getByText('words of theirs')).toBeVisible();
  await page.goto(`${deployment.origin}/console#queue`);
  await sophea.record(caseId, { kind: 'assigned', member: me });
  await page.goto(`${deployment.origin}/console#case/${caseId}`);
  await expect(page.getByText('sophea is responsible for this case.')).toBeVisible();
  await expect(page.getByText('words of theirs')).toHaveCount(0);
  // Nor are words found before a reason is given.
  await page.goto(`${deployment.origin}/console#case/${other}`);
  await expect(page.getByText('sophea is responsible for this case.')).toBeVisible();
  await page.goto(`${deployment.origin}/console#queue`);
  await page.getByRole('button', { name: /^All/ }).click();
  const found = (id: string) => page.locator(`a.row[data-case="${id}"]`);
  await page.getByLabel('Search').fill('sophea');
  await expect(found(other)).toBeVisible();
  await page.getByLabel('Search').fill('orchard');
  await expect(found(other)).toHaveCount(0);
  await page.getByLabel('Search').fill('');
  await page.goto(`${deployment.origin}/console#case/${caseId}`);
  await page.getByLabel('Why do you open it?').fill('she is ill today');
  await page.getByRole('button', { name: 'Sign and open' }).click();
  await expect(page.getByText('words of theirs')).toBeVisible();
  await expect(page.locator('.log')).toContainText('she is ill today');
  await page.getByRole('link', { name: 'Supervision' }).click();
  await expect(page.locator('.access-reasons')).toContainText('she is ill today');
  await page.getByLabel('From').selectOption({ label: 'sophea' });
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'bopha' });
  await page.getByRole('button', { name: /Hand over \d+ case/ }).click();
  await expect(page.getByText(/\d+ cases handed over/)).toBeVisible({ timeout: 20_000 });
  expect((await sophea.openCase(caseId)).case.assignee).not.toBe(me);
});
