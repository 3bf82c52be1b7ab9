import { bytesOf, setLe32 } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';

/**
 * A comment header without comments, as long as the one it replaces, so that nothing behind it moves: the name of the
 * encoder becomes blanks. `magic` is what the header begins with, RFC 7845 or the Vorbis specification.
 */
export function emptyComments(magic: 'OpusTags' | '\x03vorbis', length: number): Uint8Array {
  const hasFramingBit = magic !== 'OpusTags';
  const vendor = length - magic.length - 8 - (hasFramingBit ? 1 : 0);
  if (vendor < 0) throw new CannotClean('damaged');
  const bytes = new Uint8Array(length);
  bytes.set(bytesOf(magic));
  setLe32(bytes, magic.length, vendor);
  bytes.fill(0x20, magic.length + 4, magic.length + 4 + vendor);
  if (hasFramingBit) bytes[length - 1] = 1;
  return bytes;
}
