import { parentPort, workerData } from 'node:worker_threads';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { instantiateSodium } from './instantiate-sodium.ts';
import type { ReceiptTask } from './receipts.ts';

const { wasm, fingerprint, count } = workerData as ReceiptTask;
useSodium(await instantiateSodium(wasm));
for (let made = 0; made < count; made += 1) parentPort?.postMessage(deriveReceipt(generateReceipt(), fingerprint));
