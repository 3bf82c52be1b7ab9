import { join } from 'node:path';
import { makeFoundingToken } from '@romduol/server/accounts/founding';
import { type App, type AppDeps, makeApp } from '@romduol/server/app';
import { loadAssets } from '@romduol/server/assets/assets';
import { openFormThreads } from '@romduol/server/intake/open-form-threads';
import type { TombstoneFile } from '@romduol/server/retention/tombstones';
import { makeSecret, type Secret } from '@romduol/server/secret';
import { type FloodControl, makeFloodControl } from '@romduol/server/web-security/flood-control';
import { foundDeployment } from '@romduol/shared/api/accounts';
import { signIn } from '@romduol/shared/api/second-factor';
import { dayAt } from '@romduol/shared/language/dates';
import { authKey } from '@romduol/shared/sealing/identity';
import { type Keyring, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { type KeyPair, sodium } from '@romduol/shared/sealing/sodium';
import { type Caller, makeCaller } from '@romduol/web/desk/caller';
import { keepTombstones } from '../database/keep-tombstones.ts';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from '../database/fresh.ts';
import { type Handle, type People, foundingMembers, makePeople, signFirstKeyring } from './people.ts';

const ROOT = join(import.meta.dirname, '../..');
const ORIGIN = 'http://127.0.0.1:3000';
export const ONION = `http://${'romduol2'.repeat(7)}.onion`;

/** The whole server on a database of its own, called in this process, with a clock that the test sets. */
export type FreshApp = {
  readonly app: App;
  readonly database: FreshDatabase;
  readonly secret: Secret;
  readonly tombstones: TombstoneFile;
  readonly clock: { now: number };
  readonly token: string;
  readonly rootKey: KeyPair;
  readonly people: People;
  /** Lines that the server reported. */
  readonly reported: readonly string[];
  /** Calls as somebody who is not signed in. */
  readonly call: Caller;
  /** Signs in and calls with the session's cookie. */
  as(handle: Handle): Promise<Caller>;
  /** A caller that sends these cookies. */
  withCookie(cookie: string): Caller;
  /** The first keyring; only after `found`. */
  keyring(): Keyring;
  /** Founds the deployment with the people, as their browsers would. */
  found(): Promise<void>;
  close(): Promise<void>;
};

type FreshOptions = {
  readonly founded?: boolean;
  /** Instead of one in memory, or on the test's server. */
  readonly database?: FreshDatabase;
  /** Milliseconds in whose multiples receipts are answered; short ones unless a test is about them. */
  readonly slices?: { readonly api: number; readonly page: number };
  /** Instead of turns of its own. */
  readonly flood?: FloodControl;
  readonly factorRequired?: boolean;
  /** As a program that was built for a root key: this deployment's, or another's. */
  readonly pinned?: 'own' | 'foreign';
};

export async function freshApp(
  kind: DatabaseKind = 'pglite',
  { founded = true, database: given, slices, flood: turns, factorRequired = false, pinned }: FreshOptions = {},
): Promise<FreshApp> {
  const database = given ?? (await freshDatabase(kind));
  const clock = { now: Date.parse('2026-05-11T03:00:00Z') };
  const secret = makeSecret(sodium().randomBytes(32));
  const { token, door } = makeFoundingToken();
  const flood = turns ?? makeFloodControl({ trustedProxies: [] });
  const formThreads = await openFormThreads(ROOT, flood);
  const reported: string[] = [];
  const tombstones = keepTombstones();
  const rootKey = sodium().signKeypair(sodium().randomBytes(32));
  const foreign = sodium().signKeypair(sodium().randomBytes(32));
  const deps: AppDeps = {
    db: database.db,
    broadcast: database.broadcast,
    isReady: () => database.isReady(),
    secret,
    clock: () => clock.now,
    kind: 'live',
    factorRequired,
    foundingToken: door,
    origins: () => [ORIGIN, ONION],
    neutralSite: 'https://www.wikipedia.org/',
    publicOrigin: null,
    onionOrigin: ONION,
    mailHours: [8, 17],
    assets: loadAssets(join(ROOT, 'web/dist/public')),
    formThreads,
    tombstones,
    slices: slices ?? { api: 5, page: 50 },
    flood,
    report: (line) => reported.push(line),
  };
  const app = makeApp(
    pinned === undefined ? deps : { ...deps, pinned: { pinnedRoot: (pinned === 'own' ? rootKey : foreign).publicKey } },
  );
  const people = makePeople();
  const file = () => signFirstKeyring(people, rootKey, dayAt(clock.now));
  let keyring: Keyring | null = null;
  const callerOf = (to: App, cookie: string): Caller =>
    makeCaller(async ({ method, path, body }) => {
      const answer = await send(to, method, path, { body, cookie });
      return { status: answer.status, text: await answer.text() };
    });
  const withCookie = (cookie: string): Caller => callerOf(app, cookie);
  const call = withCookie('');
  const fresh: FreshApp = {
    app,
    database,
    secret,
    tombstones,
    clock,
    token,
    rootKey,
    people,
    reported,
    call,
    withCookie,
    keyring() {
      if (keyring === null) throw new Error('not founded');
      return keyring;
    },
    async found() {
      const first = file();
      // A program for another root founds nothing: one for none was there before it.
      const founder = pinned === 'foreign' ? callerOf(makeApp(deps), '') : call;
      await founder(foundDeployment, { body: { token, keyring: first, members: foundingMembers(people) } });
      ({ keyring } = verifyKeyring(first, { today: dayAt(clock.now) }));
    },
    as: async (handle) => withCookie(await signInAs(fresh, handle)),
    async close() {
      await formThreads.close();
      await database.close();
    },
  };
  if (founded) await fresh.found();
  return fresh;
}

/** Signs in and gives the cookie to send. */
export async function signInAs({ app, people }: Pick<FreshApp, 'app' | 'people'>, handle: Handle): Promise<string> {
  const auth = Buffer.from(authKey(people[handle].root)).toString('base64url');
  const answer = await send(app, 'POST', signIn.path, { body: JSON.stringify({ handle, auth }) });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** One request as a page of ours would send it; `headers` replace that. */
export async function send(
  app: App,
  method: string,
  path: string,
  {
    body = null,
    cookie = '',
    headers,
  }: { body?: string | null; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  return app.request(path, {
    method,
    body,
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(cookie === '' ? {} : { cookie }),
      ...(headers ?? { 'sec-fetch-site': 'same-origin' }),
    },
  });
}
