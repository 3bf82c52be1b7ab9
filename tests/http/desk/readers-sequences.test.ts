import fc from 'fast-check';
import { listCases, readCase, storeVaultWrap } from '@romduol/shared/api/cases';
import { readSiteHistory } from '@romduol/shared/api/site';
import { siteHash } from '@romduol/shared/sealing/site-signature';
import { writeOrganisationSettings } from '@romduol/shared/site/organisation-settings';
import { publishKeyring, suspendMember } from '@romduol/shared/api/keyring';
import type { CaseId } from '@romduol/shared/ids';
import { addReader, removeReader } from '@romduol/web/desk/change-readers';
import { confirmKeyring } from '@romduol/web/desk/confirm';
import type { Desk } from '@romduol/web/desk/desk';
import { dueChanges, keepReaders } from '@romduol/web/desk/keep-readers';
import { followSettings, saveSettings } from '@romduol/web/desk/organisation-settings';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { handInFor } from '../hand-in.ts';
import { query } from '../../database/query.ts';
import { openDesk } from '../open-desk.ts';
import { partWith, renewAs } from '../renew-keyring.ts';

const HANDLES = ['sok.dara', 'chan.lina', 'keo.rith', 'vann.sopheap'] as const;
const DAY = 86_400_000;

let fresh: FreshApp;
const desks: Desk[] = [];
beforeAll(async () => {
  fresh = await freshApp('pglite');
  for (const handle of HANDLES) desks.push(await openDesk(fresh, handle));
});
afterAll(() => fresh.close());

/** The supervisor, who changes readers; they stay on the case throughout. */
const SUPERVISOR = 3;
const handIn = async (): Promise<CaseId> =>
  (await handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] })).caseId;

test('whatever is added, removed and written, nothing is lost, who reads reads all, who does not reads no more', async () => {
  const act = fc.record({ member: fc.integer({ min: 0, max: 3 }), what: fc.constantFrom('turn', 'note', 'note') });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
      const caseId = await handIn();
      const readers = new Set([0, 1, SUPERVISOR]);
      const written: string[] = [];
      const kept = new Map<number, object>();
      const supervisor = desks[SUPERVISOR] as Desk;
      /** What a desk makes of the case: its notes, or why it does not open. */
      const read = (desk: Desk): Promise<string[] | string> =>
        openCase(desk, caseId).then(
          ({ case: { notes } }) => notes.map(({ entry }) => (entry.kind === 'note' ? entry.text : '')),
          (refusal: { code: string }) => refusal.code,
        );
      /** The same with everything that the server has now, and the way in that the member had last. */
      const readWithAll = async (desk: Desk, access: object): Promise<string[] | string> => {
        const now = await supervisor.call(readCase, { params: { caseId } });
        const served = { ...now, access: { ...now.access, ...access, grants: now.access.grants } };
        return read({ ...desk, seen: new Map(), caseKeys: new Map(), call: (() => Promise.resolve(served)) as never });
      };
      for (const [at, { member, what }] of acts.entries()) {
        const desk = desks[member] as Desk;
        const reads = readers.has(member);
        if (what === 'note') {
          const outcome = await outcomeOf(recordEntry(desk, caseId, { kind: 'note', text: `note ${at}` }));
          if ((outcome === 'done') !== reads) throw new Error(`a note was answered ${outcome}`);
          written.push(...(reads ? [`note ${at}`] : []));
        } else if (member !== SUPERVISOR) {
          if (reads) kept.set(member, (await desk.call(readCase, { params: { caseId } })).access);
          await (reads ? removeReader : addReader)(supervisor, caseId, desk.member.id);
          if (!readers.delete(member)) readers.add(member);
        }
        for (const [place, one] of desks.entries()) {
          const made = await read(one);
          const withAll = await readWithAll(one, kept.get(place) ?? { slot: null, wrap: null });
          const [honest, dishonest] = readers.has(place) ? [written, null] : ['not_found', 'no_key'];
          expect([made, dishonest === null ? null : withAll]).toEqual([honest, dishonest]);
        }
      }
    }),
    { numRuns: 6 },
  );
});

test('fourteen days after the assignment only those who need to know go on reading; nobody assigned, nobody removed', async () => {
  const [dara, lina, , sopheap] = desks as [Desk, Desk, Desk, Desk];
  const assigned = await handIn();
  const nobodys = await handIn();
  await recordEntry(sopheap, assigned, { kind: 'assigned', member: dara.member.id });
  const start = fresh.clock.now;
  const sees = async (desk: Desk) => (await readQueue(desk)).map(({ caseId }) => caseId);
  const again = async (handle: (typeof HANDLES)[number]) => {
    const desk = await openDesk(fresh, handle);
    return { desk, kept: await keepReaders(desk, await readQueue(desk)) };
  };
  fresh.clock.now = start + 13 * DAY;
  expect((await again('sok.dara')).kept.of).toBe(0);
  fresh.clock.now = start + 14 * DAY;
  // A colleague's desk leaves it alone; the assignee's does it.
  expect((await again('chan.lina')).kept.of).toBe(0);
  const { desk, kept } = await again('sok.dara');
  expect(kept).toEqual({ done: 1, of: 1, failed: [] });
  const left = await openDesk(fresh, 'chan.lina');
  expect(await sees(left)).not.toContain(assigned);
  expect(await sees(left)).toContain(nobodys);
  const { readers, log } = (await openCase(desk, assigned)).case;
  expect([...readers].sort()).toEqual([dara.member.id, sopheap.member.id].sort());
  expect(log.at(-1)?.entry).toMatchObject({ kind: 'readers_changed', why: 'need_to_know' });
  expect((await again('sok.dara')).kept.of).toBe(0);
  const { cases } = await lina.call(listCases, { query: { limit: 500 } }).catch(() => ({ cases: [] }));
  expect(cases.map(({ caseId }) => caseId)).not.toContain(assigned);
  fresh.clock.now = start;
});

test('when somebody has left, the next desk draws a new key of each of their cases; whom a supervisor shut out stays', async () => {
  const dara = await openDesk(fresh, 'sok.dara');
  const caseId = await handIn();
  await recordEntry(dara, caseId, { kind: 'note', text: 'before' });
  const lina = fresh.people['chan.lina'].id;
  await openCase(await openDesk(fresh, 'chan.lina'), caseId);
  const openings = async (): Promise<string[]> =>
    (
      await query(fresh.database.db)<{ what: string }>`select distinct what from (
        select 'slot' as what from case_slots where kid in (select kid from member_keys where member_id = ${lina})
        union all select 'wrap' from vault_wraps where member_id = ${lina}) of_theirs order by what`
    ).map(({ what }) => what);
  const supervisor = await fresh.as('vann.sopheap');
  const epochNow = async () => (await openCase(await openDesk(fresh, 'sok.dara'), caseId)).held.epoch;
  await supervisor(suspendMember, { params: { member: lina } });
  await keepReaders(dara, await readQueue(dara));
  expect(await epochNow()).toBe(0);
  expect(await openings()).toEqual(['slot', 'wrap']);

  const body = await renewAs(fresh, 'ly.bopha', {
    parts: [await partWith(fresh, 'chan.lina', { status: 'suspended' })],
  });
  await (
    await fresh.as('ly.bopha')
  )(publishKeyring, { body });
  expect(await openings()).toEqual([]);
  const next = await openDesk(fresh, 'sok.dara');
  expect((await keepReaders(next, await readQueue(next))).of).toBe(0);
  await confirmKeyring(next);
  expect(
    await keepReaders(
      next,
      (await readQueue(next)).filter((row) => row.caseId === caseId),
    ),
  ).toEqual({
    done: 1,
    of: 1,
    failed: [],
  });
  const { held, case: folded } = await openCase(next, caseId);
  expect([held.epoch, folded.readers.includes(lina)]).toEqual([1, false]);
  expect(folded.log.at(-1)?.entry).toMatchObject({ kind: 'readers_changed', why: 'left' });
  expect(folded.irregular).toEqual([]);
});

test('an administrator may set another number of days; what nobody vouches for changes nothing', async () => {
  const readers = ['sok.dara', 'keo.rith', 'vann.sopheap'] as const;
  const { caseId } = await handInFor(fresh, undefined, { readers });
  const [dara, sopheap] = [await openDesk(fresh, 'sok.dara'), await openDesk(fresh, 'vann.sopheap')];
  await confirmKeyring(sopheap);
  await recordEntry(sopheap, caseId, { kind: 'assigned', member: dara.member.id });
  const start = fresh.clock.now;
  const bopha = await openDesk(fresh, 'ly.bopha');
  await expect(saveSettings(dara, { needToKnowDays: 3 })).rejects.toMatchObject({ code: 'not_permitted' });
  await expect(saveSettings(bopha, { needToKnowDays: 0 })).rejects.toMatchObject({ code: 'content_refused' });
  expect(await saveSettings(bopha, { needToKnowDays: 5 })).toEqual({ needToKnowDays: 5 });
  expect(await saveSettings(bopha, { needToKnowDays: 5 })).toEqual({ needToKnowDays: 5 });
  const dueAfter = async (days: number, tamper = (call: Desk['call']) => call): Promise<boolean> => {
    fresh.clock.now = start + days * DAY;
    const opened = await openDesk(fresh, 'sok.dara');
    const desk = { ...opened, call: tamper(opened.call) };
    await confirmKeyring(desk);
    await followSettings(desk);
    return dueChanges(desk, await readQueue(desk)).includes(caseId);
  };
  expect([await dueAfter(4), await dueAfter(5)]).toEqual([false, true]);
  // A server that makes a setting up, or has somebody else's signed, is passed over.
  const forged: (call: Desk['call']) => Desk['call'] = (call) =>
    (async (operation: Parameters<Desk['call']>[0], input: object) => {
      const answer = (await call(operation, input)) as { editions?: { number: number; content: Uint8Array }[] };
      if (operation !== readSiteHistory || answer.editions === undefined) return answer;
      const [newest] = answer.editions;
      const content = writeOrganisationSettings({ needToKnowDays: 1 });
      return { editions: [{ ...newest, number: 9, content, hash: siteHash(content) }, ...answer.editions] };
    }) as Desk['call'];
  expect([await dueAfter(4, forged), await dueAfter(5, forged)]).toEqual([false, true]);
  fresh.clock.now = start;
});

test('what was written is told to be written, even where the wrap of the key could not be left behind', async () => {
  const dara = await openDesk(fresh, 'sok.dara');
  const { caseId } = await handInFor(fresh, undefined, { readers: ['sok.dara'] });
  let dropped = 0;
  const call = ((operation: unknown, input: unknown) => {
    if (operation !== storeVaultWrap) return dara.call(operation as never, input as never);
    dropped += 1;
    return Promise.reject(new Error('the line dropped'));
  }) as Desk['call'];
  await recordEntry({ ...dara, call }, caseId, { kind: 'note', text: 'once' });
  expect(dropped).toBe(1);
  const { case: folded, wrapKept } = await openCase(dara, caseId);
  expect([folded.notes.length, wrapKept]).toEqual([1, false]);
});
