import { listCases, readCase } from '@romduol/shared/api/cases';
import type { Answer, Input } from '@romduol/shared/api/contract';
import { publishKeyring } from '@romduol/shared/api/keyring';
import { publishStatement } from '@romduol/shared/api/statements';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { addReader, declareConflict, removeReader } from '@romduol/web/desk/change-readers';
import { readConversation } from '@romduol/web/desk/conversation';
import type { Desk } from '@romduol/web/desk/desk';
import { refreshKeyring } from '@romduol/web/desk/keyring-work';
import { standsStill } from '@romduol/web/desk/kept-log';
import { openCase } from '@romduol/web/desk/open-case';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { tendAll } from '@romduol/web/desk/tend-cases';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import { renewAs } from '../renew-keyring.ts';

type Served = Answer<typeof readCase>;
type Asked = { readonly from: number | undefined; readonly entries: number };

describe.each(mainKinds)('a case that was read before is read further, on %s', (kind) => {
  let fresh: FreshApp;
  let dara: Desk;
  let lina: Desk;
  let sopheap: Desk;
  /** What dara's desk has asked for of cases, and how many entries it was served. */
  let asked: Asked[];
  /** What the server makes of an answer to dara. */
  let tamper: (served: Served) => Served;
  beforeAll(async () => {
    fresh = await freshApp(kind);
    const honest = await openDesk(fresh, 'sok.dara');
    const listening = async (operation: unknown, input: Partial<Input<typeof readCase>>): Promise<unknown> => {
      const answer: unknown = await honest.call(operation as never, input as never);
      if (operation !== readCase) return answer;
      const served = tamper(answer as Served);
      asked.push({ from: input.query?.from, entries: served.entries.length });
      return served;
    };
    dara = { ...honest, call: listening as never };
    lina = await openDesk(fresh, 'chan.lina');
    sopheap = await openDesk(fresh, 'vann.sopheap');
  });
  afterAll(() => fresh.close());
  beforeEach(() => {
    asked = [];
    tamper = (served) => served;
  });

  const handIn = async (): Promise<CaseId> =>
    (await handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] })).caseId;
  const note = (desk: Desk, caseId: CaseId, text = 'a note') => recordEntry(desk, caseId, { kind: 'note', text });
  /** A case of three entries that dara's desk has read. */
  const readOnce = async (): Promise<CaseId> => {
    const caseId = await handIn();
    for (const text of ['one', 'two', 'three']) await note(lina, caseId, text);
    await openCase(dara, caseId);
    asked = [];
    return caseId;
  };

  test('its conversation, and whatever else asks for it, is served its last entry alone', async () => {
    const caseId = await readOnce();
    await readConversation(dara, caseId);
    await openCase(dara, caseId);
    expect(asked).toEqual([
      { from: 3, entries: 1 },
      { from: 3, entries: 1 },
    ]);
    await note(lina, caseId);
    expect((await openCase(dara, caseId)).entries).toHaveLength(4);
    expect(asked.at(-1)).toEqual({ from: 3, entries: 2 });
  });

  // While there are fewer cases than are looked at by chance.
  test('and behind the screens it is read whole, each piece once nobody waits for anything', async () => {
    await readOnce();
    const pieces: unknown[] = [];
    const call = (operation: unknown, input: unknown): unknown => {
      if ([listCases, readCase, publishStatement].includes(operation as never)) pieces.push(operation);
      return dara.call(operation as never, input as never);
    };
    await tendAll({ ...dara, call: call as never }, null, { atRest: async () => void pieces.push('at rest') });
    expect(asked).toContainEqual({ from: undefined, entries: 3 });
    expect(asked.map(({ from }) => from)).toEqual(asked.map(() => undefined));
    expect(new Set(pieces)).toEqual(new Set(['at rest', listCases, readCase, publishStatement]));
    expect(pieces.filter((piece, at) => piece !== 'at rest' && pieces[at - 1] !== 'at rest')).toEqual([]);
  });

  test('whatever was written in between, by whomever and under whichever key, it is the case that a new desk reads', async () => {
    const acts = {
      read: () => readConversation(dara, caseId),
      noteOwn: () => note(dara, caseId, 'mine'),
      noteTheirs: () => note(lina, caseId, 'theirs'),
      taken: () => removeReader(sopheap, caseId, lina.member.id),
      brought: () => addReader(sopheap, caseId, lina.member.id),
    };
    let caseId: CaseId;
    const names = fc.constantFrom('read', 'noteOwn', 'noteTheirs', 'taken', 'brought');
    await fc.assert(
      fc.asyncProperty(fc.array(names, { minLength: 2, maxLength: 7 }), async (steps) => {
        caseId = await handIn();
        await openCase(dara, caseId);
        for (const step of steps) {
          // Refused where she reads it already, or no longer.
          await acts[step]().catch(() => undefined);
          const { wrapKept: _, ...further } = await openCase(dara, caseId);
          const { wrapKept: __, ...whole } = await openCase({ ...dara, caseKeys: new Map(), logs: new Map() }, caseId);
          expect(further).toEqual(whole);
        }
      }),
      { numRuns: 12 },
    );
    expect(asked.some(({ from = 1 }) => from > 1)).toBe(true);
  });

  test('served without its last entry, or with another in that place, it is refused as rolled back', async () => {
    const caseId = await readOnce();
    const other = await readOnce();
    const { entries } = await lina.call(readCase, { params: { caseId: other } });
    for (const end of [[], entries.slice(2), entries.slice(0, 1)]) {
      await openCase(dara, caseId);
      tamper = (served) => ({ ...served, entries: end });
      expect(await outcomeOf(openCase(dara, caseId))).toBe('case_rolled_back');
      tamper = (served) => served;
    }
  });

  test('what follows is verified like the rest', async () => {
    const caseId = await readOnce();
    await note(lina, caseId, 'four');
    await note(lina, caseId, 'five');
    for (const [change, code] of [
      [([last, four]: Served['entries']) => [last, four, four], 'chain_broken'],
      [([last, , five]: Served['entries']) => [last, five], 'chain_broken'],
      [
        ([last, four, five]: Served['entries']) => [
          last,
          four && { ...four, sealed: { ...four.sealed, ciphertext: four.sealed.ciphertext.map((byte) => byte ^ 1) } },
          five,
        ],
        'damaged',
      ],
      [
        ([last, four, five]: Served['entries']) => [last, four && { ...four, author: sopheap.member.id }, five],
        'damaged',
      ],
    ] as const) {
      tamper = (served) => ({ ...served, entries: change(served.entries) as Served['entries'] });
      expect(await outcomeOf(openCase(dara, caseId))).toBe(code);
      // After a refusal nothing is taken as verified: what was kept is read anew.
      expect(dara.logs.has(caseId)).toBe(false);
      tamper = (served) => ({ ...served, entries: served.entries.slice(0, 3) });
      await openCase(dara, caseId);
    }
  });

  test('two are kept, and none that may not be read any more', async () => {
    const [first, second, third] = [await readOnce(), await readOnce(), await readOnce()];
    expect([...dara.logs.keys()]).toEqual([second, third]);
    await openCase(dara, second);
    await openCase(dara, first);
    expect([...dara.logs.keys()]).toEqual([second, first]);
    await removeReader(sopheap, first, dara.member.id);
    expect(await outcomeOf(openCase(dara, first))).toBe('not_found');
    expect([...dara.logs.keys()]).toEqual([second]);
    const about = { who: 'member', member: dara.member.id } as const;
    await declareConflict(dara, second, { kind: 'conflict_declared', about, reason: 'a cousin' });
    expect([...dara.logs.keys()]).toEqual([]);
  });

  test('what was verified stands for no other team, keyring, key or grant than it was verified by', async () => {
    const caseId = await readOnce();
    await removeReader(sopheap, caseId, lina.member.id);
    const { stored, held } = await openCase(dara, caseId);
    const known = dara.logs.get(caseId)!;
    expect(standsStill(dara, stored, held, known)).toBe(true);
    const other = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 1);
    const grants = held.grants.map((grant) => ({ ...grant, hash: other(grant.hash) }));
    for (const [what, under] of [
      [{ ...stored, team: 'siem-reap' as TeamId }, held],
      [{ ...stored, keyringVersion: stored.keyringVersion + 1 }, held],
      [stored, { ...held, all: held.all.map(other) }],
      [stored, { ...held, grants }],
    ] as const)
      expect(standsStill(dara, what, under, known)).toBe(false);
  });

  test('with another report under it, or under another keyring, all of it is read again', async () => {
    const caseId = await readOnce();
    tamper = (served) => ({ ...served, report: { ...served.report, kids: served.report.kids.slice(1) } });
    expect(await outcomeOf(openCase(dara, caseId))).toBe('chain_broken');
    expect(asked.map(({ from }) => from)).toEqual([3, undefined]);
    tamper = (served) => served;
    await openCase(dara, caseId);
    asked = [];
    await (
      await fresh.as('ly.bopha')
    )(publishKeyring, { body: await renewAs(fresh, 'ly.bopha') });
    await refreshKeyring(dara);
    await openCase(dara, caseId);
    await openCase(dara, caseId);
    expect(asked).toEqual([
      { from: 3, entries: 1 },
      { from: undefined, entries: 3 },
      { from: 3, entries: 1 },
    ]);
  });
});
