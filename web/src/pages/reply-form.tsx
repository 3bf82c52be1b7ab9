import { type Language, say } from '@romduol/shared/language/language';
import { AttachmentsField, VoiceField } from './file-fields.tsx';
import type { FilledForm } from './filled-form.ts';
import { talkWords } from './words/return.ts';

/**
 * The fields of a reply: words, a voice message, files. `sent` goes with them: how many replies there were when the form was
 * drawn, by which a form that is sent again is known.
 */
export function ReplyForm({
  language,
  sent,
  draft,
  isWrong,
  files,
}: {
  readonly language: Language;
  readonly sent: number;
  readonly draft: string;
  readonly isWrong: boolean;
  /** What is wrong with the files, and which must be chosen again. */
  readonly files: FilledForm;
}) {
  return (
    <>
      <input type="hidden" name="after" value={String(sent)} />
      <label class="l" for="reply">
        {say(talkWords.write, language)}
      </label>
      <p class="h" id="reply-h">
        {say(talkWords.writeHint, language)}
      </p>
      {/* A line break right after the tag is not part of the text: without it the text's own first one would be lost. */}
      <textarea
        id="reply"
        name="reply"
        rows={5}
        aria-describedby="reply-h"
        aria-invalid={isWrong || undefined}
      >{`\n${draft}`}</textarea>
      <VoiceField language={language} form={files} />
      <AttachmentsField language={language} form={files} />
      <p>
        <button name="act" value="reply">
          {say(talkWords.send, language)}
        </button>
      </p>
    </>
  );
}
