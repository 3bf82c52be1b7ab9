import { listCases, readCase } from '@romduol/shared/api/cases';
import { Conversation, readCaseConversation, sendMessage } from '@romduol/shared/api/conversation';
import type { CaseId } from '@romduol/shared/ids';
import { callInProcess } from '@romduol/server/demo/member-desks';
import type { Send } from '@romduol/web/desk/caller';
import { makeCaller } from '@romduol/web/desk/caller';
import { z } from '@romduol/shared/schema';
import { removeReader } from '@romduol/web/desk/change-readers';
import { answer, readConversation } from '@romduol/web/desk/conversation';
import { openTalk } from '@romduol/web/enhance/return-talk';
import type { Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { FIRST, readQueue } from '@romduol/web/desk/queue';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { signInWithRoot } from '@romduol/web/desk/sign-in';
import { type FreshApp, freshApp } from '../../http/fresh-app.ts';
import { type HandedIn, handInFor } from '../../http/hand-in.ts';
import { openDesk } from '../../http/open-desk.ts';
import type { Handle } from '../../http/people.ts';
import { type Leaf, withValue } from './leaves.ts';

/** What the server answered, by method and path, as it went over the line. */
export type Served = ReadonlyMap<string, string>;

/** A case that a desk has worked on, and everything it was served of it. */
export type CapturedCase = { readonly caseId: CaseId; readonly served: Served };

export const casePath = (caseId: CaseId): string => readCase.path.replace(':caseId', caseId);
export const talkPath = (caseId: CaseId): string => readCaseConversation.path.replace(':caseId', caseId);
/** The first piece of the list, as a desk asks for it. */
const QUEUE = `${listCases.path}?limit=${FIRST}`;

export type Captured = {
  readonly fresh: FreshApp;
  readonly desk: Desk;
  readonly cases: readonly [CapturedCase, CapturedCase];
  readonly forReporter: CapturedCase & Pick<Captured, 'look'>;
  /** Opens a case at a desk that remembers nothing of it, from these answers and no others. */
  look(caseId: CaseId, served: Served): Promise<unknown>;
  close(): Promise<void>;
};

/** Whatever a view says that a person would see as wrong. */
type Looked = { readonly flags: readonly string[]; readonly problem: string | null; readonly view: unknown };

const deskOf = (fresh: FreshApp, handle: Handle, send: Send): Promise<Desk> =>
  signInWithRoot({ call: makeCaller(send), clock: () => fresh.clock.now, handle, root: fresh.people[handle].root });

/**
 * Two cases of one team, worked on alike: each with entries, a summary, messages of both sides, a wrap. With `laterKey` a
 * colleague was taken off each, and what came after is under another key. With `bySlot` each is served as to somebody who has
 * not opened it yet: with the slot of its newest key, and without the wrap that comes of opening it. With `unwritten` nobody
 * has written to either, and the list is served with their reports.
 */
export async function captureCases({ laterKey = false, bySlot = false, unwritten = false } = {}): Promise<Captured> {
  const fresh = await freshApp();
  const { send } = callInProcess(fresh.app);
  const desk = await deskOf(fresh, 'sok.dara', send);
  const ids: CaseId[] = [];
  const handedIn: HandedIn[] = [];
  const unopened = new Map<CaseId, unknown>();
  const accessTo = async (caseId: CaseId): Promise<unknown> => {
    const { text } = await send({ method: 'GET', path: casePath(caseId), body: null });
    return (JSON.parse(text) as { access: unknown }).access;
  };
  for (const words of ['one', 'two']) {
    const readers = laterKey ? (['sok.dara', 'chan.lina', 'vann.sopheap'] as const) : (['sok.dara'] as const);
    const given = await handInFor(fresh, undefined, { readers });
    handedIn.push(given);
    ids.push(given.caseId);
    await fresh.call(sendMessage, { body: { lookup: given.lookup, message: given.first(0, `asked ${words}`) } });
    unopened.set(given.caseId, await accessTo(given.caseId));
    if (unwritten) continue;
    await recordEntry(desk, given.caseId, { kind: 'opened' });
    await recordEntry(desk, given.caseId, { kind: 'note', text: `told ${words}` });
    await recordEntry(desk, given.caseId, { kind: 'note', text: `and again ${words}` });
    await readConversation(desk, given.caseId);
    if (!laterKey) continue;
    await removeReader(await openDesk(fresh, 'vann.sopheap'), given.caseId, fresh.people['chan.lina'].id);
    unopened.set(given.caseId, await accessTo(given.caseId));
    await recordEntry(desk, given.caseId, { kind: 'note', text: `later ${words}` });
    await answer(desk, given.caseId, `answered ${words}`);
  }
  const capture = async (caseId: CaseId): Promise<CapturedCase> => {
    const served = new Map<string, string>();
    for (const path of [QUEUE, casePath(caseId), talkPath(caseId)])
      served.set(`GET ${path}`, (await send({ method: 'GET', path, body: null })).text);
    if (!bySlot) return { caseId, served };
    const listed = (JSON.parse(served.get(`GET ${QUEUE}`) ?? '{}') as { cases: { caseId: string }[] }).cases;
    const places: Leaf[] = [
      { answer: `GET ${casePath(caseId)}`, steps: ['access'] },
      { answer: `GET ${QUEUE}`, steps: ['cases', listed.findIndex((row) => row.caseId === caseId), 'access'] },
    ];
    return {
      caseId,
      served: places.reduce<Served>((all, place) => withValue(all, place, unopened.get(caseId)), served),
    };
  };
  const [one, other] = ids as [CaseId, CaseId];
  const [first] = handedIn as [HandedIn];
  return {
    fresh,
    desk,
    cases: [await capture(one), await capture(other)],
    async look(caseId, served) {
      const call = makeCaller(({ method, path }) => {
        const text = answerOf(served, method, path);
        // A wrap or a "received" that the desk would store: nobody keeps it.
        return Promise.resolve(text === undefined ? { status: 200, text: '{}' } : { status: 200, text });
      });
      const forgetful = { ...desk, call, caseKeys: new Map(), logs: new Map(), keyrings: new Map(desk.keyrings) };
      return lookAt({ ...forgetful }, caseId);
    },
    forReporter: await captureForReporter(fresh, first),
    close: () => fresh.close(),
  };
}

/** What was captured; of a case that is asked for from an entry on, that part of it. */
function answerOf(served: Served, method: string, path: string): string | undefined {
  const [whole = '', from] = path.split('?from=');
  if (from === undefined) return served.get(`${method} ${path}`);
  const { entries, ...rest } = JSON.parse(served.get(`${method} ${whole}`) ?? '{}') as { entries: unknown[] };
  return JSON.stringify({ ...rest, entries: entries.slice(Number(from) - 1) });
}

/** What the receipt of a case finds, and how the return page looks at it. */
async function captureForReporter(fresh: FreshApp, given: HandedIn): Promise<Captured['forReporter']> {
  const found = await given.read();
  if (found === null) throw new Error('the receipt finds nothing');
  const served = new Map([['what the receipt finds', JSON.stringify(z.encode(Conversation, found))]]);
  return {
    caseId: given.caseId,
    served,
    async look(_, changed) {
      const [text = ''] = changed.values();
      const conversation = z.decode(Conversation, JSON.parse(text) as z.input<typeof Conversation>);
      const { talk } = openTalk(given.receipt, conversation, fresh.keyring());
      return { flags: talk.keyChecked ? [] : ['unchecked'], problem: null, view: talk } satisfies Looked;
    },
  };
}

async function lookAt(desk: Desk, caseId: CaseId): Promise<Looked> {
  const row = (await readQueue({ ...desk, caseKeys: new Map() })).find((one) => one.caseId === caseId);
  const { flags, answers, contact, case: folded, stored } = await openCase(desk, caseId);
  const talk = await readConversation(desk, caseId);
  return {
    flags: [...flags, ...folded.irregular.map(() => 'irregular')],
    problem: row === undefined ? 'missing' : row.problem,
    view: { row, answers, contact, folded, stored, talk },
  };
}

/** Whether a desk refuses what it is served, or shows that something is wrong. */
export async function isNoticed(look: () => Promise<unknown>): Promise<boolean> {
  try {
    const { flags, problem } = (await look()) as Looked;
    return flags.length > 0 || problem !== null;
  } catch (error) {
    const kind = error instanceof Error ? error.name : '';
    // What a desk says to a person; anything else would be a fault of ours.
    if (['SealingError', 'DeskRefusal', 'ApiRefusal', 'ZodError', '$ZodError'].includes(kind)) return true;
    throw error;
  }
}
