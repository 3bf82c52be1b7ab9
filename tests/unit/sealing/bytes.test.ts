import {
  compareBytes,
  concat,
  fromBase64url,
  fromUtf8,
  le64,
  pae,
  toBase64url,
  utf8,
} from '@romduol/shared/sealing/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 });
const same = (a: Uint8Array, b: Uint8Array): boolean => compareBytes(a, b) === 0;

/** Reads a PAE back: what can be read back in one way only cannot stand for two lists. */
function readPae(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = Number(view.getBigUint64(0, true));
  const found: Uint8Array[] = [];
  let at = 8;
  for (let part = 0; part < count; part += 1) {
    const length = Number(view.getBigUint64(at, true));
    found.push(bytes.slice(at + 8, at + 8 + length));
    at += 8 + length;
  }
  expect(at).toBe(bytes.length);
  return found;
}

test('no two lists of parts have the same encoding', () => {
  fc.assert(
    fc.property(parts, (list) => {
      expect(readPae(pae(...list))).toEqual(list);
    }),
  );
  // Parts moved across their border, the ambiguity that joining without lengths has.
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 40 }), fc.nat(40), fc.nat(40), (whole, one, other) => {
      const split = (at: number): Uint8Array => pae(whole.subarray(0, at), whole.subarray(at));
      const [a, b] = [one % whole.length, other % whole.length];
      expect(same(split(a), split(b))).toBe(a === b);
    }),
  );
});

test('encodes the published example of PAE', () => {
  expect(Buffer.from(pae()).toString('hex')).toBe('0000000000000000');
  expect(Buffer.from(pae(utf8('test'))).toString('hex')).toBe('0100000000000000040000000000000074657374');
});

test('normalises text to form C, so that one word has one encoding', () => {
  expect(utf8('e\u0301')).toEqual(utf8('é'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fromUtf8(utf8(text))).toBe(text.normalize('NFC'));
    }),
  );
  expect(fromUtf8(utf8('\uFEFFក'))).toBe('\uFEFFក');
  expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow(TypeError);
});

test('writes bytes as base64url and reads them back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  const long = new Uint8Array(100_000).fill(0xfb);
  expect(fromBase64url(toBase64url(long))).toEqual(long);
});

test('refuses numbers that eight bytes or a double cannot hold', () => {
  expect(le64(2 ** 40)).toEqual(Uint8Array.of(0, 0, 0, 0, 0, 1, 0, 0));
  for (const bad of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => le64(bad)).toThrow(RangeError);
});

test('orders byte strings by their bytes, shorter ones first', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(a, b)));
    }),
  );
  expect(concat(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
});
