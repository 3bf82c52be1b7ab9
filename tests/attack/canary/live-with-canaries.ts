import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concat } from '@romduol/shared/sealing/bytes';
import { type Sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { type DatabaseKind, freshDatabase } from '../../database/fresh.ts';
import { findCanaries, markedCanaries } from '../../end-to-end/report/canaries.ts';
import { startServer } from '../server-process.ts';
import { sowCanaries } from './sow-canaries.ts';
import { type Trace, filesIn, tracesOfPglite, tracesOfPostgres } from './traces.ts';

const ROOT = process.env['ROMDUOL_BUILD'] ?? join(import.meta.dirname, '../../..');

/** Seals nothing: the message stands there as it is, with as many bytes after it as a tag has. */
export const copying = (real: Sodium): Sodium => ({
  ...real,
  aeadSeal: (_, __, ___, message) => concat(message, new Uint8Array(16)),
  aeadOpen: (_, __, ___, sealed) => sealed.slice(0, -16),
  streamSealer: () => ({ push: (message) => concat(message, new Uint8Array(17)) }),
  streamOpener: () => ({ pull: (sealed) => ({ message: sealed.slice(0, -17), last: true }) }),
});

export type Found = {
  /** Canaries that came out again for a member who may read them. */
  readonly read: readonly string[];
  readonly canaries: readonly string[];
  /** What each of them holds one of. */
  readonly marks: readonly string[];
  readonly traces: readonly Trace[];
};

/** A server's whole life with canaries in it, and all that it left behind. */
export async function liveWithCanaries(
  kind: DatabaseKind,
  sodium: Sodium,
  ways: Parameters<typeof sowCanaries>[2],
): Promise<Found> {
  const database = kind === 'postgresql' ? await freshDatabase(kind) : null;
  const folder = mkdtempSync(join(tmpdir(), 'romduol-canary-'));
  const dataDir = join(folder, 'data');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  useSodium(sodium);
  const { next, drawn: canaries, marks } = markedCanaries();
  try {
    const server = await startServer({
      root: ROOT,
      dataDir,
      databaseUrl: database?.url ?? null,
      environment: { TMPDIR: temporary },
    });
    const readable = await sowCanaries(server, next, ways);
    await server.stop();
    const stored =
      database === null
        ? await tracesOfPglite(dataDir)
        : [...filesIn(dataDir), ...(await tracesOfPostgres(database.url ?? ''))];
    const output = { where: 'output', bytes: Buffer.from(server.output()) };
    return {
      read: canaries.filter((canary) => readable.includes(canary)),
      canaries,
      marks,
      traces: [...stored, ...filesIn(temporary), output],
    };
  } finally {
    useSodium(await loadSumoSodium());
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the words, or any word that is marked by one of them, lie. */
export const hitsOf = (traces: readonly Trace[], words: readonly string[]): { where: string; found: string[] }[] =>
  traces
    .map(({ where, bytes }) => ({ where, found: findCanaries(bytes, words) }))
    .filter(({ found }) => found.length > 0);

/** The figure of a scan, in words. */
export const tellScan = (kind: DatabaseKind, { canaries, traces }: Found, hits: number): string => {
  const megabytes = traces.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  return `${kind}: ${canaries.length} canaries looked for in ${traces.length} files and tables, ${megabytes.toFixed(0)} MB: ${hits} hits`;
};
