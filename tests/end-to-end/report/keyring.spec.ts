import { foundSample } from '@romduol/server/demo/found-sample';
import { type Deployment, SAMPLE_PLAN, callerFor, startDeployment } from '../deployment.ts';
import { expect, watched } from '../fixtures.ts';

const DAY_MS = 86_400_000;
// Each starts a server, and most found a deployment on it.
watched.setTimeout(120_000);

/** Each test has a deployment of its own here: what differs is how it was founded. */
const test = watched.extend<{
  readonly start: (found: 'never' | 'long_ago' | 'without_caseworkers') => Promise<Deployment>;
}>({
  start: async ({ ours }, use) => {
    const started: Deployment[] = [];
    await use(async (how) => {
      const deployment = await startDeployment({ plan: null });
      started.push(deployment);
      ours.push(deployment.origin);
      const call = callerFor(deployment.origin);
      const token = deployment.foundingToken ?? '';
      if (how === 'long_ago') await foundSample(call, () => Date.now() - 100 * DAY_MS, token, SAMPLE_PLAN);
      if (how === 'without_caseworkers') {
        const [organisation] = SAMPLE_PLAN.organisations;
        const members = organisation?.members.filter(({ roles }) => roles.includes('administrator')) ?? [];
        await foundSample(call, Date.now, token, {
          organisations: [{ ...(organisation as NonNullable<typeof organisation>), members }],
        });
      }
      return deployment;
    });
    for (const deployment of started) await deployment.stop();
  },
});

for (const how of ['never', 'without_caseworkers'] as const) {
  test(`founded ${how}, the report page says that reports are not yet accepted, and takes none`, async ({
    page,
    start,
  }) => {
    const { origin } = await start(how);
    await page.goto(`${origin}/en/report`);
    await expect(page.getByText('Reports are not yet accepted here.')).toBeVisible();
    await expect(page.locator('#report')).toHaveCount(0);
    const answer = await fetch(`${origin}/km/report`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ narrative: 'too early' }),
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('too early');
  });
}

test('under an expired keyring the page says since when it was not checked, and the person chooses', async ({
  page,
  start,
}) => {
  const { origin } = await start('long_ago');
  await page.goto(`${origin}/en/report`);
  const lastDay = new Date(Date.now() + 7 * 3_600_000 - 10 * DAY_MS);
  const day = lastDay.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  await expect(page.locator('#unchecked')).toContainText(`Since ${day} the list of people`);
  await page.locator('#narrative').fill('I wish to send all the same');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#errors a')).toHaveAttribute('href', '#unchecked');
  await page.getByLabel('I know that the list of readers').check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#receipt')).toHaveText(/^(\d{4} ){4}\d{4}$/);
});

test('the same without script', async ({ start }) => {
  const { origin } = await start('long_ago');
  const post = (fields: Record<string, string>) =>
    fetch(`${origin}/en/report`, { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) });
  const refused = await post({ narrative: 'kept on the page' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/href="#unchecked"[^]*kept on the page/);
  const taken = await post({ narrative: 'kept on the page', unchecked: 'yes' });
  expect(taken.status).toBe(200);
  expect(await taken.text()).toMatch(/id="receipt"[^>]*>(\d{4} ){4}\d{4}</);
});
