import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, check, customType } from 'drizzle-orm/pg-core';

/** Plain `Uint8Array` on both drivers: `postgres` hands out Buffers, PGlite bare arrays. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (bytes) => plainBytes(bytes),
});

/** What a raw statement returned for a bytea column, as a plain `Uint8Array`. */
export const plainBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const length = (column: AnyPgColumn): SQL => sql`octet_length(${column})`;

/** Holds byte columns to exact lengths, so that a slip in a store cannot write half a key. */
export const fixed = (name: string, lengths: readonly (readonly [AnyPgColumn, number])[]) =>
  check(
    name,
    sql.join(
      lengths.map(([column, bytes]) => sql`${length(column)} = ${sql.raw(String(bytes))}`),
      sql` and `,
    ),
  );

/** Holds byte columns below the contract's limits. */
export const bounded = (name: string, limits: readonly (readonly [AnyPgColumn, number])[]) =>
  check(
    name,
    sql.join(
      limits.map(([column, bytes]) => sql`${length(column)} <= ${sql.raw(String(bytes))}`),
      sql` and `,
    ),
  );

/** Names of organisations and teams, as in shared/src/ids.ts. */
export const slug = (name: string, column: AnyPgColumn) => check(name, sql`${column} ~ '^[a-z][a-z0-9-]{1,31}$'`);
/** An organisation, or one of its teams after a dot: whose figures are published. */
export const series = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^[a-z][a-z0-9-]{1,31}([.][a-z][a-z0-9-]{1,31})?$'`);
export const quarter = (name: string, column: AnyPgColumn) => check(name, sql`${column} ~ '^[0-9]{4}-Q[1-4]$'`);
export const positive = (name: string, ...columns: readonly AnyPgColumn[]) =>
  check(
    name,
    sql.join(
      columns.map((column) => sql`${column} >= 1`),
      sql` and `,
    ),
  );
