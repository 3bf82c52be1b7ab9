import { utf8 } from '@romduol/shared/sealing/bytes';
import { audioTypeOf } from '@romduol/shared/site/audio-type';
import { CONTENT_MAX, EMPTY_TYPE, contentType, readSiteText } from '@romduol/shared/site/content';
import { type HelpNumber, readHelpNumbers, writeHelpNumbers } from '@romduol/shared/site/help-numbers';
import {
  NUMBERS_ITEM,
  RECEPTION_ITEM,
  RETENTION_ITEM,
  type SiteItem,
  clipItem,
  takesLanguage,
  textItem,
} from '@romduol/shared/site/items';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { BUILT_IN } from '@romduol/web/pages/texts/built-in';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

const SOUNDS: readonly (readonly [string, string])[] = [
  ['audio/ogg', 'OggS\0\x02'],
  ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
  ['audio/mp4', '\0\0\0\x20ftypM4A '],
  ['audio/flac', 'fLaC\0'],
  ['audio/webm', '\x1a\x45\xdf\xa3\x9f'],
  ['audio/mpeg', 'ID3\x04\0'],
  ['audio/mpeg', '\xff\xfb\x90\x00'],
  ['audio/mpeg', '\xff\xf3\x40\x00'],
  ['audio/aac', '\xff\xf1\x50\x80'],
];

describe('a clip', () => {
  test.each(SOUNDS)('is %s by what it begins with', (type, bytes) => {
    expect(contentType(clipItem('safety'), latin(bytes))).toBe(type);
  });

  test.each([
    '<html><script>',
    '%PDF-1.7',
    '\x89PNG\r\n',
    'GIF89a',
    'RIFF\0\0\0\0WEBP',
    'PK\x03\x04',
    '\xff\xd8\xff\xe0',
    '\xff',
  ])('is not %j, whatever it is called', (bytes) => {
    expect(audioTypeOf(latin(bytes))).toBeNull();
  });

  test('has an end', () => {
    const longest = new Uint8Array(CONTENT_MAX.clip);
    longest.set(latin('OggS'));
    expect(contentType(clipItem('safety'), longest)).toBe('audio/ogg');
    const longer = new Uint8Array(CONTENT_MAX.clip + 1);
    longer.set(latin('OggS'));
    expect(contentType(clipItem('safety'), longer)).toBeNull();
  });
});

describe('a text', () => {
  test('may be any of those that are built in', () => {
    for (const [name, words] of Object.entries(BUILT_IN)) {
      for (const text of Object.values(words)) {
        expect(contentType(textItem(name as keyof typeof BUILT_IN), utf8(text))).toBe('text/markdown');
      }
    }
  });

  test('is refused when it holds what a reader cannot see, or is not text', () => {
    for (const hidden of ['\0', '\u0007', '\r', '\u007f', '\u009b', '\u202e', '\u2066'])
      expect(readSiteText(utf8(`a${hidden}b`))).toBeNull();
    expect(readSiteText(new Uint8Array([0xc3, 0x28]))).toBeNull();
    expect(readSiteText(new TextEncoder().encode('e\u0301'))).toBeNull();
    expect(contentType(textItem('rights'), utf8('x'.repeat(CONTENT_MAX.text + 1)))).toBeNull();
    // Khmer is written with a joiner and breaks lines by an invisible space: both are letters' work.
    expect(readSiteText(utf8('ស្រឡាញ់\u200bគ្នា\u200c'))).toBe('ស្រឡាញ់\u200bគ្នា\u200c'.normalize('NFC'));
  });
});

describe('help numbers', () => {
  const words = fc.record({
    en: fc.string({ minLength: 1, maxLength: 40 }),
    km: fc.constantFrom('នគរបាល', 'ជំនួយ'),
  });
  const numbers = fc.array(
    fc.record({
      number: fc.constantFrom('117', '+855 12 345 678', '012-345-678'),
      name: words,
      note: fc.option(words),
      hours: fc.option(words),
      verified: fc.option(fc.constantFrom('2026-01-05', '2024-02-29')),
    }),
    { maxLength: 12 },
  );

  test('come back as they were written', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const normal = JSON.parse(JSON.stringify(list).normalize('NFC')) as HelpNumber[];
        expect(readHelpNumbers(writeHelpNumbers(list as unknown as HelpNumber[]))).toEqual(normal);
      }),
    );
    expect(contentType(NUMBERS_ITEM, writeHelpNumbers(SAMPLE_HELP_NUMBERS))).toBe('application/json');
  });

  test('are refused where they are no numbers', () => {
    const [first] = SAMPLE_HELP_NUMBERS;
    const refused: readonly object[] = [
      { number: 'javascript:1' },
      { number: '117;x' },
      { number: '' },
      { name: { en: 'Police', km: '' } },
      { verified: '2026-02-30' },
      { more: 1 },
    ];
    for (const change of refused)
      expect(readHelpNumbers(writeHelpNumbers([{ ...first, ...change } as HelpNumber]))).toBeNull();
    for (const bytes of ['', '[]', '{}', '{"v":2,"numbers":[]}', '<p>'])
      expect(readHelpNumbers(utf8(bytes))).toBeNull();
  });
});

test('a setting is one that there is, within its bounds', () => {
  const retention = { v: 1, unreachableDays: 90, contactDays: 30, contentMonths: 12 };
  const typeOf = (item: SiteItem, setting: object): string | null => contentType(item, utf8(JSON.stringify(setting)));
  expect(typeOf(RETENTION_ITEM, retention)).toBe('application/json');
  expect(typeOf(RECEPTION_ITEM, { v: 1, open: false })).toBe('application/json');
  for (const change of [
    { contactDays: 0 },
    { contactDays: 13 },
    { contentMonths: 121 },
    { unreachableDays: 90.5 },
    { more: 1 },
  ])
    expect(typeOf(RETENTION_ITEM, { ...retention, ...change })).toBeNull();
  expect(typeOf(RETENTION_ITEM, { v: 1, open: true })).toBeNull();
  expect(typeOf(RECEPTION_ITEM, { v: 1, open: 'no' })).toBeNull();
  expect(typeOf(RECEPTION_ITEM, retention)).toBeNull();
});

test('an empty edition takes any item back', () => {
  for (const item of [NUMBERS_ITEM, textItem('home'), clipItem('who')])
    expect(contentType(item, new Uint8Array())).toBe(EMPTY_TYPE);
});

test('numbers are written in both languages at once, all else in one', () => {
  expect([takesLanguage(NUMBERS_ITEM, '-'), takesLanguage(NUMBERS_ITEM, 'km')]).toEqual([true, false]);
  expect([takesLanguage(RETENTION_ITEM, '-'), takesLanguage(RECEPTION_ITEM, 'en')]).toEqual([true, false]);
  expect([takesLanguage(textItem('next'), '-'), takesLanguage(clipItem('who'), 'km')]).toEqual([false, true]);
});
