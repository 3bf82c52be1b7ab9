import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import { formatReceipt } from '@romduol/shared/sealing/receipt';
import type { ComponentChildren } from 'preact';
import type { TalkFile, TalkLine } from '../enhance/return-talk.ts';
import { FileFacts } from './file-facts.tsx';
import { askWords } from './words/asks.ts';
import { talkWords } from './words/return.ts';
import { talkFileWords } from './words/talk-files.ts';

type TalkLinesProps = {
  readonly language: Language;
  readonly lines: readonly TalkLine[];
  /** What can be done with a file that has come from the team. */
  readonly offer?: ((line: TalkLine, file: TalkFile) => ComponentChildren) | undefined;
};

/** Messages as a reporter sees them; a caseworker's preview is drawn by the same. */
export function TalkLines({ language, lines, offer }: TalkLinesProps) {
  return (
    <ol class="t">
      {lines.map((line, at) => (
        <Line key={at} line={line} language={language} offer={offer} />
      ))}
    </ol>
  );
}

function Line({ line, language, offer }: { readonly line: TalkLine } & Pick<TalkLinesProps, 'language' | 'offer'>) {
  const day = formatDay(line.day, language);
  return (
    <li class={line.fromReporter ? 'f' : undefined}>
      <p class="h">{say(line.fromReporter ? talkWords.you : talkWords.team, language, { day })}</p>
      {line.oldKey ? <p class="n">{say(talkWords.oldKey, language)}</p> : null}
      {line.kind === 'received' ? (
        <p>{say(talkWords.received, language)}</p>
      ) : line.kind !== 'words' ? (
        <>
          <p>{tellTyped(line, language)}</p>
          {line.receipt == null ? null : <NewReceipt digits={line.receipt} language={language} />}
        </>
      ) : line.text === '' ? null : (
        <p class="m" lang={/[\u1780-\u17ff]/.test(line.text) ? 'km' : 'en'}>
          {line.text}
        </p>
      )}
      {line.files.map((file) => (
        <div key={file.place}>
          <p>
            <FileFacts language={language} file={file} />
            {!file.arrived ? (
              <> · {say(talkFileWords.notWhole, language)}</>
            ) : line.fromReporter ? (
              <> · {say(talkFileWords.sent, language)}</>
            ) : null}
          </p>
          {line.fromReporter || !file.arrived ? null : offer?.(line, file)}
        </div>
      ))}
    </li>
  );
}

/** The receipt of the case elsewhere, as the first one was shown. */
function NewReceipt({ digits, language }: { readonly digits: string; readonly language: Language }) {
  return (
    <>
      <p>
        <b>{formatReceipt(digits, language === 'km' ? 'khmer' : 'latin')}</b>
      </p>
      <p class="h">{say(askWords.newNumber, language)}</p>
    </>
  );
}

/** A question or an answer to one, in words. */
function tellTyped({ kind, text }: TalkLine, language: Language): string {
  if (kind === 'consent_ask') return say(askWords.asked, language, { recipient: text });
  if (kind === 'feedback_ask') return say(askWords.askedHow, language, { recipient: text });
  if (kind === 'handed_over') return say(askWords.handedOver, language, { recipient: text });
  if (kind === 'feedback_said') return say(askWords.answered, language);
  return text === 'give' || text === 'refuse' || text === 'withdraw' ? say(askWords[text], language) : '';
}
