import {
  PDFArray,
  PDFDict,
  type PDFDocument as Document,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { CannotClean } from './cannot-clean.ts';
import { planJpeg } from './clean-jpeg.ts';
import { cleanAnnotation } from './pdf-annotations.ts';
import { boundReading, refuseEndlessPages } from './pdf-limits.ts';
import { readPieces, totalLength } from './pieces.ts';
import { Source, readerOf } from './readable-file.ts';

/** What a page needs to look as it does. */
const PAGE_KEYS = new Set(
  'Type Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group UserUnit Annots Parent'.split(' '),
);
/** Where anything in a document may say who made it, when and with what, or point to files and structures left behind. */
const TELLING = /^(Metadata|PieceInfo|LastModified|AF|OPI|StructParents?|PTEX\..*|Measure|Thumb)$/;

/**
 * Copies the pages into a new document, so that nothing comes along but what they need: no properties, no earlier
 * versions, attachments, scripts, forms, bookmarks, or parts that nothing shows. Of the pages themselves it drops
 * private data, notes and their authors, links that are not of the web, and what photographs say of themselves.
 * Refused: what is encrypted, what shows or hides layers, and pictures in a format that is not taken apart here.
 *
 * How long the library may take over a hostile file is bounded in `pdf-limits.ts`.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  boundReading(bytes);
  const source = await attempt(() =>
    PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true }),
  );
  if (source.context.trailerInfo.Encrypt !== undefined) throw new CannotClean('encrypted');
  return attempt(() => copyClean(source));
}

async function copyClean(source: Document): Promise<Uint8Array> {
  if (source.catalog.has(PDFName.of('OCProperties'))) throw new CannotClean('unknown_parts');
  refuseEndlessPages(source.catalog);
  // Before they are copied, since a copy takes along whatever its keys point to.
  for (const { node } of source.getPages()) {
    retain(node, PAGE_KEYS);
    cleanAnnotations(node);
  }
  for (const [, object] of source.context.enumerateIndirectObjects()) dropTelling(object);
  const copy = await PDFDocument.create({ updateMetadata: false });
  const pages = await copy.copyPages(source, source.getPageIndices());
  if (pages.length === 0) throw new CannotClean('damaged');
  for (const page of pages) copy.addPage(page);
  for (const [ref, object] of copy.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) copy.context.assign(ref, await cleanPicture(object));
  }
  return copy.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** Whatever the library throws about a file means that the file is not as it should be. */
async function attempt<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof CannotClean ? error : new CannotClean('damaged');
  }
}

function retain(dictionary: PDFDict, keys: ReadonlySet<string>): void {
  for (const key of dictionary.keys()) if (!keys.has(key.decodeText())) dictionary.delete(key);
}

function cleanAnnotations(page: PDFDict): void {
  const annotations = page.lookup(PDFName.of('Annots'));
  page.delete(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const kept = PDFArray.withContext(page.context);
  for (let index = 0; index < annotations.size(); index += 1) {
    const annotation = annotations.lookup(index);
    if (annotation instanceof PDFDict && cleanAnnotation(annotation)) kept.push(annotations.get(index));
  }
  if (kept.size() > 0) page.set(PDFName.of('Annots'), kept);
}

function dropTelling(object: PDFObject): void {
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFArray) for (const inner of next.asArray()) waiting.push(inner);
    const dictionary = next instanceof PDFStream ? next.dict : next;
    if (!(dictionary instanceof PDFDict)) continue;
    // Written anew from the content itself.
    if (next instanceof PDFStream) dictionary.delete(PDFName.of('Length'));
    for (const [key, value] of dictionary.entries()) {
      if (TELLING.test(key.decodeText())) dictionary.delete(key);
      else if (!(value instanceof PDFRef)) waiting.push(value);
    }
  }
}

const PIXELS = new Set([
  'FlateDecode',
  'LZWDecode',
  'RunLengthDecode',
  'ASCII85Decode',
  'ASCIIHexDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
]);

/** A photograph is a whole JPEG file; other pictures are pixels, packed one way or another. */
async function cleanPicture(stream: PDFRawStream): Promise<PDFRawStream> {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const filters = (filter instanceof PDFArray ? filter.asArray() : [filter]).map((one) =>
    one instanceof PDFName ? one.decodeText() : '',
  );
  if (filters.includes('JPXDecode')) throw new CannotClean('unknown_parts');
  if (!filters.includes('DCTDecode')) {
    const isPicture = stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
    if (isPicture && filter !== undefined && !filters.every((name) => PIXELS.has(name)))
      throw new CannotClean('unknown_parts');
    return stream;
  }
  if (filters.length > 1) throw new CannotClean('unknown_parts');
  const file = readerOf(stream.contents);
  const { pieces } = await planJpeg(new Source(file));
  const cleaned = new Uint8Array(totalLength(pieces));
  let at = 0;
  for await (const chunk of readPieces(file, pieces)) {
    cleaned.set(chunk, at);
    at += chunk.length;
  }
  return PDFRawStream.of(stream.dict, cleaned);
}
