import {
  PDFCatalog,
  PDFContext,
  PDFDict,
  PDFName,
  PDFArray,
  PDFObjectParser,
  PDFParser,
  PDFRawStream,
  PDFXRefStreamParser,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { CannotClean } from './cannot-clean.ts';

/** What all streams that the library unpacks of one document, its tables of objects, may come to in bytes. */
const LARGEST_TABLES = 48 * 1024 * 1024;
/**
 * Bytes that may be read as objects, counted again for each object around them and each time they are read; an object
 * counts as fifty, which is about the time it takes. Documents of hundreds of pages come to a tenth of it.
 */
const MOST_READING = 150_000_000;
const OBJECT = 50;
const MOST_PAGES = 5_000;

let left = { unpacking: 0, reading: 0 };
/** Looking for the next object where there is none may mean reading on to the end, so that is what it costs. */
let search = 0;
let isBounded = false;

/**
 * Bounds what the library does with one document, of these bytes, counted from this call on. By itself it has no limits: three hundred
 * bytes can make it count to a million million, or unpack tables that fill all memory. It offers no setting, so four of
 * its methods are put under a budget here, once; its version is pinned, and tests hold hostile documents against each.
 */
export function boundReading(bytes: Uint8Array): void {
  search = bytes.length;
  left = { unpacking: LARGEST_TABLES, reading: MOST_READING };
  if (isBounded) return;
  isBounded = true;
  const decoder: object = decodePDFRawStream(
    PDFRawStream.of(PDFContext.create().obj({ Filter: 'ASCIIHexDecode' }), new Uint8Array(0)),
  );
  // The base of all decoders, where they make room, is not exported.
  wrap(Object.getPrototypeOf(Object.getPrototypeOf(decoder)), 'ensureBuffer', (self, parameters, proceed) => {
    const wanted = Number(parameters[0]) - bufferLength(self);
    if (wanted > left.unpacking) throw new CannotClean('too_large');
    const before = bufferLength(self);
    const buffer = proceed();
    left.unpacking -= bufferLength(self) - before;
    return buffer;
  });
  wrap(PDFObjectParser.prototype, 'parseObject', (self, _, proceed) => {
    const before = offsetOf(self);
    const object = proceed();
    spend(OBJECT + offsetOf(self) - before);
    return object;
  });
  wrap(PDFParser.prototype, 'matchIndirectObjectHeader', (_, __, proceed) => {
    const found = proceed();
    if (found !== true) spend(search);
    return found;
  });
  // Where objects stand is not needed: the library reads them all from front to back.
  wrap(PDFXRefStreamParser.prototype, 'parseEntries', () => []);
}

function spend(reading: number): void {
  left.reading -= reading;
  if (left.reading < 0) throw new CannotClean('too_large');
}

function wrap(
  prototype: object,
  name: string,
  replacement: (self: object, parameters: readonly unknown[], proceed: () => unknown) => unknown,
): void {
  const original: unknown = Reflect.get(prototype, name);
  if (typeof original !== 'function') throw new TypeError(`the PDF library has no ${name}`);
  Reflect.set(prototype, name, function wrapped(this: object, ...parameters: unknown[]): unknown {
    return replacement(this, parameters, () => Reflect.apply(original, this, parameters));
  });
}

function bufferLength(decoder: object): number {
  return 'buffer' in decoder && ArrayBuffer.isView(decoder.buffer) ? decoder.buffer.byteLength : 0;
}

function offsetOf(parser: object): number {
  const bytes: unknown = 'bytes' in parser ? parser.bytes : null;
  if (typeof bytes !== 'object' || bytes === null || !('offset' in bytes) || typeof bytes.offset !== 'function')
    return 0;
  return Number(Reflect.apply(bytes.offset, bytes, []));
}

/** Refuses a tree of pages in which one stands twice: walked as the library walks it, forty branches may have no end. */
export function refuseEndlessPages(catalog: PDFCatalog): void {
  const seen = new Set<PDFDict>();
  const waiting: unknown[] = [catalog.lookup(PDFName.of('Pages'))];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!(node instanceof PDFDict)) continue;
    if (seen.has(node)) throw new CannotClean('damaged');
    seen.add(node);
    if (seen.size > MOST_PAGES) throw new CannotClean('too_large');
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (let index = 0; index < kids.size(); index += 1) waiting.push(kids.lookup(index));
  }
}
