import { type Language, type Words, say } from '@romduol/shared/language/language';
import { problemWords } from '@romduol/shared/questionnaire/problem-words';
import type { Field } from '@romduol/shared/questionnaire/read-answers';
import type { PageProblem } from './form-fields.ts';
import { reportWords } from './words/report.ts';

/** The words for every code, by code: also handed to the page's script, which shows problems just as the server does. */
export const pageProblemWords: Readonly<Record<PageProblem['code'], Words>> = {
  ...problemWords,
  keyring_unchecked: reportWords.keyringUnchecked,
};

export function sayPageProblem({ code, max }: PageProblem, language: Language): string {
  return say(pageProblemWords[code], language, max === undefined ? {} : { max });
}

/** A form to be shown again: what was typed, as it was typed, and what to mend. */
export type FilledForm = { readonly fields: readonly Field[]; readonly problems: readonly PageProblem[] };

export const EMPTY_FORM: FilledForm = { fields: [], problems: [] };
