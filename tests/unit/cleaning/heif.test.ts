import { cleanFile } from '@romduol/shared/cleaning/clean-file';
import { cleanProfile } from '@romduol/shared/cleaning/heif-items';
import { expect, test } from 'vitest';
import { asText, cleaned, readFixture } from './fixture-files.ts';

test.each(['photo.heic', 'photo.avif'])('%s keeps its length and its coded pictures where they were', async (name) => {
  const before = asText(readFixture(name));
  const after = asText((await cleaned(readFixture(name))).bytes);
  expect(after).toHaveLength(before.length);
  const media = before.indexOf('mdat') + 4;
  const exif = before.indexOf('MM\0\x2a', media);
  expect(exif).toBeGreaterThan(media);
  // heif-enc writes pictures first, then what is said of them.
  const changed = before
    .slice(media)
    .split('')
    .findIndex((byte, at) => byte !== after[media + at]);
  expect(media + changed).toBeGreaterThanOrEqual(exif - 10);
  expect(changed).toBeGreaterThan(200);
});

test.each([
  ['a film or a burst', 'free', 'moov'],
  ['an item of a kind that is not known', 'infe\x02\0\0\0\0\x01\0\0hvc1', 'infe\x02\0\0\0\0\x01\0\0zzzz'],
  ['a list of items of a version that is not known', 'infe\x02', 'infe\x07'],
])('%s: refused', async (_, from, to) => {
  const text = asText(readFixture('photo.heic'));
  // Boxes that may be left out stand before the end as well as behind it.
  const odd = from === 'free' ? `${text}\0\0\0\x08${to}` : text.replace(from, to);
  expect(odd === text).toBe(false);
  const bytes = new Uint8Array(Buffer.from(odd, 'latin1'));
  expect(await cleanFile(bytes)).toEqual({ kind: 'cannot_clean', why: 'needs_reencoding' });
});

test('a colour profile keeps its colours and loses its words', () => {
  const profile = new Uint8Array(Buffer.alloc(240));
  const view = new DataView(profile.buffer);
  const write = (at: number, text: string): void => profile.set(Buffer.from(text), at);
  write(4, 'CANA');
  write(12, 'mntrRGB XYZ ');
  view.setUint16(24, 2019);
  write(48, 'CanaCP-7');
  write(80, 'Cana');
  view.setUint32(128, 3);
  const tags = [
    ['desc', 'desc\0\0\0\0\0\0\0\x0fCanary Sopheap\0'],
    ['cprt', 'text\0\0\0\0Canary 2019\0'],
    ['rXYZ', 'XYZ \0\0\0\0\0\0\x6f\xa2\0\0\x38\xf5\0\0\x03\x90'],
  ] as const;
  let from = 168;
  for (const [index, [name, content]] of tags.entries()) {
    write(132 + index * 12, name);
    view.setUint32(136 + index * 12, from);
    view.setUint32(140 + index * 12, content.length);
    profile.set(Buffer.from(content, 'latin1'), from);
    from += content.length;
  }
  cleanProfile(profile);
  const text = asText(profile);
  expect(text).not.toMatch(/cana|sopheap|2019|CP-7/i);
  expect(view.getUint16(24)).toBe(0);
  expect(text).toContain('mntrRGB XYZ ');
  expect(text).toContain(tags[2][1]);
});
