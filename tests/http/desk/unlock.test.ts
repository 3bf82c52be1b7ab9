import { listCases } from '@romduol/shared/api/cases';
import { listDrafts } from '@romduol/shared/api/drafts';
import { readConfirmation, readKeyringHistory } from '@romduol/shared/api/keyring';
import { listStatements } from '@romduol/shared/api/statements';
import { deriveRoot } from '@romduol/shared/sealing/identity';
import { keysWithoutReceipt } from '@romduol/server/demo/send-report';
import type { Caller } from '@romduol/web/desk/caller';
import { makeActs } from '@romduol/web/desk/make-acts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

describe('unlocking', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('pglite', '2026-06-01');
    await office.reporter.send(
      { answers: { narrative: 'They shouted.', province: 'KH-12' }, contact: {} } as never,
      keysWithoutReceipt(),
    );
  }, 120_000);
  afterAll(() => office.close());

  /** A console that was locked, on the same session; what it asked for, in two parts: before the root was there, and since. */
  async function locked(handle: string) {
    const { call } = office.line();
    const passphrase = office.passphrases.get(handle) ?? '';
    await makeActs({ call, clock: office.clock }).signIn(handle, passphrase);
    const before: string[] = [];
    const since: string[] = [];
    let asked = before;
    let opened = 0;
    const listening: Caller = (operation, input) => {
      asked.push(operation.path);
      return call(operation, input);
    };
    const acts = makeActs({
      call: listening,
      clock: office.clock,
      deriveRoot: async (...given) => {
        // Another worker's half second.
        await new Promise((resolve) => setTimeout(resolve, 50));
        asked = since;
        return deriveRoot(...given);
      },
      onOpen: () => {
        opened += 1;
      },
    });
    return { acts, passphrase, before, since, opened: () => opened };
  }

  test('asks for the sealed list, the keyring and what was confirmed while the passphrase is worked over', async () => {
    const { acts, passphrase, before, since, opened } = await locked('dara');
    await acts.unlock('dara', passphrase, true);
    expect(before).toEqual(expect.arrayContaining([listCases.path, readKeyringHistory.path, readConfirmation.path]));
    expect(opened()).toBe(1);
    const { rows, next } = await acts.queuePage(null);
    expect(rows).toMatchObject([{ problem: null, proposal: { level: expect.any(String) } }]);
    expect(next).toBeNull();
    expect(since).not.toContain(listCases.path);
    // Asked for again, it is fetched again.
    expect((await acts.queuePage(null)).rows).toEqual(rows);
    expect(since).toContain(listCases.path);
  });

  test('opens nothing of what came ahead for a passphrase that is not right', async () => {
    const { acts, before, opened } = await locked('dara');
    await expect(acts.unlock('dara', 'not the right words at all', true)).rejects.toMatchObject({ code: 'damaged' });
    expect(before).toContain(listCases.path);
    expect(opened()).toBe(0);
    await expect(acts.queuePage(null)).rejects.toMatchObject({ code: 'not_a_member' });
  });

  test('asks for no list for whoever has none', async () => {
    const { acts, passphrase, before, since } = await locked('admin');
    await acts.unlock('admin', passphrase, false);
    expect([...before, ...since]).not.toContain(listCases.path);
  });

  test('sees to the cases behind whatever somebody waits for, and waits neither for itself nor for news', async () => {
    const { call } = office.line();
    const asked: string[] = [];
    let come: () => void = () => undefined;
    const drafts = new Promise<void>((resolve) => (come = resolve));
    const slow: Caller = async (operation, input) => {
      asked.push(operation.path);
      if (operation.path === listDrafts.path) await drafts;
      return call(operation, input);
    };
    const acts = makeActs({ call: slow, clock: office.clock });
    await acts.signIn('dara', office.passphrases.get('dara') ?? '');
    void acts.changes();
    const waitedFor = acts.drafts();
    const tended = [acts.tendCases(null), acts.tendCases(null)];
    await expect.poll(() => asked).toContain(listStatements.path);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).not.toContain(listCases.path);
    const from = performance.now();
    come();
    await waitedFor;
    const [one, other] = await Promise.all(tended);
    expect(asked).toContain(listCases.path);
    expect(other).toBe(one);
    // Had each piece stood back as long as it may, it would have taken eight seconds.
    expect(performance.now() - from).toBeLessThan(4_000);
  });
});
