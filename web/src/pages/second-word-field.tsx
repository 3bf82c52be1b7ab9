import { type Language, say } from '@romduol/shared/language/language';
import { SECOND_WORD } from './form-fields.ts';
import type { FilledForm } from './filled-form.ts';
import { sayPageProblem } from './page-problem.ts';
import { secondWordWords } from './words/files.ts';

/** The word of the reporter's own that erases at once; chosen now, since later nobody could tell whose it is. */
export function SecondWordField({ language, form }: { readonly language: Language; readonly form: FilledForm }) {
  const problem = form.problems.find(({ question }) => question === SECOND_WORD);
  return (
    <>
      <label class="l" for={SECOND_WORD}>
        {say(secondWordWords.label, language)}
      </label>
      <p class="h" id={`${SECOND_WORD}-h`}>
        {say(secondWordWords.hint, language)}
      </p>
      {problem === undefined ? null : (
        <p class="w" id={`${SECOND_WORD}-e`}>
          {sayPageProblem(problem, language)}
        </p>
      )}
      <input
        type="text"
        id={SECOND_WORD}
        name={SECOND_WORD}
        value={form.fields.find(([name]) => name === SECOND_WORD)?.[1]}
        autocomplete="off"
        aria-describedby={problem === undefined ? `${SECOND_WORD}-h` : `${SECOND_WORD}-h ${SECOND_WORD}-e`}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </>
  );
}
