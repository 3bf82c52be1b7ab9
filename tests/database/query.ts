import type { Database } from '@romduol/server/database/database';
import { rowsOf } from '@romduol/server/database/rows';
import { sql } from 'drizzle-orm';

/** Looks into a database, or meddles with it, past the stores: query(db)`select … ${value}`. */
export const query =
  (db: Database) =>
  <Row = Record<string, never>>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> =>
    rowsOf<Row>(db, sql(text, ...values));
