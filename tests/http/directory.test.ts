import { storeDirectoryEntries } from '@romduol/shared/api/directory';
import { sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { sodium } from '@romduol/shared/sealing/sodium';
import { saveDirectoryEntries, readDirectory } from '@romduol/web/desk/directory';
import { directoryKey } from '@romduol/web/desk/granted-keys';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { place, placeId } from '../unit/casework/sample-case.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { outcomeOf } from './fresh-cohort.ts';
import { openDesk } from './open-desk.ts';

describe.each(kinds)('many entries of the directory at once, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    await directoryKey(await openDesk(fresh, 'ly.bopha'));
  });
  afterAll(() => fresh.close());

  test('are stored together, and together they change', async () => {
    const dara = await openDesk(fresh, 'sok.dara');
    const entries = Array.from({ length: 200 }, (_, n) => place(n + 1));
    await saveDirectoryEntries(dara, entries, []);
    const read = await readDirectory(dara);
    expect(read.map(({ entry }) => entry)).toEqual(entries);
    await saveDirectoryEntries(dara, [place(3, { hours: '8–17' })], read);
    expect((await readDirectory(dara)).find(({ entryId }) => entryId === placeId(3))).toMatchObject({
      revision: 2,
      entry: { hours: '8–17' },
    });
  });

  test('are none of them stored when a colleague changed one, or when one is named twice', async () => {
    const dara = await openDesk(fresh, 'sok.dara');
    const stale = await readDirectory(dara);
    await saveDirectoryEntries(dara, [place(200, { cost: 'free' })], stale);
    const before = await readDirectory(dara);
    const batch = [place(1, { cost: '1' }), place(500), place(200, { cost: '2' })];
    expect(await outcomeOf(saveDirectoryEntries(dara, batch, stale))).toBe('sequence_taken');
    expect(await outcomeOf(saveDirectoryEntries(dara, [place(501), place(501)], stale))).toBe('bad_input');
    expect(await readDirectory(dara)).toEqual(before);
  });

  test('are not taken from whoever may not write there', async () => {
    const sealed = sealDirectoryEntry({
      organisation: 'lotus' as never,
      directoryKey: sodium().randomBytes(32),
      entryId: placeId(1),
      revision: 1,
      epoch: 1,
      content: {},
    });
    expect(await outcomeOf(fresh.call(storeDirectoryEntries, { body: { entries: [sealed] } }))).toBe('not_signed_in');
  });
});
