import type { SeriesId } from '@romduol/shared/ids';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import JSONstat from 'jsonstat-toolkit';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { writeDataPackage } from '@romduol/shared/exports/data-package';
import { aboutFigures } from '@romduol/shared/exports/about-figures';
import { writeFiguresWorkbook } from '@romduol/shared/exports/figures-workbook';
import { writeJsonStat } from '@romduol/shared/exports/json-stat';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { LANGUAGES } from '@romduol/shared/language/language';
import { findList } from '@romduol/shared/statistics/default-programme';
import { type Figures, figuresOf, sumReleases } from '@romduol/shared/statistics/figures';
import { parseRelease, writeRelease } from '@romduol/shared/statistics/release-file';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { sayCaveat } from '@romduol/shared/statistics/table-words';
import { FORMATS, fileName } from '@romduol/web/exports/format-names';
import { writeFigures } from '@romduol/web/exports/formats';
import { describePng } from '@romduol/web/exports/png-text';
import { sampleRelease } from '../charts/sample-release.ts';
import { FORMULAS } from './formula-strings.ts';

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const HASH = 'h'.repeat(43);
const hashed = (release: PublishedRelease, hash = HASH) => ({ release, hash });

const incident = figuresOf(hashed(sampleRelease('incident')));
const outcome = figuresOf(hashed(sampleRelease('outcome', 900)));
const summed = sumReleases([
  hashed(sampleRelease('incident')),
  hashed({ ...sampleRelease('incident', 120), series: 'reed' as SeriesId }, 'i'.repeat(43)),
]);
const ALL: readonly (readonly [string, Figures])[] = [
  ['a release of incidents', incident],
  ['a release of outcomes', outcome],
  ['a sum', summed],
];

describe.each(ALL)('%s', (_, figures) => {
  test.each(LANGUAGES)('opens in jsonstat-toolkit with every figure under its labels (%s)', (language) => {
    const collection = JSONstat(JSON.parse(writeJsonStat(figures, language)));
    expect(collection.class).toBe('collection');
    expect(collection.length).toBe(figures.tables.length + 1);
    expect(collection.Dataset(0).Data(0).value).toBe(figures.total);
    for (const [i, { dimensions, values }] of figures.tables.entries()) {
      const dataset = collection.Dataset(i + 1);
      expect(dataset.class).toBe('dataset');
      expect(dataset.Data().map(({ value }: { value: number }) => value)).toEqual(values);
      expect(dataset.role.time).toEqual(['period']);
      for (const { variable, list, codes } of dimensions) {
        expect(dataset.Dimension(variable).id).toEqual(codes);
        expect(dataset.Dimension(variable).Category(0).label).toBe(labelOf(findList(list)!, codes[0]!, language));
      }
      // By name, not by place: the last cell.
      const where = Object.fromEntries(dimensions.map(({ variable, codes }) => [variable, codes.at(-1)!]));
      expect(dataset.Data(where).value).toBe(values.at(-1));
      expect(dataset.note.join('\n')).toContain(sayCaveat(figures, language));
      expect(dataset.extension).toMatchObject({ base: 5, error: figures.error, codebook: 1 });
      expect(dataset.extension.releases.map(({ hash }: { hash: string }) => hash)).toEqual(
        figures.parts.map(({ hash }) => hash),
      );
    }
  });

  test('opens as a workbook: a sheet a table, what to know first and rights last', async () => {
    const bytes = Buffer.from(writeFiguresWorkbook(figures));
    const about = await readSheet(bytes, 'README');
    expect(about.map(([label, text]) => `${label}: ${text}`)).toEqual(
      aboutFigures(figures, 'en').map(({ label, text }) => `${label}: ${String(text)}`),
    );
    expect(about.flat().join('\n')).toContain(sayCaveat(figures, 'km'));
    for (const { id, dimensions, values } of figures.tables) {
      const rows = await readSheet(bytes, id);
      const head = rows.findIndex(([first]) => first === 'code');
      const width = dimensions[1]?.codes.length ?? 1;
      const body = rows.slice(head + 1);
      expect(body.map(([code]) => code)).toEqual(dimensions[0]!.codes);
      expect(body.flatMap((row) => row.slice(3, 3 + width))).toEqual(values);
      expect(rows[head]?.slice(3, 3 + width)).toEqual(dimensions[1]?.codes ?? ['value']);
      expect(rows.slice(0, head).flat().join('\n')).toContain(`E ${figures.error}`);
    }
    expect((await readSheet(bytes, 'rights')).flat().join(' ')).toContain('Awaiting confirmation by counsel');
  });

  test('packs into a data package whose files are as described', async () => {
    const files = unzipSync(await writeDataPackage(figures, sha256));
    const descriptor = JSON.parse(new TextDecoder().decode(files['datapackage.json']));
    const { resources } = descriptor as { resources: Resource[] };
    expect(resources.map(({ path }) => path).toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'datapackage.json')
        .toSorted(),
    );
    for (const { name, path, bytes, hash, schema } of resources) {
      const file = files[path]!;
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      expect(bytes).toBe(file.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
      if (schema === undefined) continue;
      // A byte order mark would be read as a part of the first column's name.
      expect(file[0]).not.toBe(0xef);
      const { data, meta } = Papa.parse<Record<string, string>>(new TextDecoder().decode(file), {
        header: true,
        skipEmptyLines: true,
      });
      expect(meta.fields).toEqual(schema.fields.map((field) => field.name));
      for (const { name: column } of schema.fields.filter(({ type }) => type === 'integer'))
        for (const row of data) expect(row[column]).toMatch(/^\d+$/);
    }
    expect(descriptor).toMatchObject({
      base: 5,
      error: figures.error,
      releases: figures.parts.map(({ hash }) => hash),
    });
  });

  test.each(FORMATS)('is the same file every time it is written, without the time of writing: %s', async (format) => {
    const once = await writeFigures(figures, format, ['en', 'km'], sha256);
    const again = await writeFigures(structuredClone(figures), format, ['en', 'km'], sha256);
    expect(again).toEqual(once);
    expect(fileName(figures, format, 'en')).toMatch(/^romduol-[a-z0-9-]+\.[a-z.]+$/);
  });

  test.each(FORMATS)('carries what must be known in both languages, and the rights map: %s', async (format) => {
    const content = await writeFigures(figures, format, ['en', 'km'], sha256);
    const texts = typeof content === 'string' ? [content] : Object.values(unzipSync(content)).map(decoded);
    const text = texts.join('\n').replaceAll('&quot;', '"');
    expect(text).toContain(sayCaveat(figures, 'en'));
    // JSON-stat has room for one language: the other is a file of its own.
    expect(text).toContain(sayCaveat(figures, format === 'json' ? 'en' : 'km'));
    for (const { hash } of figures.parts) expect(text).toContain(hash);
    expect(text).toMatch(/CEDAW|Elimination of All Forms/);
    expect(text).toContain('Awaiting confirmation by counsel');
  });
});

type Resource = {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: { fields: { name: string; type: string }[] };
};

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('the package holds the very bytes that were signed', async () => {
  const files = unzipSync(await writeDataPackage(summed, sha256));
  for (const { release } of summed.parts) {
    const file = files[`release-${release.series}-incident-2026-q1.json`]!;
    expect(toBase64url(file)).toBe(toBase64url(writeRelease(release)));
    expect(parseRelease(file)).toEqual(release);
  }
});

test('zips bear one fixed date, whatever the clock and the zone of the machine', async () => {
  const zone = process.env['TZ'];
  const zips: string[] = [];
  for (const one of ['Asia/Phnom_Penh', 'America/St_Johns']) {
    process.env['TZ'] = one;
    zips.push(toBase64url(await writeDataPackage(incident, sha256)));
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(zips[0]).toBe(zips[1]);
});

test.each(FORMULAS)('%j in a release is inert in every file', async (formula) => {
  const spoilt = {
    ...incident,
    parts: [{ release: { ...sampleRelease('incident'), series: formula as SeriesId }, hash: formula }],
    tables: incident.tables.slice(0, 2).map((table) => ({
      ...table,
      dimensions: table.dimensions.map((dimension) => ({ ...dimension, list: 'not_ours', codes: [formula, 'b'] })),
      values: [5, 10],
    })),
  };
  const csv = Papa.parse<string[]>((await writeFigures(spoilt, 'csv', ['en'], sha256)) as string, {
    newline: '\r\n',
    delimiter: ',',
  });
  const cells = csv.data.flat();
  expect(cells).toContain(`'${formula}`);
  expect(cells).not.toContain(formula);
  const sheet = await readSheet(Buffer.from(writeFiguresWorkbook(spoilt)), spoilt.tables[0]!.id, { trim: false });
  const begun = sheet.flat().map((cell) => String(cell ?? '').trimStart());
  expect(begun.filter((text) => /^[=+\-@＝＋－＠]/.test(text))).toEqual([]);
  const dataset = JSONstat(JSON.parse(writeJsonStat(spoilt, 'en'))).Dataset(1);
  expect(dataset.source).toBe(`'${formula}`);
  expect(dataset.Dimension(1).Category(0).label).toBe(`'${formula}`);
  // The format of a release refuses such a series before anything is packed.
  await expect(writeDataPackage(spoilt, sha256)).rejects.toThrow('series');
  const packed = unzipSync(await writeDataPackage({ ...spoilt, parts: incident.parts }, sha256));
  for (const [name, file] of Object.entries(packed).filter(([one]) => one.endsWith('.csv'))) {
    const { data } = Papa.parse<string[]>(decoded(file), { newline: '\r\n', delimiter: ',' });
    expect([name, ...data.flat()]).not.toContain(formula);
  }
});

test('a picture carries a text that others find, and is otherwise as it was', () => {
  // One white dot, from the PNG specification's own reference encoder.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==',
    'base64',
  );
  const described = Buffer.from(describePng(png, 'រំដួល: 5'));
  const chunks: string[] = [];
  const texts: string[] = [];
  for (let at = 8; at < described.length;) {
    const length = described.readUInt32BE(at);
    const content = described.subarray(at + 4, at + 8 + length);
    chunks.push(content.subarray(0, 4).toString('latin1'));
    // Every checksum by another hand: zlib’s.
    expect(described.readUInt32BE(at + 8 + length)).toBe(crc32(content));
    texts.push(content.toString('utf8'));
    at += 12 + length;
  }
  expect(chunks).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
  expect(texts[1]).toBe('iTXtDescription\0\0\0\0\0រំដួល: 5');
});

/** gzip ends with the CRC-32 of what it holds. */
function crc32(bytes: Uint8Array): number {
  return gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);
}
