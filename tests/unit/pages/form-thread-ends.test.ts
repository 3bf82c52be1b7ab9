import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FormThread, startFormThreads } from '@romduol/server/intake/form-threads';
import { UNTOLD, makeStanding } from '@romduol/server/web-security/standing';
import { processTimer } from '@romduol/server/web-security/timer';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { expect, test } from 'vitest';

const wait = (milliseconds: number): Promise<void> => new Promise((later) => setTimeout(later, milliseconds));

test('each form has a thread that has seen no other, and none outlives its form', async () => {
  useSodium(await loadStandardSodium());
  const folder = mkdtempSync(join(tmpdir(), 'romduol-thread-'));
  const [worker, alive] = [join(folder, 'telling.mjs'), join(folder, 'alive')];
  writeFileSync(alive, '');
  // It says how many forms it has been given, and as long as it lives and has been given one, it writes.
  writeFileSync(
    worker,
    `import { appendFileSync } from 'node:fs';
    import { parentPort, threadId } from 'node:worker_threads';
    let served = 0;
    parentPort.on('message', () => {
      served += 1;
      setInterval(() => appendFileSync(${JSON.stringify(alive)}, 'x'), 10);
      parentPort.postMessage({ kind: 'refused', trouble: \`form \${served} of thread \${threadId}\` });
    });`,
  );
  const wasm = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const standing = makeStanding(processTimer);
  const options = { wasm, places: { short: 1, long: 1 }, queue: 4, standing, timer: processTimer };
  const threads = startFormThreads({ ...options, worker: pathToFileURL(worker) });
  const said: string[] = [];
  try {
    for (let form = 0; form < 4; form += 1) {
      const thread = (await threads.take({ tag: UNTOLD }, 'short', {
        storeChunk: () => Promise.resolve(),
        tell: () => Promise.reject(new Error('nothing is asked')),
      })) as FormThread;
      thread.send({ kind: 'end' });
      said.push(JSON.stringify(await thread.next()));
      // The control: a thread that has a form writes.
      const before = statSync(alive).size;
      await expect.poll(() => statSync(alive).size).toBeGreaterThan(before);
      thread.end();
    }
    expect(said.filter((one) => one.includes('form 1 of thread'))).toHaveLength(4);
    expect(new Set(said).size).toBe(4);
    await wait(300);
    const ended = statSync(alive).size;
    await wait(300);
    expect(statSync(alive).size).toBe(ended);
  } finally {
    await threads.close();
    rmSync(folder, { recursive: true });
  }
});
