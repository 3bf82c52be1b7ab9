import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

/** Runs a raw statement; the drivers disagree on the shape of the answer. Byte columns need `plainBytes`. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<Row[]> {
  return unpack<Row>(await db.execute(statement));
}

const dialect = new PgDialect();

/**
 * The same as a prepared statement of this name: PostgreSQL parses and plans it once a connection. For the hot path.
 */
export async function preparedRowsOf<Row>(db: Database, name: string, statement: SQL): Promise<Row[]> {
  return unpack<Row>(await db._.session.prepareQuery(dialect.sqlToQuery(statement), undefined, name, false).execute());
}

const unpack = <Row>(answer: unknown): Row[] =>
  Array.isArray(answer) ? [...(answer as Row[])] : (answer as { rows: Row[] }).rows;

/** Matches any of a list; an empty list matches nothing. */
export const anyOf = (values: readonly string[]) =>
  values.length === 0
    ? sql`(null)`
    : sql`(${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )})`;

/** Ids as one value, to be held against a column by `= any(…)`: in its own type, so that its index finds them. */
export const idList = (ids: readonly string[]): SQL => sql`${`{${ids.join()}}`}::uuid[]`;
