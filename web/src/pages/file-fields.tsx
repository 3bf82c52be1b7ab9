import { type Language, say } from '@romduol/shared/language/language';
import { fileWords } from './words/files.ts';

type FieldProps = { readonly language: Language };

/**
 * Telling by voice: without script the telephone's own recorder, by `capture`; with script, where the browser can, a
 * recorder on the page, which puts what it recorded into this same field.
 */
export function VoiceField({ language }: FieldProps) {
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
      <input type="file" id="voice" name="voice" accept="audio/*" capture="user" aria-describedby="voice-h" />
    </div>
  );
}

export function AttachmentsField({ language }: FieldProps) {
  return (
    <>
      <label class="l" for="attachments">
        {say(fileWords.files, language)}
      </label>
      <p class="h" id="attachments-h">
        {say(fileWords.filesHint, language)}
      </p>
      <input type="file" id="attachments" name="attachments" multiple aria-describedby="attachments-h" />
    </>
  );
}
