import { crc32, deflateSync } from 'node:zlib';
import { createCipheriv } from 'node:crypto';

/** Bytes that look random and are the same for the same length. */
export function noise(length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length));
}

const SECRETS = ['TAKEN-AT-11.5564N-104.9282E', 'TAKEN-BY-Sokha-Phone'];
/** What a sample says beside what it shows, as it stands in the file; fails where it says nothing. */
export function secretsIn(bytes: Uint8Array): readonly string[] {
  if (!SECRETS.every((secret) => Buffer.from(bytes).includes(secret))) throw new Error('the sample holds no secrets');
  return SECRETS;
}

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture of about `size` bytes, with texts that say where and by whom it was taken. `pixels` is what must be left. */
export function samplePng(size: number): { readonly bytes: Buffer; readonly pixels: Buffer } {
  const width = 256;
  const height = Math.max(1, Math.ceil(size / (width * 3)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const colours = noise(width * 3 * height);
  const lines = Array.from({ length: height }, (_, line) =>
    Buffer.concat([Buffer.of(0), colours.subarray(line * width * 3, (line + 1) * width * 3)]),
  );
  const pixels = pngChunk('IDAT', deflateSync(Buffer.concat(lines)));
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    ...SECRETS.map((secret) => pngChunk('tEXt', Buffer.from(`Comment\0${secret}`, 'latin1'))),
    pixels,
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, pixels };
}

/** A sound of `size` samples of 16 bits, noise. */
export function sampleWav(size: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + size * 2, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(size * 2, 40);
  return Buffer.concat([head, noise(size * 2)]);
}
