import { toBase64url } from '@romduol/shared/sealing/bytes';
import { foundSample } from '@romduol/server/demo/found-sample';
import { SAMPLE_PLAN, callerFor, startDeployment } from '../deployment.ts';
import { expect, watched as test } from '../fixtures.ts';
import { bringIn, signInWith } from './joining.ts';

const REPORT = { narrative: 'for the first organisation alone', categories: 'physical', province: 'KH-12' };

test('a partner joins from the console, and can fetch no ciphertext of the other organisation', async ({
  page,
  browser,
  ours,
}) => {
  test.setTimeout(120_000);
  const deployment = await startDeployment({ plan: null });
  ours.push(deployment.origin);
  try {
    const founded = await foundSample(
      callerFor(deployment.origin),
      Date.now,
      deployment.foundingToken ?? '',
      SAMPLE_PLAN,
    );
    const wordsOf = (handle: string): string => founded.accounts.find((one) => one.handle === handle)?.passphrase ?? '';
    await page.goto(`${deployment.origin}/console#members`);
    await signInWith(page, 'admin', wordsOf('admin'));
    await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible({ timeout: 20_000 });
    const partner = await bringIn(page, browser, {
      handle: 'admin-east',
      organisation: ['East', 'កើត'],
      rootSeed: toBase64url(founded.rootSeed),
    });
    await expect(page.getByText(/^Signed/)).toBeVisible({ timeout: 20_000 });

    const sent = await fetch(`${deployment.origin}/en/report`, {
      method: 'POST',
      headers: { origin: deployment.origin },
      body: new URLSearchParams(REPORT),
    });
    expect(sent.status).toBe(200);
    // Whoever may read it sees it; its id is all that the partner is given here.
    const sophea = await browser.newPage();
    await sophea.goto(`${deployment.origin}/console#queue`);
    await signInWith(sophea, 'sophea', wordsOf('sophea'));
    const confirm = sophea.getByRole('button', { name: 'I have looked at this and confirm it' });
    await expect(sophea.locator('a.row').or(confirm).first()).toBeVisible({ timeout: 20_000 });
    const caseId = /#case\/([\w-]+)/.exec((await sophea.locator('a.row').first().getAttribute('href')) ?? '')?.[1];
    expect(caseId).toBeDefined();

    const { page: east } = partner;
    await east.getByRole('button', { name: 'To the sign-in' }).click();
    await signInWith(east, 'admin-east', partner.passphrase);
    await expect(east.getByRole('button', { name: 'Lock' })).toBeVisible({ timeout: 20_000 });
    await east.getByRole('link', { name: 'Members' }).click();
    await expect(east.locator('.people')).toContainText('admin-east');
    await expect(east.locator('.people')).not.toContainText('sophea');
    const asked = await east.evaluate(async (id) => {
      const paths = [
        '/api/cases',
        `/api/cases/${id}`,
        `/api/cases/${id}/conversation`,
        `/api/cases/${id}/attachments/${id}/0`,
        '/api/directory',
        '/api/coded-records',
        '/api/acknowledgements',
        '/api/audit',
        '/api/setup',
      ];
      const answers = await Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(path);
          return [path.replace(id, '…').replace(id, '…'), answer.status, await answer.text()] as const;
        }),
      );
      return answers;
    }, caseId ?? '');
    for (const [path, status, text] of asked) {
      const own = status === 200 ? JSON.parse(text) : null;
      // Their own directory and set-up, both empty; of the other's cases not so much as that there are any.
      expect([path, own ?? status]).toEqual([
        path,
        path === '/api/directory' ? { entries: [] } : path === '/api/setup' ? { reports: false } : expect.any(Number),
      ]);
      expect(text).not.toContain(caseId ?? 'no case');
    }
  } finally {
    await deployment.stop();
  }
});
