import { type Browser, type Page, expect } from '@playwright/test';

/** Signs in with words that were just made, at the page where the sign-in stands. */
export async function signInWith(page: Page, handle: string, passphrase: string): Promise<void> {
  await page.getByLabel('Your handle').fill(handle);
  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Looks at a page on the way; nothing where a walk is about something else. */
export type Look = (page: Page) => Promise<void>;
const lookAway: Look = () => Promise.resolve();

/** An invitee in a browser of their own: opens the link, keeps the drawn words, makes keys. */
async function accept(browser: Browser, link: string, look: Look) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Your invitation' })).toBeVisible();
  // The secret must not stay where others could read it.
  expect(page.url()).not.toContain('invite');
  await expect(page.locator('.key-words li')).toHaveCount(10);
  await expect(page.locator('.drawn-words')).toContainText(' ');
  await look(page);
  const passphrase = (await page.locator('.drawn-words').textContent())?.trim() ?? '';
  await expect(page.getByRole('button', { name: 'Make my keys' })).toBeDisabled();
  await page.getByLabel('I have learned or written down this passphrase.').check();
  await page.getByRole('button', { name: 'Make my keys' }).click();
  await expect(page.getByRole('heading', { name: 'Your keys are made' })).toBeVisible({ timeout: 20_000 });
  await look(page);
  const words = await page.locator('.key-words li').allTextContents();
  return { page, passphrase, words };
}

/** Somebody to bring in: with a role in the team Capital, or as the administrator of an organisation of their own. */
type Invitee = { readonly handle: string } & (
  | { readonly role: string }
  | { readonly organisation: readonly [en: string, km: string]; readonly rootSeed: string }
);

/** The administrator invites, compares and signs; answers the invitee at the sign-in. */
export async function bringIn(page: Page, browser: Browser, invitee: Invitee, look: Look = lookAway) {
  const { handle } = invitee;
  await page.getByText('Invite somebody', { exact: true }).click();
  const form = page.locator('.invite form');
  await form.getByLabel('Handle').fill(handle);
  if ('organisation' in invitee) {
    await form.getByLabel('Joins with an organisation of its own').check();
    await form.getByLabel('Name in English').fill(invitee.organisation[0]);
    await form.getByLabel('Name in Khmer').fill(invitee.organisation[1]);
  } else {
    if (invitee.role !== 'Caseworker') {
      await form.getByLabel('Caseworker').uncheck();
      await form.getByLabel(invitee.role, { exact: true }).check();
    }
    await form.getByLabel('Capital').check();
  }
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  const link = (await page.locator('.invitation-link').textContent()) ?? '';
  expect(link).toMatch(/\/console#invite=[a-z-]+$/);
  await page.getByRole('button', { name: 'Done' }).click();
  const accepted = await accept(browser, link, look);
  await page.getByRole('link', { name: 'Directory' }).click();
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { name: `Compare the keys of ${handle}` })).toBeVisible();
  expect(await page.locator('.invitations .key-words li').allTextContents()).toEqual(accepted.words);
  await look(page);
  const sign = page.getByRole('button', { name: `Sign ${handle} in` });
  await expect(sign).toBeDisabled();
  await page.getByLabel('I have heard every word, and all are the same.').check();
  if ('rootSeed' in invitee) await page.getByLabel('Root key, from its card').fill(invitee.rootSeed);
  await sign.click();
  return { ...accepted, link };
}

/** Fills in the organisation, one team that covers everything, and the founder. */
export async function nameFirst(page: Page): Promise<void> {
  await page.getByLabel('Name in English').nth(0).fill('Sample organisation');
  await page.getByLabel('Name in English').nth(1).fill('Capital');
  await page.getByLabel('Name in Khmer').nth(0).fill('អង្គការគំរូ');
  await page.getByLabel('Name in Khmer').nth(1).fill('រាជធានី');
  await page.getByText('Provinces it covers').first().click();
  await page.getByRole('button', { name: 'Cover all provinces still free' }).click();
  await page.getByRole('textbox', { name: 'Handle' }).fill('admin');
}

/** What founding shows once, kept as the founder keeps it; then on to the sign-in. */
export async function keepWhatWasFounded(page: Page): Promise<{ passphrase: string; rootSeed: string }> {
  await expect(page.getByRole('heading', { name: 'Romduol is set up' })).toBeVisible({ timeout: 60_000 });
  const passphrase = (await page.locator('.passphrases li code').textContent()) ?? '';
  const rootSeed = (await page.locator('.root-seed').textContent())?.trim() ?? '';
  await page.getByLabel('I have my passphrase').check();
  await page.getByRole('button', { name: 'Go on to sign in' }).click();
  return { passphrase, rootSeed };
}
