import { be16, be32, byteAt, bytesOf, hasName, le16, le32 } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';

const FIRST_APP = 0xe0;
const END = 0xd9;
const START_OF_SCAN = 0xda;

/** SOFn, DHT, DAC, SOS, DQT, DNL, DRI, DHP, EXP: what ITU-T T.81 needs to decode. APPn, JPGn and COM are not among them. */
const isNeeded = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= START_OF_SCAN && marker <= 0xdf);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Keeps what decodes to the same pixels the same way up: tables and scans byte for byte, the density of JFIF, the colour
 * transform of Adobe and, where the picture is to be turned, an Exif block that says only that. Everything else goes:
 * Exif, XMP, IPTC, comments, colour profiles, thumbnails, second pictures, films and trailers behind the end.
 */
export async function planJpeg(source: Source): Promise<PieceList> {
  const kept = new PieceList();
  let [jfif, exif, adobe] = [new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)];
  let frames = 0;
  let scans = 0;
  for (let at = 2; ;) {
    if (scans > 0 && at + 2 > source.size) break;
    const [first, marker = 0] = await source.read(at, 2);
    if (first !== 0xff) throw new CannotClean('damaged');
    if (marker === END) break;
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else {
      if (marker < 0xc0) throw new CannotClean('damaged');
      const end = at + 2 + be16(await source.read(at + 2, 2), 0);
      const segment = await source.read(at, end - at);
      if (segment.length < 4) throw new CannotClean('damaged');
      if (isFrame(marker)) frames += 1;
      if (isNeeded(marker)) kept.copy(at, end);
      else if (marker === FIRST_APP && hasName(segment, 4, 'JFIF\0')) jfif = plainJfif(segment);
      else if (marker === 0xe1 && hasName(segment, 4, 'Exif\0\0')) exif = orientationOnly(segment.subarray(10));
      else if (marker === 0xee && hasName(segment, 4, 'Adobe') && segment.length >= 16) adobe = plainAdobe(segment);
      at = end;
      if (marker === START_OF_SCAN) {
        scans += 1;
        const scanEnd = await findScanEnd(source, at);
        kept.copy(at, scanEnd);
        at = scanEnd;
      }
    }
  }
  if (frames === 0 || scans === 0) throw new CannotClean('damaged');
  const list = new PieceList();
  for (const bytes of [Uint8Array.of(0xff, 0xd8), jfif, exif, adobe]) list.write(bytes);
  list.append(kept);
  list.write(Uint8Array.of(0xff, END));
  return list;
}

/** Where the coded data that begins at `at` ends: before the next marker that is not a restart, or at the file's end. */
async function findScanEnd(source: Source, start: number): Promise<number> {
  for (let at = start; ;) {
    const bytes = await source.readSome(at);
    const found = bytes.indexOf(0xff);
    if (found === -1) {
      at += bytes.length;
      if (at >= source.size) return source.size;
    } else if (at + found + 1 >= source.size) {
      return at + found;
    } else {
      at += found;
      const next = byteAt(await source.read(at, 2), 1);
      if (next !== 0 && !isBare(next)) return at;
      at += 2;
    }
  }
}

/** Version, units and density; a thumbnail of nothing. */
function plainJfif(segment: Uint8Array): Uint8Array<ArrayBuffer> {
  if (segment.length < 18) return new Uint8Array(0);
  const bytes = Uint8Array.from(segment.subarray(0, 18));
  bytes.set([0, 16], 2);
  bytes.set([0, 0], 16);
  return bytes;
}

/** Fourteen bytes whose last says how colours are transformed. */
function plainAdobe(segment: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(segment.subarray(0, 16));
  bytes.set([0, 14], 2);
  return bytes;
}

/** A segment of Exif with nothing in it but a turn, or none where the picture stands upright. */
function orientationOnly(tiff: Uint8Array): Uint8Array<ArrayBuffer> {
  const orientation = findOrientation(tiff);
  if (orientation < 2 || orientation > 8) return new Uint8Array(0);
  const head = bytesOf('\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01');
  const bytes = new Uint8Array(36);
  bytes.set(head);
  bytes.set([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation], head.length);
  return bytes;
}

/** The orientation, 1 to 8, of the first directory; 1 where there is none or it cannot be read. */
function findOrientation(tiff: Uint8Array): number {
  try {
    const little = hasName(tiff, 0, 'II');
    const [short, long] = little ? [le16, le32] : [be16, be32];
    const directory = long(tiff, 4);
    const entries = short(tiff, directory);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + entry * 12;
      if (short(tiff, at) === 0x0112) return short(tiff, at + 8);
    }
  } catch (error) {
    if (!(error instanceof CannotClean)) throw error;
  }
  return 1;
}
