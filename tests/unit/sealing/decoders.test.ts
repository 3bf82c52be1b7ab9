// Everything that reads what others wrote, given anything: it answers, or refuses in the way it says it does.
import { readFileSync, readdirSync } from 'node:fs';
import { decodeJson } from '@romduol/shared/sealing/sealed';
import { SealingError } from '@romduol/shared/sealing/errors';
import { fromBase64url, fromUtf8 } from '@romduol/shared/sealing/bytes';
import { parseAuthority, parseIndex, parsePart } from '@romduol/shared/sealing/keyring-parse';
import { unpad } from '@romduol/shared/sealing/padding';
import { z } from '@romduol/shared/schema';
import { readHelpNumbers } from '@romduol/shared/site/help-numbers';
import { readSiteText } from '@romduol/shared/site/content';
import { ReleaseError, parseRelease } from '@romduol/shared/statistics/release-file';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPERATIONS } from '../../http/operations.ts';
import type { Format } from './vector-format.ts';
import { FORMATS } from './vector-formats.ts';

const VECTORS = new URL('../../vectors/', import.meta.url);

function expectRefusal(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    const foreseen =
      error instanceof SealingError || error instanceof z.core.$ZodError || error instanceof ReleaseError;
    if (!foreseen) throw error;
  }
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text)),
  fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
);

const OF_BYTES = {
  decodeJson,
  parseAuthority,
  parseIndex,
  parsePart,
  unpad,
  readHelpNumbers,
  readSiteText,
  parseRelease,
};

test.each(Object.entries(OF_BYTES))('%s takes any bytes', (_, decode) => {
  fc.assert(
    fc.property(bytes, (given) => expectRefusal(() => decode(given))),
    { numRuns: 300 },
  );
  expect(() => expectRefusal(() => (undefined as never as string[])[0])).toThrow(TypeError);
});

test('text that is no base64url, and bytes that are no text, are refused with the errors they promise', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array(), (text, given) => {
      const outcomes = [() => fromBase64url(text), () => fromUtf8(given)].map((read): unknown => {
        try {
          return read();
        } catch (error) {
          return error;
        }
      });
      const foreseen = [Uint8Array, TypeError, SyntaxError, DOMException];
      expect(
        outcomes.filter((one) => typeof one !== 'string' && !foreseen.some((kind) => one instanceof kind)),
      ).toEqual([]);
    }),
  );
  expect(fromBase64url('AQID')).toEqual(new Uint8Array([1, 2, 3]));
  expect(() => fromBase64url('!')).toThrow(/character/i);
  expect(() => fromUtf8(new Uint8Array([128]))).toThrow(TypeError);
});

/** Every file of the vectors, whatever its date. */
const vectors = readdirSync(VECTORS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const revive = (_: string, one: { base64url?: string } | null): unknown =>
      typeof one?.base64url === 'string' ? new Uint8Array(Buffer.from(one.base64url, 'base64url')) : one;
    return { file, ...(JSON.parse(readFileSync(new URL(file, VECTORS), 'utf8'), revive) as Vector) };
  });
type Vector = { readonly format: string; readonly inputs: unknown; readonly sealed: unknown };

/** Exchanges the value that `at` counts to for something else of its kind; answers the value and how many were counted. */
function exchange(value: unknown, at: number, other: { bytes: Uint8Array; text: string; number: number }): unknown {
  let counted = -1;
  const walk = (one: unknown): unknown => {
    if (one instanceof Uint8Array) return (counted += 1) === at ? other.bytes : one;
    if (typeof one === 'string') return (counted += 1) === at ? other.text : one;
    if (typeof one === 'number') return (counted += 1) === at ? other.number : one;
    if (Array.isArray(one)) return one.map(walk);
    if (one !== null && typeof one === 'object')
      return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part)]));
    return one;
  };
  return walk(value);
}

// A passphrase costs 128 MiB to try.
const QUICK = vectors.filter(({ format }) => !['identity', 'receipt', 'second_word'].includes(format));

test.each(QUICK)('$file, any value in it exchanged, opens or is refused', ({ format, inputs, sealed }) => {
  const { open } = FORMATS[format] as Format<unknown, unknown>;
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.uint8Array({ maxLength: 2000 }),
      fc.string(),
      // Below nought is refused by the schemas of the contract, which every answer passes first.
      fc.nat(),
      (at, given, text, number) => {
        const act = () => open(exchange(sealed, at, { bytes: given, text, number }), inputs);
        expect(() => expectRefusal(act)).not.toThrow();
      },
    ),
    { numRuns: 40 },
  );
});

const SHAPES = OPERATIONS.flatMap(([name, { params, query, body, answer }]) =>
  Object.entries({ params, query, body, answer }).map(([part, schema]) => [`${name} ${part}`, schema] as const),
);

test('every schema of the contract takes anything without throwing', () => {
  expect(SHAPES.length).toBeGreaterThan(150);
  fc.assert(
    fc.property(
      fc.constantFrom(...SHAPES),
      fc.anything({ withBigInt: true, withNullPrototype: true }),
      ([, schema], given) => {
        expect(typeof schema.safeParse(given).success).toBe('boolean');
      },
    ),
    { numRuns: 3_000 },
  );
});
