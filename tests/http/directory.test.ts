import { storeDirectoryEntries } from '@romduol/shared/api/directory';
import { sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { sodium } from '@romduol/shared/sealing/sodium';
import { Engagement } from '@romduol/shared/casework/engagement';
import {
  readDirectory,
  readEngagements,
  saveDirectoryEntries,
  saveEngagement,
  tellDirectory,
} from '@romduol/web/desk/directory';
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

  test('what was held stands beside them, says no names, and raises the offices it trained, in one act', async () => {
    const dara = await openDesk(fresh, 'sok.dara');
    await saveDirectoryEntries(dara, [place(301, { training: { level: 'champion', day: null } }), place(302)], []);
    const before = (await readDirectory(dara)).length;
    const engagement = Engagement.parse({
      engagementId: placeId(900),
      day: '2026-05-10',
      kind: 'training',
      province: 'KH-17',
      audience: ['police'],
      headcount: 24,
      reached: [placeId(301), placeId(302)],
      level: 'trained',
    });
    await saveEngagement(dara, engagement);
    await saveEngagement(dara, { ...engagement, headcount: 25 });
    expect(await readEngagements(dara)).toEqual([{ revision: 2, engagement: { ...engagement, headcount: 25 } }]);
    const after = await readDirectory(dara);
    expect(after).toHaveLength(before);
    const levels = [301, 302].map((n) => after.find(({ entryId }) => entryId === placeId(n))?.entry.training);
    expect(levels).toEqual([
      { level: 'champion', day: null },
      { level: 'trained', day: '2026-05-10' },
    ]);
  });

  test('feedback adds up in the entry, whoever else writes at the same moment', async () => {
    const [dara, lina] = [await openDesk(fresh, 'sok.dara'), await openDesk(fresh, 'chan.lina')];
    const told = [{ entryId: placeId(7), feedback: { respectful: 5, again: true } }];
    await Promise.all([tellDirectory(dara, told), tellDirectory(lina, told)]);
    await tellDirectory(dara, [{ entryId: placeId(999), feedback: {} }]);
    expect((await readDirectory(dara)).find(({ entryId }) => entryId === placeId(7))?.entry).toMatchObject({
      friendly: 'yes',
      heard: { told: 2, marks: 10, again: 2 },
    });
  });

  test('stored twice at once in opposite orders are stored once, and once refused', async () => {
    const [dara, lina] = [await openDesk(fresh, 'sok.dara'), await openDesk(fresh, 'chan.lina')];
    const read = await readDirectory(dara);
    const entries = read.map(({ entry }) => ({ ...entry, hours: 'by day' }));
    const both = [saveDirectoryEntries(dara, entries, read), saveDirectoryEntries(lina, entries.toReversed(), read)];
    expect((await Promise.all(both.map(outcomeOf))).toSorted()).toEqual(['done', 'sequence_taken']);
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
