import { publishKeyring } from '@romduol/shared/api/keyring';
import { dropDraft, listDrafts, MOST_DRAFTS, storeDraft } from '@romduol/shared/api/drafts';
import { DraftId } from '@romduol/shared/ids';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { sweep } from '@romduol/server/retention/sweep';
import { makeDraftKeeper } from '@romduol/web/desk/drafts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import { openDesk } from './open-desk.ts';
import type { Handle } from './people.ts';
import { partWith, renewAs } from './renew-keyring.ts';

const DAY = 24 * 60 * 60 * 1000;
const sealedWords = () => ({ nonce: sodium().randomBytes(24), ciphertext: sodium().randomBytes(1040) });

describe.each(kinds)('drafts on %s', (kind) => {
  let fresh: FreshApp;
  beforeEach(async () => {
    fresh = await freshApp(kind);
  });
  afterEach(() => fresh.close());

  const keeperOf = async (handle: Handle) => {
    const desk = await openDesk(fresh, handle);
    return makeDraftKeeper(() => desk);
  };
  /** One form at a place, begun on two devices that did not know of each other. */
  const beginApart = async (place: string, earlier: object, later: object): Promise<void> => {
    const [one, two] = [await keeperOf('sok.dara'), await keeperOf('sok.dara')];
    one.note(place, earlier);
    await one.flush();
    fresh.clock.now += 1000;
    two.note(place, later);
    await two.flush();
  };

  test('come back to whoever typed them, at another desk, and to nobody else', async () => {
    const keeper = await keeperOf('sok.dara');
    keeper.note('case/note', { text: 'អ្វីដែលនាងបាននិយាយ' });
    keeper.note('case/plan', { risks: 'the road home' });
    await keeper.flush();
    const again = await keeperOf('sok.dara');
    expect(await again.read()).toEqual(
      expect.arrayContaining([
        { place: 'case/note', value: { text: 'អ្វីដែលនាងបាននិយាយ' } },
        { place: 'case/plan', value: { risks: 'the road home' } },
      ]),
    );
    expect(await (await keeperOf('chan.lina')).read()).toEqual([]);
  });

  test('take the place of their earlier state, and go when they are done with', async () => {
    const first = await keeperOf('sok.dara');
    first.note('a', { text: '1' });
    await first.flush();
    const second = await keeperOf('sok.dara');
    await second.read();
    fresh.clock.now += 1;
    second.note('a', { text: '2' });
    await second.flush();
    expect(await (await keeperOf('sok.dara')).read()).toEqual([{ place: 'a', value: { text: '2' } }]);
    second.note('a', undefined);
    await second.flush();
    const rows = await query(fresh.database.db)`select from drafts`;
    expect(rows).toEqual([]);
  });

  test('of two devices that began apart hold the words of both, and choices as they were made last', async () => {
    const older = { text: 'an older word', level: 'high', only: 'said here' };
    await beginApart('a', older, { text: 'a newer one', level: 'high' });
    const third = await keeperOf('sok.dara');
    const joined = { text: 'an older word\n\na newer one', level: 'high', only: 'said here' };
    expect(await third.read()).toEqual([{ place: 'a', value: joined }]);
    // Done with there, it is done with everywhere.
    third.note('a', undefined);
    await third.flush();
    expect(await query(fresh.database.db)`select from drafts`).toEqual([]);
  });

  test('are not written over by a device that had not seen them, nor done with by it', async () => {
    const laptop = await keeperOf('sok.dara');
    laptop.note('a', { text: 'morning' });
    await laptop.flush();
    const phone = await keeperOf('sok.dara');
    await phone.read();
    laptop.note('a', { text: 'morning, and all that she said' });
    await laptop.flush();
    fresh.clock.now += 1000;
    phone.note('a', { text: 'morning?' });
    await phone.flush();
    const shown = await (await keeperOf('sok.dara')).read();
    expect(shown).toEqual([{ place: 'a', value: { text: 'morning, and all that she said\n\nmorning?' } }]);
    phone.note('a', undefined);
    await phone.flush();
    const left = await (await keeperOf('sok.dara')).read();
    expect(left).toEqual([{ place: 'a', value: { text: 'morning, and all that she said' } }]);
  });

  test('of a choice that was made otherwise on another device come when the newer is done with', async () => {
    await beginApart('a', { level: 'low' }, { level: 'high' });
    const third = await keeperOf('sok.dara');
    expect(await third.read()).toEqual([{ place: 'a', value: { level: 'high' } }]);
    third.note('a', undefined);
    await third.flush();
    expect(await (await keeperOf('sok.dara')).read()).toEqual([{ place: 'a', value: { level: 'low' } }]);
  });

  test('that are damaged are passed over, and the others come', async () => {
    const keeper = await keeperOf('sok.dara');
    keeper.note('a', { text: 'whole' });
    await keeper.flush();
    const call = await fresh.as('sok.dara');
    await call(storeDraft, {
      params: { draftId: DraftId.parse(crypto.randomUUID()) },
      body: { sealed: sealedWords(), over: [] },
    });
    expect(await (await keeperOf('sok.dara')).read()).toEqual([{ place: 'a', value: { text: 'whole' } }]);
  });

  test('wait at the desk while the server is away', async () => {
    const desk = await openDesk(fresh, 'sok.dara');
    let away = true;
    const call: typeof desk.call = (operation, input) =>
      away ? Promise.reject(new Error('away')) : desk.call(operation, input);
    const keeper = makeDraftKeeper(() => ({ ...desk, call }));
    keeper.note('a', { text: 'typed on the bus' });
    await keeper.flush();
    away = false;
    await keeper.flush();
    expect(await (await keeperOf('sok.dara')).read()).toEqual([{ place: 'a', value: { text: 'typed on the bus' } }]);
  });

  test('of whose arrival nothing was heard are gone on with, and done with', async () => {
    const desk = await openDesk(fresh, 'sok.dara');
    let isHeard = false;
    const call: typeof desk.call = async (operation, input) => {
      const answer = await desk.call(operation, input);
      if (!isHeard) throw new Error('the line dropped');
      return answer;
    };
    const keeper = makeDraftKeeper(() => ({ ...desk, call }));
    keeper.note('a', { text: '1' });
    await keeper.flush();
    isHeard = true;
    keeper.note('a', { text: '2' });
    await keeper.flush();
    expect(await query(fresh.database.db)`select from drafts`).toHaveLength(1);
    keeper.note('a', undefined);
    await keeper.flush();
    expect(await query(fresh.database.db)`select from drafts`).toEqual([]);
  });

  test('cannot be read, overwritten or dropped by anybody else', async () => {
    const mine = await fresh.as('sok.dara');
    const draftId = DraftId.parse(crypto.randomUUID());
    const sealed = sealedWords();
    await mine(storeDraft, { params: { draftId }, body: { sealed, over: [] } });
    const theirs = await fresh.as('chan.lina');
    const others = sealedWords();
    await theirs(storeDraft, { params: { draftId }, body: { sealed: others, over: [sealed.nonce] } });
    const over = [sealed, others].map(({ nonce }) => toBase64url(nonce)).join('.');
    await theirs(dropDraft, { params: { draftId }, query: { over } });
    expect((await mine(listDrafts)).drafts).toEqual([{ draftId, sealed }]);
    expect((await theirs(listDrafts)).drafts).toEqual([]);
  });

  test('are as many as a person can have begun, and no more', async () => {
    const call = await fresh.as('sok.dara');
    const ids = Array.from({ length: MOST_DRAFTS }, () => DraftId.parse(crypto.randomUUID()));
    for (const draftId of ids)
      await call(storeDraft, { params: { draftId }, body: { sealed: sealedWords(), over: [] } });
    const more = call(storeDraft, {
      params: { draftId: DraftId.parse(crypto.randomUUID()) },
      body: { sealed: sealedWords(), over: [] },
    });
    await expect(more).rejects.toMatchObject({ code: 'too_large' });
    const [first] = ids;
    // What is kept already may go on.
    const [{ draftId, sealed } = { draftId: first, sealed: sealedWords() }] = (await call(listDrafts)).drafts;
    const again = { sealed: sealedWords(), over: [sealed.nonce] };
    if (draftId !== undefined) await call(storeDraft, { params: { draftId }, body: again });
    expect((await call(listDrafts)).drafts).toHaveLength(MOST_DRAFTS);
  });

  test('are forgotten after a fortnight', async () => {
    const keeper = await keeperOf('sok.dara');
    keeper.note('a', { text: 'begun' });
    await keeper.flush();
    fresh.clock.now += 14 * DAY;
    await sweep(fresh.database.db, () => fresh.clock.now);
    expect(await query(fresh.database.db)`select from drafts`).toHaveLength(1);
    fresh.clock.now += DAY;
    await sweep(fresh.database.db, () => fresh.clock.now);
    expect(await query(fresh.database.db)`select from drafts`).toEqual([]);
  });

  test('go with whoever leaves, and a colleague’s stay', async () => {
    for (const handle of ['sok.dara', 'chan.lina'] as const) {
      const keeper = await keeperOf(handle);
      keeper.note('a', { text: 'begun' });
      await keeper.flush();
    }
    const body = await renewAs(fresh, 'ly.bopha', {
      parts: [await partWith(fresh, 'sok.dara', { status: 'suspended' })],
    });
    await (
      await fresh.as('ly.bopha')
    )(publishKeyring, { body });
    const kept = await query(fresh.database.db)<{ member_id: string }>`select member_id from drafts`;
    expect(kept.map((row) => row.member_id)).toEqual([fresh.people['chan.lina'].id]);
  });
});
