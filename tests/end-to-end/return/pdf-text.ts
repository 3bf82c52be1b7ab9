/** The text of a PDF as its own characters say it, without white space: a word may be broken over two lines. */
async function textOfPdf(pdf: Uint8Array): Promise<string> {
  // pdf.js draws with it, which nobody does here, and will not start without.
  Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? Object });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  await document.loadingTask.destroy();
  return contents
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join('')
    .replaceAll(/\s/g, '');
}

/** Those of the canaries that are printed in a PDF. Looked for by their Latin part: Khmer is drawn in another order. */
export async function marksInPdf(pdf: Uint8Array, canaries: readonly string[]): Promise<string[]> {
  const text = await textOfPdf(pdf);
  return canaries.filter((canary) => text.includes(canary.replaceAll(/[^0-9a-z]/g, '')));
}
