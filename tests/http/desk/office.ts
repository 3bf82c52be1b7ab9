import { makeFoundingToken } from '@romduol/server/accounts/founding';
import { makeApp } from '@romduol/server/app';
import { callInProcess } from '@romduol/server/demo/member-desks';
import { makeReporter, type Reporter } from '@romduol/server/demo/send-report';
import { makeSecret } from '@romduol/server/secret';
import { makeFloodControl } from '@romduol/server/web-security/flood-control';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeActs } from '@romduol/web/desk/make-acts';
import { type DatabaseKind, freshDatabase } from '../../database/fresh.ts';
import { keepTombstones } from '../../database/keep-tombstones.ts';
import { SAMPLE_PLAN } from './sample-deployment.ts';

/** A founded deployment in this process, with a clock to turn and a console for whoever is asked for. */
export type Office = {
  /** Days since the founding can only grow. */
  setToday(day: string): void;
  readonly reporter: Reporter;
  /** The acts of one member's console, signed in. Asking again opens another console. */
  console(handle: string): Promise<DeskActs>;
  readonly passphrases: ReadonlyMap<string, string>;
  readonly clock: () => number;
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
    isReady: () => database.isReady(),
    secret: makeSecret(sodium().randomBytes(32)),
    clock,
    kind: 'live',
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
  const founder = makeActs({ call: callInProcess(app).call, clock });
  const { accounts } = await founder.found(founding.token, SAMPLE_PLAN);
  const passphrases = new Map(accounts.map(({ handle, passphrase }) => [handle, passphrase]));
  return {
    setToday(later) {
      now = Date.parse(`${later}T03:00:00Z`);
    },
    reporter: makeReporter(callInProcess(app), clock),
    async console(handle) {
      const acts = makeActs({ call: callInProcess(app).call, clock });
      await acts.signIn(handle, passphrases.get(handle) ?? '');
      return acts;
    },
    passphrases,
    clock,
    line: () => callInProcess(app),
    close: () => database.close(),
  };
}
