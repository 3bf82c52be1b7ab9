import { LANGUAGES, type Language, isLanguage } from '@romduol/shared/language/language';
import { useState } from 'preact/hooks';
import { REPLIES, replyWords, type ReplyName } from '../messages/replies.ts';
import { shellWords } from '../messages/shell.ts';
import { SelectField } from '../parts/fields.tsx';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';

/** Words to begin a reply with, in the reporter's language or the other: put into the field, to be read and changed. */
export function ReplyTemplates({ onChoose }: { onChoose(words: string): void }) {
  const say = useSay();
  const { view } = useCaseWork();
  const [language, setLanguage] = useState<Language>(() => (view.answers.language === 'en' ? 'en' : 'km'));
  return (
    <div class="reply-templates">
      <SelectField
        label={say(replyWords.template)}
        empty={say(replyWords.none)}
        value=""
        choices={Object.entries(REPLIES).map(([code, { name }]) => ({ code, label: say(name) }))}
        onChoose={(code) => {
          if (isReply(code)) onChoose(REPLIES[code].words[language]);
        }}
      />
      <SelectField
        label={say(replyWords.language)}
        value={language}
        choices={LANGUAGES.map((code) => ({ code, label: shellWords.language[code] }))}
        onChoose={(code) => {
          if (isLanguage(code)) setLanguage(code);
        }}
      />
    </div>
  );
}

const isReply = (code: string): code is ReplyName => code in REPLIES;
