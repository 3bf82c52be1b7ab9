import './pretend-window.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { AnnotationMode, type PDFDocumentProxy, VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FromPdf, ToPdf } from './pdf-messages.ts';

/*
 * Draws a PDF from memory into pictures, and hands out nothing but these and the words. The whole of pdf.js is in here, away
 * from the page and from the keys; the policy of this worker's own response lets it fetch nothing and make no code of text.
 * Scripts in a PDF are never run: what would run them is not part of what is imported. Links are not drawn as links.
 */

/** Pixels of a picture: at four bytes each a page takes some tens of megabytes. */
const LARGEST = 12_000_000;
/** The same for a picture inside a PDF; a larger one is left out. */
const LARGEST_IMAGE = 50_000_000;

const makeCanvas = (width: number, height: number): OffscreenCanvas =>
  new OffscreenCanvas(Math.max(1, width), Math.max(1, height));

type Drawing = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null };

/** Canvases that belong to no document. */
class CanvasFactory {
  create(width: number, height: number): Drawing {
    const canvas = makeCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }
  destroy(drawing: Drawing): void {
    if (drawing.canvas !== null) this.reset(drawing, 0, 0);
    drawing.canvas = null;
    drawing.context = null;
  }
}

/** Filters are made of elements of a document, of which there is none here. */
class FilterFactory {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  destroy = (): void => undefined;
}

/** Nothing that a PDF names is fetched, not even from us. */
class BinaryDataFactory {
  fetch = (): Promise<never> => Promise.reject(new Error('nothing is fetched'));
}

const noDocument = {
  createElement: (name: string): OffscreenCanvas => {
    if (name !== 'canvas') throw new Error('no document');
    return makeCanvas(1, 1);
  },
};

let opened: PDFDocumentProxy;

async function open(content: Blob): Promise<FromPdf> {
  const options = {
    data: new Uint8Array(await content.arrayBuffer()),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: LARGEST_IMAGE,
    // Letters are drawn as shapes: a font from a PDF never reaches the system's own drawing of fonts.
    disableFontFace: true,
    useSystemFonts: false,
    isImageDecoderSupported: false,
    ownerDocument: noDocument as unknown as HTMLDocument,
    CanvasFactory,
    FilterFactory,
    BinaryDataFactory,
  };
  opened = await getDocument(options).promise;
  return { kind: 'opened', pages: opened.numPages };
}

async function draw(number: number, width: number): Promise<FromPdf> {
  const page = await opened.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const most = Math.sqrt(LARGEST / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(width / natural.width, most) });
  const canvas = makeCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  await page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: AnnotationMode.ENABLE,
  }).promise;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  page.cleanup();
  return { kind: 'drawn', picture: canvas.transferToImageBitmap(), text };
}

let turn: Promise<unknown> = Promise.resolve();

onmessage = ({ data }: MessageEvent<ToPdf>) => {
  // One after another: a page that is quickly drawn must not overtake the one before it.
  const answer = turn.then(() => (data.kind === 'open' ? open(data.content) : draw(data.page, data.width)));
  turn = answer.catch(() => undefined);
  answer.then(
    (message) => postMessage(message, { transfer: message.kind === 'drawn' ? [message.picture] : [] }),
    (reason: unknown) => {
      // No words of the library's: they may quote the file.
      const why = (reason as Error).name === 'PasswordException' ? 'locked' : 'broken';
      postMessage({ kind: 'failed', why } satisfies FromPdf);
    },
  );
};
