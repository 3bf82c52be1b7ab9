import { describe, expect, test } from 'vitest';
import { asText, cleaned, readFixture } from './fixture-files.ts';

/** An original and what became of it, as texts of one character a byte. */
async function both(name: string): Promise<{ before: string; after: string }> {
  const original = readFixture(name);
  return { before: asText(original), after: asText((await cleaned(original)).bytes) };
}
const be16 = (text: string, at: number): number => text.charCodeAt(at) * 256 + text.charCodeAt(at + 1);
const be32 = (text: string, at: number): number => be16(text, at) * 65_536 + be16(text, at + 2);
const le32 = (text: string, at: number): number => Buffer.from(text.slice(at, at + 4), 'latin1').readUInt32LE();

/** The runs of places at which two texts of one length differ. */
function differences(before: string, after: string): { from: number; to: number }[] {
  expect(after.length).toBe(before.length);
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] === after[at]) continue;
    const last = runs.at(-1);
    if (last !== undefined && at - last.to < 8) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

describe('pictures keep their pixels byte for byte', () => {
  /** From the first scan to the end of the picture. */
  const scans = (text: string): string => {
    let at = 2;
    while (be16(text, at) !== 0xffda) at += 2 + be16(text, at + 2);
    return text.slice(at, text.indexOf('\xff\xd9', at) + 2);
  };
  test.each(['photo.jpg', 'progressive.jpg', 'cmyk.jpg'])('%s', async (name) => {
    const { before, after } = await both(name);
    expect(scans(after)).toBe(scans(before));
    expect(after.endsWith(scans(before))).toBe(true);
    expect(scans(before).length).toBeGreaterThan(200);
  });

  const IEND = 'IEND\xae\x42\x60\x82';
  const chunks = (text: string, names: RegExp): string => {
    let found = '';
    for (let at = 8; at < text.length && !found.endsWith('IEND'); at += 12 + be32(text, at)) {
      const name = text.slice(at + 4, at + 8);
      if (names.test(name)) found += name + text.slice(at + 8, at + 12 + be32(text, at));
    }
    return found;
  };
  test.each(['photo.png', 'animation.png'])('%s', async (name) => {
    const { before, after } = await both(name);
    const needed = /^(IHDR|PLTE|tRNS|acTL|fcTL|fdAT|IDAT)$/;
    expect(chunks(after, needed)).toBe(chunks(before, needed));
    expect(chunks(after, /^([a-z]Xt.|eXIf|tIME|iCCP)$/)).toBe('');
    expect(after.slice(-8)).toBe(IEND);
  });

  const riff = (text: string, ...names: string[]): string[] => {
    const found: string[] = [];
    for (let at = 12; at + 8 <= text.length; at += 8 + le32(text, at + 4) + (le32(text, at + 4) % 2)) {
      const name = text.slice(at, at + 4);
      if (names.includes(name)) found.push(name + text.slice(at + 8, at + 8 + le32(text, at + 4)));
    }
    return found;
  };
  test('photo.webp and animation.webp, whose flags then say what is there', async () => {
    for (const [name, flags] of [
      ['photo.webp', 0x10],
      ['animation.webp', 0x02],
    ] as const) {
      const { before, after } = await both(name);
      expect(riff(after, 'VP8 ', 'VP8L', 'ALPH', 'ANMF')).toEqual(riff(before, 'VP8 ', 'VP8L', 'ALPH', 'ANMF'));
      expect(riff(before, 'VP8 ', 'VP8L', 'ALPH', 'ANMF').length).toBeGreaterThan(1);
      expect(riff(after, 'VP8X')[0]?.charCodeAt(4)).toBe(flags);
      expect(le32(after, 4)).toBe(after.length - 8);
    }
  });

  test('animation.gif, which repeats as often as before', async () => {
    const { before, after } = await both('animation.gif');
    const loop = 'NETSCAPE2.0\x03\x01';
    expect(after.slice(after.indexOf(loop)).slice(13, 15)).toBe(before.slice(before.indexOf(loop)).slice(13, 15));
    const frames = after.split('!\xf9\x04').slice(1);
    expect(frames).toHaveLength(2);
    for (const frame of frames) {
      expect(before).toContain(`!\xf9\x04${frame.slice(0, 5)}`);
      expect(before).toContain(frame.slice(5).replace(/;$/, ''));
    }
  });

  test('a picture that is to be turned is turned still, and says no more than that', async () => {
    const { after } = await both('photo.jpg');
    const turned = 'Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0';
    expect(after.split('Exif')).toHaveLength(2);
    expect(after).toContain(`\xff\xe1\0\x22${turned}\xff`);
    expect((await both('cmyk.jpg')).after).not.toContain('Exif');
  });
});

describe('sounds and films keep what is played byte for byte', () => {
  test('sound.wav', async () => {
    const { before, after } = await both('sound.wav');
    const from = before.indexOf('data');
    expect(after.endsWith(before.slice(from, from + 8 + le32(before, from + 4)))).toBe(true);
  });

  test('sound.mp3: all frames, and of the first the delays', async () => {
    const { before, after } = await both('sound.mp3');
    const info = before.indexOf('Info');
    const second = before.indexOf('\xff\xf3', info);
    const frames = before.slice(second, before.indexOf('APETAGEX'));
    expect(frames.length).toBeGreaterThan(5_000);
    expect(after.endsWith(frames)).toBe(true);
    const delays = before.slice(info + 120 + 21, info + 120 + 24);
    expect(after.slice(after.indexOf('LAME') + 21).startsWith(delays)).toBe(true);
  });

  test.each(['sound.opus', 'sound.ogg'])('%s: all pages but those of the headers', async (name) => {
    const { before, after } = await both(name);
    const pages = before.split('OggS');
    const audio = pages.findIndex((page, index) => index > 0 && le32(page, 2) !== 0);
    expect(after.endsWith(`OggS${pages.slice(audio).join('OggS')}`)).toBe(true);
  });

  test.each(['film.mp4', 'fragments.mp4'])('%s: media data but the track of places', async (name) => {
    const { before, after } = await both(name);
    const places = 'canary-note-4711 11.5564 104.9282';
    const from = before.indexOf(places, before.indexOf('mdat'));
    const media = differences(before.slice(0, after.length), after).filter(
      (run) => run.from > before.lastIndexOf('mdat'),
    );
    expect(media).toEqual([{ from: from - 1, to: from + places.length }]);
    expect(after.slice(from - 2, from + places.length)).toBe('\0'.repeat(places.length + 2));
  });

  test.each(['film.webm', 'recorded.webm'])('%s: every cluster', async (name) => {
    const { before, after } = await both(name);
    const from = before.indexOf('\x1f\x43\xb6\x75');
    const end = name === 'film.webm' ? before.indexOf('\x1c\x53\xbb\x6b', from) : before.length;
    // The checksum of a cluster would be right still; it becomes void because nobody here says so.
    const changed = differences(before.slice(from, end), after.slice(from, end));
    expect(changed.every((run) => run.to - run.from <= 6)).toBe(true);
    expect(changed.length).toBeLessThanOrEqual(name === 'film.webm' ? 2 : 0);
  });

  test('film.mkv: clusters but the subtitles', async () => {
    const { before, after } = await both('film.mkv');
    const places = before.indexOf('canary-note-4711 11.5564');
    const from = before.indexOf('\x1f\x43\xb6\x75');
    const changed = differences(before, after).filter((run) => run.from >= from && run.to - run.from > 6);
    expect(changed.length).toBe(1);
    expect(changed[0]?.from).toBeLessThan(places);
    expect(changed[0]?.to).toBeGreaterThan(places + 30);
  });
});
