import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import type { ComponentChildren } from 'preact';
import type { ReplyProblem, Talk } from '../enhance/return-talk.ts';
import { addressOf, otherLanguage } from './addresses.ts';
import { ReplyForm } from './reply-form.tsx';
import { type ShownWords, TalkAsks } from './talk-asks.tsx';
import { TalkLines } from './talk-lines.tsx';
import { askWords } from './words/asks.ts';
import { talkWords } from './words/return.ts';

export type TalkProblem = ReplyProblem | 'changed' | 'word_empty' | 'word_wrong' | 'word_often' | 'shown_wrong';
export type TalkNotice = 'sent' | 'done' | 'undone' | 'said';

export type TalkViewProps = {
  readonly language: Language;
  readonly talk: Talk;
  /** Twenty digits, for the forms of the page without script; null where a script holds the keys and sends nothing. */
  readonly receipt: string | null;
  readonly notice?: TalkNotice | null;
  readonly problem?: TalkProblem | null;
  /** A reply that could not be sent, to be shown again. */
  readonly draft?: string;
  /** Words that the second word has just opened. */
  readonly shown?: ShownWords | null;
};

/**
 * What a receipt opens: where the report stands, the messages, and what can be done. Drawn on the server for the page
 * without script and by the page's script, from the same words.
 */
export function TalkView({
  language,
  talk,
  receipt,
  notice = null,
  problem = null,
  draft = '',
  shown = null,
}: TalkViewProps) {
  const words = (key: Exclude<keyof typeof talkWords, 'you' | 'team' | 'withdrawn'>): string =>
    say(talkWords[key], language);
  const isAboutWord = problem?.startsWith('word') === true;
  return (
    <>
      <h1 tabIndex={-1}>{words('heading')}</h1>
      {notice === null ? null : (
        <output id="notice" class="n" tabIndex={-1}>
          {notice === 'said' ? say(askWords.said, language) : words(notice)}
        </output>
      )}
      {problem === null ? null : (
        <div id="errors" class="e" role="alert" tabIndex={-1} autofocus>
          <p>
            {problem === 'shown_wrong' ? (
              <a href="#asks">{say(askWords.shown_wrong, language)}</a>
            ) : (
              <a href={isAboutWord ? '#word' : '#reply'}>{words(problem)}</a>
            )}
          </p>
        </div>
      )}
      {talk.withdrawal === null ? (
        <p>{words(talk.state)}</p>
      ) : (
        <section class="n" id="withdrawn">
          <p>{say(talkWords.withdrawn, language, { day: formatDay(talk.withdrawal.eraseOn, language) })}</p>
          <p>{words('withdrawnNotYou')}</p>
          <TalkForm language={language} receipt={receipt}>
            <button class="q" name="act" value="undo">
              {words('undo')}
            </button>
          </TalkForm>
        </section>
      )}
      <TalkAsks
        language={language}
        consents={talk.keyChecked ? talk.consents : []}
        feedback={talk.keyChecked ? talk.feedback : []}
        shown={shown}
        drawForm={({ key, children }) => (
          <TalkForm key={key} language={language} receipt={receipt}>
            {children}
          </TalkForm>
        )}
      />
      <h2>{words('messages')}</h2>
      {talk.lines.length === 0 ? <p class="h">{words('none')}</p> : null}
      <TalkLines language={language} lines={talk.lines} />
      <p class="h">{words('onlyHere')}</p>
      {talk.keyChecked ? (
        <TalkForm key={`reply ${talk.sent}`} language={language} receipt={receipt}>
          <ReplyForm
            language={language}
            sent={talk.sent}
            draft={draft}
            isWrong={problem !== null && problem !== 'shown_wrong' && !isAboutWord}
          />
        </TalkForm>
      ) : (
        <p class="n">{words('keyUnchecked')}</p>
      )}
      {/* Folded again by what it did: the key is another then. */}
      <details key={`back ${talk.withdrawal === null}`} open={isAboutWord || undefined}>
        <summary>{words('takeBack')}</summary>
        {talk.withdrawal === null ? (
          <TalkForm language={language} receipt={receipt}>
            <p>{words('takeBackWhat')}</p>
            <p class="n">{words('cannot')}</p>
            <button class="q" name="act" value="withdraw">
              {words('withdraw')}
            </button>
          </TalkForm>
        ) : (
          <p class="n">{words('cannot')}</p>
        )}
        <TalkForm language={language} receipt={receipt}>
          <p>{words('atOnce')}</p>
          <label class="l" for="word">
            {words('word')}
          </label>
          <input
            type="text"
            id="word"
            name="word"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={isAboutWord || undefined}
          />
          <button class="q" name="act" value="erase">
            {words('erase')}
          </button>
        </TalkForm>
      </details>
      <p class="h">{words('wipe')}</p>
      {receipt === null ? null : (
        <TalkForm language={otherLanguage(language)} receipt={receipt}>
          <button class="q" name="act" value="open">
            {words('switch')}
          </button>
        </TalkForm>
      )}
    </>
  );
}

/**
 * A form that carries the receipt back to the server. Where a script holds the keys it carries nothing and cannot be
 * posted: should the script fail, no word leaves the page.
 */
function TalkForm({
  language,
  receipt,
  children,
}: {
  readonly language: Language;
  readonly receipt: string | null;
  readonly children: ComponentChildren;
}) {
  const attributes =
    receipt === null
      ? ({ method: 'dialog' } as const)
      : ({ method: 'post', action: addressOf('return', language), enctype: 'multipart/form-data' } as const);
  return (
    <form {...attributes} accept-charset="utf-8" autocomplete="off">
      {receipt === null ? null : <input type="hidden" name="receipt" value={receipt} />}
      {children}
    </form>
  );
}
