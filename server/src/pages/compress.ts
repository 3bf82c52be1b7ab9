import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** What the browser takes, best first. Over plain http browsers do not offer Brotli, so gzip is kept beside it. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const offered = (acceptEncoding ?? '').split(',').map((one) => one.trim().toLowerCase());
  const takes = (encoding: string): boolean =>
    offered.some((one) => one === encoding || (one.startsWith(`${encoding};`) && !/;\s*q=0(\.0+)?$/.test(one)));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

const options = (size: number, quality: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
});

/** Once a page, off the main thread: as small as it gets. */
export async function compressWell(html: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'br') return new Uint8Array(await promisify(brotliCompress)(html, options(html.length, 11)));
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(html, { level: 9 }));
  return new Uint8Array(html);
}

/** For each answer anew, off the main thread: most of the gain for a tenth of the work. */
export async function compressSoon(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'br') return new Uint8Array(await promisify(brotliCompress)(bytes, options(bytes.length, 5)));
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(bytes));
  return new Uint8Array(bytes);
}

/** For a page that is shown once: quick, and in the thread that drew it. */
export function compressQuickly(html: Uint8Array, encoding: Encoding): Uint8Array {
  return encoding === 'br' ? brotliCompressSync(html, options(html.length, 4)) : html;
}
