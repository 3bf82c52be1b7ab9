import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startFormThreads } from '@romduol/server/intake/form-threads';
import { UNTOLD, makeStanding } from '@romduol/server/web-security/standing';
import { processTimer } from '@romduol/server/web-security/timer';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { expect, test, vi } from 'vitest';

test('what a form’s thread prints does not reach the output of the server', async () => {
  useSodium(await loadStandardSodium());
  const folder = mkdtempSync(join(tmpdir(), 'romduol-thread-'));
  const worker = join(folder, 'printing.mjs');
  const print = "process.stdout.write('CANARY'); console.warn('CANARY'); console.error('CANARY');";
  writeFileSync(
    worker,
    `import { parentPort } from 'node:worker_threads';
    ${print} parentPort.on('message', () => { ${print} parentPort.postMessage({ kind: 'refused', trouble: 'malformed' }); });`,
  );
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((output) =>
    vi.spyOn(output, 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  // This thread never runs the library; the module only has to be one.
  const wasm = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const standing = makeStanding(processTimer);
  const options = { wasm, places: { short: 1, long: 1 }, queue: 1, standing, timer: processTimer };
  const threads = startFormThreads({ ...options, worker: pathToFileURL(worker) });
  const thread = await threads.take({ tag: UNTOLD }, 'short', {
    storeChunk: () => Promise.resolve(),
    tell: () => Promise.reject(new Error('nothing is asked')),
  });
  thread?.send({ kind: 'end' });
  expect(await thread?.next()).toEqual({ kind: 'refused', trouble: 'malformed' });
  await new Promise((later) => setTimeout(later, 200));
  thread?.end();
  await threads.close();
  for (const spy of spies) spy.mockRestore();
  rmSync(folder, { recursive: true });
  expect(written.join('')).not.toContain('CANARY');
});
