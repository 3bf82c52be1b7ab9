import { type Language, say } from '@romduol/shared/language/language';
import { isFileProblem, sayFileProblem } from './file-problem.ts';
import { AS_IS, ATTACHMENTS, VOICE } from './form-fields.ts';
import type { FilledForm } from './filled-form.ts';
import { fileProblemWords, fileWords } from './words/files.ts';

type FieldProps = { readonly language: Language; readonly form: FilledForm };

/** What is wrong with a field, and what the field says of itself then. */
function problemAt(name: typeof VOICE | typeof ATTACHMENTS | typeof AS_IS, { language, form }: FieldProps) {
  const problem = form.problems.filter(isFileProblem).find(({ question }) => question === name);
  return problem === undefined
    ? { about: null, described: `${name}-h`, invalid: undefined }
    : {
        about: (
          <p class="w" id={`${name}-e`}>
            {sayFileProblem(problem, language)}
          </p>
        ),
        described: `${name}-h ${name}-e`,
        invalid: true,
      };
}

/**
 * Telling by voice: without script the telephone's own recorder, by `capture`; with script, where the browser can, a
 * recorder on the page, which puts what it recorded into this same field.
 */
export function VoiceField({ language, form }: FieldProps) {
  const { about, described, invalid } = problemAt(VOICE, { language, form });
  const words = (key: keyof typeof fileWords): string => say(fileWords[key], language);
  return (
    <div class="v">
      <label class="l" for="voice">
        {words('voice')}
      </label>
      <p class="h" id="voice-h">
        {words('voiceHint')}
      </p>
      <div
        id="recorder"
        hidden
        data-stop={words('stop')}
        data-recording={words('recording')}
        data-again={words('again')}
        data-refused={words('refused')}
        data-remove={words('remove')}
      >
        <button type="button" name="record">
          {words('record')}
        </button>
        <output />
      </div>
      {about}
      <input
        type="file"
        id={VOICE}
        name={VOICE}
        accept="audio/*"
        capture="user"
        aria-describedby={described}
        aria-invalid={invalid}
      />
    </div>
  );
}

/**
 * Other files. A browser never shows again what was chosen, so what has to be chosen anew is named. The choice to send files
 * from which nothing could be taken out comes into view when there are some.
 */
export function AttachmentsField({ language, form }: FieldProps) {
  const { about, described, invalid } = problemAt(ATTACHMENTS, { language, form });
  const uncleaned = problemAt(AS_IS, { language, form });
  const asIs = form.fields.some(([name]) => name === AS_IS);
  const again = form.files ?? [];
  return (
    <>
      <label class="l" for="attachments">
        {say(fileWords.files, language)}
      </label>
      <p class="h" id="attachments-h">
        {say(fileWords.filesHint, language)}
      </p>
      {about}
      {again.length === 0 ? null : (
        <p class="w" id="again">
          {say(fileProblemWords.chooseAgain, language, { names: again.join(', ') })}
        </p>
      )}
      <input
        type="file"
        id={ATTACHMENTS}
        name={ATTACHMENTS}
        multiple
        aria-describedby={described}
        aria-invalid={invalid}
      />
      <fieldset id={AS_IS} hidden={(uncleaned.about === null && !asIs) || undefined}>
        {uncleaned.about}
        <label>
          <input type="checkbox" name={AS_IS} value="yes" checked={asIs || undefined} />
          {say(fileProblemWords.asIs, language)}
        </label>
      </fieldset>
    </>
  );
}
