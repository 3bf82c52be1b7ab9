import { CannotClean } from './cannot-clean.ts';

function viewOf(bytes: Uint8Array, at: number, length: number): DataView {
  if (!(at >= 0 && at + length <= bytes.length)) throw new CannotClean('damaged');
  return new DataView(bytes.buffer, bytes.byteOffset + at, length);
}

// Numbers at a place in bytes, most significant byte first (`be`) or last (`le`). Each throws `CannotClean` outside.
export const byteAt = (bytes: Uint8Array, at: number): number => viewOf(bytes, at, 1).getUint8(0);
export const be16 = (bytes: Uint8Array, at: number): number => viewOf(bytes, at, 2).getUint16(0);
export const be32 = (bytes: Uint8Array, at: number): number => viewOf(bytes, at, 4).getUint32(0);
/** Exact up to 2⁵³, which no file reaches; beyond that some larger number. */
export const be64 = (bytes: Uint8Array, at: number): number => be32(bytes, at) * 2 ** 32 + be32(bytes, at + 4);
export const le16 = (bytes: Uint8Array, at: number): number => viewOf(bytes, at, 2).getUint16(0, true);
export const le32 = (bytes: Uint8Array, at: number): number => viewOf(bytes, at, 4).getUint32(0, true);
export const setLe32 = (bytes: Uint8Array, at: number, value: number): void =>
  viewOf(bytes, at, 4).setUint32(0, value, true);
export const setBe32 = (bytes: Uint8Array, at: number, value: number): void => viewOf(bytes, at, 4).setUint32(0, value);

/** A name of `length` characters, one byte each. */
export function nameAt(bytes: Uint8Array, at: number, length = 4): string {
  viewOf(bytes, at, length);
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Whether the characters stand there; false, too, where the bytes end before. */
export function hasName(bytes: Uint8Array, at: number, name: string): boolean {
  return at + name.length <= bytes.length && nameAt(bytes, at, name.length) === name;
}

/** The bytes of a text of characters below 256. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
