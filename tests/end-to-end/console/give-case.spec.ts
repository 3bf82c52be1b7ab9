import type { Locator, Page } from '@playwright/test';
import type { OrganisationId, TeamId } from '@romduol/shared/ids';
import { say } from '@romduol/shared/language/language';
import { askWords } from '@romduol/web/pages/words/asks';
import { violationsOn } from '../accessible.ts';
import { SAMPLE_PLAN, startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { takeOn } from '../return/desk-work.ts';
import { handInWithReceipt } from '../return/hand-in.ts';
import { openReturn, reply } from '../return/return-page.ts';
import { openCase, pane, signIn } from './member-page.ts';

const EAST = {
  id: 'east' as OrganisationId,
  name: { en: 'East', km: 'កើត' },
  teams: [{ id: 'east-all' as TeamId, name: { en: 'East team', km: 'ក្រុមកើត' }, provinces: [], duty: false }],
  members: [
    { handle: 'admin-east', roles: ['administrator' as const], publisher: false, teams: [] },
    { handle: 'nary', roles: ['caseworker' as const], publisher: false, teams: ['east-all' as TeamId] },
  ],
};
const MOST_PRESSES = 200;

/** Goes to a thing with the keyboard alone: by Tab, and by the arrow within a group of which one is chosen. */
async function reach(page: Page, what: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const place = await what.first().evaluate((wanted) => {
      const now = document.activeElement;
      if (now === wanted) return 'there';
      const isGroup = wanted instanceof HTMLInputElement && wanted.type === 'radio' && now instanceof HTMLInputElement;
      return isGroup && now.name === wanted.name ? 'beside' : 'elsewhere';
    });
    if (place === 'there') return;
    await page.keyboard.press(place === 'beside' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`the keyboard does not reach ${what.toString()}`);
}

async function press(page: Page, what: Locator, key = 'Enter'): Promise<void> {
  await reach(page, what);
  await page.keyboard.press(key);
}

/** In a field its text; in a list the choice that begins so. */
async function type(page: Page, what: Locator, text: string): Promise<void> {
  await reach(page, what);
  await page.keyboard.type(text);
}

test('a case is handed to another organisation by keyboard; neither reaches into the other’s; the survivor follows without script', async ({
  page,
  browser,
  ours,
}) => {
  test.setTimeout(240_000);
  const deployment = await startDeployment({ plan: { organisations: [...SAMPLE_PLAN.organisations, EAST] } });
  ours.push(deployment.origin);
  const statusOf = (at: Page, caseId: string): Promise<number> =>
    at.evaluate(async (id) => (await fetch(`/api/cases/${id}`)).status, caseId);
  try {
    const { caseId, receipt } = await handInWithReceipt(deployment, {
      narrative: 'ខ្ញុំត្រូវការកន្លែងស្នាក់នៅ',
      answers: { age: 'a18_24', perpetrators: ['parent'], identity_text: 'for this team alone' },
      contact: { contact_mode: 'phone', contact_value: '012 345 678' },
    });
    await deployment.desk('admin');
    await takeOn(await deployment.desk('sophea'), caseId);

    await signIn(page, deployment, 'sophea');
    await press(page, page.getByRole('link', { name: 'Directory' }));
    await press(page, page.getByRole('link', { name: 'Add an entry' }));
    await type(page, page.getByLabel('Name in English'), 'Partner in the east');
    await type(page, page.getByLabel('What it is'), 'Non');
    await type(page, page.getByLabel('Province'), 'Phnom');
    await press(page, page.getByLabel('Safe shelter'), 'Space');
    await type(page, page.getByLabel('Which team here it is'), 'East');
    await press(page, page.getByLabel('Agreed to be listed', { exact: true }), 'Space');
    await press(page, page.getByRole('button', { name: 'Verified today' }));
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'Seal and save' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Partner in the east' })).toBeVisible();

    await openCase(page, caseId);
    await press(page, page.getByRole('link', { name: 'Offer a referral' }));
    await type(page, pane(page).getByLabel('What help'), 'Safe');
    const partner = pane(page).locator('.recipient', { hasText: 'Partner in the east' });
    await expect(partner).toContainText('can be handed over within this system');
    await press(page, partner.locator('input'), 'Space');
    await type(page, pane(page).getByLabel('How soon'), 'Same');
    await type(page, pane(page).getByLabel('Why, in words'), 'a bed');
    await press(page, pane(page).locator('form button.primary'));
    await expect(pane(page)).toHaveCount(0);

    const referral = page.locator('.panel').getByRole('link', { name: 'Partner in the east' });
    await press(page, referral);
    await press(page, pane(page).getByLabel('Why help is asked for'), 'Space');
    await press(page, pane(page).getByLabel('The story in the survivor’s own words'), 'Space');
    await expect(pane(page).getByLabel('For what')).toHaveValue(/go on with my case/);
    await press(page, pane(page).getByLabel('The survivor', { exact: true }), 'Space');
    await type(page, pane(page).getByLabel('How it was given'), 'In');
    await press(page, pane(page).getByLabel('I have read it out'), 'Space');
    await press(page, pane(page).locator('form button.primary'));
    await expect(pane(page)).toHaveCount(0);

    await press(page, referral);
    await type(page, pane(page).getByLabel('How it reaches them'), 'Within');
    await expect(pane(page)).toContainText('sealed to the people of East team, to their organisation’s recovery card');
    expect(await violationsOn(page)).toEqual([]);
    await press(page, pane(page).getByRole('button', { name: 'Sign this, then hand the case over' }));
    // Said by hand to have arrived, it could not be handed over any more.
    await expect(pane(page).getByLabel('On the return page')).toBeVisible();
    await expect(pane(page).getByRole('button', { name: 'They have received it' })).toHaveCount(0);
    await press(page, pane(page).getByLabel('On the return page'), 'Space');
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: 'dist/end-to-end/give-case.png' });
    await press(page, pane(page).getByRole('button', { name: 'Hand the case over now' }));
    await expect(pane(page)).toContainText('It can be read by: nary.');
    // No letter leaves the house for it.
    await expect(pane(page)).toContainText('Handed over under the reference');
    await expect(pane(page)).not.toContainText('Letter');

    await page.screenshot({ path: 'dist/end-to-end/give-case-done.png' });
    const there = await browser.newContext({ baseURL: deployment.origin });
    const east = await there.newPage();
    await signIn(east, deployment, 'nary');
    const row = east.locator('a.row');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('Handed over with consent');
    const newId = (await row.getAttribute('data-case')) ?? '';
    await press(east, row);
    await expect(east.locator('.narrative blockquote')).toHaveText('ខ្ញុំត្រូវការកន្លែងស្នាក់នៅ');
    await expect(east.locator('.case-story')).toContainText('Sample organisation (sophea) handed this case over');
    await expect(east.locator('.case-story')).not.toContainText('for this team alone');
    await expect(east.locator('.case-story')).not.toContainText('012 345 678');
    // What was not handed over was not refused either: she told the team before how to reach her.
    await expect(east.locator('.case-story')).toContainText('Not handed over, or not answered');
    await expect(east.locator('.case-story')).toContainText('No way to reach them was handed over.');
    await expect(east.locator('.case-story')).not.toContainText('They did not agree to be contacted');
    expect(await violationsOn(east)).toEqual([]);
    await east.screenshot({ path: 'dist/end-to-end/given-case.png', fullPage: true });
    // The keys of neither reach, and the server hands nothing out to try them on.
    expect([await statusOf(east, newId), await statusOf(page, caseId)]).toEqual([200, 200]);
    expect([await statusOf(east, caseId), await statusOf(page, newId)]).toEqual([404, 404]);

    const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
    const bare = await browser.newContext({ ...phone, baseURL: deployment.origin });
    const survivor = await bare.newPage();
    await openReturn(survivor, 'km', receipt);
    const told = survivor.locator('ol.t > li').last();
    await expect(told).toContainText(say(askWords.handedOver, 'km', { recipient: 'Partner in the east' }));
    await survivor.screenshot({ path: 'dist/end-to-end/given-case-return.png', fullPage: true });
    const digits = (await told.locator('b').textContent()) ?? '';
    expect(digits).toMatch(/^([០-៩]{4} ?){5}$/);
    // With script the page's own worker opens the same.
    const scripted = await there.newPage();
    await openReturn(scripted, 'km', receipt);
    await expect(scripted.locator('ol.t > li').last().locator('b')).toHaveText(digits);
    const latin = [...digits.replaceAll(' ', '')].map((digit) => '០១២៣៤៥៦៧៨៩'.indexOf(digit)).join('');
    await openReturn(survivor, 'km', latin);
    await reply(survivor, 'km', 'ខ្ញុំមកដល់ហើយ');
    await east.getByRole('button', { name: 'Refresh' }).click();
    await expect(east.locator('.conversation')).toContainText('ខ្ញុំមកដល់ហើយ');
    // In the conversation here the number stands for nobody else.
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.locator('.conversation')).toContainText('Told that Partner in the east goes on');
    await expect(page.locator('.conversation')).not.toContainText(digits);

    await press(page, pane(page).getByRole('link', { name: 'Set this case to' }));
    await press(page, pane(page).getByLabel('Transferred'), 'Space');
    await press(page, pane(page).locator('form button.primary'));
    await expect(page.locator('.case-head')).toContainText('Transferred');
    await there.close();
    await bare.close();
  } finally {
    await deployment.stop();
  }
});
