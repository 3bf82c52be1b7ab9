import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/**
 * What every store takes: PostgreSQL, PGlite, or an open transaction of either. Inside a transaction use only the
 * transaction: on PGlite the outer handle would wait for it for ever.
 */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Runs `act` in one transaction; whatever it throws rolls everything back. */
export const transaction = <T>(db: Database, act: (tx: Database) => Promise<T>): Promise<T> => db.transaction(act);

/** Runs statements that only read, all on the database as it stands at the first: what they answer belongs together. */
export const snapshot = <T>(db: Database, read: (tx: Database) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
