// Everything that reads what others wrote, given anything: it answers, or refuses in the way it says it does.
import { readFileSync, readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseForm } from '@romduol/server/intake/parse-form';
import { fromBase64url, fromUtf8 } from '@romduol/shared/sealing/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ELSEWHERE,
  NO_DECODERS,
  OF_BYTES,
  OF_TEXT,
  OF_THE_PLATFORM,
  OF_VALUES,
  PART_OF,
  expectRefusal,
} from './decoder-list.ts';

const ROOT = new URL('../../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** A millisecond or less is the rule; this is for a machine that does much else. */
const LONGEST = 2_000;
/** What a decoder may take for all of them, one after the other, before anything is collected, bytes. */
const MOST_MEMORY = 384 * 2 ** 20;

const A_MEGABYTE = 1_000_000;
/** What is cheap to send and may be dear to read. */
const LONG: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['[', '{"a":', '"', '9', ' ', 'a ', '"",', '\n', '"\n', '\u0300', '\u200b', '\u17e0', 'abandon ', '\0'].map(
      (unit) => [JSON.stringify(unit), unit.repeat(A_MEGABYTE / unit.length)],
    ),
  ),
  'lists in lists': '['.repeat(A_MEGABYTE / 2) + ']'.repeat(A_MEGABYTE / 2),
  'one long text': `{"v":1,"text":"${'x'.repeat(A_MEGABYTE)}"}`,
  'many names': `{${Array.from({ length: A_MEGABYTE / 10 }, (_, at) => `"${at}":1`).join()}}`,
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test.each([
  ...Object.entries(OF_BYTES).map(
    ([name, decode]) => [name, (text: string) => decode(new TextEncoder().encode(text))] as const,
  ),
  ...Object.entries(OF_TEXT),
  ...Object.entries(OF_VALUES),
])('%s takes a megabyte of anything in little time and memory', async (name, decode) => {
  collect();
  const before = process.memoryUsage.rss();
  let most = before;
  for (const [what, text] of Object.entries(LONG)) {
    const start = process.cpuUsage();
    await expectRefusal(() => decode(text));
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1_000;
    expect({ name, what, took: Math.min(took, LONGEST) }).toEqual({ name, what, took });
    most = Math.max(most, process.memoryUsage.rss());
  }
  expect(most - before).toBeLessThan(MOST_MEMORY);
});

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text)),
  fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
);
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json({ maxDepth: 4 }));
/** Values with the names that stand in what is sealed. */
const NAMES = [
  'v',
  'object',
  'name',
  'type',
  'length',
  'commit',
  'slot',
  'nonce',
  'sealed',
  'heading',
  'parts',
  'label',
  'text',
  'en',
  'km',
  '__proto__',
];
const anyValue = fc.oneof(
  fc.anything({ withNullPrototype: true }),
  fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    object: fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { maxKeys: 6 }),
  })).any,
);

/** What a decoder threw over some of it that it had not promised to; null for nothing. */
async function faultOver<T>(given: fc.Arbitrary<T>, decode: (one: T) => unknown): Promise<unknown> {
  const { errorInstance } = await fc.check(
    fc.asyncProperty(given, (one) => expectRefusal(() => decode(one))),
    { numRuns: 300 },
  );
  return errorInstance;
}

test.each(Object.entries(OF_BYTES))('%s takes any bytes', async (_, decode) => {
  expect(await faultOver(anyBytes, decode)).toBeNull();
});
test.each(Object.entries(OF_TEXT))('%s takes any text', async (_, decode) => {
  expect(await faultOver(anyText, decode)).toBeNull();
});
test.each(Object.entries(OF_VALUES))('%s takes any value', async (_, decode) => {
  expect(await faultOver(anyValue, decode)).toBeNull();
});

test('the control: a decoder that throws what it does not promise is found', async () => {
  const careless = (given: unknown): unknown => (given as { parts: string[] }).parts.length;
  expect(await faultOver(anyValue, careless)).toBeInstanceOf(TypeError);
});

test('a form of any type and bytes, in any pieces, is parsed or refused in one of two ways', async () => {
  const types = fc.constantFrom(
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/json',
    '',
  );
  const pieces = fc.constantFrom(
    '--b\r\n',
    '--b--',
    'content-disposition: form-data; name="x"\r\n',
    'content-disposition: form-data; name="f"; filename="a"\r\n',
    '\r\n\r\n',
    'a=%zz&b=',
    '\0',
    'x'.repeat(70_000),
  );
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    pieces.map((one) => new TextEncoder().encode(one)),
  );
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(types, fc.array(part, { maxLength: 12 }), async (type, parts) => {
      const parser = parseForm(type, { takes: () => false, take: () => undefined });
      const outcome = parser.fields.then(
        () => 'parsed',
        (error: Error) => error.message,
      );
      for (const one of parts) await parser.write(one);
      parser.end();
      outcomes.add(await outcome);
    }),
    { numRuns: 300 },
  );
  expect([...outcomes].sort()).toEqual(['malformed', 'parsed', 'too_large']);
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

/** Functions of `shared` whose names say that they read, open, unwrap or verify something; the contract’s calls are none. */
function decodersInSources(): string[] {
  const files = readdirSync(new URL('shared/src', ROOT), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((name) => name.endsWith('.ts') && !name.startsWith('api'))
    .map((name) => textOf(`shared/src/${name}`));
  const named =
    /^export (?:async function|function|const) ((?:open|unpad|(?:parse|read|open|decode|unpack|unwrap|verify|normalise|from|recognise|clean|split)[A-Z]\w*))\b(?! = \d)/gm;
  return [...new Set(sources.flatMap((source) => [...source.matchAll(named)].map(([, name = '']) => name)))].sort();
}

test('there is no decoder that is not given anything, here or where it is said', () => {
  const inFormats = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('vector-formats.ts'))
    .map((name) => textOf(`tests/unit/sealing/${name}`))
    .join();
  const names = decodersInSources();
  expect(names.length).toBeGreaterThan(60);
  const isGiven = (name: string): boolean =>
    [OF_BYTES, OF_TEXT, OF_VALUES, OF_THE_PLATFORM].some((some) => name in some) ||
    new RegExp(`\\b${name}\\(`).test(inFormats) ||
    (ELSEWHERE[name] !== undefined && new RegExp(`\\b${name}\\b[^]*\\bfc\\.`).test(textOf(ELSEWHERE[name]))) ||
    (PART_OF[name] !== undefined && isGiven(PART_OF[name]));
  expect(names.filter((name) => !NO_DECODERS.includes(name) && !isGiven(name))).toEqual([]);
  // And nothing is listed that there is not.
  expect(
    [...Object.keys({ ...ELSEWHERE, ...PART_OF }), ...NO_DECODERS].filter((name) => !names.includes(name)),
  ).toEqual([]);
});
