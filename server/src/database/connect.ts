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
import type { Database } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { rowsOf } from './rows.ts';
import * as schema from './schema.ts';

export type Connection = {
  readonly engine: 'postgresql' | 'pglite';
  readonly db: Database;
  /** Brings the schema to the newest migration; processes that start at once take turns. */
  migrate(): Promise<void>;
  /** Whether the database answers and has every migration this build knows. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
};

/** Any number, the same in every process: who holds it migrates. */
const MIGRATION_LOCK = 7_362_514;
const CLOSE_WITHIN = 5; // seconds

export async function connectPostgres(url: string, migrationsFolder: string): Promise<Connection> {
  const quiet = { onnotice: () => undefined, connect_timeout: 10 };
  const client = postgres(url, { max: 10, ...quiet });
  const db = onPostgres(client, { schema });
  const known = readMigrationFiles({ migrationsFolder }).length;
  return {
    engine: 'postgresql',
    db,
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
    close: () => client.end({ timeout: CLOSE_WITHIN }),
  };
}

export async function connectPglite(engine: PGlite, migrationsFolder: string): Promise<Connection> {
  const db = onPglite(engine, { schema });
  const known = readMigrationFiles({ migrationsFolder }).length;
  return {
    engine: 'pglite',
    db,
    migrate: () => migratePglite(db, { migrationsFolder }),
    isReady: () => isMigrated(db, known),
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
  const connection = await connectPglite(await PGlite.create(folder), where.migrationsFolder);
  return {
    ...connection,
    async close() {
      await connection.close();
      await lock.release();
    },
  };
}

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
