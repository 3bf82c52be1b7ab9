import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { foundSample } from '@romduol/server/demo/found-sample';
import { expect, inject, test } from 'vitest';
import { startServer } from '../../attack/server-process.ts';
import { callerOf, sendForm } from '../../attack/intake/clients.ts';
import { freshDatabase } from '../../database/fresh.ts';
import { SAMPLE_PLAN } from '../../end-to-end/deployment.ts';
import { noise } from '../../files/samples.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Every call by which bytes leave a process, to a file or to a socket. */
const CALLS = 'write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,splice,copy_file_range';
const MARK = 'NO-BYTE-OF-THIS-LEAVES';

/** A file that bears the mark in every kilobyte, of no kind that is known: it is sealed just as it is. */
const marked = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(noise(length));
  for (let at = 500; at + MARK.length < length; at += 1024) bytes.set(Buffer.from(MARK), at);
  return bytes;
};

/** What strace writes of bytes that it was asked to show in hexadecimal. */
const asHex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

/** Strace writes on for a moment after the program has ended. */
async function readTraces(folder: string, pid: number): Promise<string[]> {
  const main = join(folder, `trace.${pid}`);
  await expect.poll(() => /^\+\+\+ (exited|killed)/m.test(readFileSync(main, 'utf8').slice(-200))).toBe(true);
  return readdirSync(folder)
    .filter((name) => name.startsWith('trace.'))
    .flatMap((name) => readFileSync(join(folder, name), 'latin1').split('\n'));
}

test('a server that is watched from outside writes no byte of a form’s files and words anywhere', async () => {
  expect(spawnSync('strace', ['-V']).status, 'this test needs strace: apt-get install strace').toBe(0);
  expect(inject('templates').postgres, 'this test needs PostgreSQL').not.toBeNull();
  const database = await freshDatabase('postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'romduol-strace-'));
  useSodium(await loadSumoSodium());
  // As a grandchild, so that signals reach the server itself.
  const watching = ['strace', '-D', '-f', '-ff', '--seccomp-bpf', '-q', '-xx', '-s', '600000'];
  const server = await startServer({
    root: ROOT,
    dataDir: join(folder, 'data'),
    databaseUrl: database.url,
    under: [...watching, '-e', `trace=${CALLS}`, '-o', join(folder, 'trace')],
  });
  try {
    await foundSample(callerOf(server.origin), Date.now, server.foundingToken ?? '', SAMPLE_PLAN);
    const files = [1_500_000, 400_000].map((length, at) => new File([marked(length)], `${at}.bin`));
    const answers = { codebook: 1 as const, narrative: `story ${MARK}`, province: 'KH-12' as const };
    expect(await sendForm(server.origin, { answers, contact: {} }, files, ['as_is'])).toMatch(/^(\d{4} ){4}\d{4}$/);
    // The control: a mistake brings the typed words back, to the one who typed them, and the trace must show that.
    const wrong = { ...answers, narrative: `${MARK}-CONTROL ${'x'.repeat(6_000)}` };
    await expect(sendForm(server.origin, { answers: wrong, contact: {} })).rejects.toThrow('422');
  } finally {
    await server.stop();
    await database.close();
  }
  const lines = await readTraces(folder, server.pid);
  rmSync(folder, { recursive: true, force: true });
  expect(lines.length).toBeGreaterThan(100);
  const bearing = lines.filter((line) => line.includes(asHex(MARK)));
  expect(bearing.length).toBeGreaterThan(0);
  expect(bearing.filter((line) => !line.includes(asHex(`${MARK}-CONTROL`))).map((line) => line.slice(0, 60))).toEqual(
    [],
  );
});
