import { inspect } from 'node:util';
import { type Report, logLine, nameFault } from '@romduol/server/log/log-line';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** What libraries throw, with typed words wherever an error can carry some. */
function errorsWith(words: string): unknown[] {
  const plain = new Error(words);
  plain.name = words;
  plain.stack = words;
  const coded = Object.assign(new Error('x', { cause: plain }), {
    code: words,
    detail: words,
    query: words,
    params: [words],
  });
  class Query extends TypeError {
    override readonly message = `Failed query: insert … params: ${words}`;
  }
  const odd = new Error(words);
  Object.defineProperty(odd, 'constructor', { value: { name: words } });
  return [plain, coded, new Query(), odd, new AggregateError([plain], words), words, { message: words }, [words], null];
}

test('no error says in a line what somebody typed, wherever it carries it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3, unit: 'binary' }), fc.nat(), (typed, salt) => {
      const words = `អ្នកជិតខាង ${typed} ${salt}`;
      for (const error of errorsWith(words)) {
        const line = logLine`fault ${crypto.randomUUID()} ${nameFault(error)}`;
        expect(line).toMatch(/^fault [0-9a-f-]{36} \w+( \w+)?$/);
        expect(line).not.toContain(typed.trim().slice(0, 40) || '\0');
      }
    }),
  );
  // The control: printed as Node prints them, they do.
  expect(
    errorsWith('CANARY')
      .slice(0, 8)
      .every((error) => inspect(error).includes('CANARY')),
  ).toBe(true);
});

test('a code of the database or the system is told, since it is nobody’s words', () => {
  expect(nameFault(Object.assign(new TypeError('CANARY'), { code: 'ECONNREFUSED' }))).toBe('TypeError ECONNREFUSED');
});

test('the compiler lets no text of a request into a line', () => {
  const lines: string[] = [];
  const report: Report = (line) => void lines.push(line);
  const typed: string = 'from a form';
  // @ts-expect-error -- a plain string is no line
  report(`took ${typed}`);
  // @ts-expect-error -- and is no value for one
  report(logLine`took ${typed}`);
  report(logLine`took ${3} of them`);
  expect(lines).toHaveLength(3);
});
