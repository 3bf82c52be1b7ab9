import '@romduol/server/native-base64';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('the platform function that the server brings along reads what any encoder writes', () => {
  expect(Uint8Array.fromBase64).toBeDefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(fromBase64url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['A', 'AAAAA', 'AA+A', 'AA/A', 'AA A', 'AAA=', 'AAé', 'AA\nA', '😀😀'])('throws on %j', (text) => {
  expect(() => fromBase64url(text)).toThrow(SyntaxError);
});
