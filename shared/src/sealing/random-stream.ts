import { concat, le64, pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { sodium } from './sodium.ts';

/** Numbers that follow from a seed and a label, the same in every browser. */
export type RandomStream = {
  /** The next 32 bits. */
  u32(): number;
  /** A whole number from 0 to m − 1, each as likely as the other; 1 ≤ m ≤ 2^32. */
  below(m: number): number;
};

/** Bytes made at a time: a release draws some thousand numbers. */
const BLOCK = 4096;

/**
 * ChaCha20 under a key that seed (32 bytes) and label give; the nonce counts blocks of 4 KiB, numbers are little endian.
 * Statistics draw from it and from nothing else.
 */
export function chachaStream(seed: Uint8Array, name: string): RandomStream {
  const key = sodium().hash(32, pae(label('stream'), utf8(name)), seed);
  let block: DataView = new DataView(new ArrayBuffer(0));
  let blocks = 0;
  let at = 0;

  function u32(): number {
    if (at === block.byteLength) {
      const bytes = sodium().chacha20(BLOCK, concat(le64(blocks), new Uint8Array(4)), key);
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      blocks += 1;
      at = 0;
    }
    const number = block.getUint32(at, true);
    at += 4;
    return number;
  }

  function below(m: number): number {
    if (!Number.isInteger(m) || m < 1 || m > 2 ** 32) throw new SealingError('wrong_length');
    // Beyond the last whole multiple of m the remainders would come up unevenly: draw again.
    const limit = 2 ** 32 - (2 ** 32 % m);
    let number = u32();
    while (number >= limit) number = u32();
    return number % m;
  }

  return { u32, below };
}
