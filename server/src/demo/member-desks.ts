import { type Caller, makeCaller, type Send } from '@romduol/web/desk/caller';
import { type Outbox, sendRecords } from '@romduol/web/desk/coded-records';
import type { Desk } from '@romduol/web/desk/desk';
import type { SampleAccount } from './found-sample.ts';
import type { SendBytes } from '@romduol/web/desk/outgoing-files';
import { signInWithRoot } from '@romduol/web/desk/sign-in';
import type { App } from '../app.ts';
import type { SampleClock } from './sample-clock.ts';

/** A way to the server: calls, requests as they are, and files. */
export type Line = { readonly call: Caller; readonly send: Send; readonly sendBytes: SendBytes };

/** Calls the app in this process as a page of its own origin would, keeping the cookie that it is given. */
export function callInProcess(app: Pick<App, 'request'>): Line {
  let cookie = '';
  const send: Send = async ({ method, path, body }) => {
    const answer = await app.request(path, {
      method,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', cookie },
      ...(body === null ? {} : { body }),
    });
    const given = answer.headers.get('set-cookie');
    if (given !== null) cookie = given.split(';')[0] ?? '';
    return { status: answer.status, text: await answer.text() };
  };
  const sendBytes: SendBytes = async (path, { method = 'GET', headers, body = null }) =>
    app.request(path, {
      method,
      headers: { ...(headers as Record<string, string>), 'sec-fetch-site': 'same-origin', cookie },
      body: body as BodyInit | null,
    });
  return { call: makeCaller(send), send, sendBytes };
}

/** The members' desks: each signs in at the first thing that it does in a day. */
export type MemberDesks = {
  desk(handle: string): Promise<Desk>;
  /** The way by which a member's desk reaches the server. */
  line(handle: string): Line;
  /** What a member has coded and not yet handed in. */
  outbox(handle: string): Outbox;
  /** Hands in full outboxes, or all of them. */
  endDay(handIn: 'full' | 'all'): Promise<void>;
};

/** Coded records leave together: the more, the less their order tells. */
const FULL = 5;

export function openMemberDesks(
  app: Pick<App, 'request'>,
  clock: SampleClock,
  accounts: readonly SampleAccount[],
): MemberDesks {
  const today = new Map<string, Desk>();
  const before = new Map<string, Desk>();
  const lines = new Map<string, Line>();
  const lineOf = (handle: string): Line => {
    const line = lines.get(handle) ?? callInProcess(app);
    lines.set(handle, line);
    return line;
  };
  const outboxes = new Map<string, Outbox>();

  const begin = async (handle: string): Promise<Desk> => {
    const account = accounts.find((one) => one.handle === handle);
    if (account === undefined) throw new RangeError(`no sample member ${handle}`);
    const { call } = lineOf(handle);
    const known = before.get(handle);
    const keyrings = known?.keyrings ?? new Map();
    const desk = await signInWithRoot({ call, clock: clock.now, handle, root: account.root, keyrings });
    if (known !== undefined) carryOver(known, desk);
    before.set(handle, desk);
    today.set(handle, desk);
    return desk;
  };
  const deskOf = async (handle: string): Promise<Desk> => today.get(handle) ?? begin(handle);

  return {
    desk: deskOf,
    line: lineOf,
    outbox(handle) {
      const outbox = outboxes.get(handle) ?? new Map();
      outboxes.set(handle, outbox);
      return outbox;
    },
    async endDay(handIn) {
      for (const [handle, outbox] of outboxes) {
        const due = handIn === 'all' ? outbox.size > 0 : outbox.size >= FULL && today.has(handle);
        if (due) await sendRecords(await deskOf(handle), outbox);
      }
      today.clear();
    },
  };
}

/** Keys that a real desk would fetch and unwrap again each morning; a year of mornings would take minutes. */
function carryOver(known: Desk, desk: Desk): void {
  for (const [id, held] of known.caseKeys) desk.caseKeys.set(id, held);
  for (const [name, key] of known.grantedKeys) desk.grantedKeys.set(name, key);
  for (const [id, key] of known.memberKeys) desk.memberKeys.set(id, key);
}
