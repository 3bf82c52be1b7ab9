/** CRC-32 as PNG has it (ISO 3309), bit by bit: a chunk of text is short. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Length of the signature and of the header chunk that always comes first. */
const AFTER_HEADER = 8 + 25;

/**
 * The picture with a text in it (PNG 1.2, `iTXt`, keyword `Description`), so that what to know of a chart stays with its
 * pixels. Expects what a canvas writes: a whole PNG.
 */
export function describePng(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  // Keyword, end, not compressed, method, no language, no translated keyword.
  const content = new TextEncoder().encode(`iTXtDescription\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  const described = new Uint8Array(png.length + chunk.length);
  described.set(png.subarray(0, AFTER_HEADER));
  described.set(chunk, AFTER_HEADER);
  described.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return described;
}
