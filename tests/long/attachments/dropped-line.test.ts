import { mkdtempSync, rmSync } from 'node:fs';
import { type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chunkCount } from '@romduol/shared/sealing/attachment';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { expect, inject, test } from 'vitest';
import { startServer } from '../../attack/server-process.ts';
import { uploadOne, watchMemory } from '../../attack/attachments/upload.ts';
import { callerOf } from '../../attack/intake/clients.ts';
import { freshDatabase } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { SAMPLE_PLAN } from '../../end-to-end/deployment.ts';
import { noise } from '../../files/samples.ts';
import { foundSample } from '@romduol/server/demo/found-sample';
import { makeActs } from '@romduol/web/desk/make-acts';

const ROOT = join(import.meta.dirname, '../../..');
const LENGTH = 100_000_000;
const MEMORY_MAX = 64; // MiB
const CUTS = 5;

/** A line to the server that breaks, with everything on it, each time that so many bytes have gone over it. */
async function openBadLine(origin: string, every: number) {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  const seen = { bytes: 0, cuts: 0 };
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      seen.bytes += bytes.length;
      if (seen.cuts >= CUTS || seen.bytes < every * (seen.cuts + 1)) return;
      seen.cuts += 1;
      for (const socket of open) socket.destroy();
    });
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => line.listen(0, '127.0.0.1', listening));
  const address = line.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    seen,
    close: () => {
      for (const socket of open) socket.destroy();
      line.close();
    },
  };
}

test('a hundred megabytes over a line that is cut five times arrive once, whole, and open byte for byte', async () => {
  expect(inject('templates').postgres, 'this test needs PostgreSQL').not.toBeNull();
  useSodium(await loadSumoSodium());
  const database = await freshDatabase('postgresql');
  const dataDir = mkdtempSync(join(tmpdir(), 'romduol-upload-'));
  const server = await startServer({ root: ROOT, dataDir, databaseUrl: database.url });
  const line = await openBadLine(server.origin, LENGTH / (CUTS + 1));
  try {
    useSodium(await loadSumoSodium());
    const { accounts } = await foundSample(callerOf(server.origin), Date.now, server.foundingToken ?? '', SAMPLE_PLAN);
    const content = noise(LENGTH);
    // At rest is a server that has started and answered a page; nobody has sent it a file yet.
    expect((await fetch(`${server.origin}/en/report`)).status).toBe(200);
    const first = watchMemory(server.pid);
    const cut = await uploadOne(server.origin, content, { by: line.origin });
    const aboveFirst = first();
    expect(line.seen.cuts).toBe(CUTS);
    expect(cut.failed).toBeGreaterThanOrEqual(CUTS);
    const rows = query(database.db);
    const [stored] = await rows<{ chunks: number; bytes: number }>`
      select count(*)::int as chunks, sum(octet_length(ciphertext))::int as bytes from attachment_chunks`;
    expect(stored?.chunks).toBe(chunkCount(LENGTH));
    expect(await rows`select from attachments`).toHaveLength(1);

    const second = watchMemory(server.pid);
    const whole = await uploadOne(server.origin, content, { narrative: 'over a whole line' });
    const above = second();
    const rate = LENGTH / 1_000_000 / whole.seconds;
    console.log(
      `whole line ${rate.toFixed(1)} MB/s; cut line ${(LENGTH / 1_000_000 / cut.seconds).toFixed(1)} MB/s; server ${above.toFixed(1)} MiB above rest, ${aboveFirst.toFixed(1)} at the first file`,
    );

    const passphrase = accounts.find(({ handle }) => handle === 'sophea')?.passphrase ?? '';
    let cookie = '';
    const acts = makeActs({
      call: callerOf(server.origin, (sent) => {
        cookie = sent;
      }),
      clock: Date.now,
      fetchBytes: async (path) => {
        const answer = await fetch(server.origin + path, { headers: { cookie } });
        return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
      },
    });
    await acts.signIn('sophea', passphrase);
    for (const { caseId } of await acts.queue()) {
      const opened = Buffer.from(await (await acts.openFile(caseId, 0)).arrayBuffer());
      expect(opened.equals(content)).toBe(true);
    }
    expect(aboveFirst).toBeLessThan(MEMORY_MAX);
    expect(above).toBeLessThan(MEMORY_MAX);
  } finally {
    line.close();
    await server.stop();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
