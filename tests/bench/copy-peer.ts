import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Day } from '@romduol/shared/ids';
import { dateField, intField, uuidField, writeRows } from '@romduol/server/database/copy-rows';

/** As many as the uploader has requests under way, each a transaction of as many chunks. */
const CLIENTS = 3;
const TOGETHER = 4;
const CHUNK = 262_161;
const COLUMNS = '(object_id, chunk, ciphertext, day)';

/**
 * Megabytes a second of psql, copying chunks like an upload's into the same table: transactions of four chunks, three clients.
 * What the database can do with nothing in front of it. Empty where psql is not installed.
 */
export async function measureCopy(url: string, length: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'romduol-copy-'));
  try {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const chunk = new Uint8Array(CHUNK).map((_, at) => bytes[at % bytes.length] ?? 0);
    const count = Math.ceil(length / CHUNK / TOGETHER);
    const files = Array.from({ length: count }, (_, n) => join(folder, `${n}.copy`));
    for (const file of files) {
      const to = createWriteStream(file);
      const object = uuidField(crypto.randomUUID());
      const day = dateField('2026-11-22' as Day);
      await writeRows(
        to,
        Array.from({ length: TOGETHER }, (_, at) => [object, intField(at), chunk, day]),
      );
      await finished(to);
    }
    const began = performance.now();
    const ends = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const script = join(folder, `${client}.sql`);
        const own = files.filter((__, n) => n % CLIENTS === client);
        const lines = own.map((file) => `\\copy attachment_chunks ${COLUMNS} from '${file}' with (format binary)`);
        writeFileSync(script, lines.join('\n'));
        const psql = spawn('psql', ['-q', '-X', '-v', 'ON_ERROR_STOP=1', '-f', script, url], { stdio: 'ignore' });
        const [code] = (await once(psql, 'exit').catch(() => [null])) as [number | null];
        return code;
      }),
    );
    if (ends.includes(null)) return [];
    if (ends.some((code) => code !== 0)) throw new Error('psql failed');
    return [(count * TOGETHER * CHUNK) / 1000 / (performance.now() - began)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
