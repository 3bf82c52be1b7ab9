import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FormThread, startFormThreads } from '@romduol/server/intake/form-threads';
import { UNTOLD, makeStanding } from '@romduol/server/web-security/standing';
import { processTimer } from '@romduol/server/web-security/timer';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { expect, test } from 'vitest';

test('only a few wait with their threads for a long form’s place, and the others are told to come back', async () => {
  useSodium(await loadStandardSodium());
  const folder = mkdtempSync(join(tmpdir(), 'romduol-thread-'));
  const worker = join(folder, 'idle.mjs');
  writeFileSync(worker, "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined);");
  const wasm = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const standing = makeStanding(processTimer);
  const options = { wasm, places: { short: 1, long: 1 }, queue: 8, standing, timer: processTimer };
  const threads = startFormThreads({ ...options, worker: pathToFileURL(worker) });
  const take = async (): Promise<FormThread> => {
    const thread = await threads.take({ tag: UNTOLD }, 'short', {
      storeChunk: () => Promise.resolve(),
      tell: () => Promise.reject(new Error('nothing is asked')),
    });
    if (thread === null) throw new Error('no place');
    return thread;
  };
  const lengthening: { readonly thread: FormThread; readonly long: Promise<boolean> }[] = [];
  for (let form = 0; form < 6; form += 1) {
    const thread = await take();
    lengthening.push({ thread, long: thread.lengthen() });
  }
  // One has the place and four wait; the sixth has kept its short one.
  const refused = lengthening.pop();
  expect(await refused?.long).toBe(false);
  refused?.thread.end();
  for (const { thread, long } of lengthening) {
    expect(await long).toBe(true);
    thread.end();
  }
  // The places are free again, and so is the room to wait.
  const next = await take();
  expect(await next.lengthen()).toBe(true);
  next.end();
  await threads.close();
  rmSync(folder, { recursive: true });
});
