// Known answers. Every file in tests/vectors stays for ever and must open for ever; the newest of each format must also
// come out again byte for byte, from libsodium and from a second implementation. After a change of format:
//   WRITE_VECTORS=YYYY-MM-DD vitest run --project unit tests/unit/sealing/vectors.test.ts
// writes new files beside the old ones and never over one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { le64 } from '@romduol/shared/sealing/bytes';
import { sodium, useSodium, type Sodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { afterEach, describe, expect, test } from 'vitest';
import { seededLibsodium, seededNoble } from './seeded-sodium.ts';
import type { Format } from './vector-format.ts';
import { FORMATS } from './vector-formats.ts';

const FOLDER = new URL('../../vectors/', import.meta.url);

type Vector = {
  format: string;
  protocol: string;
  randomness: string;
  inputs: unknown;
  sealed: unknown;
  opened: unknown;
};

/** Bytes stand in the files as {"base64url": "…"}. */
const write = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, one: unknown) => (one instanceof Uint8Array ? { base64url: Buffer.from(one).toString('base64url') } : one),
    2,
  );
const read = (text: string): Vector =>
  JSON.parse(text, (_, one: { base64url?: string } | null) =>
    typeof one === 'object' && typeof one?.base64url === 'string'
      ? new Uint8Array(Buffer.from(one.base64url, 'base64url'))
      : one,
  ) as Vector;

/** As a file would hold it: what was made in memory is compared with what was stored. */
const asStored = (value: unknown): unknown => (read(write({ value })) as unknown as { value: unknown }).value;

const plain = await loadSumoSodium();
useSodium(plain);
afterEach(() => useSodium(plain));

function makeWith(build: Sodium, format: Format<unknown, unknown>, inputs: unknown): unknown {
  useSodium(build);
  return asStored(format.make(inputs));
}

function readVectors(): (Vector & { file: string })[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => ({ file, ...read(readFileSync(new URL(file, FOLDER), 'utf8')) }));
}

async function comesOutAgain({ format, randomness, inputs, sealed }: Vector): Promise<boolean> {
  const made = makeWith(await seededLibsodium(randomness), FORMATS[format] as Format<unknown, unknown>, inputs);
  return write(made) === write(sealed);
}

const date = process.env['WRITE_VECTORS'];
if (date !== undefined) {
  const before = readVectors();
  for (const [name, format] of Object.entries(FORMATS)) {
    const newest = before.findLast((vector) => vector.format === name);
    if (newest && (await comesOutAgain(newest))) continue;
    const sealed = makeWith(await seededLibsodium(name), format, format.inputs);
    useSodium(plain);
    const opened = format.open(sealed, format.inputs);
    const vector: Vector = {
      format: name,
      protocol: 'romduol/v1',
      randomness: name,
      inputs: format.inputs,
      sealed,
      opened,
    };
    writeFileSync(new URL(`${date}-${name}.json`, FOLDER), `${write(vector)}\n`, { flag: 'wx' });
  }
}

const vectors = readVectors();
const newest = Object.keys(FORMATS).flatMap((name) => vectors.findLast(({ format }) => format === name) ?? []);

test('every format has a vector', () => {
  expect([...new Set(vectors.map(({ format }) => format))].sort()).toEqual(Object.keys(FORMATS).sort());
});

/** A label as it begins what is hashed, sealed or signed; or as all of it. */
const framesOf = (name: string): readonly [Buffer, Buffer] => {
  const text = Buffer.from(`romduol/v1/${name}`);
  return [Buffer.concat([le64(text.length), text]), text];
};

/** The build, which tells of every byte string and text that it is given, and so do the streams that it makes. */
function overhear(build: object, tell: (bytes: Buffer) => void): object {
  return new Proxy(build, {
    get(target, name) {
      const act = Reflect.get(target, name) as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        for (const one of given) if (one instanceof Uint8Array || typeof one === 'string') tell(Buffer.from(one));
        const made = act.apply(target, given);
        return made !== null && typeof made === 'object' && ('push' in made || 'pull' in made)
          ? overhear(made, tell)
          : made;
      };
    },
  });
}

/** Everything that seals, hashes or signs, on either side. */
function sources(): string[] {
  const root = new URL('../../../', import.meta.url);
  return ['shared/src', 'server/src'].flatMap((room) =>
    readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(`${room}/${name}`, root), 'utf8')),
  );
}
const writtenAs = (pattern: RegExp): Set<string> =>
  new Set(sources().flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)));

/** Kept in memory for a day: nothing that was made with it is ever read again. */
const PASSING = ['prefix'];

/** Which of these no vector’s making or opening hands to the library. */
async function unsaidOf(frames: ReadonlyMap<string, (bytes: Buffer) => boolean>): Promise<string[]> {
  const unsaid = new Map(frames);
  const hear = (bytes: Buffer): void => {
    for (const [name, stands] of unsaid) if (stands(bytes)) unsaid.delete(name);
  };
  for (const [name, format] of Object.entries(FORMATS)) {
    useSodium(overhear(await seededLibsodium(name), hear) as Sodium);
    format.open(asStored(format.make(format.inputs)), format.inputs);
  }
  return [...unsaid.keys()];
}

test('every label and every context of a derived key stands in what some vector holds', async () => {
  const labels = writtenAs(/\b(?:label|signParts)\('([a-z-]+)'/g);
  const contexts = writtenAs(/'(rd[a-z_0-9]{6})'/g);
  expect(labels.size).toBeGreaterThan(40);
  expect(contexts.size).toBeGreaterThan(15);
  const frames = new Map<string, (bytes: Buffer) => boolean>();
  for (const name of labels) {
    const [framed, whole] = framesOf(name);
    if (!PASSING.includes(name)) frames.set(name, (bytes) => bytes.includes(framed) || bytes.equals(whole));
  }
  // The control: one that no source writes stands in none.
  for (const context of [...contexts, 'rdnobody']) frames.set(context, (bytes) => bytes.toString() === context);
  expect(await unsaidOf(frames)).toEqual(['rdnobody']);
});

test('each file bears a date and the name of its format', () => {
  for (const { file, format, protocol } of vectors) {
    expect(file).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d[a-z]?-${format}\\.json$`));
    expect(protocol).toBe('romduol/v1');
  }
});

test.each(vectors)('$file opens', ({ format: name, inputs, sealed, opened }) => {
  expect(sodium()).toBe(plain);
  expect(asStored((FORMATS[name] as Format<unknown, unknown>).open(sealed, inputs))).toEqual(opened);
});

describe.each(newest)('$file, the newest of its format,', (vector) => {
  const { format: name, randomness, inputs, sealed, opened } = vector;
  const format = FORMATS[name] as Format<unknown, unknown>;

  test('comes out again from libsodium', async () => {
    expect(await comesOutAgain(vector)).toBe(true);
  });

  test('comes out and opens with a second implementation', () => {
    expect(makeWith(seededNoble(randomness), format, inputs)).toEqual(sealed);
    expect(asStored(format.open(sealed, inputs))).toEqual(opened);
  });
});
