import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@romduol/server/config';
import type { DemoOptions } from '@romduol/server/demo/open-demo';
import { keysWithoutReceipt } from '@romduol/server/demo/send-report';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';

const ROOT = join(import.meta.dirname, '../../..');

/** A data folder of its own and what it takes to open a demo there. Nobody comes back to these reports: no receipts. */
export function demoOptions(
  cases: number,
  environment: Readonly<Record<string, string>> = {},
): DemoOptions & { remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'romduol-demo-'));
  return {
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', ...environment }),
    clock: () => Date.parse('2026-03-10T05:00:00Z'),
    root: ROOT,
    report: () => undefined,
    cases,
    loadSodium: loadSumoSodium,
    receipts: () => ({ next: () => Promise.resolve(keysWithoutReceipt()), close: () => Promise.resolve() }),
    progress: () => undefined,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
