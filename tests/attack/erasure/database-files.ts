import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@romduol/server/database/connect';
import { expect } from 'vitest';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { MIGRATIONS } from '../../database/servers.ts';
import { type FreshApp, freshApp } from '../../http/fresh-app.ts';
import { filesIn } from '../canary/traces.ts';

/** Bytes of a run, and from the beginning of one to that of the next. */
const RUN = 24;
const STEP = 120;

export const runsEvery =
  (step: number) =>
  (bytes: Uint8Array): Buffer[] =>
    Array.from({ length: Math.ceil((bytes.length - RUN) / step) }, (_, at) =>
      Buffer.from(bytes.subarray(at * step, at * step + RUN)),
    );
export const runsOf = runsEvery(STEP);

/** All, but for the few that lie across the end of one of the database's pieces. */
export const nearlyAll = (runs: readonly Buffer[]): number => Math.floor(runs.length * 0.97);

/** What the first three bytes of a run can be. */
const BEGINNINGS = 2 ** 24;
const beginningAt = (bytes: Buffer, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);

/** The runs that stand in any file below a folder, each with the file in which it was met first. */
export function findRuns(runs: readonly Buffer[], folder: string): Map<Buffer, string> {
  const begins = new Uint8Array(BEGINNINGS);
  const sought = new Map<number, Buffer[]>();
  for (const run of runs) {
    const beginning = beginningAt(run, 0);
    begins[beginning] = 1;
    sought.set(beginning, [...(sought.get(beginning) ?? []), run]);
  }
  const found = new Map<Buffer, string>();
  for (const { where, bytes } of filesIn(folder))
    for (let at = 0; at + RUN <= bytes.length; at += 1) {
      const beginning = beginningAt(bytes, at);
      if (begins[beginning] !== 1) continue;
      for (const run of sought.get(beginning) ?? [])
        if (!found.has(run) && run.compare(bytes, at, at + RUN) === 0) found.set(run, where);
    }
  return found;
}

export type Site = { readonly fresh: FreshApp; readonly folder: string; readonly dataDir: string };

/** The server on a database whose files can be looked at. */
export async function openSite(kind: DatabaseKind): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'romduol-erasure-'));
  if (kind === 'pglite') {
    const connection = await openDatabase({ databaseUrl: null, dataDir: folder, migrationsFolder: MIGRATIONS });
    await freshDatabase(kind).then((loaded) => loaded.close());
    await connection.migrate();
    const database: FreshDatabase = { ...connection, url: null };
    return { fresh: await freshApp(kind, { database }), folder, dataDir: folder };
  }
  const database = await freshDatabase(kind);
  const ask = query(database.db);
  // As SECURITY.md asks for; it is a setting of the whole server.
  await ask`alter system set wal_recycle = off`;
  await ask`select pg_reload_conf()`;
  const [setting] = await ask<{ data_directory: string }>`show data_directory`;
  const dataDir = setting?.data_directory ?? '';
  expect(readdirSync(dataDir)).toContain('pg_wal');
  return { fresh: await freshApp(kind, { database }), folder, dataDir };
}
