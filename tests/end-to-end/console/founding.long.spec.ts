import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { violationsOn } from '../accessible.ts';
import { startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { bringIn, nameFirst, signInWith } from './joining.ts';

const expectAccessible = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate();

/** Sets up a code generator as somebody does who types its secret; answers the secret. */
async function enrol(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Set up a code generator' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('img', { name: 'QR code for the code generator' })).toBeVisible();
  await expectAccessible(page);
  const secret = (await page.locator('section.door code').textContent()) ?? '';
  await page.getByLabel('Six digits').fill('12');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Please type six digits.')).toBeVisible();
  await page.getByLabel('Six digits').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 20_000 });
  return secret;
}

test('a deployment is founded, its members invited, compared, signed twice, and sign in with a code', async ({
  page,
  browser,
  ours,
}) => {
  test.setTimeout(240_000);
  const empty = await startDeployment({ plan: null, environment: { SECOND_FACTOR: 'required' } });
  ours.push(empty.origin);
  try {
    await page.goto(`${empty.origin}/console#found=${empty.foundingToken}`);
    await expect(page.getByRole('heading', { name: 'Set up Romduol' })).toBeVisible();
    // The one-time right must not stay where others could read it.
    expect(page.url()).toBe(`${empty.origin}/console`);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Make the keys and begin' }).click();
    await expect(page.getByRole('alert')).toContainText('Please mend these first');
    await nameFirst(page);
    await page.getByRole('button', { name: 'Make the keys and begin' }).click();
    await expect(page.getByRole('heading', { name: 'Romduol is set up' })).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);

    const passphrase = (await page.locator('.passphrases li code').textContent()) ?? '';
    expect(passphrase.split(' ')).toHaveLength(6);
    const seed = await page.locator('.root-seed').textContent();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the root key as a file' }).click(),
    ]);
    expect(await readFile((await file.path()) ?? '', 'utf8')).toContain(seed?.trim());
    const goOn = page.getByRole('button', { name: 'Go on to sign in' });
    await expect(goOn).toBeDisabled();
    await page.getByLabel('I have my passphrase').check();
    await goOn.click();
    await expect(page.getByText(passphrase)).toHaveCount(0);

    await signInWith(page, 'admin', passphrase);
    const secret = await enrol(page);
    await page.getByRole('link', { name: 'Members' }).click();

    // Nobody else could sign yet: one signature is enough.
    const bopha = await bringIn(page, browser, { handle: 'bopha', role: 'Supervisor' }, expectAccessible);
    await expect(page.getByText('Signed and published.')).toBeVisible({ timeout: 20_000 });
    await bopha.page.getByRole('button', { name: 'To the sign-in' }).click();
    await signInWith(bopha.page, 'bopha', bopha.passphrase);
    await enrol(bopha.page);
    // The link is spent, whoever opens it.
    const late = await (await browser.newContext()).newPage();
    await late.goto(bopha.link);
    await expect(late.getByRole('alert')).toContainText('This invitation cannot be used');

    // From now on the supervisor's signature is needed too, and the change is shown to them and confirmed.
    const sophea = await bringIn(page, browser, { handle: 'sophea', role: 'Caseworker' }, expectAccessible);
    await expect(page.getByText('Signed. It counts when')).toBeVisible({ timeout: 20_000 });
    await bopha.page.getByRole('link', { name: 'Members' }).click();
    await expect(bopha.page.locator('.proposal')).toContainText('New member: sophea');
    await expectAccessible(bopha.page);
    await bopha.page.getByRole('button', { name: 'Sign it too' }).click();
    await expect(bopha.page.locator('.notice.list-changes')).toContainText('New member: sophea');
    await expectAccessible(bopha.page);
    await bopha.page.getByRole('button', { name: 'I have looked at this and confirm it' }).click();
    await expect(bopha.page.locator('.notice.list-changes')).toHaveCount(0);

    // A caseworker needs no code; reports are accepted once the administrator has opened for them.
    await sophea.page.getByRole('button', { name: 'To the sign-in' }).click();
    await signInWith(sophea.page, 'sophea', sophea.passphrase);
    await expect(sophea.page.getByText('No report has come in yet.')).toBeVisible({ timeout: 20_000 });
    await sophea.page.goto(`${empty.origin}/en/report`);
    await expect(sophea.page.locator('#report')).toHaveCount(0);
    await expect(sophea.page.getByText('No reports are taken here at present')).toBeVisible();
    await page.getByRole('link', { name: 'Set-up' }).click();
    await page.getByRole('button', { name: 'Sign, and open for reports' }).click();
    await expect(page.getByText('The public pages take reports.')).toBeVisible();
    await expectAccessible(page);
    await sophea.page.reload();
    await expect(sophea.page.locator('#report')).toBeVisible();

    // Back at the administrator's: the passphrase alone no longer opens the account.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signInWith(page, 'admin', passphrase);
    await expect(page.getByRole('heading', { name: 'One more proof' })).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await page.getByLabel('Six digits').fill('000000');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('alert')).toContainText('The code is not right');
    // The code of the enrolment was used: the next half minute's opens.
    await expect
      .poll(
        async () => {
          if (await page.getByRole('button', { name: 'Lock' }).isVisible()) return true;
          await page.getByLabel('Six digits').fill(codeOf(secret));
          await page.getByRole('button', { name: 'Go on' }).click();
          return false;
        },
        { intervals: [1_000, 16_000, 16_000], timeout: 50_000 },
      )
      .toBe(true);
  } finally {
    await empty.stop();
  }
});
