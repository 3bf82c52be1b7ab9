import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { type Broadcast, broadcastBy, broadcastWithin } from './broadcast.ts';
import type { Database } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { keepOffLostLines } from './lost-lines.ts';
import { rowsOf } from './rows.ts';
import * as schema from './schema.ts';

export type Connection = {
  readonly engine: 'postgresql' | 'pglite';
  readonly db: Database;
  readonly broadcast: Broadcast;
  /** Brings the schema to the newest migration; processes that start at once take turns. */
  migrate(): Promise<void>;
  /** Whether the database answers and has every migration this build knows. */
  isReady(): Promise<boolean>;
  /**
   * Lets `act` run statements that no transaction may hold, on a connection of its own, in one process at a time. False
   * when another is at it. Rejects when one has to wait longer than three seconds for a lock.
   */
  maintain(act: (run: (statement: string) => Promise<void>) => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
};

/** Any number, the same in every process: who holds it migrates. */
const MIGRATION_LOCK = 7_362_514;
/** The same for what `maintain` does. */
const MAINTENANCE_LOCK = 7_362_516;
const CLOSE_WITHIN = 5; // seconds

export async function connectPostgres(url: string, migrationsFolder: string): Promise<Connection> {
  const quiet = { onnotice: () => undefined, connect_timeout: 10 };
  const client = postgres(url, { max: 10, ...quiet });
  keepOffLostLines(client);
  const db = onPostgres(client, { schema });
  const known = readMigrationFiles({ migrationsFolder }).length;
  return {
    engine: 'postgresql',
    db,
    broadcast: broadcastBy(client),
    async migrate() {
      const alone = postgres(url, { max: 1, ...quiet });
      try {
        await alone`select pg_advisory_lock(${MIGRATION_LOCK})`;
        await migratePostgres(onPostgres(alone), { migrationsFolder });
      } finally {
        await alone.end({ timeout: CLOSE_WITHIN });
      }
    },
    isReady: () => isMigrated(db, known),
    async maintain(act) {
      const alone = postgres(url, { max: 1, ...quiet });
      try {
        const [row] = await alone<{ held: boolean }[]>`select pg_try_advisory_lock(${MAINTENANCE_LOCK}) as held`;
        if (row?.held !== true) return false;
        await alone`set lock_timeout = '3s'`;
        await act(async (statement) => void (await alone.unsafe(statement)));
        return true;
      } finally {
        await alone.end({ timeout: CLOSE_WITHIN });
      }
    },
    close: () => client.end({ timeout: CLOSE_WITHIN }),
  };
}

export async function connectPglite(engine: PGlite, migrationsFolder: string): Promise<Connection> {
  const db = onPglite(engine, { schema });
  const known = readMigrationFiles({ migrationsFolder }).length;
  return {
    engine: 'pglite',
    db,
    broadcast: broadcastWithin(engine),
    migrate: () => migratePglite(db, { migrationsFolder }),
    isReady: () => isMigrated(db, known),
    async maintain(act) {
      // There is one process and one connection: statements take their turns.
      await act(async (statement) => void (await engine.exec(statement)));
      return true;
    },
    close: () => within(CLOSE_WITHIN, engine.close()),
  };
}

/** Opens what the configuration names: PostgreSQL by its address, else PGlite in the data folder, locked for us alone. */
export async function openDatabase(where: {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly migrationsFolder: string;
}): Promise<Connection> {
  if (where.databaseUrl !== null) return connectPostgres(where.databaseUrl, where.migrationsFolder);
  const folder = join(where.dataDir, 'pglite');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(where.dataDir);
  const connection = await connectPglite(await openFolder(folder), where.migrationsFolder);
  return {
    ...connection,
    async close() {
      await connection.close();
      await lock.release();
    },
  };
}

/** A finished piece of the write-ahead log is deleted, not kept for its place on the disk: it holds what was erased. */
export const openFolder = (folder: string): Promise<PGlite> =>
  PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'] });

async function isMigrated(db: Database, known: number): Promise<boolean> {
  try {
    const [row] = await rowsOf<{ done: number }>(
      db,
      sql`select count(*)::int as done from drizzle.__drizzle_migrations`,
    );
    return (row?.done ?? 0) >= known;
  } catch {
    return false;
  }
}

/** A close that hangs must not keep a stopping process alive; what was acknowledged is already in the database. */
async function within(seconds: number, closing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  await Promise.race([closing, limit]);
  clearTimeout(timer);
}
