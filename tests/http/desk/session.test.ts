import { listDrafts } from '@romduol/shared/api/drafts';
import { signIn } from '@romduol/shared/api/second-factor';
import { makeCaller, type Send } from '@romduol/web/desk/caller';
import { makeActs } from '@romduol/web/desk/make-acts';
import { makeSession, type Session } from '@romduol/web/console/session/session';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

/** Less than a locked desk is given to hand in what waits, ms. */
const SLOW = 1_500;
const PLACE = 'case:00000001-0000-4000-8000-000000000000:note';

let office: Office;
let session: Session;
/** Desks that have been started and not ended. */
let alive = 0;
/** How often the kept drafts were asked for. */
let read: number;
/** A draft is on its way until this resolves. */
let arrives: Promise<void>;
let arrive: () => void;
/** Asked after the lock; a desk that did not wait has come so far. */
let overtaken: (asked: Parameters<Send>[0]) => boolean;

beforeAll(async () => {
  office = await openOffice('pglite', '2026-06-01');
});
afterAll(() => office.close());

/** Sessions of one browser: every desk sends the same cookie. */
beforeEach(async () => {
  alive = read = 0;
  const line = office.line();
  const send: Send = async (asked) => {
    if (asked.path.startsWith(`${listDrafts.path}/`)) await arrives;
    if (asked.method === 'GET' && asked.path === listDrafts.path) read += 1;
    const answer = await line.send(asked);
    if (overtaken(asked)) arrive();
    return answer;
  };
  const startDesk = () => {
    alive += 1;
    return { acts: makeActs({ call: makeCaller(send), clock: office.clock }), end: () => void (alive -= 1) };
  };
  overtaken = () => false;
  arrives = new Promise((resolve) => {
    arrive = resolve;
  });
  session = makeSession(startDesk, startDesk);
  await session.signIn('dara', passphrase());
});

const passphrase = (): string => office.passphrases.get('dara') ?? '';
function actsNow() {
  const state = session.state();
  if (state.at !== 'open') throw new Error(`not open but ${state.at}`);
  return state.acts;
}

test('what was typed just before a lock is there when somebody is quicker to unlock than it was to arrive', async () => {
  await actsNow().noteDraft(PLACE, 'begun');
  session.lock('asked');
  overtaken = ({ method, path }) => method === 'GET' && path === listDrafts.path;
  setTimeout(arrive, SLOW);
  await session.unlock(passphrase());
  expect(await actsNow().drafts()).toEqual([{ place: PLACE, value: 'begun' }]);
  expect(alive).toBe(1);
  session.lock('asked');
  await expect.poll(() => alive).toBe(0);
});

test('whoever signs in again at once is not signed out by the desk before', async () => {
  await actsNow().noteDraft(PLACE, 'more');
  const leaving = session.signOut();
  overtaken = ({ method, path }) => method === 'POST' && path === signIn.path;
  setTimeout(arrive, SLOW);
  await session.signIn('dara', passphrase());
  await leaving;
  expect((await actsNow().queuePage(null)).rows).toEqual([]);
  expect(alive).toBe(1);
});

test('a desk that was started while somebody typed on is ended when another opens', async () => {
  session.lock('asked');
  arrive();
  const unlocking = session.unlock(passphrase());
  session.prepare();
  await unlocking;
  await expect.poll(() => alive).toBe(1);
});

test('drafts that were opened ahead are handed out once, and not kept for later or beyond a lock', async () => {
  const acts = actsNow();
  expect(read).toBe(1);
  await acts.drafts();
  expect(read).toBe(1);
  await acts.drafts();
  expect(read).toBe(2);
  session.lock('asked');
  await session.unlock(passphrase());
  expect(read).toBe(3);
  // Nobody has asked for them before the desk is closed.
  await actsNow().prepareLock();
  await actsNow().drafts();
  expect(read).toBe(4);
});
