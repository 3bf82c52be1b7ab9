import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import type { ComponentChildren } from 'preact';
import type { Talk, TalkFile } from '../enhance/return-talk.ts';
import type { ReplyProblem } from '../enhance/seal-reply.ts';
import { addressOf, otherLanguage } from './addresses.ts';
import { callFile } from './file-facts.tsx';
import { kindOfFile } from './file-kinds.ts';
import { EMPTY_FORM, type FilledForm } from './filled-form.ts';
import { isFileProblem, sayFileProblem } from './file-problem.ts';
import { nameOfFile } from './name-of-file.ts';
import { ReplyForm } from './reply-form.tsx';
import { type ShownWords, TalkAsks } from './talk-asks.tsx';
import { TalkLines } from './talk-lines.tsx';
import { askWords } from './words/asks.ts';
import { talkWords } from './words/return.ts';
import { talkFileWords } from './words/talk-files.ts';

export type TalkProblem =
  | ReplyProblem
  | 'changed'
  | 'word_empty'
  | 'word_wrong'
  | 'word_often'
  | 'shown_wrong'
  | FileTrouble;
/** About files that were sent before, or are on their way. */
type FileTrouble = 'damaged' | 'uploading';
const isFileTrouble = (problem: TalkProblem): problem is FileTrouble =>
  problem === 'damaged' || problem === 'uploading';
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
  /** What is wrong with the files that came with it, and which must be chosen again. */
  readonly files?: FilledForm;
  /** Addresses of sounds that a script has fetched, by `nameOfFile`. */
  readonly sounds?: ReadonlyMap<string, string> | undefined;
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
  files = EMPTY_FORM,
  sounds,
}: TalkViewProps) {
  const words = (key: Exclude<keyof typeof talkWords, 'you' | 'team' | 'withdrawn'>): string =>
    say(talkWords[key], language);
  const isAboutWord = problem?.startsWith('word') === true;
  const isAboutReply = problem !== null && problem !== 'shown_wrong' && !isAboutWord && !isFileTrouble(problem);
  return (
    <>
      <h1 tabIndex={-1}>{words('heading')}</h1>
      {notice === null ? null : (
        <output id="notice" class="n" tabIndex={-1}>
          {notice === 'said' ? say(askWords.said, language) : words(notice)}
        </output>
      )}
      {problem === null && files.problems.length === 0 ? null : (
        <div id="errors" class="e" role="alert" tabIndex={-1} autofocus>
          {problem === null ? null : (
            <p>
              {isFileTrouble(problem) ? (
                say(talkFileWords[problem], language)
              ) : problem === 'shown_wrong' ? (
                <a href="#asks">{say(askWords.shown_wrong, language)}</a>
              ) : (
                <a href={isAboutWord ? '#word' : '#reply'}>{words(problem)}</a>
              )}
            </p>
          )}
          {files.problems.filter(isFileProblem).map((one) => (
            <p key={one.code}>
              <a href={`#${one.question}`}>{sayFileProblem(one, language)}</a>
            </p>
          ))}
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
      <TalkLines
        language={language}
        lines={talk.lines}
        offer={(line, file) => (
          <FileOffer language={language} receipt={receipt} name={nameOfFile(line, file)} file={file} sounds={sounds} />
        )}
      />
      {talk.lines.some((line) => !line.fromReporter && line.files.length > 0) ? (
        <p class="n">{say(talkFileWords.saveWarning, language)}</p>
      ) : null}
      <p class="h">{words('onlyHere')}</p>
      {talk.keyChecked ? (
        <TalkForm key={`reply ${talk.sent}`} language={language} receipt={receipt}>
          <ReplyForm language={language} sent={talk.sent} draft={draft} isWrong={isAboutReply} files={files} />
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

/** What can be done with a file of the team's: a script plays sounds in the page, which leaves nothing on the device. */
function FileOffer({
  language,
  receipt,
  name,
  file,
  sounds,
}: Pick<TalkViewProps, 'language' | 'receipt' | 'sounds'> & { readonly name: string; readonly file: TalkFile }) {
  const called = callFile(file, language);
  const sound = sounds?.get(name);
  return (
    <TalkForm language={language} receipt={receipt}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what somebody recorded has none */}
      {sound === undefined ? null : <audio src={sound} controls aria-label={called} />}
      <p class="o">
        {receipt !== null || sound !== undefined || kindOfFile(file.type) !== 'audio' ? null : (
          <button name="act" value={`listen ${name}`}>
            {say(talkFileWords.listen, language)}
          </button>
        )}
        <button
          class="q"
          name="act"
          value={`download ${name}`}
          aria-label={`${say(talkFileWords.save, language)}: ${called}`}
        >
          {say(talkFileWords.save, language)}
        </button>
      </p>
    </TalkForm>
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
