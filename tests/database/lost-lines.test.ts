import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { keepBodies } from '@romduol/server/attachments/keep-bodies';
import { storeChunks } from '@romduol/server/attachments/store';
import { type Connection, connectPostgres } from '@romduol/server/database/connect';
import { rowsOf } from '@romduol/server/database/rows';
import type { Day } from '@romduol/shared/ids';
import { UPLOAD_MAX } from '@romduol/shared/sealing/attachment';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './fresh.ts';
import { query } from './query.ts';
import { MIGRATIONS } from './servers.ts';

const today = '2026-11-22' as Day;
/** As long as chunks are. */
const LONG = 262_161;
const TOGETHER = 4;
const REQUESTS = 4;
const TRIES = 50;
/** Less than the driver waits for a connection in vain, milliseconds. */
const SOON = 8_000;

/** A line to a port of this machine, each of whose connections breaks when `lasts` bytes have gone up it. */
async function openBreakingLine(port: number, lasts: () => number) {
  const open = new Set<Socket>();
  const seen = { broken: 0 };
  const line = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let left = lasts();
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    far.pipe(near);
    near.on('data', (bytes) => {
      far.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left > 0) return;
      seen.broken += 1;
      // What reached the database before may still be carried out, or not.
      if (seen.broken % 2 === 0) near.destroy();
      else near.end();
    });
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    port: (line.address() as AddressInfo).port,
    seen,
    close: () => {
      line.close();
      for (const socket of open) socket.destroy();
    },
  };
}

const endOthers = (database: FreshDatabase, statement: string) =>
  database.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query like ${statement}`);

/** That every place of the pool answers, and soon. */
async function expectAllAnswer({ db }: Connection): Promise<void> {
  const began = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => db.transaction((tx) => rowsOf(tx, sql`select pg_sleep(0.05)`))));
  expect(performance.now() - began).toBeLessThan(SOON);
}

describe.skipIf(inject('templates').postgres === null)('lines to PostgreSQL that are lost', () => {
  test.each(['while a statement runs', 'between two statements'])(
    '%s end that transaction and nothing else',
    async (when) => {
      const database = await freshDatabase('postgresql');
      const connection = await connectPostgres(database.url ?? '', MIGRATIONS);
      const gate = { open: (): void => undefined };
      const opened = new Promise<void>((resolve) => {
        gate.open = resolve;
      });
      const ended = connection.db.transaction(async (tx) => {
        await rowsOf(tx, sql`create table left_over ()`);
        await (when === 'between two statements' ? opened : rowsOf(tx, sql`select pg_sleep(30)`));
        // By now this would be said over somebody else's line.
        await rowsOf(tx, sql`create table left_over ()`);
      });
      await Promise.all([
        expect(ended).rejects.toThrow('CONNECTION_CLOSED'),
        sleep(200).then(() => endOthers(database, '%')),
      ]);
      // The driver says of the end of a line to whoever asks next over it, and only to them.
      const next = await Promise.allSettled(Array.from({ length: 20 }, () => rowsOf(connection.db, sql`select 1`)));
      expect(next.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(1);
      gate.open();
      await expectAllAnswer(connection);
      expect(await rowsOf(database.db, sql`select from pg_class where relname = 'left_over'`)).toEqual([]);
      await connection.close();
      await database.close();
    },
  );

  test('what a transaction itself throws rolls it back, and its line goes on', async () => {
    const database = await freshDatabase('postgresql');
    for (const thrown of [new Error('ours'), Object.assign(new Error('not of this line'), { code: 'ECONNRESET' })])
      await expect(
        database.db.transaction(async (tx) => {
          await rowsOf(tx, sql`create table left_over ()`);
          throw thrown;
        }),
      ).rejects.toBe(thrown);
    expect(await rowsOf(database.db, sql`select from pg_class where relname = 'left_over'`)).toEqual([]);
    expect(
      await rowsOf(
        database.db,
        sql`select from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`,
      ),
    ).toEqual([]);
    await expectAllAnswer(database);
    await database.close();
  });

  test('in the midst of many uploads, whose own lines break too, leave every byte in its own place', async () => {
    const database = await freshDatabase('postgresql');
    const rows = query(database.db);
    const url = new URL(database.url ?? '');
    await fc.assert(
      fc.asyncProperty(
        // How long connections last, the first one and each fourth within its first rows; and at which piece of which request its sender breaks off.
        fc.infiniteStream(fc.integer({ min: 200_000, max: 9_000_000 })),
        fc.infiniteStream(fc.integer({ min: 0, max: 30 })),
        async (lasts, breaks) => {
          let made = 0;
          const line = await openBreakingLine(Number(url.port), () => {
            const last = lasts.next().value ?? 0;
            made += 1;
            return made % 4 === 1 ? 20_000 + (last % (LONG * TOGETHER)) : last;
          });
          const connection = await connectPostgres(
            Object.assign(new URL(url), { port: String(line.port) }).href,
            MIGRATIONS,
          );
          const readBody = keepBodies({ count: 4, longest: UPLOAD_MAX });
          const files = Array.from({ length: 6 }, () => crypto.randomUUID());
          const chunkOf = (file: number, chunk: number): Uint8Array => {
            const bytes = new Uint8Array(LONG).fill(file);
            bytes.fill(chunk, 0, LONG / 2);
            return bytes;
          };
          const send = async (file: number, first: number): Promise<string> => {
            const breaksAt = breaks.next().value ?? 0;
            const parts = Array.from({ length: TOGETHER }, (_, n) => chunkOf(file, first + n));
            async function* pieces() {
              for (const [at, part] of parts.entries()) {
                await nextTurn();
                if (at === breaksAt) throw new Error('the sender broke off');
                yield part;
              }
            }
            const whole = async () => {
              const come: Uint8Array[] = [];
              for await (const piece of pieces()) come.push(piece);
              return new Uint8Array(Buffer.concat(come)).buffer;
            };
            return readBody({ saysLength: true, pieces, whole }, (bytes) =>
              storeChunks(connection.db, {
                object: files[file] ?? '',
                chunk: first,
                parts: parts.map((_, n) => bytes.subarray(n * LONG, (n + 1) * LONG)),
                today,
              }),
            );
          };
          await Promise.all(
            files.flatMap((_, file) =>
              Array.from({ length: REQUESTS }, async (__, n) => {
                const sent = (again: number): Promise<string> =>
                  send(file, n * TOGETHER).catch((error) =>
                    again === 0 ? Promise.reject(error as Error) : sent(again - 1),
                  );
                return sent(TRIES);
              }),
            ),
          );
          expect(line.seen.broken).toBeGreaterThan(0);
          for (const [file, object] of files.entries()) {
            const stored = await rows<{ chunk: number; ciphertext: Uint8Array }>`
              select chunk, ciphertext from attachment_chunks where object_id = ${object} order by chunk`;
            expect(
              stored.map(({ chunk, ciphertext }) => [chunk, Buffer.from(ciphertext).equals(chunkOf(file, chunk))]),
            ).toEqual(Array.from({ length: REQUESTS * TOGETHER }, (_, chunk) => [chunk, true]));
          }
          line.close();
          await connection.close();
        },
      ),
      { numRuns: 2 },
    );
    await database.close();
  });
});
