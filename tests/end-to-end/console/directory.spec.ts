import { writeDirectoryCsv } from '@romduol/shared/casework/directory-csv';
import type { DirectoryEntryId } from '@romduol/shared/ids';
import { place } from '../../unit/casework/sample-case.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from './member-page.ts';

const names = (...all: string[]) =>
  all.map((en) =>
    place(1, {
      entryId: crypto.randomUUID() as DirectoryEntryId,
      name: { en, km: '' },
      verified: null,
      province: 'KH-23',
    }),
  );

test('a table of the directory is taken whole or not at all, and each entry verified by one key', async ({
  page,
  deployment,
}) => {
  await deployment.desk('admin');
  const desk = await deployment.desk('sophea');
  const ours = async () => (await desk.directory()).filter(({ entry }) => entry.province === 'KH-23');
  await signIn(page, deployment, 'sophea');
  await page.goto(`${deployment.origin}/console#directory/import`);
  const choose = async (table: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'directory.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    });

  const table = writeDirectoryCsv(names('First', 'Second', '=Third()'));
  await choose(table.replace('referral_hospital,,First', 'hospitl,,First').replace(',,Second', ',,'));
  const faults = page.locator('.faults li');
  await expect(faults).toHaveText([/Row 2, type: not a code of this list/, /Row 3, name_km: a name in one language/]);
  await expect(page.getByRole('button', { name: 'Seal and save all of it' })).toHaveCount(0);
  expect(await ours()).toEqual([]);

  await choose(table);
  await expect(page.locator('.changes li')).toHaveText([/First: new/, /Second: new/, /=Third\(\): new/]);
  await expect(page.getByText('3 new, 0 changed, 0 as before')).toBeVisible();
  expect(await ours()).toEqual([]);
  await page.getByRole('button', { name: 'Seal and save all of it' }).click();
  await expect(page.getByText('All of it was saved.')).toBeVisible();
  expect((await ours()).map(({ entry }) => entry.name.en).toSorted()).toEqual(['=Third()', 'First', 'Second']);

  await page.goto(`${deployment.origin}/console#directory/round`);
  const left = page.locator('.directory > output');
  await expect(left).toHaveText(/^\d+ to verify$/);
  const before = Number.parseInt((await left.textContent()) ?? '', 10);
  expect(before).toBeGreaterThanOrEqual(3);
  await page.keyboard.press('v');
  await expect(left).toHaveText(`${before - 1} to verify`);
  await page.keyboard.press('n');
  await page.keyboard.press('v');
  await expect(left).toHaveText(`${before - 2} to verify`);
  const days = (await desk.directory()).filter(({ entry }) => entry.verified !== null && entry.verified > '2026-01-05');
  expect(days.length).toBeGreaterThanOrEqual(2);
});
