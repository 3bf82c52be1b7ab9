import { randomBytes } from 'node:crypto';

/** Words that occur nowhere else, Latin and Khmer by turns. */
export function makeCanaries(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const mark = randomBytes(9).toString('hex');
    return at % 2 === 0 ? `canary${mark}` : `ចាប${mark}`;
  });
}

/** Any number of such words, each of which holds one of two marks: whoever finds no mark finds none of them. */
export function markedCanaries(): {
  next(): string;
  readonly drawn: readonly string[];
  readonly marks: readonly string[];
} {
  const [latin = '', khmer = ''] = makeCanaries(2);
  const drawn: string[] = [];
  return {
    drawn,
    marks: [latin, khmer],
    next() {
      const word = `${drawn.length % 2 === 0 ? latin : khmer}n${drawn.length}e`;
      drawn.push(word);
      return word;
    },
  };
}

/** Every form in which a word could hide in bytes: UTF-8, UTF-16 both ways, base64 at each offset, hex, percent signs. */
function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  const base64 = [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
    // The first and last characters also depend on the neighbours.
    const inner = padded.slice(offset === 0 ? 0 : 4, -4);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const percent = encodeURIComponent(word);
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    ...[...base64, utf8.toString('hex'), percent].map((one) => Buffer.from(one)),
  ];
}

/** Those of the words that the bytes hold in any form. */
export function findCanaries(bytes: Buffer, canaries: readonly string[]): string[] {
  return canaries.filter((word) => formsOf(word).some((form) => bytes.includes(form)));
}
