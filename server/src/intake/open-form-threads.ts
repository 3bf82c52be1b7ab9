import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileSodium } from './compile-sodium.ts';
import type { FloodControl } from '../web-security/flood-control.ts';
import { type FormThreads, startFormThreads } from './form-threads.ts';

/** Each takes its body in before it asks for a place, so that a few hundred cost some 16 MB at most. */
const QUEUE = 256;

/** Forms with files on their way at once: some 400 MB at the worst. */
const LONG_FORMS = 6;

/**
 * Starts the threads that seal forms. `root` holds `web/dist` and `server/dist`: libsodium's WASM is the same file that
 * browsers get, compiled once here; this thread never runs it.
 */
export async function openFormThreads(
  root: string,
  { standing, timer }: Pick<FloodControl, 'standing' | 'timer'>,
): Promise<FormThreads> {
  const worker = join(root, 'server/dist/program/form-worker.js');
  if (!existsSync(worker)) throw new Error('the form worker is not built');
  return startFormThreads({
    worker: pathToFileURL(worker),
    wasm: await compileSodium(root),
    // Sealing keeps a core busy. One more place than cores lets a thread start while others work.
    places: { short: availableParallelism() + 1, long: LONG_FORMS },
    queue: QUEUE,
    standing,
    timer,
  });
}
