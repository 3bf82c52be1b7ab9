import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import type { TalkLine } from '../enhance/return-talk.ts';
import { askWords } from './words/asks.ts';
import { talkWords } from './words/return.ts';

/** Messages as a reporter sees them; a caseworker's preview is drawn by the same. */
export function TalkLines({ language, lines }: { readonly language: Language; readonly lines: readonly TalkLine[] }) {
  return (
    <ol class="t">
      {lines.map((line, at) => (
        <Line key={at} line={line} language={language} />
      ))}
    </ol>
  );
}

function Line({ line, language }: { readonly line: TalkLine; readonly language: Language }) {
  const day = formatDay(line.day, language);
  return (
    <li class={line.fromReporter ? 'f' : undefined}>
      <p class="h">{say(line.fromReporter ? talkWords.you : talkWords.team, language, { day })}</p>
      {line.oldKey ? <p class="n">{say(talkWords.oldKey, language)}</p> : null}
      {line.kind === 'received' ? (
        <p>{say(talkWords.received, language)}</p>
      ) : line.kind !== 'words' ? (
        <p>{tellTyped(line, language)}</p>
      ) : (
        <p class="m" lang={/[\u1780-\u17ff]/.test(line.text) ? 'km' : 'en'}>
          {line.text}
        </p>
      )}
    </li>
  );
}

/** A question or an answer to one, in words. */
function tellTyped({ kind, text }: TalkLine, language: Language): string {
  if (kind === 'consent_ask') return say(askWords.asked, language, { recipient: text });
  if (kind === 'feedback_ask') return say(askWords.askedHow, language, { recipient: text });
  if (kind === 'feedback_said') return say(askWords.answered, language);
  return text === 'give' || text === 'refuse' || text === 'withdraw' ? say(askWords[text], language) : '';
}
