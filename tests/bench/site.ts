import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundSample } from '@romduol/server/demo/found-sample';
import { type ServerProcess, startServer } from '../attack/server-process.ts';
import { type PostgresServer, startPostgres } from '../database/postgres-server.ts';
import { callerOf } from '../attack/intake/clients.ts';
import { SAMPLE_PLAN } from '../end-to-end/deployment.ts';

/** Where the build put the benchmarks: `tests/dist/program`. */
export const ROOT = join(import.meta.dirname, '../../..');

export type Engine = 'pglite' | 'postgresql';

/** A founded deployment on an engine, its server stopped: start it as often as a measurement needs. */
export type Site = {
  readonly engine: Engine;
  readonly dataDir: string;
  /** Null for PGlite. */
  readonly postgres: PostgresServer | null;
  start(under?: readonly string[]): Promise<ServerProcess>;
  close(): Promise<void>;
};

/** Null where there is no PostgreSQL to start. */
export async function openSite(engine: Engine): Promise<Site | null> {
  const postgres = engine === 'postgresql' ? await startPostgres() : null;
  if (engine === 'postgresql' && postgres === null) return null;
  const dataDir = mkdtempSync(join(tmpdir(), 'romduol-bench-'));
  const site: Site = {
    engine,
    dataDir,
    postgres,
    start: (under = []) => startServer({ root: ROOT, dataDir, databaseUrl: postgres?.url ?? null, under }),
    async close() {
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  const server = await site.start();
  await foundSample(callerOf(server.origin), Date.now, server.foundingToken ?? '', SAMPLE_PLAN);
  await server.stop();
  return site;
}
