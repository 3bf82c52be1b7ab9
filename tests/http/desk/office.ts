import { makeFoundingToken } from '@romduol/server/accounts/founding';
import { makeApp } from '@romduol/server/app';
import { foundSample } from '@romduol/server/demo/found-sample';
import { callInProcess } from '@romduol/server/demo/member-desks';
import { makeReporter, type Reporter } from '@romduol/server/demo/send-report';
import { makeSecret } from '@romduol/server/secret';
import { makeFloodControl } from '@romduol/server/web-security/flood-control';
import type { Database } from '@romduol/server/database/database';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeActs } from '@romduol/web/desk/make-acts';
import { type DatabaseKind, freshDatabase } from '../../database/fresh.ts';
import { keepTombstones } from '../../database/keep-tombstones.ts';
import { query } from '../../database/query.ts';
import { SAMPLE_PLAN } from './sample-deployment.ts';

/** A founded deployment in this process, with a clock to turn and a console for whoever is asked for. */
export type Office = {
  /** Days since the founding can only grow. */
  setToday(day: string): void;
  readonly reporter: Reporter;
  /** The acts of one member's console, signed in. Asking again opens another console. */
  console(handle: string): Promise<DeskActs>;
  /** Somebody's console before anybody has signed in at it. */
  visitor(): DeskActs;
  /** Signs in with a passphrase that the office does not know. */
  enter(handle: string, passphrase: string): Promise<DeskActs>;
  readonly passphrases: ReadonlyMap<string, string>;
  readonly clock: () => number;
  /** Base64url, as on the root card. */
  readonly rootSeed: string;
  readonly db: Database;
  /** The acts in the audit log, in their order. */
  audit(): Promise<string[]>;
  /** A line to the server of its own, for whoever would listen in. */
  line(): ReturnType<typeof callInProcess>;
  close(): Promise<void>;
};

export async function openOffice(kind: DatabaseKind, day: string): Promise<Office> {
  const database = await freshDatabase(kind);
  useSodium(await loadSumoSodium());
  let now = Date.parse(`${day}T03:00:00Z`);
  const clock = (): number => now;
  const founding = makeFoundingToken();
  const app = makeApp({
    db: database.db,
    broadcast: database.broadcast,
    isReady: () => database.isReady(),
    secret: makeSecret(sodium().randomBytes(32)),
    clock,
    kind: 'live',
    factorRequired: false,
    foundingToken: founding.door,
    origins: () => ['http://127.0.0.1'],
    neutralSite: 'https://example.org/',
    mailHours: null,
    publicOrigin: null,
    onionOrigin: null,
    assets: {
      find: () => null,
      paths: [],
      addressOf: (source) => `/${source}`,
      textOf: (source) => source,
      stylesOf: () => [],
    },
    formThreads: {
      seal: () => Promise.reject(new Error('no form is sent here')),
      close: () => Promise.resolve(),
    } as never,
    tombstones: keepTombstones(),
    flood: makeFloodControl({ trustedProxies: [] }),
    report: () => undefined,
  });
  const { accounts, rootSeed } = await foundSample(callInProcess(app).call, clock, founding.token, SAMPLE_PLAN);
  const passphrases = new Map(accounts.map(({ handle, passphrase }) => [handle, passphrase]));
  const visitor = (): DeskActs => makeActs({ call: callInProcess(app).call, clock });
  const enter = async (handle: string, passphrase: string): Promise<DeskActs> => {
    const acts = visitor();
    await acts.signIn(handle, passphrase);
    return acts;
  };
  return {
    setToday(later) {
      now = Date.parse(`${later}T03:00:00Z`);
    },
    reporter: makeReporter(callInProcess(app), clock),
    console: (handle) => enter(handle, passphrases.get(handle) ?? ''),
    visitor,
    enter,
    passphrases,
    clock,
    rootSeed: toBase64url(rootSeed),
    db: database.db,
    audit: async () =>
      (await query(database.db)<{ act: string }>`select act from audit_log order by number`).map(({ act }) => act),
    line: () => callInProcess(app),
    close: () => database.close(),
  };
}
