// What was sealed, and what is said over the line, with anything put into it: it opens, or is refused as it is said to be.
import { readFileSync, readdirSync } from 'node:fs';
import * as ids from '@romduol/shared/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPERATIONS } from '../../http/operations.ts';
import { expectRefusal } from './decoder-list.ts';
import type { Format } from './vector-format.ts';
import { FORMATS } from './vector-formats.ts';

const VECTORS = new URL('../../vectors/', import.meta.url);

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

test.each(QUICK)('$file, any value in it exchanged, opens or is refused', async ({ format, inputs, sealed }) => {
  const { open } = FORMATS[format] as Format<unknown, unknown>;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(60),
      fc.uint8Array({ maxLength: 2000 }),
      fc.string(),
      // Below nought is refused by the schemas of the contract, which every answer passes first.
      fc.nat(),
      // In braces: whatever a property answers, but nothing and true, fails it, and an assertion answers itself.
      async (at, given, text, number) => {
        const act = () => open(exchange(sealed, at, { bytes: given, text, number }), inputs);
        await expect(expectRefusal(act)).resolves.toBeUndefined();
      },
    ),
    { numRuns: 40 },
  );
});

const SHAPES = [
  ...OPERATIONS.flatMap(([name, { params, query, body, answer }]) =>
    Object.entries({ params, query, body, answer }).map(([part, schema]) => [`${name} ${part}`, schema] as const),
  ),
  ...Object.entries(ids),
];

test('every schema of the contract, and of every id, takes anything without throwing', () => {
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
