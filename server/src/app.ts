import { Hono, type MiddlewareHandler } from 'hono';
import type { FoundingToken } from './accounts/founding.ts';
import { makeIdentify } from './accounts/identify.ts';
import { mountAccounts } from './accounts/routes.ts';
import { makeSessions } from './accounts/sessions.ts';
import type { DeploymentKind } from './accounts/store.ts';
import { makeThrottle } from './accounts/throttle.ts';
import { mountAckForm } from './acknowledgements/form-routes.tsx';
import { mountAcknowledgements } from './acknowledgements/routes.ts';
import { answerError } from './answer-error.ts';
import { type Assets, pageAssets, styleHashes } from './assets/assets.ts';
import { mountAssets } from './assets/routes.ts';
import { mountAttachments } from './attachments/routes.ts';
import { mountCases } from './cases/routes.ts';
import { makeChanges } from './changes/bus.ts';
import { mountChanges } from './changes/routes.ts';
import { mountCodedRecords } from './coded-records/routes.ts';
import { mountCohorts } from './cohorts/routes.ts';
import { mountConsole } from './console/routes.tsx';
import type { Talking } from './conversation/conversation.ts';
import { mountReturnForm } from './conversation/form-routes.ts';
import { mountConversation } from './conversation/routes.ts';
import { API_SLICE, PAGE_SLICE } from './conversation/time-slices.ts';
import { mountAudit } from './audit/routes.ts';
import type { Broadcast } from './database/broadcast.ts';
import type { Database } from './database/database.ts';
import { mountDirectory } from './directory/routes.ts';
import { mountDrafts } from './drafts/routes.ts';
import type { Environment } from './environment.ts';
import { mountRecovery } from './recovery/routes.ts';
import { mountEpochs } from './epochs/routes.ts';
import { mountGrants } from './grants/routes.ts';
import { mountForm } from './intake/form-routes.ts';
import type { FormThreads } from './intake/form-threads.ts';
import { mountIntake } from './intake/routes.ts';
import { mountInvitations } from './invitations/routes.ts';
import { openReportStore } from './intake/store.ts';
import { type Pinned, readKeyrings } from './keyring/current.ts';
import { mountKeyring } from './keyring/routes.ts';
import type { Report } from './log/log-line.ts';
import { type Clock, makeMount } from './mount.ts';
import { mountNotifications } from './notifications/routes.ts';
import { makePageStore } from './pages/page-store.ts';
import { readPublished } from './pages/published-releases.ts';
import { answerTrouble, latch, mountPages } from './pages/routes.tsx';
import { mountStatistics } from './pages/statistics-routes.ts';
import { Refusal } from './refusal.ts';
import { mountReleases } from './releases/routes.ts';
import { mountRetention } from './retention/routes.ts';
import type { TombstoneFile } from './retention/tombstones.ts';
import { mountPasskeys } from './second-factor/passkey-routes.ts';
import { mountFactorResets } from './factor-resets/routes.ts';
import { mountSecondFactor } from './second-factor/routes.ts';
import type { Secret } from './secret.ts';
import { mountClips } from './site/clip-routes.ts';
import { readSiteItems } from './site/reader.ts';
import { mountSetup } from './setup/routes.ts';
import { mountSite } from './site/routes.ts';
import { mountStatements } from './statements/routes.ts';
import type { FloodControl } from './web-security/flood-control.ts';
import { securityHeaders } from './web-security/headers.ts';
import { refuseCrossSite } from './web-security/same-origin.ts';

export type AppDeps = {
  readonly db: Database;
  /** How processes on the same database tell each other what has changed. */
  readonly broadcast: Broadcast;
  readonly isReady: () => Promise<boolean>;
  readonly pinned?: Pinned;
  readonly secret: Secret;
  readonly clock: Clock;
  /** What this deployment is, or what founding makes of it. */
  readonly kind: DeploymentKind;
  /** Null once founded. */
  readonly foundingToken: FoundingToken | null;
  /** Whether supervisors, publishers and administrators need a second factor; everybody may have one. */
  readonly factorRequired: boolean;
  /** Origins that a request may come from. Asked each time: the port may be known only later. */
  readonly origins: () => readonly string[];
  /** Where leaving quickly leads. */
  readonly neutralSite: string;
  /** Hours at which members are told of something new; null: no mail is sent. */
  readonly mailHours: readonly number[] | null;
  /** Where Tor Browser reaches this deployment; null: nowhere of its own. */
  readonly publicOrigin: string | null;
  readonly onionOrigin: string | null;
  readonly assets: Assets;
  /** Where forms without script are sealed. */
  readonly formThreads: FormThreads;
  /** What stays of erased cases, outside the database. */
  readonly tombstones: TombstoneFile;
  /** Milliseconds in whose multiples a receipt is answered; only a test that shows what they are for sets others. */
  readonly slices?: { readonly api: number; readonly page: number };
  readonly flood: FloodControl;
  /** Milliseconds between signs of life on a stream of changes; only a test sets another than `HEARTBEAT`. */
  readonly heartbeat?: number;
  readonly report: Report;
};

/** Puts the rooms together. Requests pass from top to bottom. */
export function makeApp(deps: AppDeps) {
  const { db, secret, clock, neutralSite, publicOrigin, onionOrigin, report } = deps;
  const demo = deps.kind === 'demo';
  const keyrings = readKeyrings(db, clock, deps.pinned);
  const sessions = makeSessions(db, secret, clock);
  const releases = readPublished(db);
  const site = readSiteItems(db);
  const assets = pageAssets(deps.assets);
  const pages = makePageStore({
    db,
    assets,
    demo,
    neutralSite,
    publicOrigin,
    onionOrigin,
    keyrings,
    releases,
    site,
    clock,
  });
  const changes = makeChanges(deps.broadcast);
  const changed = changes.tell;
  const reports = openReportStore(db, secret, changed);
  const app = new Hono<Environment>();

  app.use(nameRequest);
  app.use(securityHeaders(styleHashes(assets)));
  app.use(latch(neutralSite));
  app.use(refuseCrossSite(deps.origins));

  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => ((await deps.isReady()) ? c.text('ok') : c.text('not ready', 503)));
  mountAssets(app, deps);

  const identify = makeIdentify(sessions, keyrings);
  const mount = makeMount(app, { clock, identify, flood: deps.flood });
  const signingIn = { ...deps, sessions, keyrings, throttle: makeThrottle(clock) };
  mountAccounts(mount, signingIn);
  mountSecondFactor(mount, signingIn);
  mountPasskeys(mount, signingIn);
  mountFactorResets(mount, { db });
  mountInvitations(mount, { db, secret });
  mountKeyring(mount, { db, keyrings });
  mountIntake(mount, { db, reports, keyrings });
  mountAttachments(mount, app, { db, secret, clock, identify, flood: deps.flood });
  mountCases(mount, { db, changed });
  mountRetention(mount, { db });
  mountEpochs(mount, { db, changed });
  mountRecovery(mount, { db, changed });
  const beat = deps.heartbeat === undefined ? {} : { heartbeat: deps.heartbeat };
  const endStreams = mountChanges(app, { db, changes, recognise: (cookies) => identify(cookies, false), ...beat });
  mountStatements(mount, { db });
  mountGrants(mount, { db });
  mountDirectory(mount, { db });
  mountAcknowledgements(mount, { db, secret });
  mountCodedRecords(mount, { db });
  mountCohorts(mount, { db });
  mountReleases(mount, { db });
  const { api, page } = deps.slices ?? { api: API_SLICE, page: PAGE_SLICE };
  const talking: Talking = { db, secret, tombstones: deps.tombstones, attempts: makeThrottle(clock), changed };
  mountConversation(mount, { talking, slice: api });

  mountSite(mount, { db, site, settings: { demo, neutralSite, publicOrigin, onionOrigin } });
  mountSetup(mount, { db });
  mountDrafts(mount, { db });
  mountAudit(mount, { db });
  mountNotifications(mount, { db, hours: deps.mailHours });

  mountForm(app, { db, reports, pages, threads: deps.formThreads, flood: deps.flood });
  mountReturnForm(app, { talking, pages, threads: deps.formThreads, flood: deps.flood, slice: page });
  mountAckForm(app, { db, secret, pages, flood: deps.flood, attempts: makeThrottle(clock) });
  mountClips(app, { db });
  mountConsole(app, { assets: deps.assets, demo });
  mountPages(app, { pages, neutralSite, onionOrigin });
  mountStatistics(app, pages);

  const answer = answerError(report, (c, trouble) => answerTrouble(c, pages, trouble));
  app.notFound((c) => answer(new Refusal('not_found'), c));
  app.onError(answer);
  return {
    fetch: app.fetch,
    request: app.request,
    /** Ends every stream, so that a server can stop. */
    async close() {
      endStreams();
      await changes.close();
    },
    /** Every address that something answers at, as it was mounted. What passes all requests is not among them. */
    routes: app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
  };
}

export type App = ReturnType<typeof makeApp>;

const nameRequest: MiddlewareHandler<Environment> = async (c, next) => {
  c.set('request', crypto.randomUUID());
  await next();
};
