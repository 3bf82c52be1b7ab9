/** Bytes from `at` on, read as Latin letters. */
const letters = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.codePointAt(0));

const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

/**
 * The type of a sound that browsers play, by what it begins with and not by what somebody calls it; null for anything
 * else. Source: WHATWG MIME Sniffing, 6.2, and ISO/IEC 13818-7 for AAC.
 */
export function audioTypeOf(bytes: Uint8Array): string | null {
  if (letters(bytes, 0, 'OggS')) return 'audio/ogg';
  if (letters(bytes, 0, 'RIFF') && letters(bytes, 8, 'WAVE')) return 'audio/wav';
  if (letters(bytes, 4, 'ftyp')) return 'audio/mp4';
  if (letters(bytes, 0, 'fLaC')) return 'audio/flac';
  if (starts(bytes, 0x1a, 0x45, 0xdf, 0xa3)) return 'audio/webm';
  if (letters(bytes, 0, 'ID3')) return 'audio/mpeg';
  if (bytes[0] !== 0xff || bytes.length < 4) return null;
  // Eleven bits of synchronisation, then version and layer: layer 3 is MP3, layer 0 is AAC in ADTS.
  const second = bytes[1] ?? 0;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08 ? 'audio/mpeg' : null;
}
