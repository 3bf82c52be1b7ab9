import { expect, test } from '../fixtures.ts';

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
test.use({
  // A microphone that hums, and a person who lets it.
  launchOptions: ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...root, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] }),
});

test('what is recorded on the page becomes its file, can be heard, recorded again, and removed', async ({ page }) => {
  await page.goto('/km/report');
  const voice = page.locator('#voice');
  const lengthOf = () => voice.evaluate((field: HTMLInputElement) => field.files?.[0]?.size ?? 0);
  await page.getByRole('button', { name: 'ថតសំឡេង' }).click();
  await expect(page.locator('#recorder output')).toHaveText(/កំពុងថត… ០០:០[១-៩]/, { timeout: 15_000 });
  await page.getByRole('button', { name: 'ឈប់ថត' }).click();
  await expect(page.locator('#recorder audio')).toBeVisible();
  const first = await lengthOf();
  expect(first).toBeGreaterThan(1_000);
  const described = await voice.evaluate((field: HTMLInputElement) => {
    const file = field.files?.[0];
    return [file?.name, file?.type, file?.lastModified];
  });
  expect(described).toEqual(['voice.webm', 'audio/webm', 0]);
  expect(await page.locator('#recorder audio').evaluate((audio: HTMLAudioElement) => audio.error)).toBeNull();

  await page.getByRole('button', { name: 'ថតម្តងទៀត' }).click();
  await expect(page.locator('#recorder output')).toHaveText(/០០:០[១-៩]/, { timeout: 15_000 });
  await page.getByRole('button', { name: 'ឈប់ថត' }).click();
  await page.getByRole('button', { name: 'លុបចេញ' }).click();
  expect(await lengthOf()).toBe(0);
  await expect(page.getByRole('button', { name: 'ថតសំឡេង' })).toBeFocused();
});

test('a recording survives the change of language', async ({ page }) => {
  await page.goto('/en/report');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.locator('#recorder output')).toHaveText(/00:0[1-9]/, { timeout: 15_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('#recorder audio')).toBeVisible();
  await page.locator('#other-language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  expect(await page.locator('#voice').evaluate((field: HTMLInputElement) => field.files?.[0]?.name)).toBe('voice.webm');
  await expect(page.getByRole('button', { name: 'ថតសំឡេង' })).toBeVisible();
});
