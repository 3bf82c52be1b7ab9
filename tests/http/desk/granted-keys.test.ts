import { listDirectory } from '@romduol/shared/api/directory';
import { listGrants, publishGrant } from '@romduol/shared/api/grants';
import { publishKeyring } from '@romduol/shared/api/keyring';
import { readGrant, signGrant } from '@romduol/shared/sealing/grant';
import { addSignature } from '@romduol/shared/sealing/keyring-signing';
import { keyId } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { confirmKeyring } from '@romduol/web/desk/confirm';
import type { Desk } from '@romduol/web/desk/desk';
import { readDirectory, saveDirectoryEntries } from '@romduol/web/desk/directory';
import { ownStatisticsKey, readGrants } from '@romduol/web/desk/granted-keys';
import { startWork } from '@romduol/web/desk/start-work';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { place, placeId } from '../../unit/casework/sample-case.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { openDesk } from '../open-desk.ts';
import type { Handle } from '../people.ts';
import { partWith, renewAs, signerOf } from '../renew-keyring.ts';

describe.each(mainKinds)('keys of the directory and of coded records, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const at = async (handle: Handle): Promise<Desk> => {
    const desk = await openDesk(fresh, handle);
    await confirmKeyring(desk);
    await startWork(desk);
    return desk;
  };
  /** Publishes the keyring with a member changed, seconded where that is asked for. */
  async function change(handle: Handle, to: object, second?: Handle): Promise<void> {
    const file = await renewAs(fresh, 'ly.bopha', { parts: [await partWith(fresh, handle, to)] });
    const organisation = fresh.people[handle].organisation;
    const body = second === undefined ? file : addSignature(file, organisation, signerOf(fresh, second));
    await (
      await fresh.as('ly.bopha')
    )(publishKeyring, { body });
  }
  const kidOf = (handle: Handle): string =>
    Buffer.from(keyId(fresh.people[handle].identity.kem.publicKey)).toString('hex');
  const namedIn = async (desk: Desk, purpose: 'directory' | 'statistics') =>
    (await readGrants(desk, purpose)).map(({ grant }) => grant.kids.map((kid) => Buffer.from(kid).toString('hex')));
  const stored = async (desk: Desk) =>
    (await desk.call(listDirectory)).entries.map(({ epoch, revision }) => [epoch, revision]);

  test('when somebody leaves, an administrator’s desk draws the next and seals the whole directory under it', async () => {
    await at('ly.bopha');
    const dara = await at('sok.dara');
    await saveDirectoryEntries(
      dara,
      [1, 2, 3].map((n) => place(n)),
      [],
    );
    expect(await stored(dara)).toEqual([1, 2, 3].map(() => [1, 1]));
    expect((await namedIn(dara, 'directory'))[0]).toContain(kidOf('chan.lina'));
    await change('chan.lina', { status: 'suspended' });

    // Nobody draws one before having looked at who has left.
    const unconfirmed = await openDesk(fresh, 'ly.bopha');
    await startWork(unconfirmed);
    await readDirectory(unconfirmed);
    expect(await namedIn(unconfirmed, 'directory')).toHaveLength(1);
    const bopha = await at('ly.bopha');
    const named = await namedIn(bopha, 'directory');
    expect(named).toHaveLength(2);
    expect(named[1]).not.toContain(kidOf('chan.lina'));
    expect(named[1]).toContain(kidOf('sok.dara'));
    expect(await stored(bopha)).toEqual([1, 2, 3].map(() => [2, 2]));
    // Once is enough.
    await at('ly.bopha');
    expect(await stored(bopha)).toEqual([1, 2, 3].map(() => [2, 2]));

    // A desk that was open all the while goes on, under the new key.
    expect(await readDirectory(dara)).toHaveLength(3);
    await saveDirectoryEntries(dara, [place(4)], []);
    expect((await stored(dara)).at(-1)).toEqual([2, 1]);
  });

  test('whoever comes is given it, and with it what was written before', async () => {
    await change('chan.lina', { status: 'active' }, 'vann.sopheap');
    const lina = await openDesk(fresh, 'chan.lina');
    expect(await outcomeOf(readDirectory(lina))).toBe('no_directory_key');
    await at('ly.bopha');
    const entries = await readDirectory(await openDesk(fresh, 'chan.lina'));
    expect(entries.map(({ entryId }) => entryId)).toEqual([1, 2, 3, 4].map(placeId));
    // Where the administrator's desk ended half way, anybody's who may write goes on.
    const dara = await at('sok.dara');
    await change('noy.kosal', { status: 'suspended' });
    const bopha = await openDesk(fresh, 'ly.bopha');
    await confirmKeyring(bopha);
    const broken: Desk = {
      ...bopha,
      call: ((operation: unknown, input: unknown) =>
        operation === listDirectory
          ? Promise.resolve({ entries: [] })
          : bopha.call(operation as never, input as never)) as never,
    };
    await startWork(broken);
    expect(new Set((await stored(dara)).map(([epoch]) => epoch))).toEqual(new Set([3]));
    const next = await at('sok.dara');
    expect(await readDirectory(next)).toHaveLength(4);
    expect(new Set((await stored(next)).map(([epoch]) => epoch))).toEqual(new Set([4]));
  });

  test('grants that are backdated, name strangers or are by somebody without standing are refused', async () => {
    const dara = await at('sok.dara');
    const { grants } = await dara.call(listGrants, { query: { purpose: 'directory' } });
    const newest = Math.max(...grants.map(({ grant }) => readGrant(grant, null).epoch));
    const forge = (by: Handle, to: Handle, version: number) => {
      const { hash } = dara.keyrings.get(version) ?? dara.keyring;
      const { grant, slots } = signGrant({
        purpose: 'directory',
        objectId: fresh.people['ly.bopha'].organisation,
        epoch: newest + 1,
        key: sodium().randomBytes(32),
        previousCommit: null,
        recipients: [fresh.people['sok.dara'], fresh.people[to]].map(({ identity }) => identity.kem.publicKey),
        keyringVersion: version,
        keyringHash: hash,
        author: fresh.people[by].id,
        signing: fresh.people[by].identity.signing,
      });
      const [slot] = slots.filter((one) => Buffer.from(one.slice(0, 16)).toString('hex') === kidOf('sok.dara'));
      return { grant, slot: slot ?? null };
    };
    const served = (more: ReturnType<typeof forge>): Desk => ({
      ...dara,
      grantedKeys: new Map(),
      call: (async (operation: unknown, input: unknown) =>
        operation === listGrants
          ? { grants: [...grants, more] }
          : dara.call(operation as never, input as never)) as never,
    });
    const reasonOf = (desk: Desk): Promise<string> =>
      readGrants(desk, 'directory').then(
        () => 'taken',
        ({ reason }: { reason: string }) => reason,
      );
    const now = dara.keyring.version;
    expect(await reasonOf(served(forge('ly.bopha', 'chan.lina', now)))).toBe('taken');
    expect(await reasonOf(served(forge('ly.bopha', 'chan.lina', 1)))).toBe('grant_backdated');
    expect(await reasonOf(served(forge('ly.bopha', 'heng.vuth', now)))).toBe('grant_to_a_stranger');
    expect(await reasonOf(served(forge('ly.bopha', 'noy.kosal', now)))).toBe('grant_to_a_stranger');
    expect(await reasonOf(served(forge('chan.lina', 'chan.lina', now)))).toBe('grant_without_standing');
    expect(await reasonOf(served(forge('heng.vuth', 'chan.lina', now)))).toBe('grant_without_standing');
    // And the server takes none of an earlier list of members.
    const { grant, slot } = forge('ly.bopha', 'sok.dara', 1);
    const body = { grant, slots: slot === null ? [] : [slot] };
    expect(await outcomeOf((await fresh.as('ly.bopha'))(publishGrant, { body }))).not.toBe('done');
  });

  test('an author’s next records are sealed for the publishers of now', async () => {
    const dara = await at('sok.dara');
    expect((await ownStatisticsKey(dara)).epoch).toBe(1);
    await change('meas.phalla', { publisher: false });
    expect((await ownStatisticsKey(dara)).epoch).toBe(1);
    const next = await at('sok.dara');
    expect((await ownStatisticsKey(next)).epoch).toBe(2);
    expect((await ownStatisticsKey(next)).epoch).toBe(2);
    const sopheap = await openDesk(fresh, 'vann.sopheap');
    const [first, second] = await namedIn(sopheap, 'statistics');
    expect(first).toContain(kidOf('meas.phalla'));
    expect(second?.toSorted()).toEqual([kidOf('sok.dara'), kidOf('vann.sopheap')].toSorted());
  });
});
