/** First and last byte, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * The one range that a `Range` header asks of `length` bytes: null when it asks for none that we serve (several at once,
 * another unit, nonsense), which is answered with everything; `unsatisfiable` when it lies past the end.
 * Source: RFC 9110, 14.1.2 and 14.2.
 */
export function readByteRange(header: string | undefined, length: number): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from === '') {
    const last = Number(to);
    return last === 0 || length === 0 ? 'unsatisfiable' : { first: Math.max(0, length - last), last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return null;
  if (first >= length) return 'unsatisfiable';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}
