import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as afterWrites } from 'node:timers/promises';
import type { Day } from '@romduol/shared/ids';
import { daysBetween } from '@romduol/shared/language/dates';
import type postgres from 'postgres';
import type { Database } from './database.ts';

/** A row in the binary form of PostgreSQL's COPY: the bytes of each field. */
export type BinaryRow = readonly Uint8Array[];

/** PostgreSQL itself, for what drizzle has no words for; null on PGlite and within a transaction. */
export function postgresOf(db: Database): postgres.Sql | null {
  const client: unknown = '$client' in db ? db.$client : null;
  return isSql(client) ? client : null;
}

/** PGlite's is an object. */
const isSql = (client: unknown): client is postgres.Sql => typeof client === 'function';

/** "PGCOPY", eight bytes that show what a line has mangled, no flags and no extension; and what ends it all. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const TRAILER = Buffer.from([0xff, 0xff]);
/** From which PostgreSQL counts its days. */
const FIRST_DAY = '2000-01-01' as Day;

/**
 * Copies rows by a `copy … from stdin (format binary)`, byte for byte: nothing is written as text, and copied once only.
 * Call it within a transaction, and let a statement follow that looks for the rows: where the database has refused them the
 * driver may not say so, but every later statement of the transaction fails.
 */
export async function copyRows(copy: postgres.PendingQuery<postgres.Row[]>, rows: readonly BinaryRow[]): Promise<void> {
  const to = await copy.writable();
  const failed = once(to, 'error').then(([reason]) => Promise.reject(reason as Error));
  failed.catch(() => undefined);
  try {
    await Promise.race([writeRows(to, rows), failed]);
  } catch (error) {
    // Why it took no more, where a write says only that it does not.
    throw to.errored ?? error;
  }
}

/** Bytes: what is shorter goes along with what comes before it. */
const SMALL = 1024;

const int = (bytes: 2 | 4, value: number): Buffer => {
  const written = Buffer.alloc(bytes);
  written.writeIntBE(value, 0, bytes);
  return written;
};

/** Fields in the form that COPY takes them in. */
export const uuidField = (uuid: string): Uint8Array => Buffer.from(uuid.replaceAll('-', ''), 'hex');
export const intField = (value: number): Uint8Array => int(4, value);
export const dateField = (day: Day): Uint8Array => int(4, daysBetween(FIRST_DAY, day));

/** Writes rows and ends. What takes them has taken all but the end when this resolves. */
export async function writeRows(to: Writable, rows: readonly BinaryRow[]): Promise<void> {
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      to.write(bytes, (reason) => (reason ? reject(reason) : resolve()));
    });
  const due: Uint8Array[] = [HEADER];
  for (const row of rows) {
    due.push(int(2, row.length));
    for (const field of row) {
      due.push(int(4, field.length));
      if (field.length < SMALL) due.push(field);
      else {
        await write(Buffer.concat(due.splice(0)));
        await write(field);
      }
    }
  }
  await write(Buffer.concat([...due, TRAILER]));
  to.end();
  // The end goes out in a turn of its own.
  await afterWrites();
}
