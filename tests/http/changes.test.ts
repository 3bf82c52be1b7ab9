import { appendEntry, storeVaultWraps } from '@romduol/shared/api/cases';
import { publishKeyring } from '@romduol/shared/api/keyring';
import { submitReport } from '@romduol/shared/api/reports';
import { MOST_STREAMS, followChanges } from '@romduol/shared/api/changes';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { sodium } from '@romduol/shared/sealing/sodium';
import { record } from '@romduol/web/desk/change-readers';
import { openCase } from '@romduol/web/desk/open-case';
import { sealNext, sealOwnSummary } from '@romduol/web/desk/seal-entry';
import { readQueue, readRows } from '@romduol/web/desk/queue';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { type FreshApp, freshApp, send, signInAs } from './fresh-app.ts';
import { makeReport } from './make-report.ts';
import { openDesk } from './open-desk.ts';
import type { Handle } from './people.ts';
import { partWith, renewAs, signerOf } from './renew-keyring.ts';

/** Longer than it takes a change to be told. */
const SOON = 1_500;
const after = (ms: number): Promise<string> => new Promise((resolve) => setTimeout(() => resolve(''), ms));

describe.each(kinds)('the stream of changes on %s', (kind) => {
  let fresh: FreshApp;
  const open: { cancel(): Promise<void> }[] = [];
  beforeEach(async () => {
    fresh = await freshApp(kind);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.cancel();
    await fresh.app.close();
    await fresh.close();
  });

  const ask = (cookie: string): Promise<Response> => send(fresh.app, 'GET', followChanges.path, { cookie });
  /** Follows as a member; `heard` is everything said within a while, signs of life included. */
  const follow = async (handle: Handle) => {
    const answer = await ask(await signInAs(fresh, handle));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.getReader();
    if (reader === undefined) throw new Error('no stream');
    open.push(reader);
    let said = '';
    const ended = (async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return 'ended';
        said += new TextDecoder().decode(value);
      }
    })();
    await expect.poll(() => said).toContain(': ');
    return { ended, heard: () => said, cases: () => [...said.matchAll(/[0-9a-f-]{36}/g)].map(([one]) => one) };
  };
  const report = async (team = 'phnom-penh', readers?: readonly string[]): Promise<string> => {
    const made = makeReport(fresh.people, fresh.keyring(), { team, ...(readers && { readers }) });
    await fresh.call(submitReport, { body: made });
    return made.caseId;
  };

  test('names a new report and a new entry to those who may see the case, and to nobody else', async () => {
    const dara = await follow('sok.dara');
    const rith = await follow('keo.rith');
    const srey = await follow('tep.srey');
    const caseId = await report();
    await expect.poll(dara.cases, { timeout: 5_000 }).toEqual([caseId]);
    const other = await report('battambang');
    await expect.poll(rith.cases, { timeout: 5_000 }).toEqual([other]);

    const desk = await openDesk(fresh, 'chan.lina');
    const opened = await openCase(desk, caseId as never);
    const { entry, after: then } = sealNext(desk, opened, { kind: 'opened' });
    await desk.call(appendEntry, {
      params: { caseId: caseId as never },
      body: { entry, summary: sealOwnSummary(desk, then) },
    });
    await expect.poll(dara.cases, { timeout: 5_000 }).toEqual([caseId, caseId]);
    await after(SOON);
    expect(rith.cases()).toEqual([other]);
    expect(srey.heard()).toBe(': \n\n');
    // Ids and nothing else.
    expect(dara.heard().replaceAll(caseId, 'ID')).toBe(': \n\ndata: {"cases":["ID"]}\n\ndata: {"cases":["ID"]}\n\n');
  });

  test('does not name a case to a member of the team who was struck off', async () => {
    const lina = await follow('chan.lina');
    const dara = await follow('sok.dara');
    const caseId = await report('phnom-penh', ['sok.dara', 'vann.sopheap']);
    await expect.poll(dara.cases, { timeout: 5_000 }).toEqual([caseId]);
    await after(SOON);
    expect(lina.cases()).toEqual([]);
  });

  test('names a case to those it was handed to, and no more to those it was taken from', async () => {
    const dara = await follow('sok.dara');
    const rith = await follow('keo.rith');
    const caseId = await report('phnom-penh', ['sok.dara', 'vann.sopheap']);
    await expect.poll(dara.cases, { timeout: 5_000 }).toEqual([caseId]);
    const supervisor = await openDesk(fresh, 'vann.sopheap');
    const team = 'battambang' as TeamId;
    await record(supervisor, caseId as CaseId, { kind: 'handed_over', team, reason: 'moved there' });
    await expect.poll(rith.cases, { timeout: 5_000 }).toEqual([caseId]);
    await after(SOON);
    expect(dara.cases()).toEqual([caseId]);
  });

  test('is for those who work on cases, and for so many tabs', async () => {
    expect((await ask('')).status).toBe(401);
    expect((await ask(await signInAs(fresh, 'ly.bopha'))).status).toBe(403);
    expect((await ask(await signInAs(fresh, 'pich.rany'))).status).toBe(403);
    const cookie = await signInAs(fresh, 'sok.dara');
    // Nobody reads what answers these: they take no place.
    for (let n = 0; n < MOST_STREAMS; n += 1)
      expect((await send(fresh.app, 'HEAD', followChanges.path, { cookie })).status).toBe(200);
    for (let n = 0; n < MOST_STREAMS; n += 1) await follow('sok.dara');
    expect((await ask(cookie)).status).toBe(429);
    await follow('chan.lina');
    await open.shift()?.cancel();
    await expect
      .poll(async () => {
        const answer = await ask(cookie);
        if (answer.status === 200) open.push(answer.body?.getReader() as never);
        return answer.status;
      })
      .toBe(200);
  });

  test('ends for whoever was shut out before the next word, and keeps no session alive', async () => {
    const dara = await follow('sok.dara');
    const before = await query(fresh.database.db)`select max(expires_at)::text as until from sessions`;
    fresh.clock.now += 12 * 60_000;
    await report();
    await expect.poll(dara.cases, { timeout: 5_000 }).toHaveLength(1);
    expect(await query(fresh.database.db)`select max(expires_at)::text as until from sessions`).toEqual(before);
    await query(fresh.database.db)`delete from sessions`;
    await report();
    expect(await Promise.race([dara.ended, after(8_000)])).toBe('ended');
    expect(dara.cases()).toHaveLength(1);
  });

  test('ends with the keyring that it began under: whoever is of another team now hears of that team’s cases', async () => {
    const dara = await follow('sok.dara');
    const part = await partWith(fresh, 'sok.dara', { teams: ['battambang'] });
    // Another team's reports are theirs to read from now on: that takes a second hand.
    const signers = [...part.signers, signerOf(fresh, 'meas.phalla')] as const;
    const body = await renewAs(fresh, 'ly.bopha', { parts: [{ ...part, signers }] });
    await (
      await fresh.as('ly.bopha')
    )(publishKeyring, { body });
    await report();
    expect(await Promise.race([dara.ended, after(8_000)])).toBe('ended');
    expect(dara.cases()).toEqual([]);
  });

  test('ends when the server stops', async () => {
    const dara = await follow('sok.dara');
    await fresh.app.close();
    expect(await Promise.race([dara.ended, after(3_000)])).toBe('ended');
  });

  test('its cases are read alone, and what was opened by a slot is kept for the next time', async () => {
    const [first, second] = [await report(), await report()];
    const other = await report('battambang');
    const desk = await openDesk(fresh, 'sok.dara');
    expect((await readRows(desk, [second, other] as never)).map((row) => row.caseId)).toEqual([second]);
    expect((await readQueue(desk)).map((row) => row.caseId).sort()).toEqual([first, second].sort());
    const kept = () => query(fresh.database.db)<{ n: number }>`select count(*)::int as n from vault_wraps`;
    await expect.poll(async () => (await kept())[0]?.n).toBe(2);
    const again = await openDesk(fresh, 'sok.dara');
    expect((await readQueue(again)).filter(({ problem }) => problem !== null)).toEqual([]);
    // Not for a case that is not the caller's, nor under a key that they were not given.
    const wrap = sodium().randomBytes(72);
    const notOurs = {
      wraps: [
        { caseId: other as never, epoch: 0, wrap },
        { caseId: first as never, epoch: 3, wrap },
      ],
    };
    expect(await desk.call(storeVaultWraps, { body: notOurs })).toEqual({ kept: 0 });
    expect((await kept())[0]?.n).toBe(2);
  });
});
