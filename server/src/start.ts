import './native-base64.ts';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { makeFoundingToken } from './accounts/founding.ts';
import { type DeploymentKind, readDeployment } from './accounts/store.ts';
import { type App, makeApp } from './app.ts';
import { loadAssets } from './assets/assets.ts';
import { type Config, ConfigError, originsFor } from './config.ts';
import { type Connection, openDatabase } from './database/connect.ts';
import { errorCode } from './error-code.ts';
import { openFormThreads } from './intake/open-form-threads.ts';
import type { Database } from './database/database.ts';
import { openMailer } from './notifications/mailer.ts';
import { makeRounds } from './notifications/rounds.ts';
import { dayAt } from '@romduol/shared/language/dates';
import { type Report, logLine, nameFault } from './log/log-line.ts';
import type { Clock } from './mount.ts';
import { type Erasing, applyTombstones } from './retention/erase.ts';
import { sweep, sweepCases } from './retention/sweep.ts';
import { openTombstoneFile } from './retention/tombstones.ts';
import { makeSecret, readPepper } from './secret.ts';
import { PINNED } from '@romduol/shared/sealing/pinned-root';
import { makeFloodControl } from './web-security/flood-control.ts';

const SWEEP_EVERY = 60 * 60_000;
const ROUND_EVERY = 60_000;
/** How long open requests may take to end when we are asked to stop, ms. */
const PATIENCE = 5000;

export type OpenOptions = {
  readonly config: Config;
  readonly kind: DeploymentKind;
  readonly clock: Clock;
  /** The folder that holds `migrations` and `web/dist`. */
  readonly root: string;
  readonly report: Report;
};

/** A deployment ready to answer, not yet listening: the demo fills one through its app before anybody can look. */
export type OpenDeployment = {
  readonly app: App;
  readonly connection: Connection;
  /** The one-time right to found it; null when that has been done. */
  readonly foundingToken: string | null;
  listen(): Promise<{ readonly port: number; readonly origins: readonly string[] }>;
  /** Lets open requests end, then closes everything. */
  stop(): Promise<void>;
};

/** Opens database and secret, migrates, and puts the app together. Throws `ConfigError` or `FolderInUse`. */
export async function openDeployment(options: OpenOptions): Promise<OpenDeployment> {
  const { config, root } = options;
  useSodium(await loadStandardSodium());
  const secret = makeSecret(readPepper(config.secretFile, config.secretIsOurs));
  const assets = loadAssets(join(root, 'web/dist/public'));
  const flood = makeFloodControl(config);
  const formThreads = await openFormThreads(root, flood);
  const connection = await openDatabase({ ...config, migrationsFolder: join(root, 'migrations') });
  try {
    await connection.migrate().catch(explainDatabase);
    const { db } = connection;
    const founded = await readDeployment(db);
    if (options.kind === 'demo' && founded?.kind === 'live')
      throw new ConfigError('This database belongs to a real deployment. The demonstration needs one of its own.');
    if (founded !== null && !sodium().equal(founded.pepperCheck, secret.check))
      throw new ConfigError(`${config.secretFile} is not the secret that this database was founded with. Restore it.`);
    const tombstones = openTombstoneFile(join(config.dataDir, 'tombstones'));
    const erasing: Erasing = { db, secret, tombstones };
    // Before anything is served: the database may be a backup of a time before something was erased.
    await applyTombstones(erasing, dayAt(options.clock()));
    const founding = founded === null ? makeFoundingToken() : null;
    let origins = originsFor(config, config.port);
    const app = makeApp({
      ...options,
      kind: founded?.kind ?? options.kind,
      // A demonstration's accounts stand in a file beside it: a second factor would protect nothing.
      factorRequired: config.factorRequired && (founded?.kind ?? options.kind) === 'live',
      db,
      pinned: PINNED,
      broadcast: connection.broadcast,
      secret,
      assets,
      formThreads,
      tombstones,
      flood,
      isReady: () => connection.isReady(),
      foundingToken: founding?.door ?? null,
      origins: () => origins,
      neutralSite: config.neutralSite,
      publicOrigin: config.publicOrigins?.[0] ?? null,
      onionOrigin: config.onionOrigin,
      mailHours: config.mail?.hours ?? null,
    });
    const goRound = await openRounds(db, options);
    let server: ReturnType<typeof serve> | null = null;
    const sweeping = setInterval(() => void sweepQuietly(connection, erasing, options), SWEEP_EVERY).unref();
    const rounds = goRound === null ? null : setInterval(() => void goRound(), ROUND_EVERY).unref();
    return {
      app,
      connection,
      foundingToken: founding?.token ?? null,
      async listen() {
        const listening = await startListening(app, config);
        server = listening.server;
        origins = originsFor(config, listening.port);
        void sweepQuietly(connection, erasing, options);
        return { port: listening.port, origins };
      },
      async stop() {
        clearInterval(sweeping);
        if (rounds !== null) clearInterval(rounds);
        await app.close();
        if (server !== null) await closeServer(server);
        await formThreads.close();
        await connection.close();
      },
    };
  } catch (error) {
    await formThreads.close();
    await connection.close();
    throw error;
  }
}

/** Whatever it is, a person has to mend it; the code is all that can be said without repeating an address. */
function explainDatabase(error: unknown): never {
  const code = errorCode(error);
  if (code === null) throw error;
  throw new ConfigError(`The database cannot be used: ${code}. Look at DATABASE_URL and whether it can be reached.`);
}

function startListening(app: App, { port, host }: Config): Promise<{ port: number; server: ReturnType<typeof serve> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (at) => resolve({ port: at.port, server }));
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new ConfigError(`Port ${port} is taken. Set PORT to another.`) : error),
    );
  });
}

function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

/** What tells members that there is something new; null where no mail is sent. */
async function openRounds(db: Database, { config, clock, report }: OpenOptions): Promise<(() => Promise<void>) | null> {
  if (config.mail === null) return null;
  const mailer = await openMailer(config.mail);
  const goRound = makeRounds({ db, clock, mailer, hours: config.mail.hours, report });
  let under = false;
  return async () => {
    // A mail server may take longer than a minute; one round ends before the next begins.
    if (under) return;
    under = true;
    await goRound().catch(() => report(logLine`fault sending notices`));
    under = false;
  };
}

async function sweepQuietly(connection: Connection, erasing: Erasing, { clock, report }: OpenOptions): Promise<void> {
  try {
    await sweep(connection.db, clock);
    await sweepCases(connection, erasing, clock);
  } catch (error) {
    report(logLine`fault sweeping ${nameFault(error)}`);
  }
}
