import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Captured, type CapturedCase, captureCases, casePath, isNoticed, talkPath } from './captured-case.ts';
import { isServersWord } from './every-bit.ts';
import { leavesOf, nameOf, valueAt, withValue } from './leaves.ts';

let captured: Captured;
let one: CapturedCase;
let other: CapturedCase;
beforeAll(async () => {
  captured = await captureCases();
  [one, other] = captured.cases;
});
afterAll(() => captured.close());

const look = (served: CapturedCase['served']) => isNoticed(() => captured.look(one.caseId, served));
const ofCase = (name: string) => ({ answer: `GET ${casePath(one.caseId)}`, steps: [name] });
const ofTalk = (name: string) => ({ answer: `GET ${talkPath(one.caseId)}`, steps: [name] });

/** The other case's answers, under this case's addresses. */
const moved = (): CapturedCase['served'] =>
  new Map([...other.served].map(([answer, text]) => [answer.replace(other.caseId, one.caseId), text]));

describe('what belongs to one case, put into another', () => {
  test('is noticed, value by value', async () => {
    const theirs = moved();
    const unnoticed: string[] = [];
    let exchanged = 0;
    for (const leaf of leavesOf(one.served).filter(({ steps }) => steps[0] !== 'cases')) {
      const value = valueAt(theirs, leaf);
      if (value === valueAt(one.served, leaf)) continue;
      exchanged += 1;
      if (!(await look(withValue(one.served, leaf, value)))) unnoticed.push(nameOf(leaf));
    }
    console.log(`${exchanged} values exchanged between two cases; unnoticed: ${unnoticed.length}`);
    expect(exchanged).toBeGreaterThan(20);
    expect(unnoticed.filter((name) => !isServersWord(name))).toEqual([]);
  });

  test.each(['report', 'access', 'entries', 'summary'])('is noticed as a whole: %s', async (part) => {
    expect(await look(withValue(one.served, ofCase(part), valueAt(moved(), ofCase(part))))).toBe(true);
  });

  test('is noticed as a whole: the conversation; and all of it under the wrong address', async () => {
    expect(await look(withValue(one.served, ofTalk('messages'), valueAt(moved(), ofTalk('messages'))))).toBe(true);
    expect(await look(new Map([...one.served, ...moved()]))).toBe(true);
    // The control: the other case under its own address.
    expect(await isNoticed(() => captured.look(other.caseId, other.served))).toBe(false);
  });
});

describe('a list that was worked on', () => {
  type Row = Record<string, unknown>;
  const WORKED: readonly (readonly [string, (rows: Row[]) => Row[]])[] = [
    ['reordered', ([first, second, ...rest]) => [second as Row, first as Row, ...rest]],
    ['without its first', (rows) => rows.slice(1)],
    ['without one in the middle', ([first, , ...rest]) => [first as Row, ...rest]],
    ['without its last', (rows) => rows.slice(0, -1)],
    ['empty', () => []],
    ['with one twice', ([first, ...rest]) => [first as Row, first as Row, ...rest]],
    ['with its last again', (rows) => [...rows, rows.at(-1) as Row]],
    ['with one renumbered', (rows) => rows.map((row, at) => (at === 1 ? { ...row, seq: 3, counter: 3 } : row))],
    ['with one under another author', ([first, ...rest]) => [{ ...first, author: crypto.randomUUID() }, ...rest]],
    ['with one of a later epoch', ([first, ...rest]) => [{ ...first, epoch: 1 }, ...rest]],
    ['with one under an older keyring', ([first, ...rest]) => [{ ...first, keyringHash: 'A'.repeat(43) }, ...rest]],
  ];

  test.each(WORKED)('is noticed in the log: %s', async (_, work) => {
    const rows = valueAt(one.served, ofCase('entries')) as Row[];
    expect(await look(withValue(one.served, ofCase('entries'), work(rows)))).toBe(true);
  });

  test('is noticed when the summary is an older one, or none', async () => {
    const now = valueAt(one.served, ofCase('summary')) as Row;
    for (const summary of [null, { ...now, seq: 1 }, { ...now, head: 'A'.repeat(43) }])
      expect(await look(withValue(one.served, ofCase('summary'), summary))).toBe(true);
  });
});
