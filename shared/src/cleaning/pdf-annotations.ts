import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';

/** Notes in the margin with their windows, and files or films that were pinned to a page. */
const DROPPED_KINDS = new Set(['Text', 'Popup', 'FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D']);
/** Shape, colour and appearance. Author, times, name, subject, reply and contents are not among them. */
const KEPT_KEYS = new Set(
  'Type Subtype Rect AP AS F Border BS BE C IC CA QuadPoints H A InkList Vertices L LE RD DA DS Q'.split(' '),
);

/** Makes an annotation say only what it looks like; false when it is to go. */
export function cleanAnnotation(annotation: PDFDict): boolean {
  const kind = nameOf(annotation.lookup(PDFName.of('Subtype')));
  if (DROPPED_KINDS.has(kind)) return false;
  for (const key of annotation.keys()) if (!KEPT_KEYS.has(key.decodeText())) annotation.delete(key);
  const action = annotation.lookup(PDFName.of('A'));
  annotation.delete(PDFName.of('A'));
  const address = action instanceof PDFDict ? webAddress(action) : null;
  if (address !== null)
    annotation.set(PDFName.of('A'), annotation.context.obj({ S: 'URI', URI: PDFString.of(address) }));
  // A field without its form is drawn by few readers; a stamp with the same appearance, by all.
  if (kind === 'Widget') annotation.set(PDFName.of('Subtype'), PDFName.of('Stamp'));
  return annotation.has(PDFName.of('AP')) || kind !== 'Widget';
}

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}

function webAddress(action: PDFDict): string | null {
  const address = action.lookup(PDFName.of('URI'));
  if (nameOf(action.lookup(PDFName.of('S'))) !== 'URI') return null;
  if (!(address instanceof PDFString) && !(address instanceof PDFHexString)) return null;
  const text = address.decodeText();
  return /^(https?:|mailto:|tel:)[\x21-\x27\x2a-\x5b\x5d-\x7e]*$/i.test(text) ? text : null;
}
