import type { SeriesId } from '@romduol/shared/ids';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import datapackage from 'datapackage';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { writeDataPackage } from '@romduol/shared/exports/data-package';
import { type Figures, figuresOf, sumReleases } from '@romduol/shared/statistics/figures';
import { sampleRelease } from '../charts/sample-release.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const hashed = (series: string, letter: string, total?: number) => ({
  release: { ...sampleRelease('incident', total), series: series as SeriesId },
  hash: letter.repeat(43),
});
const ALL: readonly (readonly [string, Figures])[] = [
  ['incidents', figuresOf(hashed('rock', 'h'))],
  ['a team', figuresOf(hashed('rock.north', 't'))],
  ['outcomes', figuresOf({ release: sampleRelease('outcome', 900), hash: 'o'.repeat(43) })],
  ['sum', sumReleases([hashed('rock', 'h'), hashed('reed', 'i', 120)])],
];

/** The package laid out on a disk, as whoever receives it would. */
async function layOut(name: string, figures: Figures): Promise<string> {
  const base = join(folder, name);
  mkdirSync(base);
  for (const [file, bytes] of Object.entries(unzipSync(await writeDataPackage(figures, sha256))))
    writeFileSync(join(base, file), bytes);
  return base;
}
const load = (basePath: string) =>
  datapackage.Package.load(join(basePath, 'datapackage.json'), { basePath, strict: false });

test.each(ALL)(
  'the validator of Frictionless accepts the package, and reads every table by its schema: %s',
  async (name, figures) => {
    const found = await load(await layOut(name, figures));
    expect(found.errors.map(({ message }) => message)).toEqual([]);
    expect(found.valid).toBe(true);
    for (const resource of found.resources) expect([resource.name, resource.valid]).toEqual([resource.name, true]);
    const tables = ['figures-csv', 'codebook-csv', 'rights-csv'].map((one) =>
      found.resources.find((resource) => resource.name === one && resource.tabular)!,
    );
    const [cells, codes] = await Promise.all(tables.map((table) => table.read({ keyed: true })));
    const values = [figures.total, ...figures.tables.flatMap((table) => table.values)];
    expect(cells!.map(({ value }) => value)).toEqual(values);
    expect(codes!.length).toBeGreaterThan(20);
  },
);

test('control: it refuses a descriptor without resources, and a table with words in a column of numbers', async () => {
  const base = await layOut('spoilt', ALL[0]![1]);
  const read = (file: string) => readFileSync(join(base, file), 'utf8');
  const descriptor = JSON.parse(read('datapackage.json')) as {
    resources: { schema?: { fields: { type: string }[] } }[];
  };
  writeFileSync(join(base, 'datapackage.json'), JSON.stringify({ ...descriptor, resources: [] }));
  expect((await load(base)).valid).toBe(false);
  for (const field of descriptor.resources[0]!.schema!.fields) field.type = 'integer';
  writeFileSync(join(base, 'datapackage.json'), JSON.stringify(descriptor));
  const [figures] = (await load(base)).resources;
  await expect(figures!.read({ keyed: true })).rejects.toThrow(/type and format mismatch/);
});
