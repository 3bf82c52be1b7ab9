import { listCases, readCase } from '@romduol/shared/api/cases';
import { publishKeyring, readKeyringHistory } from '@romduol/shared/api/keyring';
import { listStatements, publishStatement } from '@romduol/shared/api/statements';
import type { CaseId } from '@romduol/shared/ids';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { removeReader } from '@romduol/web/desk/change-readers';
import { confirmKeyring } from '@romduol/web/desk/confirm';
import type { Desk } from '@romduol/web/desk/desk';
import { refreshKeyring } from '@romduol/web/desk/keyring-work';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { compareSeen, stateSeen } from '@romduol/web/desk/statements';
import { tendAll } from '@romduol/web/desk/tend-cases';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import { partWith, renewAs } from '../renew-keyring.ts';

const DAY = 86_400_000;

describe.each(mainKinds)('what members state of cases, on %s', (kind) => {
  let fresh: FreshApp;
  beforeAll(async () => {
    fresh = await freshApp(kind);
  });
  afterAll(() => fresh.close());

  const handIn = async (): Promise<CaseId> =>
    (await handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] })).caseId;
  const note = (desk: Desk, caseId: CaseId) => recordEntry(desk, caseId, { kind: 'note', text: 'a note' });
  const desk = (handle: Parameters<typeof openDesk>[1]) => openDesk(fresh, handle);

  /** A desk whose server answers some calls as it did at an earlier moment, or otherwise. */
  const deceived = (honest: Desk, answers: ReadonlyMap<unknown, unknown>): Desk => ({
    ...honest,
    caseKeys: new Map(),
    seen: new Map(),
    listed: new Map(),
    call: ((operation: unknown, input: unknown) =>
      answers.has(operation)
        ? Promise.resolve(answers.get(operation))
        : honest.call(operation as never, input as never)) as never,
  });

  test('are signed at lock when something is new, and once a day otherwise', async () => {
    const dara = await desk('sok.dara');
    const caseId = await handIn();
    expect((await tendAll(dara, null)).mark?.number).toBe(1);
    expect((await tendAll(dara, null)).mark).toBeNull();
    expect(await stateSeen(dara, { daily: false })).toBeNull();
    await note(dara, caseId);
    const mark = await stateSeen(dara, { daily: false });
    expect(mark?.number).toBe(2);
    expect(await stateSeen(dara, { daily: false })).toBeNull();
    fresh.clock.now += DAY;
    const next = await desk('sok.dara');
    expect((await tendAll(next, mark)).mark?.number).toBe(3);
    const { statements } = await next.call(listStatements);
    expect(statements.map(({ number, whole }) => [number, whole])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    // Nothing in them names the case.
    expect(statements.map(({ statement }) => new TextDecoder().decode(statement)).join()).not.toContain(caseId);
  });

  test('a summary, and with it a case, that is served as it was earlier is reported, with who had seen more', async () => {
    const [lina, sopheap] = [await desk('chan.lina'), await desk('vann.sopheap')];
    const caseId = await handIn();
    await note(lina, caseId);
    const early = await sopheap.call(listCases, { query: { limit: 500 } });
    await note(lina, caseId);
    await readQueue(lina);
    await compareSeen(lina, null);
    await stateSeen(lina, { daily: false });
    const about = async (on: Desk) => {
      await readQueue(on);
      return (await compareSeen(on, null)).filter((one) => 'caseId' in one && one.caseId === caseId);
    };
    expect(await about(deceived(sopheap, new Map([[listCases, early]])))).toEqual([
      { kind: 'case_behind', caseId, by: 'chan.lina' },
    ]);
    expect(await about(deceived(sopheap, new Map()))).toEqual([]);
  });

  test('what a colleague writes and states while the queue is read is no trouble', async () => {
    const [lina, sopheap] = [await desk('chan.lina'), await desk('vann.sopheap')];
    const caseId = await handIn();
    await note(lina, caseId);
    await readQueue(lina);
    await compareSeen(lina, null);
    let meanwhile: Promise<unknown> | undefined;
    const reading: Desk = {
      ...sopheap,
      call: (async (operation: unknown, input: unknown) => {
        const answer = await sopheap.call(operation as never, input as never);
        if (operation === listCases)
          await (meanwhile ??= note(lina, caseId).then(() => stateSeen(lina, { daily: false })));
        return answer;
      }) as never,
    };
    const { troubles } = await tendAll(reading, null);
    expect(troubles.filter((one) => 'caseId' in one && one.caseId === caseId)).toEqual([]);
    expect((await meanwhile) ?? null).not.toBeNull();
  });

  test('a case served as before somebody was taken off is reported, and nothing is written to it', async () => {
    const [lina, sopheap] = [await desk('chan.lina'), await desk('vann.sopheap')];
    const dara = await desk('sok.dara');
    const caseId = await handIn();
    await note(dara, caseId);
    const early = await dara.call(readCase, { params: { caseId } });
    await openCase(dara, caseId);
    await removeReader(sopheap, caseId, lina.member.id);
    await openCase(dara, caseId);
    // Within one sitting the desk needs nobody else's word.
    const sameSitting: Desk = { ...dara, call: (() => Promise.resolve(early)) as never };
    expect(await outcomeOf(openCase(sameSitting, caseId))).toBe('case_rolled_back');
    expect(await outcomeOf(note(sameSitting, caseId))).toBe('case_rolled_back');
    await readQueue(sopheap);
    await compareSeen(sopheap, null);
    await stateSeen(sopheap, { daily: false });
    const later = deceived(await desk('sok.dara'), new Map([[readCase, early]]));
    await openCase(later, caseId);
    expect(await compareSeen(later, null)).toContainEqual({ kind: 'case_behind', caseId, by: 'vann.sopheap' });
  });

  test('one’s own last statement is missed by the device that remembers it', async () => {
    const lina = await desk('chan.lina');
    const caseId = await handIn();
    await note(lina, caseId);
    await readQueue(lina);
    await compareSeen(lina, null);
    const mark = await stateSeen(lina, { daily: true });
    const { statements } = await lina.call(listStatements);
    const without = statements.filter(({ member, number }) => member !== lina.member.id || number !== mark?.number);
    const troublesOf = async (on: Desk, device = mark) => (await compareSeen(on, device)).map(({ kind: what }) => what);
    expect(await troublesOf(lina)).not.toContain('own_statement_missing');
    expect(await troublesOf(deceived(lina, new Map([[listStatements, { statements: without }]])))).toContain(
      'own_statement_missing',
    );
    const another = { number: mark?.number ?? 0, hash: toBase64url(new Uint8Array(32)) };
    expect(await troublesOf(lina, another)).toContain('own_statement_missing');
    // One that was cut out of the middle, or changed, breaks its member's chain.
    const [first] = statements.filter(({ member }) => member !== lina.member.id);
    const changed = statements.map((one) =>
      one === first ? { ...one, signature: one.signature.map((byte) => byte ^ 1) } : one,
    );
    expect(await troublesOf(deceived(lina, new Map([[listStatements, { statements: changed }]])))).toContain(
      'statements_broken',
    );
  });

  test('they carry the list of members that was confirmed; a later or another one than served is reported', async () => {
    const [lina, sopheap] = [await desk('chan.lina'), await desk('vann.sopheap')];
    const body = await renewAs(fresh, 'ly.bopha', {
      parts: [await partWith(fresh, 'noy.kosal', { status: 'suspended' })],
    });
    await (
      await fresh.as('ly.bopha')
    )(publishKeyring, { body });
    await refreshKeyring(lina);
    const dara = await desk('sok.dara');
    await confirmKeyring(dara);
    const caseId = await handIn();
    const state = async (): Promise<number | undefined> => {
      await note(dara, caseId);
      await readQueue(lina);
      await compareSeen(lina, null);
      expect(await stateSeen(lina, { daily: false })).not.toBeNull();
      return lina.stated?.last.keyringVersion;
    };
    // Seen, and not yet confirmed.
    expect([await state(), lina.keyring.version]).toEqual([1, 2]);
    await confirmKeyring(lina);
    expect(await state()).toBe(2);
    const about = async (on: Desk) =>
      (await compareSeen(on, null)).filter(({ kind: what }) => what.startsWith('keyring'));
    const withheld = deceived(sopheap, new Map([[readKeyringHistory, { files: [] }]]));
    expect(await about(withheld)).toEqual([{ kind: 'keyring_behind', by: 'chan.lina' }]);
    expect(await about(sopheap)).toEqual([]);
    expect(sopheap.keyring.version).toBe(2);
    const another = { ...sopheap.keyring, hash: new Uint8Array(32) };
    const forked = { ...sopheap, keyrings: new Map([...sopheap.keyrings, [2, another]]) };
    expect(await about(forked)).toEqual([{ kind: 'keyring_differs', by: 'chan.lina' }]);
  });

  test('the server takes only the next of the caller’s own', async () => {
    const dara = await desk('sok.dara');
    const { statements } = await dara.call(listStatements);
    const own = statements.filter(({ member }) => member === dara.member.id).at(-1);
    const other = statements.find(({ member }) => member !== dara.member.id);
    if (own === undefined || other === undefined) throw new Error('nothing stated');
    expect(await outcomeOf(dara.call(publishStatement, { body: own }))).toBe('sequence_taken');
    expect(await outcomeOf(dara.call(publishStatement, { body: other }))).toBe('bad_input');
    expect(await outcomeOf(dara.call(publishStatement, { body: { ...own, whole: !own.whole } }))).toBe('bad_input');
  });
});
