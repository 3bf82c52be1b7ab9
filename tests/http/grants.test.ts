import { listDirectory, storeDirectoryEntry } from '@romduol/shared/api/directory';
import { type GrantPurpose, listGrants, publishGrant } from '@romduol/shared/api/grants';
import type { DirectoryEntryId } from '@romduol/shared/ids';
import { openGrant, openGrantedKey, signGrant } from '@romduol/shared/sealing/grant';
import { sodium } from '@romduol/shared/sealing/sodium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { type FreshApp, freshApp } from './fresh-app.ts';
import type { Handle } from './people.ts';

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  function sign(
    author: Handle,
    recipients: readonly Handle[],
    {
      purpose = 'directory',
      objectId = 'rainbow',
      epoch = 1,
      more = {},
    }: { purpose?: GrantPurpose; objectId?: string; epoch?: number; more?: object } = {},
  ) {
    const key = sodium().randomBytes(32);
    const signed = signGrant({
      purpose,
      objectId,
      epoch,
      key,
      previousCommit: null,
      recipients: recipients.map((handle) => fresh.people[handle].identity.kem.publicKey),
      keyringVersion: fresh.keyring().version,
      keyringHash: fresh.keyring().hash,
      author: fresh.people[author].id,
      signing: fresh.people[author].identity.signing,
      ...more,
    });
    return { key, body: signed };
  }

  test('a granted key reaches its recipients, each by their own slot, and no other organisation', async () => {
    const { key, body } = sign('ly.bopha', ['ly.bopha', 'sok.dara', 'vann.sopheap']);
    await (
      await fresh.as('ly.bopha')
    )(publishGrant, { body });
    const query = { purpose: 'directory' } as const;
    const read = async (handle: Handle) => (await (await fresh.as(handle))(listGrants, { query })).grants;
    const [held] = await read('sok.dara');
    if (held?.slot == null) throw new Error('no slot');
    const verified = openGrant(held.grant, null, fresh.people['ly.bopha'].identity.signing.publicKey);
    expect(openGrantedKey(verified, [held.slot], fresh.people['sok.dara'].identity.kem)).toEqual(key);
    expect((await read('keo.rith')).map(({ slot }) => slot)).toEqual([null]);
    expect(await read('tep.srey')).toEqual([]);
  });

  test('epochs follow one another, and each is granted once', async () => {
    const call = await fresh.as('heng.vuth');
    const grant = (epoch: number) =>
      call(publishGrant, { body: sign('heng.vuth', ['tep.srey'], { objectId: 'micro', epoch }).body });
    await expect(grant(2)).rejects.toMatchObject({ code: 'sequence_taken' });
    const at_once = await Promise.allSettled([grant(1), grant(1)]);
    expect(at_once.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(grant(1)).rejects.toMatchObject({ code: 'sequence_taken' });
    await grant(2);
  });

  test('refuses grants by whom, for what, or to whom they must not be made', async () => {
    const publish = async (by: Handle, made: ReturnType<typeof sign>) =>
      (await fresh.as(by))(publishGrant, { body: made.body }).then(
        () => 'published',
        (error: { code: string }) => error.code,
      );
    const dara = fresh.people['sok.dara'].id;
    const statistics = { purpose: 'statistics', objectId: dara } as const;
    const own = ['sok.dara', 'vann.sopheap'] as const;
    // Signed by another; not theirs to give; another's key; another organisation's directory.
    expect(await publish('ly.bopha', sign('sok.dara', ['ly.bopha']))).toBe('forbidden');
    expect(await publish('sok.dara', sign('sok.dara', ['sok.dara']))).toBe('forbidden');
    expect(await publish('chan.lina', sign('chan.lina', ['vann.sopheap'], statistics))).toBe('forbidden');
    expect(await publish('ly.bopha', sign('ly.bopha', ['tep.srey'], { objectId: 'micro' }))).toBe('forbidden');
    // To a colleague who does not publish; to another organisation's publisher; to an auditor.
    expect(await publish('sok.dara', sign('sok.dara', ['chan.lina'], statistics))).toBe('bad_input');
    expect(await publish('sok.dara', sign('sok.dara', ['ros.chenda'], statistics))).toBe('bad_input');
    expect(await publish('ly.bopha', sign('ly.bopha', ['pich.rany'], { epoch: 2 }))).toBe('bad_input');
    // Under a keyring that is not in force; with other slots than were signed; a case's key, which no member grants alone.
    expect(await publish('sok.dara', sign('sok.dara', own, { ...statistics, more: { keyringVersion: 2 } }))).toBe(
      'keyring_outdated',
    );
    const good = sign('sok.dara', own, statistics);
    const other = sign('sok.dara', own, statistics);
    expect(await publish('sok.dara', { ...good, body: { ...good.body, slots: other.body.slots } })).toBe('bad_input');
    expect(await publish('sok.dara', sign('sok.dara', own, { purpose: 'case', objectId: crypto.randomUUID() }))).toBe(
      'forbidden',
    );
    // The control.
    expect(await publish('sok.dara', good)).toBe('published');
  });

  test('the directory keeps the newest revision, in order, within one organisation', async () => {
    const entryId = crypto.randomUUID() as DirectoryEntryId;
    const make = (revision: number) => ({
      entryId,
      revision,
      epoch: 1,
      sealed: { nonce: sodium().randomBytes(24), ciphertext: sodium().randomBytes(1040) },
    });
    const call = await fresh.as('sok.dara');
    const store = (entry: ReturnType<typeof make>) => call(storeDirectoryEntry, { params: { entryId }, body: entry });
    await expect(store(make(2))).rejects.toMatchObject({ code: 'sequence_taken' });
    await store(make(1));
    await expect(store(make(1))).rejects.toMatchObject({ code: 'sequence_taken' });
    await expect(store(make(3))).rejects.toMatchObject({ code: 'sequence_taken' });
    const second = make(2);
    await store(second);
    expect((await (await fresh.as('noy.kosal'))(listDirectory)).entries).toEqual([second]);
    expect((await (await fresh.as('tep.srey'))(listDirectory)).entries).toEqual([]);
    const other = { ...make(1), entryId: crypto.randomUUID() as DirectoryEntryId };
    await expect(store(other)).rejects.toMatchObject({ code: 'bad_input' });
  });
});
