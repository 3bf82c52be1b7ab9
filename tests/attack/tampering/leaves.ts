import type { Served } from './captured-case.ts';

/** The way to a value in an answer: the answer's address, then names and places. */
export type Leaf = { readonly answer: string; readonly steps: readonly (string | number)[] };
export const nameOf = ({ answer, steps }: Leaf): string =>
  `${answer.replace(/[0-9a-f-]{36}/, ':case')} ${steps.map((step) => (typeof step === 'number' ? '#' : step)).join('.')}`;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function* leavesBelow(value: Json, steps: readonly (string | number)[]): Generator<readonly (string | number)[]> {
  if (value === null || typeof value !== 'object') yield steps;
  else if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* leavesBelow(one, [...steps, at]);
  else for (const [name, one] of Object.entries(value)) yield* leavesBelow(one, [...steps, name]);
}

export const leavesOf = (served: Served): Leaf[] =>
  [...served].flatMap(([answer, text]) =>
    [...leavesBelow(JSON.parse(text) as Json, [])].map((steps) => ({ answer, steps })),
  );

export function valueAt(served: Served, { answer, steps }: Leaf): Json {
  let value = JSON.parse(served.get(answer) ?? 'null') as Json;
  for (const step of steps) value = (value as { [name: string]: Json })[step] ?? null;
  return value;
}

/** The same answers with one value exchanged. */
export function withValue(served: Served, { answer, steps }: Leaf, value: unknown): Served {
  const whole = { root: JSON.parse(served.get(answer) ?? 'null') as Json } as { [name: string]: Json };
  let at: { [name: string]: Json } = whole;
  const path = ['root', ...steps];
  for (const step of path.slice(0, -1)) at = at[step] as { [name: string]: Json };
  at[path.at(-1) ?? ''] = value as Json;
  return new Map([...served, [answer, JSON.stringify(whole['root'])]]);
}

const BYTES = /^[A-Za-z0-9_-]{16,}$/;
const isBytes = (text: string): boolean => BYTES.test(text) && !/^[0-9a-f]{8}-/.test(text);

/** How many bits there are to turn in a value. */
export function bitsOf(value: Json): number {
  if (typeof value === 'number') return 8;
  if (typeof value !== 'string') return 0;
  return isBytes(value) ? Buffer.from(value, 'base64url').length * 8 : value.length * 7;
}

/** The value with one bit turned: of the bytes it stands for, of a character, or of the number. */
export function turnBit(value: Json, bit: number): Json {
  if (typeof value === 'number') return value ^ (1 << bit);
  const text = value as string;
  if (isBytes(text)) {
    const bytes = Buffer.from(text, 'base64url');
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return bytes.toString('base64url');
  }
  const at = Math.floor(bit / 7);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit % 7))) + text.slice(at + 1);
}
