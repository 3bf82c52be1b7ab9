import type { z } from '@romduol/shared/schema';
import type { Dice } from './dice.ts';

// Values of the shape that a schema asks for, with something wrong in them: what gets furthest into a server.

const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e300,
  '',
  '\0',
  "'; drop table reports; --",
  '../../etc/passwd',
  '%',
  '%00',
  'ក្មេង',
  '\ud800',
  '\u202e\u200b',
  '__proto__',
  'constructor',
  '2026-02-31',
  '9999-Q9',
  'AAAA',
  '==',
  'x'.repeat(10_000),
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: null, toString: 1, length: -1 },
];
const LENGTHS = [0, 1, 15, 16, 24, 31, 32, 33, 64, 72, 1184, 1216, 4096];
const TEXTS = [
  'en',
  'km',
  'rainbow',
  'phnom-penh',
  'sok.dara',
  'incident',
  'case',
  'statistics',
  '2026-Q1',
  '2026-05-11',
];

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

const base64url = (dice: Dice, length: number): string =>
  Buffer.from(Array.from({ length }, () => dice.below(256))).toString('base64url');

function textFor(dice: Dice): string {
  if (dice.oneIn(3)) return base64url(dice, dice.pick(LENGTHS));
  return dice.oneIn(2) ? crypto.randomUUID() : dice.pick(TEXTS);
}

/** A value that a client might send for this schema; each part of it is, now and then, something else. */
export function nearMiss(schema: z.ZodType, dice: Dice): unknown {
  if (dice.oneIn(12)) return dice.pick(ODD);
  const def = defOf(schema);
  const inner = def.innerType ?? def.in ?? def.getter?.();
  if (inner !== undefined) return dice.oneIn(10) ? undefined : nearMiss(inner, dice);
  switch (def.type) {
    case 'object': {
      const made = Object.entries(def.shape ?? {}).flatMap(([name, part]): [string, unknown][] =>
        dice.oneIn(15) ? [] : [[name, nearMiss(part, dice)]],
      );
      return Object.fromEntries(dice.oneIn(10) ? [...made, ['more', dice.pick(ODD)]] : made);
    }
    case 'array':
      return Array.from({ length: dice.oneIn(30) ? 600 : dice.below(4) }, () =>
        nearMiss(def.element as z.ZodType, dice),
      );
    case 'record':
      return { [textFor(dice)]: nearMiss(def.valueType as z.ZodType, dice) };
    case 'union':
      return nearMiss(dice.pick(def.options ?? []), dice);
    case 'enum':
      return dice.pick(Object.values(def.entries ?? {}));
    case 'literal':
      return dice.pick(def.values ?? []);
    case 'number':
      return dice.pick([1, 0, 2, 3, 7, 128 * 1024 * 1024]);
    case 'boolean':
      return dice.oneIn(2);
    case 'null':
      return null;
    default:
      return textFor(dice);
  }
}
