import { inflateRawSync, inflateSync } from 'node:zlib';
import { asText } from './fixture-files.ts';

const utf16 = (text: string, isLittle: boolean): string => {
  const bytes = Buffer.from(text, 'utf16le');
  return (isLittle ? bytes : bytes.swap16()).toString('latin1');
};
const number = (value: bigint, width: number, isLittle = false): string => {
  const bytes = Array.from({ length: width }, (_, at) => Number((value >> BigInt(8 * (width - 1 - at))) & 255n));
  return String.fromCharCode(...(isLittle ? bytes.reverse() : bytes));
};
/** Degrees and minutes as Exif writes them: fractions of two numbers of four bytes. */
const exif = (degrees: bigint, minutes: bigint, isLittle: boolean): string =>
  [degrees, 1n, minutes, 1n].map((part) => number(part, 4, isLittle)).join('');

const MADE = BigInt(Date.UTC(2019, 6, 4, 13, 37, 11) / 1000);
const SINCE_1904 = 2_082_844_800n;
const SINCE_2001 = 978_307_200n;

const hexadecimal = (text: string): string => Buffer.from(utf16(text, false), 'latin1').toString('hex').toUpperCase();

const TEXTS = [
  'Canary',
  'CanaryPhone',
  'canary-',
  'CP-7741',
  '11.5564',
  '104.9282',
  '2019:07:04',
  '2019-07-04',
  '20190704',
  '13:37:11',
  'khm',
];

/** What the files under `fixtures` are known to say, in every form of writing that one of their formats has. */
const SECRETS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => [
    [`${text} as text`, text] as const,
    [`${text} as UTF-16`, utf16(text, true)] as const,
    [`${text} as UTF-16, high byte first`, utf16(text, false)] as const,
    [`${text} as hexadecimal UTF-16`, hexadecimal(text)] as const,
  ]),
  ['latitude in Exif', exif(11n, 33n, false)],
  ['latitude in Exif, low byte first', exif(11n, 33n, true)],
  ['longitude in Exif', exif(104n, 55n, false)],
  ['longitude in Exif, low byte first', exif(104n, 55n, true)],
  ['place in 3GPP', number(6_876_574n, 4)],
  ['time in MP4', number(MADE + SINCE_1904, 4)],
  ['time in Matroska', number((MADE - SINCE_2001) * 1_000_000_000n, 8)],
  ['time in PNG', number(0x07_e3_07_04_0d_25_0bn, 7)],
  ['time of recording in MP4', number(BigInt(Date.UTC(2026, 10, 22, 3, 50, 46) / 1000) + SINCE_1904, 4)],
  ['LibreOffice as hexadecimal UTF-16', hexadecimal('LibreOffice')],
  ['the program Lavf', 'Lavf'],
  ['the program Chrome', 'Chrome'],
  ['the program LibreOffice', 'LibreOffice'],
  ['the program ExifTool', 'ExifTool'],
  ['a sitting of Word', '00CA7A4'],
];

/** The names of all secrets that a file gives away, packed streams looked into. */
export function findSecrets(bytes: Uint8Array): string[] {
  const text = [asText(bytes), ...unpack(bytes)].join('\n');
  return SECRETS.filter(([, secret]) => text.includes(secret)).map(([name]) => name);
}

/** What is packed inside archives, documents and pictures, wherever a packed stream may begin. */
function unpack(bytes: Uint8Array): string[] {
  const found: string[] = [];
  for (let at = 0; at + 30 < bytes.length; at += 1) {
    const isZip = bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4;
    const isZlib = bytes[at] === 0x78 && ((bytes[at + 1] ?? 0) + 0x78 * 256) % 31 === 0;
    if (!isZip && !isZlib) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    const start = isZip ? at + 30 + view.getUint16(26, true) + view.getUint16(28, true) : at;
    try {
      const packed = bytes.subarray(start);
      found.push(asText(isZip ? inflateRawSync(packed) : inflateSync(packed)));
    } catch {
      // Not a packed stream after all.
    }
  }
  return found;
}
