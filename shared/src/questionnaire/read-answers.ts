import type { Answers, ContactAnswers } from './answers.ts';
import { ANY_TEAM, type QuestionId, SHAPE, isContactQuestion } from './shape.ts';

export type ProblemCode =
  /** Neither words nor a category nor a file: there would be nothing to read. */
  | 'nothing_told'
  | 'too_long'
  | 'unknown_choice'
  /** Two different answers to a question that takes one. */
  | 'one_only'
  | 'unknown_team'
  /** Everybody who would read it was struck off. */
  | 'nobody_left'
  /** A file, or something else that is not text, under a question's name. */
  | 'not_text';

/** `max` is given with `too_long`, in code points. */
export type Problem = { readonly question: QuestionId; readonly code: ProblemCode; readonly max?: number };

/** A form field, name and value as typed. */
export type Field = readonly [name: string, value: string];

export type AnswersRead =
  | { readonly ok: true; readonly answers: Answers; readonly contact: ContactAnswers }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly kept: readonly Field[] };

export type ReadOptions = {
  /** Whether a choice known at run time only, a team's id, is on offer. Without it only its form is checked. */
  readonly isKnown?: (question: QuestionId, choice: string) => boolean;
  /** A recording or another file comes with it: then nothing need be written. */
  readonly hasFiles?: boolean;
};

const MEMBER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_MEMBERS = 64;
const TEAM_ID = /^[a-z][a-z0-9-]{1,31}$/;
/** Half of a surrogate pair: no text, and no bytes in UTF-8; what is sealed must be what was checked. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** White space, and the invisible word breaks that Khmer keyboards type. */
export const isBlank = (text: string): boolean => /^[\s\u200B-\u200D\u2060]*$/.test(text);

/** Text as it is sealed: lines end in LF (forms send CRLF), Unicode normal form C; nothing trimmed, nothing else changed. */
function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '\uFFFD').normalize('NFC');
}

/**
 * Reads a filled-in form. Blank fields are skipped questions; fields that belong to no question are ignored. With
 * problems, `kept` holds everything that was typed, as it was typed, for showing the form again. Never throws. Runs in
 * the browser's sealing worker and in the server's: hence no schema library here; a test holds it to `Answers`.
 */
export function readAnswers(fields: Iterable<readonly [string, unknown]>, options: ReadOptions = {}): AnswersRead {
  const typed = new Map<string, string[]>();
  const kept: Field[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>(SHAPE.map(({ id }) => id));
  for (const [name, value] of fields) {
    if (!ids.has(name)) continue;
    if (typeof value !== 'string') {
      problems.push({ question: name as QuestionId, code: 'not_text' });
      continue;
    }
    kept.push([name, value]);
    const values = typed.get(name);
    if (values === undefined) typed.set(name, [value]);
    else values.push(value);
  }

  const read: Record<string, unknown> = { codebook: 1 };
  const contact: Record<string, unknown> = {};
  for (const shape of SHAPE) {
    const values = [...new Set((typed.get(shape.id) ?? []).map(normaliseText))].filter((value) => !isBlank(value));
    const [first] = values;
    if (first === undefined) continue;
    const refuse = (code: ProblemCode, max?: number): void => {
      problems.push({ question: shape.id, code, ...(max === undefined ? {} : { max }) });
    };
    const into = isContactQuestion(shape.id) ? contact : read;
    if (shape.kind === 'many') {
      const codes: readonly string[] = shape.codes;
      if (values.every((value) => codes.includes(value)))
        into[shape.id] = codes.filter((code) => values.includes(code));
      else refuse('unknown_choice');
    } else if (shape.kind === 'members') {
      // Somebody who has left since the page was opened stays on the list: they might come back.
      if (values.length <= MOST_MEMBERS && values.every((value) => MEMBER_ID.test(value))) into[shape.id] = values;
      else refuse('unknown_choice');
    } else if (values.length > 1) refuse('one_only');
    else if (shape.kind === 'text') {
      if ([...first].length > shape.max) refuse('too_long', shape.max);
      else into[shape.id] = first;
    } else if (shape.kind === 'one') {
      if ((shape.codes as readonly string[]).includes(first)) into[shape.id] = first;
      else refuse('unknown_choice');
    } else if (first === ANY_TEAM || (TEAM_ID.test(first) && (options.isKnown?.(shape.id, first) ?? true))) {
      into[shape.id] = first;
    } else refuse('unknown_team');
  }

  const triedToTell = problems.some(({ question }) => question === 'narrative' || question === 'categories');
  const told = read['narrative'] !== undefined || read['categories'] !== undefined || options.hasFiles === true;
  if (!told && !triedToTell) {
    problems.push({ question: 'narrative', code: 'nothing_told' });
  }
  if (problems.length > 0) return { ok: false, problems, kept };
  return { ok: true, answers: read as Answers, contact: contact as ContactAnswers };
}

/** The fields that a form with these answers sends, in the order of the page: `readAnswers` gives the same back. */
export function fieldsOf(answers: Answers, contact: ContactAnswers): Field[] {
  const given: Record<string, unknown> = { ...answers, ...contact };
  return SHAPE.flatMap(({ id }): Field[] => {
    const value = given[id];
    if (Array.isArray(value)) return value.map((one): Field => [id, String(one)]);
    return typeof value === 'string' ? [[id, value]] : [];
  });
}
