// Whoever leaves has read every case. The next desk draws a new key for each of ten thousand, is stopped on the way twice, and
// goes on from where it was.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { publishKeyring } from '@romduol/shared/api/keyring';
import { keyId } from '@romduol/shared/sealing/slot';
import { ApiRefusal, type Caller } from '@romduol/web/desk/caller';
import { confirmKeyring } from '@romduol/web/desk/confirm';
import type { Desk } from '@romduol/web/desk/desk';
import { type KeptReaders, dueChanges, keepReaders } from '@romduol/web/desk/keep-readers';
import { openCase } from '@romduol/web/desk/open-case';
import { readQueue } from '@romduol/web/desk/queue';
import { compareSeen, stateSeen } from '@romduol/web/desk/statements';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../../database/query.ts';
import { type FreshApp, freshApp } from '../../http/fresh-app.ts';
import { handInFor } from '../../http/hand-in.ts';
import { openDesk } from '../../http/open-desk.ts';
import { partWith, renewAs } from '../../http/renew-keyring.ts';

const CASES = Number(process.env['OFFBOARDING_CASES'] ?? 10_000);
/** Milliseconds a case, both ends and the database on one core beside the other. */
const MOST_A_CASE = 60;
/** Bytes a case that the desk may hold beside the rows of its queue. */
const MOST_MEMORY = 20_000;

let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp('postgresql');
});
afterAll(() => fresh.close());

/** The line breaks before the request after so many. */
function breaking(call: Caller, after: number): Caller {
  let left = after;
  return (operation, input) => {
    left -= 1;
    return left < 0 ? Promise.reject(new ApiRefusal('unreachable', null)) : call(operation, input);
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held, without what only waits to be collected; bytes of arrays lie outside the heap. */
const heldNow = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

test(`when somebody leaves, ${CASES} cases get a new key each, once, however often that is broken off`, async () => {
  for (let at = 0; at < CASES; at += 1) {
    await handInFor(fresh, undefined, { readers: ['sok.dara', 'chan.lina', 'vann.sopheap'] });
  }
  const part = await partWith(fresh, 'chan.lina', { status: 'suspended' });
  const body = await renewAs(fresh, 'ly.bopha', { parts: [part] });
  await (
    await fresh.as('ly.bopha')
  )(publishKeyring, { body });

  const began = performance.now();
  const heldBefore = heldNow();
  let drawn = 0;
  /** A desk as after an unlock: nothing is remembered but what the server has. */
  const goOn = async (after: number): Promise<{ desk: Desk; kept: KeptReaders | null; heard: KeptReaders[] }> => {
    const opened = await openDesk(fresh, 'sok.dara');
    await confirmKeyring(opened);
    const rows = await readQueue(opened);
    expect(rows).toHaveLength(CASES);
    // What was on its way when the line broke has arrived by now.
    const [{ count = 0 } = {}] = await query(fresh.database.db)<{ count: number }>`
      select count(*)::int as count from grants where purpose = 'case'`;
    drawn = count;
    const desk: Desk = { ...opened, call: breaking(opened.call, after) };
    expect(dueChanges(desk, rows)).toHaveLength(CASES - drawn);
    const heard: KeptReaders[] = [];
    const kept = await keepReaders(desk, rows, { onStep: (step) => heard.push(step) }).catch((refusal: unknown) => {
      if (refusal instanceof ApiRefusal && refusal.code === 'unreachable') return null;
      throw refusal;
    });
    return { desk: opened, kept, heard };
  };
  expect((await goOn(CASES)).kept).toBeNull();
  expect((await goOn(CASES)).kept).toBeNull();
  const first = drawn;
  expect(first).toBeGreaterThan(0);
  const { desk, kept, heard } = await goOn(Infinity);
  expect(drawn).toBeGreaterThan(first);
  const left = CASES - drawn;
  expect(kept).toEqual({ done: left, of: left, failed: [] });
  expect(heard.map(({ done }) => done)).toEqual(Array.from({ length: left }, (_, at) => at + 1));
  const each = (performance.now() - began) / CASES;

  // Every case has one new key, no more; of whoever left no slot and no wrap remains.
  const epochs = await query(fresh.database.db)<{ epoch: number; cases: number }>`
    select epoch, count(*)::int as cases from grants where purpose = 'case' group by epoch`;
  expect(epochs.map(({ epoch, cases }) => [epoch, cases])).toEqual([[1, CASES]]);
  const kid = keyId(fresh.people['chan.lina'].identity.kem.publicKey);
  expect(await query(fresh.database.db)`select from case_slots where kid = ${kid}`).toEqual([]);
  const rows = await readQueue(desk);
  expect(rows.filter(({ problem, readers }) => problem !== null || readers.length !== 2)).toEqual([]);
  for (const { caseId } of rows.filter((_, at) => at % Math.ceil(CASES / 20) === 0)) {
    const { case: folded, held } = await openCase(desk, caseId);
    expect([held.epoch, folded.irregular, folded.log.at(-1)?.entry?.kind]).toEqual([1, [], 'readers_changed']);
  }
  // And all of it fits into a statement, which the next desk agrees with.
  expect(await compareSeen(desk, null)).toEqual([]);
  expect(await stateSeen(desk, { daily: true })).toMatchObject({ number: 1 });
  const memory = (heldNow() - heldBefore) / CASES;
  console.info(`offboarding: ${CASES} cases, ${each.toFixed(1)} ms and ${Math.round(memory)} bytes a case`);
  expect(each).toBeLessThan(MOST_A_CASE);
  expect(memory).toBeLessThan(MOST_MEMORY);
}, 3_600_000);
