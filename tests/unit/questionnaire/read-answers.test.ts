import { readFileSync } from 'node:fs';
import { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { fieldsOf, readAnswers } from '@romduol/shared/questionnaire/read-answers';
import { SHAPE } from '@romduol/shared/questionnaire/shape';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers, arbitraryContact } from './arbitrary-answers.ts';

const problemsOf = (fields: [string, unknown][], known?: (question: string, choice: string) => boolean): unknown => {
  const read = readAnswers(fields, known === undefined ? {} : { isKnown: known });
  return read.ok ? [] : read.problems;
};
const told: [string, string] = ['narrative', 'វាយ'];

describe('any form at all', () => {
  const names = fc.oneof(fc.constantFrom(...SHAPE.map(({ id }) => id)), fc.string());
  const codes = SHAPE.flatMap((shape) => ('codes' in shape ? [...shape.codes] : []));
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...codes),
    fc.constantFrom('', ' ', '\ud800', 'any'),
    fc.anything(),
  );

  test('is read or refused with reasons, never with an exception, and nothing typed is lost', () => {
    const ids = new Set<string>(SHAPE.map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 30 }), (fields) => {
        const read = readAnswers(fields);
        const typed = fields.filter(([name, value]) => ids.has(name) && typeof value === 'string');
        const answers = read.ok ? Answers.safeParse(read.answers) : null;
        const contact = read.ok ? ContactAnswers.safeParse(read.contact) : null;
        expect([answers?.error, contact?.error]).toEqual([undefined, undefined]);
        expect(read.ok ? typed : read.kept).toEqual(typed);
        expect(read.ok ? 0 : read.problems.length).toBeGreaterThanOrEqual(read.ok ? 0 : 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('cannot slip a field of the language itself in', () => {
    const read = readAnswers([told, ['__proto__', 'x'], ['constructor', 'x'], ['codebook', '7']]);
    expect(read).toEqual({ ok: true, answers: { codebook: 1, narrative: 'វាយ' }, contact: {} });
  });
});

test('answers made into fields and read again are the same answers', () => {
  fc.assert(
    fc.property(arbitraryAnswers, arbitraryContact, (answers, contact) => {
      expect(readAnswers(fieldsOf(answers, contact))).toEqual({ ok: true, answers, contact });
    }),
  );
});

describe('text', () => {
  test('is counted as people count it, by code points', () => {
    expect(problemsOf([['narrative', '😀'.repeat(5000)]])).toEqual([]);
    expect(problemsOf([['narrative', 'ក'.repeat(5000)]])).toEqual([]);
    expect(problemsOf([['narrative', '😀'.repeat(5001)]])).toEqual([
      { question: 'narrative', code: 'too_long', max: 5000 },
    ]);
    expect(problemsOf([told, ['contact_safety', 'a'.repeat(501)]])).toEqual([
      { question: 'contact_safety', code: 'too_long', max: 500 },
    ]);
  });

  test('is counted after line ends and normal form, as the form’s own counter counts it', () => {
    expect(problemsOf([['narrative', 'a\r\n'.repeat(2500)]])).toEqual([]);
    expect(problemsOf([['narrative', 'e\u0301'.repeat(5000)]])).toEqual([]);
  });

  test('in Khmer is kept word for word', () => {
    const story = '  ខ្ញុំ​ត្រូវ​បាន​គេ​វាយ។\n\nកាលពី​ម្សិលមិញ ៗ — “ឈប់!”  ';
    const read = readAnswers([['narrative', story]]);
    expect(read.ok && read.answers.narrative).toBe(story.normalize('NFC'));
    expect(story.normalize('NFC')).toBe(story);
  });

  test('has its line ends made the same on every device', () => {
    const read = readAnswers([['narrative', 'ក\r\nខ\rគ\nឃ']]);
    expect(read.ok && read.answers.narrative).toBe('ក\nខ\nគ\nឃ');
  });

  test('that is no text in any encoding is marked where it stood, so that what is sealed is what was checked', () => {
    const read = readAnswers([['narrative', 'a\ud800b']]);
    expect(read.ok && read.answers.narrative).toBe('a\ufffdb');
  });
});

describe('a report needs one thing', () => {
  test('words or a category', () => {
    expect(problemsOf([])).toEqual([{ question: 'narrative', code: 'nothing_told' }]);
    expect(
      problemsOf([
        ['narrative', ' \r\n\u200b'],
        ['safe_now', 'no'],
      ]),
    ).toEqual([{ question: 'narrative', code: 'nothing_told' }]);
    expect(problemsOf([['categories', 'other']])).toEqual([]);
    expect(problemsOf([told])).toEqual([]);
  });

  test('and says only what is wrong with it where that one thing was refused', () => {
    expect(problemsOf([['categories', 'moon']])).toEqual([{ question: 'categories', code: 'unknown_choice' }]);
  });
});

describe('choices', () => {
  test('outside the list are refused by name', () => {
    expect(problemsOf([told, ['province', 'KH-26'], ['told', 'police'], ['told', 'moon']])).toEqual([
      { question: 'province', code: 'unknown_choice' },
      { question: 'told', code: 'unknown_choice' },
    ]);
  });

  test('of a question that takes one are refused when two differ, and taken when they are the same', () => {
    expect(problemsOf([told, ['safe_now', 'yes'], ['safe_now', 'no']])).toEqual([
      { question: 'safe_now', code: 'one_only' },
    ]);
    expect(problemsOf([told, ['safe_now', 'yes'], ['safe_now', 'yes']])).toEqual([]);
  });

  test('of a question that takes several are kept once, in the order of the page', () => {
    const read = readAnswers([told, ['needs', 'legal'], ['needs', 'health'], ['needs', 'legal']]);
    expect(read.ok && read.answers.needs).toEqual(['health', 'legal']);
  });

  test('of a team are those of the keyring', () => {
    const known = (question: string, team: string): boolean => question === 'team' && team === 'siem-reap';
    expect(problemsOf([told, ['team', 'siem-reap']], known)).toEqual([]);
    expect(problemsOf([told, ['team', 'any']], known)).toEqual([]);
    expect(problemsOf([told, ['team', 'kampot']], known)).toEqual([{ question: 'team', code: 'unknown_team' }]);
    expect(problemsOf([told, ['team', '../etc']])).toEqual([{ question: 'team', code: 'unknown_team' }]);
  });

  test('that are files are refused', () => {
    expect(problemsOf([told, ['contact_value', new Uint8Array(3)]])).toEqual([
      { question: 'contact_value', code: 'not_text' },
    ]);
  });
});

test('contact details are kept apart from the answers', () => {
  const read = readAnswers([
    told,
    ['contact_mode', 'signal'],
    ['contact_value', '012 345'],
    ['consent_contact', 'yes'],
  ]);
  expect(read).toEqual({
    ok: true,
    answers: { codebook: 1, narrative: 'វាយ', consent_contact: 'yes' },
    contact: { contact_mode: 'signal', contact_value: '012 345' },
  });
});

test('what the report page’s worker carries imports no words and no schema library', () => {
  const source = new URL('../../../shared/src/', import.meta.url);
  const seen = new Set<string>();
  const inKhmer: string[] = [];
  const follow = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(new URL(path, source), 'utf8');
    for (const [, from = ''] of text.matchAll(/^import (?!type )[^;]*? from '(.*?)';/gms)) {
      follow(new URL(from, `http://x/${path}`).pathname.slice(1));
    }
    if (/[\u1780-\u17dd]/.test(text)) inKhmer.push(path);
  };
  follow('questionnaire/read-answers.ts');
  expect(inKhmer).toEqual([]);
  expect([...seen].toSorted()).toEqual([
    'codebook/codes.ts',
    'questionnaire/read-answers.ts',
    'questionnaire/shape.ts',
  ]);
});
