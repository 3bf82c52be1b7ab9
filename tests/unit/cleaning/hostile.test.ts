import { cleanFile } from '@romduol/shared/cleaning/clean-file';
import { CANNOT_CLEAN_REASONS } from '@romduol/shared/cleaning/cannot-clean';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { deflateSync } from 'node:zlib';
import { cleanables, readFixture } from './fixture-files.ts';

const originals = cleanables.map((name) => ({ name, bytes: readFixture(name) }));
const DOCUMENT = /\.(pdf|docx)$/;
/** In milliseconds. Nearly all take a few; this is for the worst of them on a machine that does much else. */
const LONGEST = 30_000;

/** Milliseconds until cleaning answers; what it answers is not much longer than what it was given. */
async function timeToAnswer(bytes: Uint8Array, isDocument = false): Promise<number> {
  const start = performance.now();
  const answer = await cleanFile(bytes);
  const why = answer.kind === 'cannot_clean' ? answer.why : null;
  expect([null, ...CANNOT_CLEAN_REASONS]).toContain(why);
  const length = answer.kind === 'cleaned' ? answer.bytes.length : 0;
  expect(length).toBeLessThanOrEqual(isDocument ? bytes.length * 4 + 10_000 : bytes.length + 64);
  return performance.now() - start;
}

describe('whatever the bytes, cleaning answers', () => {
  test.each(originals)('$name, cut anywhere', async ({ name, bytes }) => {
    const runs = DOCUMENT.test(name) ? 20 : 100;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        expect(await timeToAnswer(bytes.subarray(0, length), DOCUMENT.test(name))).toBeLessThan(LONGEST);
      }),
      { numRuns: runs },
    );
  });

  test.each(originals)('$name, changed in some places', async ({ name, bytes }) => {
    const runs = DOCUMENT.test(name) ? 30 : 200;
    // Most of what is said about the rest stands in the first two thousand bytes.
    const place = fc.oneof(fc.nat(bytes.length - 1), fc.nat(Math.min(bytes.length - 1, 2_000)));
    const value = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255));
    const changes = fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of all) changed[at] = byte;
        expect(await timeToAnswer(changed, DOCUMENT.test(name))).toBeLessThan(LONGEST);
      }),
      { numRuns: runs },
    );
  });

  test('the beginning of one file and the end of another', async () => {
    const part = fc.constantFrom(...originals).chain(({ bytes }) => fc.tuple(fc.constant(bytes), fc.nat(bytes.length)));
    await fc.assert(
      fc.asyncProperty(part, part, async ([head, headEnd], [tail, tailStart]) => {
        expect(
          await timeToAnswer(Uint8Array.from([...head.subarray(0, headEnd), ...tail.subarray(tailStart)]), true),
        ).toBeLessThan(LONGEST);
      }),
      { numRuns: 300 },
    );
  });

  test('noise behind the first bytes of each kind', async () => {
    const start = fc.constantFrom(...originals).map(({ bytes }) => bytes.subarray(0, 48));
    await fc.assert(
      fc.asyncProperty(start, fc.nat(48), fc.uint8Array({ maxLength: 3_000 }), async (head, length, noise) => {
        const bytes = Uint8Array.from([...head.subarray(0, length), ...noise]);
        expect(await timeToAnswer(bytes, true)).toBeLessThan(LONGEST);
      }),
      { numRuns: 1_000 },
    );
  });
});

const box = (type: string, ...content: (Uint8Array | number[])[]): Uint8Array => {
  const body = content.flatMap((part) => [...part]);
  const size = body.length + 8;
  return Uint8Array.from([0, size >>> 16, (size >>> 8) & 255, size & 255, ...Buffer.from(type), ...body]);
};
const word = (...values: number[]): number[] =>
  values.flatMap((value) => [value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255));

describe('what claims to be endless', () => {
  test('a table of four thousand million samples', async () => {
    const table = box(
      'stbl',
      box('stsz', word(0, 1, 0xffffffff)),
      box('stco', word(0, 1, 0)),
      box('stsc', word(0, 1, 1, 0xffffffff, 1)),
    );
    const media = box('mdia', box('hdlr', word(0, 0), Buffer.from('soun'), word(0, 0, 0)), box('minf', table));
    const track = box('trak', box('tkhd', word(0, 0, 0, 1, 0, 0)), media);
    expect(
      await timeToAnswer(
        Uint8Array.from([...box('ftyp', Buffer.from('isom')), ...box('moov', track), ...box('mdat', word(1, 2))]),
      ),
    ).toBeLessThan(LONGEST);
  });

  test.each([
    ['boxes of nothing', [...box('ftyp', Buffer.from('isom'))], [0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]],
    ['chunks of nothing', [...Buffer.from('RIFF\xff\xff\xff\xffWAVE', 'latin1')], [0x4a, 0x55, 0x4e, 0x4b, 0, 0, 0, 0]],
    ['segments of nothing', [0xff, 0xd8], [0xff, 0xe1, 0, 2]],
    ['pages of nothing', [], [...Buffer.from('OggS\0\x02'), ...word(0, 0, 0, 0, 0), 0]],
    ['blocks of nothing', [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0, 0, 0], [0x21, 0xfe, 0]],
    ['elements of nothing', [0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0xff], [0xec, 0x80]],
    ['frames of nothing', [...Buffer.from('ID3\x04\0\0\0\0\0\0')], [0xff, 0xfb, 0x00, 0]],
  ])('%s, a megabyte of them', async (_, head, unit) => {
    expect(
      await timeToAnswer(
        Uint8Array.from([...head, ...Array.from({ length: Math.ceil(1e6 / unit.length) }, () => unit).flat()]),
      ),
    ).toBeLessThan(LONGEST);
  });

  test('a table of objects that unpacks to a hundred megabytes, in a document that is right otherwise', async () => {
    const documentWith = (spaces: number, type: string): Uint8Array => {
      const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>'];
      const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';
      const index = `1 0 2 ${objects[0]?.length} 3 ${objects.join('').length} `;
      const packed = deflateSync(
        Buffer.concat([Buffer.from(index + objects.join('') + page), Buffer.alloc(spaces, ' ')]),
      );
      const head = `<</Type ${type}/N 3/First ${index.length}/Filter/FlateDecode/Length ${packed.length}>>`;
      return Buffer.concat([
        Buffer.from(`%PDF-1.7\n9 0 obj\n${head}\nstream\n`),
        packed,
        Buffer.from('\nendstream\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF'),
      ]);
    };
    for (const type of ['/ObjStm', '/Obj#53tm']) {
      expect(await cleanFile(documentWith(10, type))).toMatchObject({ kind: 'cleaned' });
      expect(await cleanFile(documentWith(100_000_000, type))).toMatchObject({ kind: 'cannot_clean' });
    }
  });

  /** Objects numbered from 1, the first being the catalogue. */
  const pdf = (...objects: string[]): Uint8Array => {
    const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
    return strToU8(`%PDF-1.7\n${body}trailer <</Root 1 0 R>>\n%%EOF`);
  };
  const catalogue = '<</Type/Catalog/Pages 2 0 R>>';
  const leaf = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';
  const onePage = [catalogue, '<</Type/Pages/Count 1/Kids[3 0 R]>>', leaf];
  const branches = Array.from({ length: 40 }, (_, at) => `<</Type/Pages/Count 9/Kids[${at + 3} 0 R ${at + 3} 0 R]>>`);
  const table = `<</Type/XRef/Size 1000000000000/W[1 1 1]/Length 3>>\nstream\nabc\nendstream`;
  const repeated = `<</Type/ObjStm/N 20000/First 80000/Length 140002>>\nstream\n${'8 0 '.repeat(20_000)}`;
  test.each([
    ['a table of a million million places', pdf(...onePage, table), 'cleaned'],
    ['a tree of pages with 2⁴⁰ leaves', pdf(catalogue, ...branches, leaf), 'cannot_clean'],
    ['a tree of pages that bites its tail', pdf(catalogue, '<</Type/Pages/Count 1/Kids[2 0 R]>>'), 'cannot_clean'],
    [
      'one long object read twenty thousand times',
      pdf(...onePage, `${repeated}[${'1 '.repeat(30_000)}]\nendstream`),
      'cannot_clean',
    ],
    ['a megabyte of blanks between objects', pdf(...onePage, `0 endobj x${' '.repeat(1_000_000)}`), 'cannot_clean'],
  ])('a document with %s', async (_, bytes, kind) => {
    const start = performance.now();
    expect(await cleanFile(bytes)).toMatchObject({ kind });
    expect(performance.now() - start).toBeLessThan(LONGEST);
  });

  test('an archive that unpacks to more than memory should give', async () => {
    const big = new Uint8Array(70_000_000);
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': big }, { level: 1 });
    expect(await cleanFile(bytes)).toEqual({ kind: 'cannot_clean', why: 'too_large' });
  });

  test('elements within elements, a hundred thousand deep', async () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    expect(
      await timeToAnswer(
        zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(deep) }),
        true,
      ),
    ).toBeLessThan(LONGEST);
    const arrays = `%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}${']'.repeat(100_000)}\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF`;
    expect(await timeToAnswer(strToU8(arrays), true)).toBeLessThan(LONGEST);
  });
});
