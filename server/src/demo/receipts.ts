import { Worker } from 'node:worker_threads';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';

/** Keys of one new receipt after another. */
export type ReceiptSource = { next(): Promise<ReceiptKeys>; close(): Promise<void> };

/** For the thread: libsodium compiled, the keyring's fingerprint, and how many receipts to make. */
export type ReceiptTask = {
  readonly wasm: WebAssembly.Module;
  readonly fingerprint: Uint8Array;
  readonly count: number;
};

/** Made ahead in a thread, while this one does other things: each takes a sixth of a second. */
export function deriveInThread(script: URL, task: ReceiptTask): ReceiptSource {
  const worker = new Worker(script, { workerData: task, env: {} });
  const waiting = { made: [] as ReceiptKeys[], failed: false, wake: (): void => undefined };
  worker.on('message', (keys: ReceiptKeys) => {
    waiting.made.push(keys);
    waiting.wake();
  });
  worker.on('error', () => {
    waiting.failed = true;
    waiting.wake();
  });
  return {
    async next() {
      while (waiting.made.length === 0 && !waiting.failed)
        await new Promise<void>((resolve) => {
          waiting.wake = resolve;
        });
      const keys = waiting.made.shift();
      if (keys === undefined) throw new Error('the receipts cannot be made');
      return keys;
    },
    close: async () => void (await worker.terminate()),
  };
}
