import type { Page } from '@playwright/test';
import { violationsOn } from '../accessible.ts';
import { SAMPLE_PLAN, startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';

const expectAccessible = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);

/** Chromium's own authenticator in software, of one kind or another; answers how to take it away. */
async function plugIn(page: Page, options: { readonly hasPrf: boolean }): Promise<() => Promise<void>> {
  const line = await page.context().newCDPSession(page);
  await line.send('WebAuthn.enable');
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...options,
    },
  });
  return async () => {
    await line.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    await line.detach();
  };
}

test('a passkey is the second proof and unlocks what was locked; without the secret extension the passphrase does', async ({
  page,
  ours,
}) => {
  test.setTimeout(180_000);
  const deployment = await startDeployment({
    plan: SAMPLE_PLAN,
    environment: { SECOND_FACTOR: 'required' },
  });
  // Passkeys belong to a name; an address of digits has none.
  const origin = deployment.origin.replace('127.0.0.1', 'localhost');
  ours.push(origin);
  const passphrase = deployment.passphrases.get('bopha') ?? '';
  const present = (within: string) => page.locator(within).getByLabel('Your passphrase as it is now');
  const signIn = async (): Promise<void> => {
    await page.getByLabel('Your handle').fill('bopha');
    await page.getByLabel('Your passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const lock = page.getByRole('button', { name: 'Lock', exact: true });
  try {
    const unplug = await plugIn(page, { hasPrf: true });
    await page.goto(`${origin}/console`);
    await signIn();
    await expect(page.getByRole('heading', { name: 'Set up a code generator' })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make a passkey and sign in' }).click();
    await expect(lock).toBeVisible({ timeout: 30_000 });

    // The next sign-in asks for it.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn();
    await expect(page.getByText('Your account asks for one of your passkeys.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByLabel('Six digits')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(lock).toBeVisible({ timeout: 30_000 });

    // Named for its member alone, and let unlock.
    await page.goto(`${origin}/console#account`);
    const factors = page.locator('.factors');
    await expect(factors.getByText('After a lock your passphrase is asked for.')).toBeVisible();
    await page.getByText('Call it something else').click();
    await factors.getByLabel('What you call it').fill('ទូរស័ព្ទ Rose 7');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await expect(factors.getByText('ទូរស័ព្ទ Rose 7')).toBeVisible();
    await page.getByRole('button', { name: 'Let it unlock after a lock' }).click();
    await expect(factors.getByText('It unlocks this console after a lock')).toBeVisible();
    await expectAccessible(page);

    await lock.click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expectAccessible(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.getByRole('button', { name: 'Unlock with a passkey' }).click();
    await expect(lock).toBeVisible({ timeout: 30_000 });
    // No new session: nothing was proven to the server, which handed out what it keeps.
    expect(asked.filter((one) => one.includes('/session'))).toEqual([]);

    // It cannot be the last to go; nor does the passkey of an authenticator without the extension unlock.
    await page.goto(`${origin}/console#account`);
    await page.locator('.factors details', { hasText: 'Take it away' }).locator('summary').click();
    await present('.factors').fill(passphrase);
    await page.getByRole('button', { name: 'Take it away now' }).click();
    await expect(page.getByText('This is your last second proof')).toBeVisible({ timeout: 30_000 });
    await unplug();
    const unplugPlain = await plugIn(page, { hasPrf: false });
    const add = page.locator('details', { hasText: 'A passkey is a key in this device' });
    await add.locator('summary').click();
    await add.getByLabel('What you call it').fill('stick');
    await add.getByLabel('Your passphrase as it is now').fill(passphrase);
    await add.getByRole('button', { name: 'Add a passkey' }).click();
    const stick = page.locator('.factors li', { hasText: 'stick' });
    await expect(stick).toBeVisible({ timeout: 30_000 });
    await stick.getByRole('button', { name: 'Let it unlock after a lock' }).click();
    await expect(stick.getByRole('alert')).toContainText('cannot keep a key for unlocking');
    await expectAccessible(page);

    // The first one is not at hand: its unlocking fails in words, the passphrase works.
    await lock.click();
    await page.getByRole('button', { name: 'Unlock with a passkey' }).click();
    await expect(page.getByRole('alert')).toContainText('No passkey answered', { timeout: 150_000 });
    await page.getByLabel('Your passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(lock).toBeVisible({ timeout: 30_000 });

    // With another beside it the first can go, and nothing unlocks but the passphrase.
    await page.goto(`${origin}/console#account`);
    const first = page.locator('.factors li', { hasText: 'Rose 7' });
    await first.locator('details', { hasText: 'Take it away' }).locator('summary').click();
    await first.getByLabel('Your passphrase as it is now').fill(passphrase);
    await first.getByRole('button', { name: 'Take it away now' }).click();
    await expect(first).toHaveCount(0, { timeout: 30_000 });
    await lock.click();
    await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Unlock with a passkey' })).toHaveCount(0);
    await unplugPlain();
    expect(deployment.output()).not.toContain('Rose');
  } finally {
    await deployment.stop();
  }
});
