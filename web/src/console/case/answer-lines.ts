import { CODEBOOK, type ListId } from '@romduol/shared/codebook/index';
import { labelOf } from '@romduol/shared/codebook/code-list';
import type { Language } from '@romduol/shared/language/language';
import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { LIST_OF_QUESTION, QUESTIONS } from '@romduol/shared/questionnaire/questions';
import { isContactQuestion, type QuestionId, SHAPE } from '@romduol/shared/questionnaire/shape';

/** A question with its answer, for reading. `free` are the reporter's own words, to be shown as they are. */
export type AnswerLine = {
  readonly question: QuestionId;
  readonly asked: string;
  readonly said: readonly string[];
  readonly free: boolean;
};

/** What the keyring calls those whom answers name by id. */
export type KeyringNames = { readonly team: (id: string) => string; readonly member: (id: string) => string };

export type ReadAnswers = {
  readonly answered: readonly AnswerLine[];
  /** What was skipped, as asked. */
  readonly skipped: readonly string[];
};

/** Every question of the report but the contact's, in the order of the page, in the language of the screen. */
export function readAnswerLines(answers: Answers, language: Language, names: KeyringNames): ReadAnswers {
  return readLines(
    SHAPE.map(({ id }) => id).filter((id) => !isContactQuestion(id)),
    answers,
    language,
    names,
  );
}

export function readContactLines(contact: ContactAnswers, language: Language): readonly AnswerLine[] {
  const ids = SHAPE.map(({ id }) => id).filter(isContactQuestion);
  // The safe way comes before the number: it must be read before anybody dials.
  return readLines([...ids].reverse(), contact, language, { team: (id) => id, member: (id) => id }).answered;
}

function readLines(
  ids: readonly QuestionId[],
  given: Readonly<Record<string, unknown>>,
  language: Language,
  names: KeyringNames,
): ReadAnswers {
  const answered: AnswerLine[] = [];
  const skipped: string[] = [];
  for (const question of ids) {
    const asked = QUESTIONS[question].label[language];
    const value = given[question];
    const values = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    if (values.length === 0) {
      skipped.push(asked);
      continue;
    }
    const { kind } = QUESTIONS[question];
    const said =
      kind === 'text'
        ? values
        : kind === 'team'
          ? values.map(names.team)
          : kind === 'members'
            ? values.map(names.member)
            : values.map((code) => labelIn(question, code, language));
    answered.push({ question, asked, said, free: kind === 'text' });
  }
  return { answered, skipped };
}

function labelIn(question: QuestionId, code: string, language: Language): string {
  const lists: Readonly<Partial<Record<QuestionId, ListId>>> = LIST_OF_QUESTION;
  const list = lists[question];
  return list === undefined ? code : labelOf(CODEBOOK[list], code, language);
}
