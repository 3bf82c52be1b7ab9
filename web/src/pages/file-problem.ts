import { type Language, type Words, say } from '@romduol/shared/language/language';
import type { FileProblem, PageProblem } from './form-fields.ts';
import { fileProblemWords } from './words/files.ts';

// Apart from the other problems of the report page: the return page has these alone.

export const fileProblemWordsByCode: Readonly<Record<FileProblem['code'], Words>> = {
  too_many_files: fileProblemWords.tooManyFiles,
  file_too_large: fileProblemWords.fileTooLarge,
  file_empty: fileProblemWords.fileEmpty,
  cannot_clean: fileProblemWords.cannotClean,
};

export const isFileProblem = (problem: PageProblem): problem is FileProblem =>
  Object.prototype.hasOwnProperty.call(fileProblemWordsByCode, problem.code);

export function sayFileProblem({ code, max }: FileProblem, language: Language): string {
  return say(fileProblemWordsByCode[code], language, max === undefined ? {} : { max });
}
