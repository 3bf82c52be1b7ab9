/** What the page asks of the worker that draws a PDF; each is answered, in their order. */
export type ToPdf =
  | { readonly kind: 'open'; readonly content: Blob }
  /** Pages count from 1. `width`: pixels that the page is to be drawn in. */
  | { readonly kind: 'draw'; readonly page: number; readonly width: number };

export type FromPdf =
  | { readonly kind: 'opened'; readonly pages: number }
  /** A page as it looks, and its words in the order in which the file has them. */
  | { readonly kind: 'drawn'; readonly picture: ImageBitmap; readonly text: string }
  /** `locked`: it asks for a password. */
  | { readonly kind: 'failed'; readonly why: 'locked' | 'broken' };
