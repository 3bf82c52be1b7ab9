import { planCleaning, cleanFile } from '@romduol/shared/cleaning/clean-file';
import { FILE_KINDS, KINDS_TO_REENCODE, plainName } from '@romduol/shared/cleaning/file-kinds';
import { readerOf } from '@romduol/shared/cleaning/readable-file';
import { recogniseFile } from '@romduol/shared/cleaning/recognise-file';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFixture } from './fixture-files.ts';

const kindOf = (bytes: Uint8Array): Promise<keyof typeof FILE_KINDS | 'unknown'> => recogniseFile(readerOf(bytes));

test.each([
  ['photo.jpg', 'jpeg'],
  ['photo.png', 'png'],
  ['animation.webp', 'webp'],
  ['animation.gif', 'gif'],
  ['photo.heic', 'heif'],
  ['photo.avif', 'avif'],
  ['film.mp4', 'mp4'],
  ['film.mov', 'quicktime'],
  ['film.3gp', '3gpp'],
  ['sound.m4a', 'm4a'],
  ['sound.mp3', 'mp3'],
  ['sound.aac', 'aac'],
  ['sound.opus', 'ogg'],
  ['sound.ogg', 'ogg'],
  ['sound.wav', 'wav'],
  ['film.webm', 'webm'],
  ['film.mkv', 'matroska'],
  ['letter.pdf', 'pdf'],
  ['letter.docx', 'docx'],
])('%s is known by its content', async (name, kind) => {
  expect(await kindOf(readFixture(name))).toBe(kind);
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['text', strToU8('ផ្ញើ photo.jpg and a letter of some length')],
  ['a page', strToU8('<!doctype html><title>film.mp4</title>')],
  ['a spreadsheet', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') })],
  ['a raw picture of a camera', strToU8('\0\0\0\x18ftypcrx \0\0\0\x01crx isom')],
  ['zeros', new Uint8Array(5_000)],
])('%s is not known', async (_, bytes) => {
  expect(await kindOf(bytes)).toBe('unknown');
  expect(await cleanFile(bytes)).toEqual({ kind: 'cannot_clean', why: 'unknown_kind' });
});

test('an MP3 without tags is known by its frames', async () => {
  const bytes = readFixture('sound.mp3');
  const tag = 10 + [6, 7, 8, 9].reduce((length, at) => length * 128 + (bytes[at] ?? 0), 0);
  expect(await kindOf(bytes.subarray(tag))).toBe('mp3');
});

test('telephones’ AMR, which has room for nothing but sound, loses a frame that was cut', async () => {
  const frames = { '#!AMR\n': [0x3c, 31], '#!AMR-WB\n': [0x44, 60] } as const;
  for (const [magic, [head, length]] of Object.entries(frames)) {
    const frame = Buffer.alloc(length + 1, 0x5a);
    frame[0] = head;
    const whole = Buffer.concat([Buffer.from(magic), frame, frame]);
    const answer = await cleanFile(Buffer.concat([whole, frame.subarray(0, 9)]));
    expect(answer).toMatchObject({ kind: 'cleaned', type: magic.includes('WB') ? 'audio/amr-wb' : 'audio/amr' });
    expect(answer.kind === 'cleaned' && whole.equals(answer.bytes)).toBe(true);
    const odd = Buffer.concat([whole, Buffer.from('Canary')]);
    expect(await cleanFile(odd)).toEqual({ kind: 'cannot_clean', why: 'damaged' });
  }
});

test('pictures that a canvas may write anew are named when their container is refused', async () => {
  for (const name of ['photo.heic', 'photo.avif']) {
    const odd = Buffer.from(readFixture(name));
    odd.write('zzzz', odd.indexOf('ispe'));
    const kind = await kindOf(odd);
    expect(kind !== 'unknown' && KINDS_TO_REENCODE.has(kind)).toBe(true);
    expect(await planCleaning(readerOf(odd))).toEqual({ kind: 'cannot_clean', why: 'needs_reencoding' });
  }
});

test('a name says which file it is, and of what kind', () => {
  expect([plainName(0, FILE_KINDS.jpeg.extension), plainName(4, '')]).toEqual(['file-1.jpg', 'file-5']);
});
