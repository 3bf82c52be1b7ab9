import { cleanFile, planCleaning } from '@romduol/shared/cleaning/clean-file';
import { readPieces } from '@romduol/shared/cleaning/pieces';
import { type ReadableFile, readerOf } from '@romduol/shared/cleaning/readable-file';
import { expect, test } from 'vitest';
import { cleanables, cleaned, readFixture } from './fixture-files.ts';

/** A film whose media data go on for a gigabyte of nothing, with a note of what was read of it. */
function longFilm(): ReadableFile & { readonly asked: number[] } {
  const film = Buffer.from(readFixture('film.mp4'));
  const mdat = film.indexOf('mdat') - 4;
  const size = mdat + 1_000_000_000;
  film.writeUInt32BE(size - mdat, mdat);
  const asked: number[] = [];
  return {
    size,
    asked,
    read: async (offset, length) => {
      asked.push(length);
      const bytes = new Uint8Array(length);
      bytes.set(film.subarray(offset, offset + length));
      return bytes;
    },
  };
}

test('a film of a gigabyte is planned by reading little of it, and sent in small pieces', async () => {
  const film = longFilm();
  const plan = await planCleaning(film);
  if (plan.kind !== 'cleaned') throw new Error(plan.why);
  expect(plan.size).toBe(film.size);
  expect(Math.max(...film.asked)).toBeLessThanOrEqual(64 * 1024);
  expect(film.asked.reduce((total, length) => total + length, 0)).toBeLessThan(1_000_000);
  let [longest, total] = [0, 0];
  for await (const chunk of readPieces(film, plan.pieces)) {
    longest = Math.max(longest, chunk.length);
    total += chunk.length;
  }
  expect(longest).toBe(256 * 1024);
  expect(total).toBe(plan.size);
});

test.each(cleanables)('%s: pieces of any length make the same file', async (name) => {
  const bytes = readFixture(name);
  const plan = await planCleaning(readerOf(bytes));
  if (plan.kind !== 'cleaned') throw new Error(plan.why);
  const chunks: Uint8Array[] = [];
  for await (const chunk of readPieces(readerOf(bytes), plan.pieces, 97)) chunks.push(chunk);
  const whole = await cleaned(bytes);
  expect(Buffer.concat(chunks).equals(whole.bytes)).toBe(true);
  expect(plan).toMatchObject({ size: whole.bytes.length, type: whole.type, extension: whole.extension });
});

test('a device that fails is told from a file that is damaged', async () => {
  const bytes = readFixture('film.webm');
  const failing = { size: bytes.length, read: () => Promise.reject(new Error('device')) };
  await expect(planCleaning(failing)).rejects.toThrow('device');
  const short = { size: bytes.length + 9, read: readerOf(bytes).read };
  expect(await planCleaning(short)).toMatchObject({ kind: 'cannot_clean' });
});

test('documents beyond thirty-two megabytes are not taken apart', async () => {
  const bytes = new Uint8Array(33 * 1024 * 1024);
  bytes.set(readFixture('letter.pdf'));
  expect(await cleanFile(bytes)).toEqual({ kind: 'cannot_clean', why: 'too_large' });
});
