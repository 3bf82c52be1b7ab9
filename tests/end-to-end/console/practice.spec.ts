import { violationsOn } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { pane, recordPane, signIn } from './member-page.ts';

// The walk's one attempt to reach the server out of practice is stopped by the policy, and nothing else is wrong.
test.use({ expected: [/^worker violates connect-src: .*\/api\/site$/] });

test('practice cannot be taken for real work, sends nothing, and is gone when it is left', async ({
  page,
  deployment,
}) => {
  await page.goto(`${deployment.origin}/console`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Practise with made-up cases' }).click();
  const band = page.locator('.practice-band');
  await expect(band).toContainText('PRACTICE');
  await expect(band).toContainText('ហ្វឹកហាត់');
  await expect(page).toHaveTitle('PRACTICE · ហ្វឹកហាត់');
  await expect(page.locator('a.row')).toHaveCount(4);
  await expect(page.getByRole('link', { name: 'Members' })).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);

  // The rules are the real ones: a step out of turn is refused here too.
  await page.locator('a.row', { hasText: 'Battambang' }).click();
  await expect(page.locator('.log')).toContainText('practice opened the case for the first time');
  await expect(page.getByRole('link', { name: 'Offer a referral' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Decide the level' }).click();
  await expect(pane(page)).toContainText('The answers speak for: Critical');
  await pane(page).getByLabel('Critical: same day').check();
  await pane(page).getByLabel('I take the case myself').check();
  await recordPane(page);
  await page.getByLabel('Write a note').fill('a note of practice');
  await page.getByRole('button', { name: 'Sign and record the note' }).click();
  await expect(page.locator('.log')).toContainText('a note of practice');
  await expect(band).toBeInViewport();
  await page.getByRole('link', { name: 'Offer a referral' }).click();
  await pane(page).getByLabel('What help').selectOption('shelter');
  await expect(pane(page)).toContainText('Sample safe house');
  expect(await violationsOn(page)).toEqual([]);
  // A mark stands across the page on paper too, and the band with it.
  await page.emulateMedia({ media: 'print' });
  await expect(band).toBeVisible();
  const mark = await page.evaluate(() => getComputedStyle(document.body, '::after').content);
  expect(mark).toContain('PRACTICE');
  await page.emulateMedia({ media: 'screen' });

  // What has no place here says so: adding people needs keys, hand-over the server.
  await page.goto(`${deployment.origin}/console#take`);
  await expect(page.getByText('This screen belongs to another role.')).toBeVisible();
  const scripts = asked.filter((path) => !/^\/(?:assets\/[\w-]+\.(?:js|svg)|console)$/.test(path));
  expect(scripts).toEqual([]);
  const workers = page.workers().map((worker) => worker.url());
  expect(workers.filter((url) => !url.includes('/practice-worker-'))).toEqual([]);
  // Even a worker that wanted to could not.
  const answer = await page.workers()[0]?.evaluate(() =>
    fetch('/api/site').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');

  await page.getByRole('button', { name: 'Leave practice' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(band).toHaveCount(0);
  await expect(page).not.toHaveTitle(/PRACTICE/);
  expect(new URL(page.url()).hash).toBe('');
  await signIn(page, deployment, 'sophea');
  await expect(page.getByText('a note of practice')).toHaveCount(0);
  await page.getByRole('link', { name: 'Cases' }).click();
  await expect(page.locator('a.row', { hasText: '00000000' })).toHaveCount(0);
});

test('no public page leads to practice, or to the console at all', async ({ deployment }) => {
  for (const path of ['/', '/en/', '/en/report', '/km/report', '/en/return', '/en/help', '/en/next', '/en/safety']) {
    const html = await (await fetch(deployment.origin + path)).text();
    expect(html).not.toMatch(/practice|href="\/console/i);
  }
});
