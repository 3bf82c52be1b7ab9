import type { Database } from '@romduol/server/database/database';
import { rowsOf } from '@romduol/server/database/rows';
import { sql } from 'drizzle-orm';

/** Looks into a database, or meddles with it, past the stores: query(db)`select … ${value}`. */
export const query =
  (db: Database) =>
  <Row = Record<string, never>>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> =>
    rowsOf<Row>(db, sql(text, ...values));

/** A table's name where a statement has a place for a value. */
export const named = (table: string) => sql.identifier(table);
