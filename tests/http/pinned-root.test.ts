import { foundDeployment } from '@romduol/shared/api/accounts';
import { submitReport } from '@romduol/shared/api/reports';
import { dayAt } from '@romduol/shared/language/dates';
import { followKeyrings } from '@romduol/web/desk/keyring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send } from './fresh-app.ts';
import { makeReport } from './make-report.ts';
import { foundingMembers, signFirstKeyring } from './people.ts';

describe.each(['own', 'foreign'] as const)('a program built for a root key, the %s one,', (pinned) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp('pglite', { pinned });
  });
  afterAll(() => fresh.close());

  test(`${pinned === 'own' ? 'works' : 'shows no report page, takes no report and lets nobody in'}`, async () => {
    const page = await send(fresh.app, 'GET', '/en/report');
    const handedIn = fresh.call(submitReport, { body: makeReport(fresh.people, fresh.keyring()) }).then(
      () => 'taken',
      () => 'refused',
    );
    const entered = fresh.as('sok.dara').then(
      () => 'in',
      () => 'out',
    );
    const works = pinned === 'own';
    expect([page.status, (await page.text()).includes('id="report"')]).toEqual(works ? [200, true] : [500, false]);
    expect([await handedIn, await entered]).toEqual(works ? ['taken', 'in'] : ['refused', 'out']);
    expect(await query(fresh.database.db)`select from reports`).toHaveLength(works ? 1 : 0);
  });

  test('a desk that was built for it follows no keyring of another root', async () => {
    const { publicKey } = fresh.rootKey;
    await expect(followKeyrings(fresh.call, new Map(), publicKey)).resolves.toMatchObject({ version: 1 });
    const other = publicKey.slice();
    other[0] = (other[0] ?? 0) ^ 1;
    await expect(followKeyrings(fresh.call, new Map(), other)).rejects.toMatchObject({ code: 'wrong_root' });
  });
});

test('a program built for another root key founds nothing', async () => {
  const empty = await freshApp('pglite', { pinned: 'foreign', founded: false });
  const { people, rootKey, token, clock } = empty;
  const keyring = signFirstKeyring(people, rootKey, dayAt(clock.now));
  await expect(
    empty.call(foundDeployment, { body: { token, keyring, members: foundingMembers(people) } }),
  ).rejects.toMatchObject({ code: 'bad_input' });
  expect(await query(empty.database.db)`select from keyring_versions`).toEqual([]);
  await empty.close();
});
