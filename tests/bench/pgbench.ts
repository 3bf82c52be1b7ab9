import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

const SECONDS = 4;

type Column = { readonly table: string; readonly name: string; readonly length: number };

/**
 * Transactions a second of pgbench, storing rows like the newest report's: the same tables, with the same number of bytes
 * in each column, in one statement as the server does. What the database can do with nothing in front of it. Empty where
 * pgbench is not installed.
 */
export async function measurePgbench(url: string, clients: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'romduol-pgbench-'));
  try {
    const script = join(folder, 'report.sql');
    writeFileSync(script, await writeScript(url));
    const ran = spawnSync(
      'pgbench',
      ['-n', '-c', String(clients), '-j', '2', '-T', String(SECONDS), '-f', script, url],
      { encoding: 'utf8' },
    );
    if (ran.error !== undefined) return [];
    const rate = /^tps = ([\d.]+)/m.exec(ran.stdout)?.[1];
    if (rate === undefined || !/failed transactions: 0 /.test(ran.stdout))
      throw new Error(`pgbench failed: ${ran.stderr}`);
    return [Number(rate)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeScript(url: string): Promise<string> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const lengths = await client<Column[]>`
      select 'reports' as table, c.name, c.length::int from (select * from reports order by ctid desc limit 1) r,
        lateral (values ('commit', length(r.commit)), ('nonce', length(r.nonce)), ('body', length(r.body)),
          ('reporter_key', length(r.reporter_key)), ('kids', length(r.kids)), ('reporter_copy', length(r.reporter_copy)))
          as c(name, length)
      union all
      select 'report_contacts', 'ciphertext', length(ciphertext)::int from (select * from report_contacts limit 1) c`;
    const [slots] = await client<{ count: number }[]>`
      select count(*)::int as count from case_slots where case_id = (select case_id from reports limit 1)`;
    const bytes = (name: string): string => literal(lengths.find((column) => column.name === name)?.length ?? 0);
    // What must be unique is made by the database, from its own random numbers; the rest are the same bytes each time.
    return [
      "with id as (select gen_random_uuid() as case_id, decode(md5(random()::text), 'hex') as receipt), stored as (",
      'insert into reports (case_id, team, day, keyring_version, sealed_by, commit, nonce, body, reporter_key, kids,',
      'reporter_copy, receipt_index, receipt_check, second_check, request_hash)',
      `select case_id, 'country', current_date, 1, 'browser', ${bytes('commit')}, ${bytes('nonce')}, ${bytes('body')},`,
      `${bytes('reporter_key')}, ${bytes('kids')}, ${bytes('reporter_copy')}, receipt, receipt || receipt, receipt || receipt, receipt || receipt from id`,
      'returning case_id), contact as (insert into report_contacts (case_id, nonce, ciphertext)',
      `select case_id, ${bytes('nonce')}, ${bytes('ciphertext')} from stored)`,
      'insert into case_slots (case_id, epoch, kid, slot) select case_id, 0, substring(slot from 1 for 16), slot from stored,',
      `(values ${Array.from({ length: slots?.count ?? 1 }, () => `(${literal(1184)})`).join(', ')}) as cut(slot);`,
    ].join(' ');
  } finally {
    await client.end({ timeout: 5 });
  }
}

const literal = (length: number): string =>
  `'\\x${Buffer.from(crypto.getRandomValues(new Uint8Array(length))).toString('hex')}'::bytea`;
