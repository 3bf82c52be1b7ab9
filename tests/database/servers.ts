import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { connectPglite, connectPostgres } from '@romduol/server/database/connect';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/** A migrated database to copy: a file for PGlite, a template on the server for PostgreSQL where one can be started. */
export type Templates = {
  readonly pglite: string;
  readonly postgres: { readonly url: string; readonly template: string } | null;
};

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'romduol-tests-'));
  const server = await startPostgres();
  if (server === null)
    console.warn('No PostgreSQL found: the stores run on PGlite only. Install PostgreSQL to run them on both.');
  const templates: Templates = {
    pglite: await makePgliteTemplate(folder),
    postgres: server === null ? null : { url: server.url, template: await makePostgresTemplate(server.url) },
  };
  project.provide('templates', templates);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function makePgliteTemplate(folder: string): Promise<string> {
  const engine = await PGlite.create();
  const connection = await connectPglite(engine, MIGRATIONS);
  await connection.migrate();
  const file = join(folder, 'template.tar');
  const dump = await engine.dumpDataDir('none');
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()));
  await connection.close();
  return file;
}

async function makePostgresTemplate(url: string): Promise<string> {
  const name = 'romduol_template';
  const client = postgres(url, { max: 1 });
  await client.unsafe(`create database ${name}`);
  await client.end();
  const connection = await connectPostgres(url.replace(/\/postgres$/, `/${name}`), MIGRATIONS);
  await connection.migrate();
  await connection.close();
  return name;
}

declare module 'vitest' {
  export interface ProvidedContext {
    templates: Templates;
  }
}
