import { cleanFile } from '@romduol/shared/cleaning/clean-file';
import { describe, expect, test } from 'vitest';
import { asText, cleaned, readFixture } from './fixture-files.ts';

/** A file with some of its bytes replaced by as many others. */
function replaced(name: string, from: string, to: string): Uint8Array {
  const text = asText(readFixture(name));
  expect(to).toHaveLength(from.length);
  expect(text.includes(from)).toBe(true);
  return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
}

describe('what is not known inside a file that is known', () => {
  test.each([
    ['a codec whose settings may say anything', replaced('film.webm', 'A_VORBIS', 'A_SPEECH')],
    ['samples that lie in another file', replaced('film.mov', 'url \0\0\0\x01', 'url \0\0\0\0')],
    ['a stream of another kind', replaced('sound.opus', 'OpusHead', 'FishHead')],
  ])('%s: refused', async (_, bytes) => {
    expect(await cleanFile(bytes)).toEqual({ kind: 'cannot_clean', why: 'unknown_parts' });
  });

  test('samples that are locked: refused', async () => {
    const locked = replaced('sound.m4a', 'mp4a', 'enca');
    expect(await cleanFile(locked)).toEqual({ kind: 'cannot_clean', why: 'encrypted' });
  });

  test('boxes and chunks with names of nobody’s: emptied or left out', async () => {
    const film = await cleaned(replaced('film.mp4', 'udta', 'Zzzz'));
    expect(asText(film.bytes)).not.toMatch(/Zzzz|canary/i);
    const picture = await cleaned(replaced('photo.png', 'eXIf', 'zzZz'));
    expect(asText(picture.bytes)).not.toMatch(/zzZz|canary/i);
    expect(await cleanFile(replaced('photo.png', 'eXIf', 'ZzZz'))).toEqual({ kind: 'cannot_clean', why: 'damaged' });
  });
});

describe('names that programs leave', () => {
  test.each([
    ['of handlers', replaced('film.mp4', 'VideoHandler', 'CanaryHandle')],
    ['of handlers in QuickTime', replaced('film.mov', 'SoundHandler', 'CanaryHandle')],
    ['of compressors', replaced('film.mov', 'Lavc', 'Cana')],
    ['of encoders of Vorbis, in Matroska', replaced('film.webm', 'Reducing', 'Canaries')],
  ])('%s: gone', async (_, bytes) => {
    expect(asText(bytes).includes('Cana')).toBe(true);
    expect(asText((await cleaned(bytes)).bytes).includes('Cana')).toBe(false);
  });

  test('a thumbnail in the first segment of a JPEG: gone', async () => {
    const jpeg = readFixture('progressive.jpg');
    const withThumbnail = Buffer.concat([
      Buffer.from('\xff\xd8\xff\xe0\0\x13JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01Can', 'latin1'),
      jpeg.subarray(2 + 18),
    ]);
    const { bytes } = await cleaned(new Uint8Array(withThumbnail));
    const plain = '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff';
    expect(asText(bytes).slice(0, plain.length)).toBe(plain);
  });
});

/** CRC-32 of RFC 3533, bit by bit, beside the table of the code under test. */
function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

function makePage(flags: number, sequence: number, table: readonly number[], content: Buffer): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS');
  head[5] = flags;
  head.writeUInt32LE(77, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = table.length;
  const bytes = Buffer.concat([head, Buffer.from(table), content]);
  bytes.writeUInt32LE(checksum(bytes), 22);
  return bytes;
}

test('comments that go on over several pages are emptied on all of them', async () => {
  const comment = Buffer.concat([Buffer.from('OpusTags\x06\0\0\0Canary\x01\0\0\0'), Buffer.alloc(900, 'Canary')]);
  const lines = [comment.subarray(0, 510), comment.subarray(510, 765), comment.subarray(765)];
  const first = Buffer.from('OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0', 'latin1');
  const audio = makePage(4, 4, [3], Buffer.from([0xf8, 0xff, 0xfe]));
  const pages = [
    makePage(2, 0, [first.length], first),
    makePage(0, 1, [255, 255], lines[0] ?? first),
    makePage(1, 2, [255], lines[1] ?? first),
    // The rest of the comments, and a first packet of sound behind it on the same page.
    makePage(1, 3, [lines[2]?.length ?? 0, 3], Buffer.concat([lines[2] ?? first, Buffer.from([0xf8, 0xff, 0xfe])])),
    audio,
  ];
  const { bytes } = await cleaned(new Uint8Array(Buffer.concat(pages)));
  let at = 0;
  for (const before of pages) {
    const after = Buffer.from(bytes.subarray(at, at + before.length));
    const stated = after.readUInt32LE(22);
    after.writeUInt32LE(0, 22);
    expect(checksum(after)).toBe(stated);
    expect(after.subarray(0, 22)).toEqual(before.subarray(0, 22));
    at += before.length;
  }
  expect(at).toBe(bytes.length);
  expect(asText(bytes)).not.toMatch(/Cana|anary|nary/);
  expect(Buffer.from(bytes.subarray(-3))).toEqual(Buffer.from([0xf8, 0xff, 0xfe]));
  expect(asText(bytes)).toContain('\xf8\xff\xfeOggS');
});
