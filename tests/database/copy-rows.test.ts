import { copyRows, dateField, intField, postgresOf, uuidField } from '@romduol/server/database/copy-rows';
import type { Day } from '@romduol/shared/ids';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './fresh.ts';
import { query } from './query.ts';

test('there is no such way into PGlite, nor within a transaction', async () => {
  const fresh = await freshDatabase('pglite');
  expect(postgresOf(fresh.db)).toBeNull();
  await fresh.db.transaction(async (tx) => expect(postgresOf(tx)).toBeNull());
  await fresh.close();
});

const COLUMNS = '(object_id, chunk, ciphertext, day) from stdin (format binary)';

test.skipIf(inject('templates').postgres === null)('into PostgreSQL rows go byte for byte, or not at all', async () => {
  const fresh: FreshDatabase = await freshDatabase('postgresql');
  const client = postgresOf(fresh.db);
  if (client === null) throw new Error('not PostgreSQL');
  const rows = query(fresh.db);
  const copy = (object: string, chunks: readonly (readonly [chunk: number, bytes: Uint8Array])[], day: Day) =>
    client.begin(async (tx) => {
      await copyRows(
        tx`copy attachment_chunks ${tx.unsafe(COLUMNS)}`,
        chunks.map(([chunk, bytes]) => [uuidField(object), intField(chunk), bytes, dateField(day)]),
      );
      await tx`select`;
    });
  const chunksOf = (object: string) =>
    rows<{
      chunk: number;
      ciphertext: Uint8Array;
      day: string;
    }>`select chunk, ciphertext, day::text from attachment_chunks where object_id = ${object} order by chunk`;

  await fc.assert(
    fc.asyncProperty(
      fc.uuid(),
      fc.uniqueArray(fc.nat(449), { minLength: 1, maxLength: 4 }),
      // Around the length from which bytes are written by themselves, and as long as chunks are.
      fc.constantFrom(0, 1, 1023, 1024, 1025, 262_185),
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      async (object, places, length, date) => {
        const day = date.toISOString().slice(0, 10) as Day;
        const chunks = places.map((chunk) => [chunk, new Uint8Array(length).fill(chunk % 251)] as const);
        await copy(object, chunks, day);
        expect(
          (await chunksOf(object)).map(({ chunk, ciphertext, day: stored }) => [
            chunk,
            Buffer.from(ciphertext).equals(chunks.find(([one]) => one === chunk)?.[1] ?? Buffer.alloc(0)),
            stored,
          ]),
        ).toEqual(places.toSorted((a, b) => a - b).map((chunk) => [chunk, true, day]));
      },
    ),
    { numRuns: 25 },
  );

  // What the database refuses it may refuse after the last byte has gone: it shows all the same, and the line goes on.
  const object = crypto.randomUUID();
  const bytes = new Uint8Array(1000).fill(7);
  await copy(object, [[3, bytes]], '2026-11-22' as Day);
  for (const refused of [
    [
      [2, bytes],
      [3, bytes.with(0, 8)],
    ],
    [
      [2, bytes],
      [450, bytes],
    ],
    [
      [2, bytes],
      [4, new Uint8Array(262_186)],
    ],
  ] as const) {
    for (let times = 0; times < 12; times += 1)
      await expect(copy(object, refused, '2026-11-22' as Day)).rejects.toThrow(
        /transaction is aborted|duplicate key|violates check/,
      );
    expect((await chunksOf(object)).map(({ chunk }) => chunk)).toEqual([3]);
  }
  await copy(object, [[4, bytes]], '2026-11-22' as Day);
  expect(await chunksOf(object)).toHaveLength(2);
  await fresh.close();
});
