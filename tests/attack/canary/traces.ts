import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';

/** Bytes that somebody who takes the machine away would hold, with where they lay. */
export type Trace = { readonly where: string; readonly bytes: Buffer };

/** Every file below a folder. */
export function filesIn(folder: string): Trace[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ where: path, bytes: readFileSync(path) }));
}

type Ask = (statement: string) => Promise<readonly Record<string, unknown>[]>;

/** Every value of every table, byte strings as bytes: what a database dump holds, without its compression. */
async function rowsOf(ask: Ask): Promise<Trace[]> {
  const tables = await ask(`select table_name as name from information_schema.tables where table_schema = 'public'`);
  const traces: Trace[] = [];
  for (const { name } of tables) {
    const rows = await ask(`select * from "${String(name)}"`);
    const cells = rows.flatMap((row) => Object.values(row).map((cell) => bytesOf(cell)));
    traces.push({
      where: `table ${String(name)}`,
      bytes: Buffer.concat(cells.flatMap((cell) => [cell, Buffer.from([0])])),
    });
  }
  return traces;
}

const bytesOf = (cell: unknown): Buffer => (cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell)));

/** Tables and files of a PGlite folder whose server has stopped. */
export async function tracesOfPglite(dataDir: string): Promise<Trace[]> {
  // The files first: opening the folder writes to it.
  const files = filesIn(dataDir);
  const engine = await PGlite.create(join(dataDir, 'pglite'));
  const rows = await rowsOf(async (statement) => (await engine.query<Record<string, unknown>>(statement)).rows);
  await engine.close();
  return [...files, ...rows];
}

/** Tables, `pg_dump` where it is installed, and the server's whole folder with its write-ahead log. */
export async function tracesOfPostgres(url: string): Promise<Trace[]> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const rows = await rowsOf((statement) => client.unsafe(statement));
    await client.unsafe('checkpoint');
    const [setting] = await client.unsafe<{ data_directory: string }[]>('show data_directory');
    const dump = spawnSync('pg_dump', [url], { maxBuffer: 512 * 1024 * 1024 });
    return [
      ...rows,
      ...(dump.status === 0 ? [{ where: 'pg_dump', bytes: dump.stdout }] : []),
      ...filesIn(setting?.data_directory ?? ''),
    ];
  } finally {
    await client.end({ timeout: 5 });
  }
}
