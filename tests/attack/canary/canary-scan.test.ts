import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { describe, expect, it } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { findCanaries, makeCanaries } from '../../end-to-end/report/canaries.ts';
import { copying, hitsOf, liveWithCanaries, tellScan } from './live-with-canaries.ts';
import { filesIn } from './traces.ts';

describe.each(mainKinds)('canaries through report, files, note, referral, consent and directory, on %s', (kind) => {
  it('are read by those who may, and lie nowhere on the machine', { timeout: 120_000 }, async () => {
    const left = await liveWithCanaries(kind, await loadSumoSodium(), { firstReport: 'form' });
    expect(left.read).toEqual(left.canaries);
    expect(left.traces.length).toBeGreaterThan(20);
    expect(left.canaries.length).toBeGreaterThan(20);
    const hits = hitsOf(left.traces, left.marks);
    console.log(tellScan(kind, left, hits.length));
    expect(hits).toEqual([]);
  });

  it('are all found by the same scan when sealing only copies', { timeout: 120_000 }, async () => {
    const left = await liveWithCanaries(kind, copying(await loadSumoSodium()), { firstReport: 'sealed' });
    expect(left.read).toEqual(left.canaries);
    const found = hitsOf(left.traces, left.canaries);
    console.log(tellScan(kind, left, found.length));
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
