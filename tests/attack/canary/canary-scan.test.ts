import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concat } from '@romduol/shared/sealing/bytes';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { type Sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { describe, expect, it } from 'vitest';
import { type DatabaseKind, freshDatabase, kinds } from '../../database/fresh.ts';
import { findCanaries, makeCanaries } from '../../end-to-end/report/canaries.ts';
import { startServer } from '../server-process.ts';
import { CANARIES, sowCanaries } from './sow-canaries.ts';
import { filesIn, type Trace, tracesOfPglite, tracesOfPostgres } from './traces.ts';

const ROOT = process.env['ROMDUOL_BUILD'] ?? join(import.meta.dirname, '../../..');

/** Seals nothing: the message stands there as it is, with as many bytes after it as a tag has. */
const copying = (real: Sodium): Sodium => ({
  ...real,
  aeadSeal: (_, __, ___, message) => concat(message, new Uint8Array(16)),
  aeadOpen: (_, __, ___, sealed) => sealed.slice(0, -16),
  streamSealer: () => ({ push: (message) => concat(message, new Uint8Array(17)) }),
  streamOpener: () => ({ pull: (sealed) => ({ message: sealed.slice(0, -17), last: true }) }),
});

type Found = {
  /** Canaries that came out again for a member who may read them. */
  readonly read: readonly string[];
  readonly canaries: readonly string[];
  readonly traces: readonly Trace[];
};

/** A server's whole life with canaries in it, and all that it left behind. */
async function liveWithCanaries(kind: DatabaseKind, sodium: Sodium, firstReport: 'form' | 'sealed'): Promise<Found> {
  const database = kind === 'postgresql' ? await freshDatabase(kind) : null;
  const folder = mkdtempSync(join(tmpdir(), 'romduol-canary-'));
  const dataDir = join(folder, 'data');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  useSodium(sodium);
  const canaries = makeCanaries(CANARIES);
  try {
    const server = await startServer({
      root: ROOT,
      dataDir,
      databaseUrl: database?.url ?? null,
      environment: { TMPDIR: temporary },
    });
    const readable = await sowCanaries(server, canaries, { firstReport });
    await server.stop();
    const stored =
      database === null
        ? await tracesOfPglite(dataDir)
        : [...filesIn(dataDir), ...(await tracesOfPostgres(database.url ?? ''))];
    const output = { where: 'output', bytes: Buffer.from(server.output()) };
    return {
      read: canaries.filter((canary) => readable.includes(canary)),
      canaries,
      traces: [...stored, ...filesIn(temporary), output],
    };
  } finally {
    useSodium(await loadSumoSodium());
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const hits = ({ traces, canaries }: Found): { where: string; found: string[] }[] =>
  traces
    .map(({ where, bytes }) => ({ where, found: findCanaries(bytes, canaries) }))
    .filter(({ found }) => found.length > 0);

describe.each(kinds)('canaries through report, files, note, referral, consent and directory, on %s', (kind) => {
  it('are read by those who may, and lie nowhere on the machine', { timeout: 120_000 }, async () => {
    const left = await liveWithCanaries(kind, await loadSumoSodium(), 'form');
    expect(left.read).toEqual(left.canaries);
    expect(left.traces.length).toBeGreaterThan(20);
    expect(hits(left)).toEqual([]);
  });

  it('are all found by the same scan when sealing only copies', { timeout: 120_000 }, async () => {
    const left = await liveWithCanaries(kind, copying(await loadSumoSodium()), 'sealed');
    expect(left.read).toEqual(left.canaries);
    const found = hits(left);
    const inTables = found.filter(({ where }) => where.startsWith('table ')).flatMap((hit) => hit.found);
    expect(new Set(inTables)).toEqual(new Set(left.canaries));
    // Long values lie compressed in the files; short ones, notes and directory among them, lie there as they are.
    const inFiles = found.filter(({ where }) => where.startsWith('/')).flatMap((hit) => hit.found);
    expect(new Set(inFiles).size).toBeGreaterThanOrEqual(8);
  });
});

describe('the scan', () => {
  const [canary = '', khmer = ''] = makeCanaries(2);
  const forms: readonly (readonly [string, (word: string) => Buffer])[] = [
    ['UTF-8', (word) => Buffer.from(word)],
    ['UTF-16, little end first', (word) => Buffer.from(word, 'utf16le')],
    ['UTF-16, big end first', (word) => Buffer.from(word, 'utf16le').swap16()],
    ['hex', (word) => Buffer.from(Buffer.from(word).toString('hex'))],
    ...[0, 1, 2].map(
      (offset) =>
        [
          `base64, ${offset} bytes in`,
          (word: string) => Buffer.from(Buffer.from(`${'x'.repeat(offset)}${word}yz`).toString('base64')),
        ] as const,
    ),
  ];

  it.each(forms)('finds a word in a file as %s', (_, write) => {
    const folder = mkdtempSync(join(tmpdir(), 'romduol-scan-'));
    writeFileSync(join(folder, 'file'), Buffer.concat([Buffer.from('before '), write(canary), write(khmer)]));
    const [trace] = filesIn(folder);
    expect(findCanaries(trace!.bytes, [canary, khmer])).toEqual([canary, khmer]);
    rmSync(folder, { recursive: true, force: true });
  });
});
