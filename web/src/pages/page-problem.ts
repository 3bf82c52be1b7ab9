import { type Language, type Words, say } from '@romduol/shared/language/language';
import { problemWords } from '@romduol/shared/questionnaire/problem-words';
import type { Field } from '@romduol/shared/questionnaire/read-answers';
import type { PageProblem } from './form-fields.ts';
import { fileProblemWords } from './words/files.ts';
import { reportWords } from './words/report.ts';

/** The words for every code, by code: also handed to the page's script, which shows problems just as the server does. */
export const pageProblemWords: Readonly<Record<PageProblem['code'], Words>> = {
  ...problemWords,
  keyring_unchecked: reportWords.keyringUnchecked,
  too_many_files: fileProblemWords.tooManyFiles,
  file_too_large: fileProblemWords.fileTooLarge,
  file_empty: fileProblemWords.fileEmpty,
  cannot_clean: fileProblemWords.cannotClean,
};

export function sayPageProblem({ code, max }: PageProblem, language: Language): string {
  return say(pageProblemWords[code], language, max === undefined ? {} : { max });
}

/** A form to be shown again: what was typed, as it was typed, what to mend, and the files that must be chosen again. */
export type FilledForm = {
  readonly fields: readonly Field[];
  readonly problems: readonly PageProblem[];
  readonly files?: readonly string[];
};

export const EMPTY_FORM: FilledForm = { fields: [], problems: [] };
