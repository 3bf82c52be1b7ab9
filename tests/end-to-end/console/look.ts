import { type Page, expect } from '@playwright/test';
import { ReferralId } from '@romduol/shared/casework/case-ids';
import { DirectoryEntryId } from '@romduol/shared/ids';
import { violationsOn } from '../accessible.ts';
import type { Deployment } from '../deployment.ts';
import { handInReport, openCase, signIn } from './member-page.ts';

/** For assistive technology, or for a narrow window: one walk looks for one kind of wrong. */
export type Looking = 'axe' | 'width';

async function violationsIn(page: Page, screen: string): Promise<string[]> {
  // In the preview's document no script can run, the checker's neither; what it shows is looked at as a public page.
  return (await violationsOn(page, ['iframe.page-preview'])).map((violation) => `${screen}: ${violation}`);
}

async function excessIn(page: Page, screen: string): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wider > 0 ? [`${screen}: ${wider} px wider than the window`] : [];
}

const PANES = [
  'triage',
  'assign',
  'state',
  'task',
  'safety_plan',
  'contact_attempt',
  'counting',
  'conflict',
  'hand_over',
] as const;

/** Goes through every screen of a caseworker, a publisher and an administrator in a language; answers what is wrong. */
export async function lookAtScreens(
  page: Page,
  deployment: Deployment,
  language: 'en' | 'km',
  looking: Looking,
): Promise<string[]> {
  const wrongsOf = looking === 'axe' ? violationsIn : excessIn;
  const wrongs: string[] = [];
  const look = async (screen: string): Promise<void> => {
    wrongs.push(...(await wrongsOf(page, `${language} ${screen}`)));
  };
  const switchLanguage = async (): Promise<void> => {
    if (language === 'km') await page.getByRole('button', { name: 'ភាសាខ្មែរ' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  };
  const caseId = await handInReport(deployment, 'bopha', {
    narrative: 'They shouted at me. គេបានស្រែកដាក់ខ្ញុំ។',
    categories: ['emotional_threat', 'discrimination_work'],
    province: 'KH-12',
    age: 'a15_17',
    contact_mode: 'phone',
    contact_value: '012 345 678',
    consent_statistics: 'yes',
  });
  await deployment.desk('admin');
  await page.goto(`${deployment.origin}/console`);
  await look('sign-in');
  await signIn(page, deployment, 'bopha');
  await expect(page.locator('a.row').first()).toBeVisible();
  await openCase(page, caseId);
  await switchLanguage();
  await look('case');
  for (const task of PANES) {
    await page.goto(`${deployment.origin}/console#case/${caseId}/${task}`);
    await expect(page.locator('.pane h2')).toBeFocused();
    await look(task);
  }
  const desk = await deployment.desk('bopha');
  await desk.record(caseId, { kind: 'triaged', level: 'high', proposed: 'critical', reasons: ['under_18'] });
  await desk.record(caseId, {
    kind: 'referral',
    referralId: ReferralId.parse(crypto.randomUUID()),
    step: {
      action: 'offer',
      sector: 'legal',
      recipient: { entryId: DirectoryEntryId.parse(crypto.randomUUID()), name: 'A lawyer' },
      training: 'trained',
      urgency: 'd3',
      reason: 'advice',
    },
  });
  for (const [address, standing] of [
    [`#case/${caseId}`, '.panel'],
    [`#case/${caseId}/refer`, '.pane'],
    [`#case/${caseId}/code_incident`, '.pane'],
    [`#case/${caseId}/close`, '.pane'],
    [`#case/${caseId}/bundle`, '.pane'],
    ['#queue', 'a.row'],
    ['#supervision', '.indicators'],
    ['#take', 'form.take'],
    ['#directory', '.directory'],
    ['#directory/new', 'form.card'],
    ['#directory/round', '.directory'],
    ['#directory/coverage', '.coverage'],
    ['#directory/overview', '.chart-table'],
    ['#directory/engagements', 'form.card'],
    ['#directory/import', 'input[type=file]'],
    ['#statistics', '.cohort'],
    ['#releases', '.statistics'],
    ['#members', '.people'],
  ] as const) {
    await page.goto(`${deployment.origin}/console${address}`);
    // What waits for nobody stands among all.
    if (address === '#queue') await page.locator('fieldset.tabs button').last().click();
    await expect(page.locator(standing).first()).toBeVisible();
    await look(address.replace(caseId, '…'));
  }
  // The public pages' words are an administrator's.
  await page.getByRole('button', { name: language === 'en' ? 'Sign out' : 'ចាកចេញ' }).click();
  await expect(page.locator('.door')).toBeVisible();
  if (language === 'km') await page.getByRole('button', { name: 'English' }).click();
  await signIn(page, deployment, 'admin');
  await switchLanguage();
  for (const [address, standing] of [
    ['#site', '.site .card'],
    ['#site/rights', '.site .card'],
    ['#site/numbers', '.site .card'],
    ['#site/clips', '.site .card'],
    ['#site/retention', '.site .card'],
    ['#site/posters', '.poster-sheet'],
    ['#setup', '.setup-steps .card'],
  ] as const) {
    await page.goto(`${deployment.origin}/console${address}`);
    await expect(page.locator(standing).first()).toBeVisible();
    await look(address);
  }
  await page.locator('.bar .lock').click();
  await expect(page.locator('.door')).toBeVisible();
  await look('locked');
  await page.getByRole('button', { name: language === 'en' ? 'Someone else signs in' : 'អ្នកផ្សេងចូលប្រើ' }).click();
  if (language === 'km') await page.getByRole('button', { name: 'English' }).click();
  await signIn(page, deployment, 'rany');
  await switchLanguage();
  await expect(page.locator('.audit-lines li').first()).toBeVisible();
  await page.locator('.audit-copies summary').click();
  await page.locator('.audit-copies button').last().click();
  await expect(page.locator('.audit-copies output')).toBeVisible();
  await look('audit log');
  return wrongs;
}
