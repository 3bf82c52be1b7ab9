import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { type Connection, connectPglite, connectPostgres } from '@romduol/server/database/connect';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import postgres from 'postgres';
import { inject } from 'vitest';
import { MIGRATIONS } from './servers.ts';

export type DatabaseKind = 'pglite' | 'postgresql';

/** Every engine that can be had here: `describe.each(kinds)` runs a suite on each. */
export const kinds: readonly DatabaseKind[] =
  inject('templates').postgres === null ? ['pglite'] : ['pglite', 'postgresql'];

/**
 * For suites about what members' own programs do with what the server answers and for attacks on a whole process, since every
 * statement has a suite of its own on each engine: one engine, the one for work where it can be had. The long run takes each.
 */
export const mainKinds: readonly DatabaseKind[] = process.env['EVERY_ENGINE'] === undefined ? kinds.slice(-1) : kinds;

export type FreshDatabase = Connection & {
  /** The address to connect to; null for PGlite, which lives in this process. */
  readonly url: string | null;
};

/** A migrated, empty database of its own. Close it when done. */
export async function freshDatabase(kind: DatabaseKind = 'pglite'): Promise<FreshDatabase> {
  useSodium(await loadStandardSodium());
  return kind === 'pglite' ? freshPglite() : freshPostgres();
}

async function freshPglite(): Promise<FreshDatabase> {
  const engine = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('templates').pglite)]) });
  return { ...(await connectPglite(engine, MIGRATIONS)), url: null };
}

let made = 0;

async function freshPostgres(): Promise<FreshDatabase> {
  const server = inject('templates').postgres;
  if (server === null) throw new Error('there is no PostgreSQL here');
  made += 1;
  const name = `fresh_${process.pid}_${made}`;
  await asAdministrator(server.url, `create database ${name} template ${server.template}`);
  const url = server.url.replace(/\/postgres$/, `/${name}`);
  const connection = await connectPostgres(url, MIGRATIONS);
  return {
    ...connection,
    url,
    async close() {
      await connection.close();
      await asAdministrator(server.url, `drop database ${name} with (force)`);
    },
  };
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
