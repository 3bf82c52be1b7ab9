import { type Caller, makeCaller, type Send } from '@romduol/web/desk/caller';
import { type Outbox, sendRecords } from '@romduol/web/desk/coded-records';
import type { Desk } from '@romduol/web/desk/desk';
import type { FoundedAccount } from '@romduol/web/desk/founding';
import { signInWithRoot } from '@romduol/web/desk/sign-in';
import type { App } from '../app.ts';
import type { SampleClock } from './sample-clock.ts';

/** Calls the app in this process as a page of its own origin would, keeping the cookie that it is given. */
export function callInProcess(app: Pick<App, 'request'>): { readonly call: Caller; readonly send: Send } {
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
  return { call: makeCaller(send), send };
}

type Working = { readonly desk: Desk; readonly outbox: Outbox };

/** The members' desks: each signs in at the first thing it does in a day, and hands in what it coded when the day ends. */
export type MemberDesks = {
  desk(handle: string): Promise<Desk>;
  outbox(handle: string): Promise<Outbox>;
  endDay(): Promise<void>;
};

export function openMemberDesks(
  app: Pick<App, 'request'>,
  clock: SampleClock,
  accounts: readonly FoundedAccount[],
): MemberDesks {
  const today = new Map<string, Working>();
  const before = new Map<string, Desk>();
  const lines = new Map<string, Caller>();

  const begin = async (handle: string): Promise<Working> => {
    const account = accounts.find((one) => one.handle === handle);
    if (account === undefined) throw new RangeError(`no sample member ${handle}`);
    const call = lines.get(handle) ?? callInProcess(app).call;
    lines.set(handle, call);
    const known = before.get(handle);
    const keyrings = known?.keyrings ?? new Map();
    const desk = await signInWithRoot({ call, clock: clock.now, handle, root: account.root, keyrings });
    if (known !== undefined) carryOver(known, desk);
    before.set(handle, desk);
    const working = { desk, outbox: new Map() };
    today.set(handle, working);
    return working;
  };
  const working = async (handle: string): Promise<Working> => today.get(handle) ?? begin(handle);

  return {
    desk: async (handle) => (await working(handle)).desk,
    outbox: async (handle) => (await working(handle)).outbox,
    async endDay() {
      for (const { desk, outbox } of today.values()) await sendRecords(desk, outbox);
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
