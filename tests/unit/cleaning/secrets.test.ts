import { expect, test } from 'vitest';
import { CLEANABLE, cleanables, cleaned, readFixture } from './fixture-files.ts';
import { findSecrets } from './secrets.ts';

/** What each file says before it is cleaned, so that a fixture that says nothing proves nothing. At least these. */
const SAID: Partial<Record<string, readonly string[]>> = {
  'photo.jpg': ['Canary as text', 'canary- as text', 'CP-7741 as text', 'latitude in Exif', 'longitude in Exif'],
  'progressive.jpg': ['Canary as text'],
  'cmyk.jpg': ['Canary as text', '2019:07:04 as text', 'latitude in Exif'],
  'photo.png': ['Canary as text', 'time in PNG', 'latitude in Exif'],
  'animation.png': ['Canary as text'],
  'photo.webp': ['Canary as text', 'latitude in Exif'],
  'animation.webp': ['Canary as text', 'latitude in Exif'],
  'animation.gif': ['Canary as text', 'the program ExifTool'],
  'photo.heic': ['Canary as text', 'CP-7741 as text', 'latitude in Exif'],
  'photo.avif': ['Canary as text', 'CP-7741 as text', 'latitude in Exif'],
  'film.mp4': ['Canary as text', 'canary- as text', '11.5564 as text', 'time in MP4'],
  'film.mov': ['CanaryPhone as text', '11.5564 as text', '13:37:11 as text', 'place in 3GPP'],
  'film.3gp': ['place in 3GPP', 'time in MP4'],
  'fragments.mp4': ['canary- as text', '11.5564 as text', 'time in MP4'],
  'recorded.mp4': ['time of recording in MP4'],
  'sound.m4a': ['Canary as text', 'place in 3GPP', 'time in MP4'],
  'sound.mp3': ['Canary as text', 'canary- as text', 'the program Lavf'],
  'sound.aac': ['Canary as text', 'canary- as text', 'the program Lavf'],
  'sound.opus': ['Canary as text', 'canary- as text', '2019-07-04 as text'],
  'sound.ogg': ['Canary as text', '11.5564 as text'],
  'sound.wav': ['Canary as text', 'canary- as text', '2019-07-04 as text'],
  'film.webm': ['Canary as text', '11.5564 as text', 'time in Matroska'],
  'film.mkv': ['Canary as text', 'canary- as text', 'time in Matroska'],
  'recorded.webm': ['the program Chrome'],
  'letter.pdf': ['Canary as text', 'LibreOffice as hexadecimal UTF-16', '20190704 as text'],
  'scan.pdf': ['Canary as text', 'CP-7741 as text', 'latitude in Exif', '20190704 as text'],
  'letter.docx': ['Canary as text', 'the program LibreOffice', 'latitude in Exif', 'a sitting of Word'],
};

test.each(cleanables)('%s gives nothing away once it is cleaned', async (name) => {
  const original = readFixture(name);
  expect(findSecrets(original)).toEqual(expect.arrayContaining([...(SAID[name] ?? ['(nothing)'])]));
  const { bytes, type } = await cleaned(original);
  expect(findSecrets(bytes)).toEqual([]);
  expect(type).toBe(CLEANABLE[name]);
});

test.each(cleanables)('%s is changed by the first cleaning only', async (name) => {
  const once = await cleaned(readFixture(name));
  const twice = await cleaned(once.bytes);
  expect(Buffer.compare(twice.bytes, once.bytes)).toBe(0);
  expect(twice.type).toBe(once.type);
});
