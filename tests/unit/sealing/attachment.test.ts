import type { CaseId } from '@romduol/shared/ids';
import {
  SEALED_CHUNK_MAX,
  chunkCount,
  isChunkLength,
  openAttachment,
  sealAttachment,
  splitChunks,
} from '@romduol/shared/sealing/attachment';
import { concat } from '@romduol/shared/sealing/bytes';
import { padmeLength } from '@romduol/shared/sealing/padding';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { noise } from '../../files/samples.ts';
import { seededLibsodium } from './seeded-sodium.ts';

const CHUNK = 256 * 1024;
const FLOOR = 64 * 1024;
const owner = { caseId: '11111111-1111-4111-8111-111111111111' as CaseId, place: 1, key: new Uint8Array(noise(32)) };

/** The same random bytes for each: what differs then is not the header. */
async function sealIn(parts: readonly Uint8Array[], seed = 'file'): Promise<Uint8Array[]> {
  useSodium(await seededLibsodium(seed));
  const sealer = sealAttachment(owner);
  return [...parts.flatMap((part) => [...sealer.push(part)]), ...sealer.finish()];
}
function openAll(chunks: readonly Uint8Array[], length: number, by = owner): Uint8Array {
  const opener = openAttachment(by, length);
  const parts = chunks.map((chunk) => opener.open(chunk));
  opener.finish();
  return concat(...parts);
}
const cutAt = (content: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const places = [0, ...cuts.map((cut) => cut % (content.length + 1)).toSorted((a, b) => a - b), content.length];
  return places.slice(1).map((end, at) => content.subarray(places[at], end));
};
const lengths = fc.oneof(
  fc.integer({ min: 0, max: 3 * CHUNK }),
  fc.constantFrom(0, 1, FLOOR - 1, FLOOR, FLOOR + 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1),
);

beforeEach(async () => useSodium(await loadSumoSodium()));

test('a file seals to equal chunks however it is handed over, and opens whole', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.array(fc.nat(), { maxLength: 12 }), async (length, cuts) => {
      const content = new Uint8Array(noise(length));
      const [whole, inParts] = [await sealIn([content]), await sealIn(cutAt(content, cuts))];
      expect(inParts).toHaveLength(whole.length);
      expect(inParts.every((chunk, at) => Buffer.compare(chunk, whole[at] ?? chunk.subarray(1)) === 0)).toBe(true);
      expect(whole).toHaveLength(chunkCount(length));
      expect(whole.every((chunk, at) => isChunkLength(whole.length, at, chunk.length))).toBe(true);
      expect(Math.max(...whole.map((chunk) => chunk.length))).toBeLessThanOrEqual(SEALED_CHUNK_MAX);
      expect(Buffer.from(openAll(whole, length)).equals(content)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('nothing but the Padmé bucket of a length shows', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, lengths, async (first, second) => {
      const sizes = async (length: number) => (await sealIn([new Uint8Array(length)])).map((chunk) => chunk.length);
      const alike = padmeLength(first, FLOOR) === padmeLength(second, FLOOR);
      expect((await sizes(first)).join() === (await sizes(second)).join()).toBe(alike);
    }),
    { numRuns: 60 },
  );
});

test('a flipped bit anywhere is refused', async () => {
  const length = CHUNK + 70_000;
  const chunks = await sealIn([new Uint8Array(noise(length))]);
  const ends = chunks.flatMap((chunk, at) =>
    [0, 23, 24, 40, 41, chunk.length - 1].map((place) => [at, place] as const),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(...ends), fc.tuple(fc.nat(chunks.length - 1), fc.nat(FLOOR))),
      fc.nat(7),
      async ([at, place], bit) => {
        const changed = chunks.map((chunk) => chunk.slice());
        const chunk = changed[at] as Uint8Array;
        const where = Math.min(place, chunk.length - 1);
        chunk[where] = (chunk[where] ?? 0) ^ (1 << bit);
        expect(() => openAll(changed, length)).toThrow('damaged');
      },
    ),
    { numRuns: 200 },
  );
  // The control.
  expect(() => openAll(chunks, length)).not.toThrow();
});

test('chunks that are missing, twice, swapped, cut, or of another file, place, case or key are refused', async () => {
  const length = 3 * CHUNK;
  const content = new Uint8Array(noise(length + 1));
  const chunks = await sealIn([content.subarray(0, length)]);
  const others = await sealIn([content.subarray(1)], 'other');
  const [first, second, third] = chunks as [Uint8Array, Uint8Array, Uint8Array];
  const wrong: Readonly<Record<string, readonly Uint8Array[]>> = {
    'the first is missing': [second, third],
    'one in the middle is missing': [first, third],
    'the last is missing': [first, second],
    'all are missing': [],
    'one is there twice': [first, second, second, third],
    'the last is there twice': [...chunks, third],
    'something follows': [...chunks, second],
    'two are swapped': [first, third, second],
    'one is cut': [first, second.subarray(0, -1), third],
    'one is cut to nothing': [first, new Uint8Array(), third],
    'one is longer': [first, concat(second, new Uint8Array(1)), third],
    'one is of another file': [first, others[1] as Uint8Array, third],
    'the rest is of another file': [first, ...others.slice(1)],
    'the header is of another file': [
      concat((others[0] as Uint8Array).subarray(0, 24), first.subarray(24)),
      second,
      third,
    ],
  };
  const refused = (some: readonly Uint8Array[]): string => {
    try {
      openAll(some, length);
      return 'opened';
    } catch (error) {
      return (error as Error).message;
    }
  };
  for (const [what, some] of Object.entries(wrong)) expect([what, refused(some)]).toEqual([what, 'damaged']);
  const { caseId, key } = owner;
  expect(() => openAll(chunks, length, { ...owner, place: 0 })).toThrow('damaged');
  expect(() => openAll(chunks, length, { ...owner, caseId: caseId.replace('1', '2') as CaseId })).toThrow('damaged');
  expect(() => openAll(chunks, length, { ...owner, key: key.map((byte) => byte ^ 1) })).toThrow('damaged');
  // Longer than what was sealed: the report says another length than the file has.
  expect(() => openAll(chunks, 4 * CHUNK)).toThrow('damaged');
  expect(() => openAll(chunks, length)).not.toThrow();
});

test('a chunk has one length in its place, and the last a few that Padmé allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 450 }),
      fc.nat(451),
      fc.integer({ min: 0, max: 300_000 }),
      (n, at, length) => {
        const content = length - 17 - (at === 0 ? 24 : 0);
        const whole = (n - 1) * CHUNK + content;
        const fits =
          at < n - 1
            ? content === CHUNK
            : at === n - 1 && content >= 1 && content <= CHUNK && padmeLength(whole, FLOOR) === whole;
        expect(isChunkLength(n, at, length)).toBe(fits);
      },
    ),
  );
  expect(isChunkLength(1, 0, 24 + FLOOR + 17)).toBe(true);
  expect(isChunkLength(2, 0, 24 + CHUNK + 17)).toBe(true);
});

test('neighbours laid one behind the other come apart where they were joined, and other lengths not at all', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 5000 }),
      (count, from, many, off) => {
        const whole = padmeLength((count - 1) * CHUNK + 1, FLOOR);
        const chunks = chunkCount(whole);
        const sealed = Array.from({ length: chunks }, (_, at) =>
          new Uint8Array(Math.min(CHUNK, whole - at * CHUNK) + 17 + (at === 0 ? 24 : 0)).fill(at),
        );
        const first = from % chunks;
        const some = sealed.slice(first, first + 1 + (many % 4));
        const together = concat(...some);
        expect(splitChunks(chunks, first, together)?.map(({ length }) => length)).toEqual(
          some.map(({ length }) => length),
        );
        expect(
          splitChunks(chunks, first, together)?.every((part, at) => part.every((byte) => byte === first + at)),
        ).toBe(true);
        const longer = concat(together, new Uint8Array(off));
        expect(splitChunks(chunks, first, longer) === null || first + some.length === chunks).toBe(true);
        expect(splitChunks(chunks, first, together.subarray(0, -1)) === null || some.length + first === chunks).toBe(
          true,
        );
      },
    ),
    { numRuns: 40 },
  );
});
