import { type Language, type Words, say } from '@romduol/shared/language/language';
import { problemWords } from '@romduol/shared/questionnaire/problem-words';
import type { PageProblem } from './form-fields.ts';
import { fileProblemWordsByCode } from './file-problem.ts';
import { reportWords } from './words/report.ts';

/** The words for every code, by code: also handed to the page's script, which shows problems just as the server does. */
export const pageProblemWords: Readonly<Record<PageProblem['code'], Words>> = {
  ...problemWords,
  keyring_unchecked: reportWords.keyringUnchecked,
  ...fileProblemWordsByCode,
};

export function sayPageProblem({ code, max }: PageProblem, language: Language): string {
  return say(pageProblemWords[code], language, max === undefined ? {} : { max });
}
