import type { Answers } from '@romduol/shared/questionnaire/answers';
import { SHAPE } from '@romduol/shared/questionnaire/shape';
import { NEUTRAL_SITE } from '../deployment.ts';
import { expect, goBack, test } from '../fixtures.ts';
import { makeCanaries } from './canaries.ts';

const RECEIPT = /^(\d{4} ){4}\d{4}$/;

test('without script every question is answered on one page and read word for word in a console', async ({
  page,
  deployment,
}) => {
  const [mark = ''] = makeCanaries(1);
  const narrative = `${mark}\nគេបានគំរាមខ្ញុំ។\n\n"Quoted" & <tagged> \\ 100 %`;
  await page.goto('/km/report');
  await expect(page.locator('#bare')).toBeVisible();
  await expect(page.locator('#sealed')).toBeHidden();
  for (const summary of await page.locator('summary').all()) {
    if (!(await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open))) await summary.click();
  }
  await page.locator('#narrative').fill(narrative);
  await page.locator('#identity_text').fill('ស្រី <b>');
  await page.locator('#contact_value').fill('@someone');
  await page.locator('#contact_safety').fill('After six.\nSay you are from the shop.');
  const chosen: Record<string, string | string[]> = {};
  for (const question of SHAPE) {
    if (question.kind === 'text' || question.kind === 'members') continue;
    const codes =
      question.kind === 'team'
        ? ['capital']
        : question.kind === 'many'
          ? question.codes.slice(1, 3)
          : question.codes.slice(1, 2);
    chosen[question.id] = question.kind === 'many' ? [...codes] : (codes[0] as string);
    for (const code of codes) {
      const choice = page.locator(`input[name=${question.id}][value="${code}"]`);
      if ((await choice.count()) > 0) await choice.check();
      else await page.locator(`select[name=${question.id}]`).selectOption(code);
    }
  }
  await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  await expect(page.locator('#receipt-km')).toHaveText(/^([០-៩]{4} ){4}[០-៩]{4}$/);

  const desk = await deployment.desk('sophea');
  const [row] = (await desk.queue()).filter(({ answers }) => answers?.narrative?.includes(mark));
  const opened = await desk.openCase((row as NonNullable<typeof row>).caseId);
  const { contact_mode, ...answered } = chosen;
  expect(opened.answers).toEqual({ codebook: 1, narrative, identity_text: 'ស្រី <b>', ...answered } as Answers);
  expect(opened.contact).toEqual({
    contact_mode,
    contact_value: '@someone',
    contact_safety: 'After six.\nSay you are from the shop.',
  });
  expect(opened.sealedBy).toBe('server');
  expect(opened.flags).toEqual([]);
});

test('an error shows the whole page again with what was typed, a summary in focus and the field marked', async ({
  page,
}) => {
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'POST') answers.push(response.status());
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill(`\n${'ក'.repeat(5_001)}`);
  await page.getByLabel('Someone demanded money').check();
  await page.getByText('When and where').click();
  await page.locator('#setting').selectOption('police_station');
  await page.getByRole('button', { name: 'Send', exact: true }).click();

  expect(answers).toEqual([422]);
  await expect(page).toHaveTitle('Romduol – form, please look again');
  await expect(page.locator('#errors')).toBeFocused();
  await expect(page.locator('#errors a')).toHaveAttribute('href', '#narrative');
  await expect(page.locator('#narrative')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#narrative')).toHaveAccessibleDescription(/shorten it to 5,000 characters/);
  await expect(page.locator('#narrative')).toHaveValue(`\n${'ក'.repeat(5_001)}`);
  await expect(page.getByLabel('Someone demanded money')).toBeChecked();
  await expect(page.locator('#setting')).toHaveValue('police_station');
  await expect(page.locator('#setting')).toBeVisible();

  await page.locator('#narrative').fill('Shorter.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
});

test('an empty form asks for one thing only', async ({ page }) => {
  await page.goto('/km/report');
  await page.getByRole('button', { name: 'ផ្ញើ', exact: true }).click();
  await expect(page.locator('#errors a')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
});

test('the form changes its language and keeps what was typed', async ({ page }) => {
  await page.goto('/en/report');
  await page.locator('#narrative').fill('First half');
  await page.locator('[name=safe_now][value=no]').check();
  await page.getByRole('button', { name: /Show this form in Khmer/ }).click();
  await expect(page).toHaveURL(/\/km\/report$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await expect(page.locator('#errors')).toBeHidden();
  await expect(page.locator('#narrative')).toHaveValue('First half');
  await expect(page.locator('[name=safe_now][value=no]')).toBeChecked();
});

test('help comes into view for whoever is not safe', async ({ page }) => {
  await page.goto('/en/report');
  const help = page.locator('#safe');
  await expect(help).toBeHidden();
  await page.locator('[name=safe_now][value=unsure]').check();
  await expect(help).toBeVisible();
  await page.locator('[name=safe_now][value=yes]').check();
  await expect(help).toBeHidden();
  await page.locator('[name=safe_now][value=no]').check();
  await expect(help.getByRole('link', { name: '1280' })).toBeVisible();
});

test('leaving quickly leads away, and for ten minutes no page of ours comes back', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('/km/report');
  await page.locator('#narrative').fill('do not show this');
  await page.getByRole('button', { name: 'ចាកចេញភ្លាម' }).click();
  await expect(page).toHaveTitle('Weather');
  expect(await goBack(page)).toBe(NEUTRAL_SITE);
  const latched = await context.cookies(baseURL);
  const cookie = latched.map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const path of ['/', '/en/', '/km/report', '/en/help', '/en/nothing-here']) {
    const answer = await fetch(`${baseURL}${path}`, { headers: { cookie }, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, NEUTRAL_SITE]);
  }
  // What is not a page is not latched: a console must not stop working, nor its scripts.
  for (const path of ['/api/keyring', '/healthz']) {
    expect((await fetch(`${baseURL}${path}`, { headers: { cookie } })).status).toBe(200);
  }
  const [latch, ...others] = latched;
  expect(others).toEqual([]);
  expect(latch).toMatchObject({
    name: '__Host-l',
    value: '1',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    path: '/',
  });
  expect((latch?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(500);
  expect((latch?.expires ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(600);
});

test('reloading the page that says many are sending sends the same words again', async ({ page, deployment }) => {
  const [mark = ''] = makeCanaries(1);
  let posts = 0;
  await page.route('**/en/report', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    posts += 1;
    return posts > 1
      ? route.continue()
      : route.fulfill({ status: 503, contentType: 'text/html', body: 'Please reload' });
  });
  await page.goto('/en/report');
  await page.locator('#narrative').fill(mark);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Please reload')).toBeVisible();
  await page.reload();
  await expect(page.locator('#receipt')).toHaveText(RECEIPT);
  const rows = await (await deployment.desk('dara')).queue();
  expect(rows.filter(({ answers }) => answers?.narrative === mark)).toHaveLength(1);
});
