import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { connectPglite, connectPostgres } from '@romduol/server/database/connect';
import { transaction } from '@romduol/server/database/database';
import { anyOf, rowsOf } from '@romduol/server/database/rows';
import * as schema from '@romduol/server/database/schema';
import { sqlState, violatedConstraint } from '@romduol/server/database/violations';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase, kinds } from './fresh.ts';
import { MIGRATIONS } from './servers.ts';

const { entries: JOURNAL } = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
  entries: { idx: number }[];
};

describe.each(kinds)('%s', (kind) => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase(kind);
  });
  afterAll(() => fresh.close());

  test('is ready once it is migrated, and migrating again changes nothing', async () => {
    expect(await fresh.isReady()).toBe(true);
    await fresh.migrate();
    expect(await rowsOf(fresh.db, sql`select from drizzle.__drizzle_migrations`)).toHaveLength(JOURNAL.length);
  });

  test('names the constraint that a statement broke, and its state', async () => {
    const insert = () =>
      fresh.db
        .insert(schema.keyringVersions)
        .values({ version: 1, hash: new Uint8Array(32), day: '2026-01-01', file: '{}' });
    await insert();
    const broken = await insert().then(
      () => null,
      (error: unknown) => error,
    );
    expect(violatedConstraint(broken)).toBe('keyring_versions_pkey');
    expect(sqlState(broken)).toBe('23505');
    expect(violatedConstraint(new Error('another'))).toBeNull();
  });

  test('gives byte columns back as plain arrays, and days as they were written', async () => {
    const [row] = await fresh.db.select().from(schema.keyringVersions);
    expect(row?.hash.constructor).toBe(Uint8Array);
    expect(row?.day).toBe('2026-01-01');
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const failed = transaction(fresh.db, async (tx) => {
      await tx
        .insert(schema.keyringVersions)
        .values({ version: 2, hash: new Uint8Array(32).fill(2), day: '2026-01-02', file: '{}' });
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    expect(await fresh.db.select().from(schema.keyringVersions)).toHaveLength(1);
  });

  test('matches one of a list, and nothing of an empty one', async () => {
    expect(await rowsOf(fresh.db, sql`select where 'b' in ${anyOf(['a', 'b'])}`)).toHaveLength(1);
    expect(await rowsOf(fresh.db, sql`select where 'b' in ${anyOf([])}`)).toHaveLength(0);
  });
});

test('an empty database is not ready', async () => {
  const connection = await connectPglite(await PGlite.create(), MIGRATIONS);
  expect(await connection.isReady()).toBe(false);
  await connection.close();
});

test.each(kinds.filter((kind) => kind === 'postgresql'))('%s: processes that start at once migrate once', async () => {
  const url = inject('templates').postgres?.url ?? '';
  const name = `at_once_${process.pid}`;
  const administrator = postgres(url, { max: 1, onnotice: () => undefined });
  await administrator.unsafe(`create database ${name}`);
  const connections = await Promise.all(
    Array.from({ length: 4 }, () => connectPostgres(url.replace(/\/postgres$/, `/${name}`), MIGRATIONS)),
  );
  await Promise.all(connections.map((connection) => connection.migrate()));
  const [first] = connections;
  expect(await first?.isReady()).toBe(true);
  await Promise.all(connections.map((connection) => connection.close()));
  await administrator.unsafe(`drop database ${name}`);
  await administrator.end();
});

test('the migrations make exactly the schema that the stores are written against', async () => {
  const last = JSON.parse(
    readFileSync(join(MIGRATIONS, `meta/${String(JOURNAL.at(-1)?.idx).padStart(4, '0')}_snapshot.json`), 'utf8'),
  ) as ReturnType<typeof generateDrizzleJson>;
  expect(await generateMigration(last, generateDrizzleJson({ ...schema }, last.id))).toEqual([]);
});
